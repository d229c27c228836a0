using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Rankings;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Data;

/// <summary>Tables of the Documents service.</summary>
public sealed class DocumentsDbContext(DbContextOptions<DocumentsDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<EditedDraft> EditedDrafts => Set<EditedDraft>();

    public DbSet<DocumentNumber> Numbers => Set<DocumentNumber>();

    public DbSet<KnownNomination> KnownNominations => Set<KnownNomination>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<PlaceName> PlaceNames => Set<PlaceName>();

    public DbSet<ImportedPlan> ImportedPlans => Set<ImportedPlan>();

    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<KnownRanking> Rankings => Set<KnownRanking>();

    public DbSet<SigningCase> SigningCases => Set<SigningCase>();

    public DbSet<PreparedSignature> PreparedSignatures => Set<PreparedSignature>();

    public DbSet<SigningCertificate> SigningCertificates => Set<SigningCertificate>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasJobs();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DocumentsDbContext).Assembly);
    }
}
