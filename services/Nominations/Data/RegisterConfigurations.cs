using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Emulation.Nominations.Data;

internal sealed class AwardEntryConfiguration : IEntityTypeConfiguration<AwardEntry>
{
    public const string SearchVector = nameof(SearchVector);
    public const string OnePerNumber = "ix_award_entries_number_once";

    public void Configure(EntityTypeBuilder<AwardEntry> entry)
    {
        entry.ToTable("award_entries");
        entry.Ignore(e => e.Nominee);
        foreach (var property in new[] { "Kind", "AwardKind", "Level", "Commendation" })
            entry.Property(property).HasConversion<string>();
        entry.Property(e => e.Cancellation!).AsJson();
        // Words by prefix, folded before they come here: needs no extension that the service's role might not be allowed to create.
        entry.Property<NpgsqlTsVector>(SearchVector).HasComputedColumnSql("to_tsvector('simple', search)", stored: true);
        entry.HasIndex(SearchVector).HasMethod("gin");
        entry.HasIndex(e => new { e.UnitCode, e.Year, e.Id });
        entry.HasIndex(e => new { e.Year, e.Id });
        entry.HasIndex(e => e.NameKey);
        entry.HasIndex(e => e.PersonCode);
        entry.HasIndex(e => e.DecisionId);
        entry.HasIndex(e => e.PostCheckDue).HasFilter("post_check_due IS NOT NULL AND post_checked_at IS NULL AND NOT cancelled");
        entry.HasIndex(e => e.NominationId).IsUnique();
        entry.HasIndex(e => new { e.NumberedBy, e.DecidingUnitName, e.DecisionNumber, e.DecisionDate, e.Order }).IsUnique().HasFilter("imported").HasDatabaseName(OnePerNumber);
    }
}

internal sealed class AwardUseConfiguration : IEntityTypeConfiguration<AwardUse>
{
    public const string OneClaim = "ix_award_uses_claim";

    public void Configure(EntityTypeBuilder<AwardUse> use)
    {
        use.ToTable("award_uses");
        use.Property(u => u.Kind).HasConversion<string>();
        use.HasOne<AwardEntry>().WithMany().HasForeignKey(u => u.EntryId);
        use.HasIndex(u => u.Claim).IsUnique().HasFilter("NOT released").HasDatabaseName(OneClaim);
        use.HasIndex(u => new { u.Kind, u.Subject });
    }
}

internal sealed class AchievementExceptionConfiguration : IEntityTypeConfiguration<ExceptionGrant>
{
    public void Configure(EntityTypeBuilder<ExceptionGrant> exception) =>
        exception.ToTable("achievement_exceptions").HasKey(e => new { e.NominationId, e.EntryId });
}

internal sealed class MeritConfiguration : IEntityTypeConfiguration<Merit>
{
    public void Configure(EntityTypeBuilder<Merit> merit)
    {
        merit.ToTable("merits");
        merit.Ignore(m => m.Nominee);
        merit.Property(m => m.NomineeKind).HasConversion<string>();
        merit.Property(m => m.Kind).HasConversion<string>();
        merit.HasIndex(m => new { m.UnitCode, m.Id });
        merit.HasIndex(m => m.NameKey);
        merit.HasIndex(m => m.PersonCode);
    }
}

internal sealed class HoldConfiguration : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> hold)
    {
        hold.ToTable("holds");
        hold.Ignore(h => h.Locks);
        hold.Property(h => h.Whom).HasConversion<string>();
        hold.Property(h => h.Kind).HasConversion<string>();
        hold.HasIndex(h => new { h.UnitCode, h.Id });
        hold.HasIndex(h => h.NameKey);
        hold.HasIndex(h => h.PersonCode);
    }
}
