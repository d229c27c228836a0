using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Campaigns.Data;

internal static class CampaignWorkConfiguration
{
    public static void OfCampaign<T>(this EntityTypeBuilder<T> builder, string table) where T : CampaignWork
    {
        builder.ToTable(table);
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.UnitCode).HasMaxLength(40);
        builder.HasOne(w => w.Campaign).WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(w => w.UnitCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DutyReportConfiguration : IEntityTypeConfiguration<DutyReport>
{
    public void Configure(EntityTypeBuilder<DutyReport> builder)
    {
        builder.OfCampaign("duty_reports");
        builder.Ignore(r => r.Late).Ignore(r => r.Content);
        builder.Property(r => r.Key).HasMaxLength(120);
        builder.Property(r => r.Period).HasMaxLength(22);
        builder.Property(r => r.ReceiverUnitCode).HasMaxLength(40);
        builder.Property(r => r.ThroughUnitCode).HasMaxLength(40);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Figures).AsJson();
        builder.Property(r => r.SelfScore).HasPrecision(7, 4);
        builder.HasIndex(r => new { r.CampaignId, r.Key, r.Period, r.UnitCode }).IsUnique();
    }
}

internal sealed class DutyOutcomeConfiguration : IEntityTypeConfiguration<DutyOutcome>
{
    public void Configure(EntityTypeBuilder<DutyOutcome> builder)
    {
        builder.OfCampaign("duty_outcomes");
        builder.Ignore(o => o.DoneAt).Ignore(o => o.Content);
        builder.Property(o => o.Key).HasMaxLength(120);
        builder.Property(o => o.Period).HasMaxLength(22);
        builder.Property(o => o.DocumentType).HasMaxLength(20);
        builder.HasIndex(o => new { o.CampaignId, o.Key, o.Period, o.UnitCode }).IsUnique();
    }
}

internal sealed class UnitPlanConfiguration : IEntityTypeConfiguration<UnitPlan>
{
    public void Configure(EntityTypeBuilder<UnitPlan> builder)
    {
        builder.OfCampaign("unit_plans");
        builder.Property(p => p.Key).HasMaxLength(120);
        builder.HasOne<ReportFile>().WithMany().HasForeignKey(p => p.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.CampaignId, p.Key, p.UnitCode, p.Edition }).IsUnique();
    }
}

internal sealed class CampaignFeedbackConfiguration : IEntityTypeConfiguration<CampaignFeedback>
{
    public void Configure(EntityTypeBuilder<CampaignFeedback> builder)
    {
        builder.OfCampaign("campaign_feedback");
        builder.Property(f => f.AnsweredByUnit).HasMaxLength(40);
        builder.HasIndex(f => new { f.CampaignId, f.Id });
    }
}

internal sealed class ReportRhythmConfiguration : IEntityTypeConfiguration<ReportRhythm>
{
    public void Configure(EntityTypeBuilder<ReportRhythm> builder)
    {
        builder.ToTable("report_rhythms");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Rhythm);
        builder.Property(r => r.Key).HasMaxLength(120);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.CampaignId, r.Key }).IsUnique();
    }
}

internal sealed class ReportFileConfiguration : IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<ReportFile> builder)
    {
        builder.ToTable("report_files");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.UnitCode).HasMaxLength(40);
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.HasOne(f => f.Content).WithMany().HasForeignKey(f => f.Hash).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => f.UnitCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.UnitCode, f.Hash, f.Name }).IsUnique();
    }
}

internal sealed class ReportFileContentConfiguration : IEntityTypeConfiguration<ReportFileContent>
{
    public void Configure(EntityTypeBuilder<ReportFileContent> builder)
    {
        builder.ToTable("report_file_contents");
        builder.HasKey(c => c.Hash);
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.Property(c => c.MediaType).HasMaxLength(100);
    }
}

internal sealed class IndexResultConfiguration : IEntityTypeConfiguration<IndexResult>
{
    public void Configure(EntityTypeBuilder<IndexResult> builder)
    {
        builder.ToTable("index_results");
        builder.HasKey(r => new { r.IndexSetCode, r.Year, r.Block, r.UnitCode });
        builder.Property(r => r.UnitCode).HasMaxLength(40);
        builder.Property(r => r.Index).HasPrecision(7, 4);
        builder.HasIndex(r => new { r.UnitCode, r.Year });
    }
}
