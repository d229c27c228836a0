using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>An emulation block (khối thi đua) as Campaigns last told of it, and who has which part in it. Not a ranking block of the index (C-14).</summary>
public sealed class EmulationBlock
{
    public required Guid Id { get; init; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string OwnerUnitCode { get; private set; } = "";
    public EmulationPeriodKind PeriodKind { get; private set; }
    public int Year { get; private set; }
    public string HeadUnitCode { get; private set; } = "";
    public string DeputyUnitCode { get; private set; } = "";
    public EmulationBlockMember[] Members { get; private set; } = [];

    /// <summary>Beside the members, for queries: who sees the block.</summary>
    public string[] MemberCodes { get; private set; } = [];
    public bool Active { get; private set; }

    /// <summary>Version of the block in Campaigns.</summary>
    public int Version { get; private set; }

    /// <summary>Messages may come twice, late and in any order: only a higher version counts.</summary>
    public void Learn(EmulationBlockFormed told)
    {
        if (told.Version <= Version)
            return;
        (Code, Name, OwnerUnitCode, PeriodKind, Year) = (told.Code, told.Name, told.OwnerUnitCode, told.Period.Kind, told.Period.Year);
        (HeadUnitCode, DeputyUnitCode, Active, Version) = (told.HeadUnitCode, told.DeputyUnitCode, told.Active, told.Version);
        Members = told.Members;
        MemberCodes = [.. told.Members.Select(m => m.Code)];
    }

    /// <summary>Who enters a member's pledge: itself; the head for a body that has no access.</summary>
    internal string PledgerOf(string member) => Outside(member) ? HeadUnitCode : member;

    /// <summary>Who confirms it: the head, but the deputy what the head itself has entered.</summary>
    internal string PledgeConfirmerOf(string member) => PledgerOf(member) == HeadUnitCode ? DeputyUnitCode : HeadUnitCode;

    /// <summary>Who enters or changes a member's results beside the member: the head, but the deputy those of the head.</summary>
    internal string ReviewerOf(string member) => member == HeadUnitCode ? DeputyUnitCode : HeadUnitCode;

    /// <summary>Who confirms a member's results: the deputy, but the head those of the deputy. Nobody confirms its own.</summary>
    internal string ConfirmerOf(string member) => member == DeputyUnitCode ? HeadUnitCode : DeputyUnitCode;

    /// <summary>Null when the unit acting is the one whose turn it is.</summary>
    internal Problem? Turn(string acting, string whose) =>
        acting == whose ? null : Problems.NotTheirTurn.With($"Do {(whose == HeadUnitCode ? "khối trưởng" : whose == DeputyUnitCode ? "khối phó" : "đơn vị thành viên")} ({whose}) thực hiện.");

    private bool Outside(string member) => Members.Any(m => m.Code == member && m.Outside);
}

/// <summary>Who acts, for which unit, when.</summary>
internal readonly record struct BlockActor(string Unit, string Id, DateTimeOffset At)
{
    public BlockMark Mark => new() { Unit = Unit, By = Id, At = At };
}

/// <summary>Who did it, for which unit, when.</summary>
public sealed record BlockMark
{
    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Account or client id.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
