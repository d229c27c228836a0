namespace Emulation.Contracts.Campaigns;

/// <summary>Award scheme of a campaign: the categories in which nominations may be made.</summary>
public sealed record AwardScheme
{
    /// <summary>Categories, each with its own standard, deadlines, quota and dossier.</summary>
    public required AwardCategory[] Categories { get; init; }
}

/// <summary>One category of award: who may get what, under which standard, until when.</summary>
public sealed record AwardCategory
{
    /// <summary>Key within the campaign, lower-case with hyphens: <c>period-city-flag</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name in Vietnamese, shown and printed.</summary>
    public required string Name { get; init; }

    /// <summary>Clause of the plan that sets up the category: <c>LTN-26-30/III.2.b.q2</c>.</summary>
    public required string Clause { get; init; }

    /// <summary>Level that decides.</summary>
    public required AwardLevel Level { get; init; }

    /// <summary>What is given.</summary>
    public required Award Award { get; init; }

    /// <summary>Who may be nominated (LTN-26-30/III.1.a).</summary>
    public required Recipient Recipient { get; init; }

    /// <summary>How often.</summary>
    public required Cadence Cadence { get; init; }

    /// <summary>Last moment for units to send the dossier to the launching unit; null = none (HA-25/III.5).</summary>
    public Deadline? InternalDeadline { get; init; }

    /// <summary>Last moment for the launching unit to send it to the city; null = none or not known (C-03).</summary>
    public Deadline? CityDeadline { get; init; }

    /// <summary>Limits on the number of nominees; empty = none.</summary>
    public Quota[] Quotas { get; init; } = [];

    /// <summary>Parts of the dossier; empty = the three parts of the default template (C-18).</summary>
    public DossierPart[] Dossier { get; init; } = [];

    /// <summary>That the council has its say first; null = the plan names none (C-20).</summary>
    public CouncilRule? Council { get; init; }

    /// <summary>The standard that a nominee must meet.</summary>
    public required Standard Standard { get; init; }
}

/// <summary>Deciding level.</summary>
public enum AwardLevel
{
    /// <summary>Chairman of the commune-level People's Committee (Giấy khen).</summary>
    Ward,
    /// <summary>Chairman of the city's People's Committee (Bằng khen, Cờ thi đua).</summary>
    City,
    /// <summary>Prime Minister or President, proposed by the city.</summary>
    State,
}

/// <summary>A title or an award form: two different catalogues in law (C-37).</summary>
public sealed record Award
{
    /// <summary>Title (danh hiệu) or form (hình thức khen thưởng).</summary>
    public required AwardKind Kind { get; init; }

    /// <summary>Code in its catalogue: <c>co-thi-dua-tp</c>, <c>bang-khen-tp</c>, <c>giay-khen</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name as printed in a decision.</summary>
    public required string Name { get; init; }

    /// <summary>True for the emulation flag (Cờ thi đua), whose nominee raises the quota of individuals (LTN-26-30/III.2.b.q3).</summary>
    public bool Flag { get; init; }
}

/// <summary>Catalogue that an award belongs to (Luật Thi đua, khen thưởng Điều 9, 19, 20).</summary>
public enum AwardKind
{
    /// <summary>Danh hiệu thi đua; an emulation flag is one.</summary>
    Title,
    /// <summary>Hình thức khen thưởng.</summary>
    Form,
}

/// <summary>Who is nominated.</summary>
public enum Recipient
{
    /// <summary>Tập thể.</summary>
    Collective,
    /// <summary>Cá nhân.</summary>
    Individual,
}

/// <summary>How often a category is awarded.</summary>
public enum Cadence
{
    /// <summary>Hằng năm.</summary>
    Yearly,
    /// <summary>Tổng kết giai đoạn.</summary>
    Period,
    /// <summary>Đột xuất: no deadline, short way (CH-26-30/III.3.a.2).</summary>
    Unplanned,
}

/// <summary>A last moment, given as a civil date of Vietnam (Asia/Ho_Chi_Minh).</summary>
public sealed record Deadline
{
    /// <summary>The printed date for a deadline that comes once; null when <see cref="EveryYear"/> is given.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The printed day for a deadline of every year; null when <see cref="Date"/> is given.</summary>
    public YearlyDay? EveryYear { get; init; }

    /// <summary>How the printed date is read; strict (“trước ngày”) unless the plan says otherwise (C-02).</summary>
    public DeadlineBoundary Boundary { get; init; } = DeadlineBoundary.Strict;

    /// <summary>Clause of the plan: <c>LTN-26-30/III.3.a</c>.</summary>
    public required string Clause { get; init; }
}

/// <summary>A day that comes back every year.</summary>
public sealed record YearlyDay
{
    /// <summary>1–12.</summary>
    public required int Month { get; init; }

    /// <summary>1–31, existing in that month.</summary>
    public required int Day { get; init; }

    /// <summary>Calendar year of the deadline minus the year of the achievement: 1 for “before 15/02” of the next year, 0 for the same year. 0–2.</summary>
    public required int YearsAfter { get; init; }
}

/// <summary>Reading of a deadline's date (C-02).</summary>
public enum DeadlineBoundary
{
    /// <summary>“Trước ngày d”: the last moment is 24:00 of the day before.</summary>
    Strict,
    /// <summary>The day itself is still in time.</summary>
    Inclusive,
}

/// <summary>A limit on nominees.</summary>
public sealed record Quota
{
    /// <summary>Clause of the plan.</summary>
    public required string Clause { get; init; }

    /// <summary>What is counted together.</summary>
    public required QuotaScope Scope { get; init; }

    /// <summary>Most nominees, 0 or more; null when allotted from above.</summary>
    public int? AtMost { get; init; }

    /// <summary>Most nominees instead, when the unit also has a nominee for the emulation flag (LTN-26-30/III.2.b.q3).</summary>
    public int? AtMostWithFlagNominee { get; init; }

    /// <summary>True when the number is allotted by the city's department of home affairs (LTN-26-30/III.2.b.q1).</summary>
    public bool AllottedByCity { get; init; }

    /// <summary>True for awards that do not count against any quota (CH-26-30/III.2.1.2.b.2).</summary>
    public bool OutsideQuota { get; init; }
}

/// <summary>What a quota counts (C-08, C-09).</summary>
public enum QuotaScope
{
    /// <summary>Nominees that one commune or department proposes to the city.</summary>
    ProposingUnit,
    /// <summary>Nominees that one office proposes to its commune.</summary>
    SubUnit,
    /// <summary>Awards in one ranking block of the whole city.</summary>
    CityBlock,
}

/// <summary>A part of the dossier (CVA-26/III.4.1–3).</summary>
public sealed record DossierPart
{
    /// <summary>Key: <c>to-trinh</c>, <c>bao-cao-thanh-tich</c>, <c>bien-ban</c>, <c>xac-nhan-sang-kien</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Clause of the plan or article of law.</summary>
    public required string Clause { get; init; }

    /// <summary>True when the head of the proposing unit must confirm it (CVA-26/III.4.2).</summary>
    public bool ConfirmedByHead { get; init; }
}
