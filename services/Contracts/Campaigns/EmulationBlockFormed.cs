namespace Emulation.Contracts.Campaigns;

/// <summary>An emulation block (khối thi đua, C-14 ii and iii) was formed for a year, or changed: other name, head, deputy or members, dissolved.</summary>
/// <remarks>Published by Campaigns. A later <see cref="Version"/> of the same <see cref="BlockId"/> replaces an earlier one. Not the ranking block of the index (C-14 i).</remarks>
public sealed record EmulationBlockFormed
{
    /// <summary>Identity of the block of this year; the block of the same number in another year is another one.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>1 when formed; each change adds one.</summary>
    public required int Version { get; init; }

    /// <summary>Code, unique for owner, kind of period and year: <c>khoi-thi-dua-8</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Number of the block, 1–999 (LTN-TD-26/IV.1.b); null for blocks without one.</summary>
    public int? Number { get; init; }

    /// <summary>Name in Vietnamese, NFC: <c>Khối thi đua số 8</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Unit whose block it is: <c>31</c> for a block of the city, the commune's code for a commune's own (LTN-TD-26/IV.1.c).</summary>
    public required string OwnerUnitCode { get; init; }

    /// <summary>Level of that unit.</summary>
    public required EmulationBlockLevel Level { get; init; }

    /// <summary>Time that is competed in.</summary>
    public required EmulationPeriod Period { get; init; }

    /// <summary>Code of the head unit (khối trưởng), one of the members.</summary>
    public required string HeadUnitCode { get; init; }

    /// <summary>Code of the deputy unit (khối phó), one of the members, another than the head.</summary>
    public required string DeputyUnitCode { get; init; }

    /// <summary>All members, head and deputy among them, in the order given.</summary>
    public required EmulationBlockMember[] Members { get; init; }

    /// <summary>False when the block was dissolved.</summary>
    public required bool Active { get; init; }

    /// <summary>Why it was changed or dissolved, in Vietnamese; null for version 1.</summary>
    public string? Reason { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it; never a person's name.</summary>
    public required string ActedBy { get; init; }
}

/// <summary>A member of an emulation block.</summary>
public sealed record EmulationBlockMember
{
    /// <summary>Code of a registered unit, beginning with a digit; or the block's own code of an outside body, beginning with a lower-case letter: <c>thpt-hong-quang</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name when the block was formed or last changed.</summary>
    public required string Name { get; init; }

    /// <summary>True for a body that is not in the unit register: it takes part by name, and the head acts for it.</summary>
    public required bool Outside { get; init; }
}

/// <summary>The time that an emulation block competes in.</summary>
public sealed record EmulationPeriod
{
    /// <summary>Calendar year or school year (C-33).</summary>
    public required EmulationPeriodKind Kind { get; init; }

    /// <summary>Calendar year, 2000–2100; of a school year the one it begins in: 2025 for 2025-2026.</summary>
    public required int Year { get; init; }

    /// <summary>First day, civil date of Vietnam.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, itself included.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>Kind of year.</summary>
public enum EmulationPeriodKind
{
    /// <summary>01/01 to 31/12.</summary>
    CalendarYear,
    /// <summary>Năm học: begins in one calendar year and ends in the next (LTN-TD-26/IV.1.d).</summary>
    SchoolYear,
}

/// <summary>Level of an emulation block.</summary>
public enum EmulationBlockLevel
{
    /// <summary>Block of the city, members stand directly below it (C-14 ii).</summary>
    City,
    /// <summary>A commune's own block, members are its offices and outside bodies (C-14 iii).</summary>
    Ward,
}
