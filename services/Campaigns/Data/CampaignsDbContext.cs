using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Domain.Notices;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Campaigns.Data;

public sealed class CampaignsDbContext(DbContextOptions<CampaignsDbContext> options) : ServiceDbContext(options)
{
    internal DbSet<Unit> Units => Set<Unit>();
    internal DbSet<Campaign> Campaigns => Set<Campaign>();
    internal DbSet<CampaignVersion> CampaignVersions => Set<CampaignVersion>();
    internal DbSet<CampaignDeadline> CampaignDeadlines => Set<CampaignDeadline>();
    internal DbSet<EmulationBlock> EmulationBlocks => Set<EmulationBlock>();
    internal DbSet<DutyReport> Reports => Set<DutyReport>();
    internal DbSet<DutyOutcome> Outcomes => Set<DutyOutcome>();
    internal DbSet<UnitPlan> UnitPlans => Set<UnitPlan>();
    internal DbSet<CampaignFeedback> Feedback => Set<CampaignFeedback>();
    internal DbSet<ReportRhythm> ReportRhythms => Set<ReportRhythm>();
    internal DbSet<ReportFile> ReportFiles => Set<ReportFile>();
    internal DbSet<IndexResult> IndexResults => Set<IndexResult>();
    internal DbSet<Notice> Notices => Set<Notice>();
    internal DbSet<NoticeReceipt> NoticeReceipts => Set<NoticeReceipt>();
    internal DbSet<HandIn> HandIns => Set<HandIn>();

    /// <summary>Of two people at once the later one meets the rows of the version that the first has made: it came too late, nothing is a duplicate.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_campaign_versions" or "pk_campaign_deadlines" })
        {
            throw new DbUpdateConcurrencyException(e.Message, e);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasJobs();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CampaignsDbContext).Assembly);
    }
}
