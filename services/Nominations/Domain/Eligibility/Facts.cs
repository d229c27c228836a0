using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>All that the judge may look at. Collected once, so that judging itself is a pure function.</summary>
public sealed record Facts
{
    public required int Year { get; init; }
    public required Cadence Cadence { get; init; }

    /// <summary>Civil date of Vietnam on which is judged.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Last index year that can be out by the dossier deadline (C-04); null = no such limit.</summary>
    public int? LastKnowableYear { get; init; }

    /// <summary>The nominee's own unit, or the nearest one above it that the index ranks (C-10); null when there is none.</summary>
    public RankedUnitFact? RankedUnit { get; init; }

    public RankFact[] Ranks { get; init; } = [];

    /// <summary>The nominee's own office and the block of the offices of its unit (docs/adr/0021); null when it is not an office.</summary>
    public RankedUnitFact? Office { get; init; }

    /// <summary>Places of the office among the offices of its unit.</summary>
    public RankFact[] OfficeRanks { get; init; } = [];

    public InitiativeFact[] Initiatives { get; init; } = [];
    public Attestation[] Attestations { get; init; } = [];
    public YearGrade[] Grades { get; init; } = [];
    public ServicePeriod[]? Service { get; init; }

    /// <summary>Last day of a discipline of the nominee, today while it lasts: before it no time counts (Nghị định 152/2025 Điều 4.4).</summary>
    public DateOnly? DisciplinedUntil { get; init; }

    /// <summary>Whether the unit has a nominee for the emulation flag in this campaign; null while that may still come.</summary>
    public bool? HasFlagNominee { get; init; }
}

public sealed record RankedUnitFact(string Code, string Name, string Block);

/// <summary>Place of the ranked unit in one published ranking.</summary>
/// <param name="Rank">Null when the ranking is out but the unit is not ranked in it.</param>
/// <param name="TiedUnits">Units that share the rank, 1 = none other.</param>
/// <param name="Predecessor">Name and code of the unit merged into this one whose place it is; null when it is its own.</param>
public sealed record RankFact(int Year, string Block, int? Rank, int TiedUnits, string Source, string? UnrankedReason = null, string? Predecessor = null);

/// <param name="Key">Same for two entries of the same initiative, so that it counts once.</param>
/// <param name="AlsoIn">Other nominations, handed in or awarded, that rest on it.</param>
public sealed record InitiativeFact(
    Guid Id, string Key, string Title, bool Recognised, bool? Applied, bool? Replicable, Attester? RecognisedBy, string? Decision, Guid[]? AlsoIn = null);
