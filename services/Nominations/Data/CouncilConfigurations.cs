using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Nominations.Data;

internal sealed class CouncilConfiguration : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> council)
    {
        council.ToTable("councils");
        council.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CouncilId);
        council.HasIndex(c => new { c.UnitCode, c.TermFrom }).IsUnique();
    }
}

internal sealed class CouncilMemberConfiguration : IEntityTypeConfiguration<CouncilMember>
{
    public void Configure(EntityTypeBuilder<CouncilMember> member)
    {
        member.ToTable("council_members");
        member.Property(m => m.Id).ValueGeneratedNever();
        member.Property(m => m.Title).HasConversion<string>();
        member.HasIndex(m => m.AccountId);
    }
}

internal sealed class CouncilSessionConfiguration : IEntityTypeConfiguration<CouncilSession>
{
    public void Configure(EntityTypeBuilder<CouncilSession> session)
    {
        session.ToTable("council_sessions");
        session.Property(s => s.State).HasConversion<string>();
        session.Property(s => s.Roll).AsJson();
        session.HasMany(s => s.Items).WithOne().HasForeignKey(i => i.SessionId);
        session.HasOne<Council>().WithMany().HasForeignKey(s => s.CouncilId);
        session.HasIndex(s => new { s.UnitCode, s.Id });
        session.Ignore(s => s.Live);
    }
}

internal sealed class AgendaItemConfiguration : IEntityTypeConfiguration<AgendaItem>
{
    public const string OneLive = "ix_council_items_one_live";

    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("council_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Duty).HasConversion<string>();
        item.Property(i => i.Rule).AsJson();
        item.Property(i => i.Conflicts).AsJson();
        item.Property(i => i.Result!).AsJson();
        item.HasIndex(i => i.NominationId).IsUnique().HasFilter("live and nomination_id is not null").HasDatabaseName(OneLive);
    }
}

internal sealed class PaperMarkConfiguration : IEntityTypeConfiguration<PaperMark>
{
    public const string Once = "pk_council_paper_marks";

    public void Configure(EntityTypeBuilder<PaperMark> mark) => mark.ToTable("council_paper_marks").HasKey(m => new { m.SessionId, m.MemberId }).HasName(Once);
}

internal sealed class SecretBoxConfiguration : IEntityTypeConfiguration<SecretBox>
{
    public void Configure(EntityTypeBuilder<SecretBox> box)
    {
        box.ToTable("council_boxes");
        box.HasKey(b => b.SessionId);
        box.Property(b => b.SessionId).ValueGeneratedNever();
    }
}

internal sealed class OpenVoteConfiguration : IEntityTypeConfiguration<OpenVote>
{
    public const string Once = "pk_council_open_votes";

    public void Configure(EntityTypeBuilder<OpenVote> vote)
    {
        vote.ToTable("council_open_votes").HasKey(v => new { v.ItemId, v.MemberId }).HasName(Once);
        vote.Property(v => v.Choice).HasConversion<string>();
        vote.HasIndex(v => v.SessionId);
    }
}
