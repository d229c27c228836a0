namespace Emulation.Contracts.Campaigns;

/// <summary>A limit on nominees. It says how many in exactly one way: <see cref="AtMost"/>, <see cref="ShareOfParticipants"/>, <see cref="AllottedByCity"/> or <see cref="OutsideQuota"/>.</summary>
public sealed record Quota
{
    /// <summary>Clause of the plan.</summary>
    public required string Clause { get; init; }

    /// <summary>What is counted together.</summary>
    public required QuotaScope Scope { get; init; }

    /// <summary>Most nominees, 0 or more; null when the number comes in another way.</summary>
    public int? AtMost { get; init; }

    /// <summary>Most nominees when the unit also has a nominee for the emulation flag (LTN-26-30/III.2.b.q3); how it goes with <see cref="AtMost"/> says <see cref="FlagRaise"/>.</summary>
    public int? AtMostWithFlagNominee { get; init; }

    /// <summary>Whether the number beside a flag nominee replaces the usual one or is added to it; the plans allow both readings.</summary>
    public FlagRaise FlagRaise { get; init; }

    /// <summary>True when the number is allotted by the city's department of home affairs (LTN-26-30/III.2.b.q1); nothing allotted = nothing allowed yet.</summary>
    public bool AllottedByCity { get; init; }

    /// <summary>True for awards that do not count against any quota (CH-26-30/III.2.1.2.b.2).</summary>
    public bool OutsideQuota { get; init; }

    /// <summary>For awards outside the quota: the reasons of which each nomination gives one; empty = none is asked for.</summary>
    public QuotaReason[] Reasons { get; init; } = [];

    /// <summary>Key under which the quotas of several categories are one: their nominees are counted together (“02 trường hợp, tập thể hoặc cá nhân”); null = each category for itself.</summary>
    public string? Group { get; init; }

    /// <summary>Other numbers for units that the plan names; all others have <see cref="AtMost"/>.</summary>
    public UnitQuota[] PerUnit { get; init; } = [];

    /// <summary>Most nominees in percent of the collectives or individuals of the unit that take part, above 0, at most 100; rounded down.</summary>
    public decimal? ShareOfParticipants { get; init; }

    /// <summary>What a share gives at least, 0 or more, also before the participants are reported.</summary>
    public int AtLeast { get; init; }
}

/// <summary>What a quota counts (C-08, C-09).</summary>
public enum QuotaScope
{
    /// <summary>Nominees that one commune or department proposes to the city.</summary>
    ProposingUnit,
    /// <summary>Nominees that one office proposes to its commune.</summary>
    SubUnit,
    /// <summary>Awards in one ranking block of the whole city, over all campaigns that give the same award.</summary>
    CityBlock,
    /// <summary>Awards in the whole city, over all campaigns that give the same award.</summary>
    City,
}

/// <summary>How the number beside a flag nominee goes with the usual one.</summary>
public enum FlagRaise
{
    /// <summary>It replaces the usual number: up to 2.</summary>
    InsteadOf,
    /// <summary>It is added to the usual number: 1 and 2 more.</summary>
    OnTop,
}

/// <summary>A number of its own for one named unit.</summary>
public sealed record UnitQuota
{
    /// <summary>Official code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Most nominees of that unit, 0 or more.</summary>
    public required int AtMost { get; init; }
}

/// <summary>A reason to award outside the quota.</summary>
public sealed record QuotaReason
{
    /// <summary>Key: <c>city-index</c>, <c>propaganda</c>, <c>digital-transformation</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The reason in Vietnamese.</summary>
    public required string Text { get; init; }
}
