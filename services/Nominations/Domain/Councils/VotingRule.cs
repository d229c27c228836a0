using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>By what a council votes on one item. Kept with the item for ever: a later table does not change an earlier vote.</summary>
public sealed record VotingRule
{
    /// <summary>Least share of all members that takes part.</summary>
    public required Share Quorum { get; init; }

    /// <summary>Share of votes in favour that is needed.</summary>
    public required Share Threshold { get; init; }

    /// <summary>True when the share must be passed, not only reached (“quá nửa”).</summary>
    public bool MoreThan { get; init; }

    /// <summary>What the share of votes is taken of.</summary>
    public required VoteBase Of { get; init; }

    /// <summary>Secret or open.</summary>
    public required Ballot Ballot { get; init; }

    /// <summary>Whether members who are away may give their opinion in writing.</summary>
    public required bool WrittenOpinions { get; init; }

    /// <summary>Whether the chair's vote decides when as many are for as against; can only be known in an open ballot.</summary>
    public bool ChairBreaksTie { get; init; }

    /// <summary>Whether members with a conflict of interest leave the base; the law knows no such reduction (docs/adr/0026).</summary>
    public bool ConflictsLeaveBase { get; init; }

    /// <summary>Law, article and state of force, in Vietnamese.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Version of the table it was taken from.</summary>
    public required string Version { get; init; }

    /// <summary>True when no rule of law in force was found and the value is an assumption.</summary>
    public bool Assumed { get; init; }

    /// <summary>Clause of the plan that asks for the council; null = none does.</summary>
    public string? PlanClause { get; init; }

    /// <summary>Names of the values that come from the plan and not from the table.</summary>
    public string[] FromPlan { get; init; } = [];

    /// <summary>Values that a plan names replace those of the table, one by one.</summary>
    public VotingRule With(CouncilRule? plan) => plan is null ? this : this with
    {
        Quorum = plan.Quorum is { } quorum ? Share.Of(quorum) : Quorum,
        Threshold = plan.Threshold is { } threshold ? Share.Of(threshold) : Threshold,
        MoreThan = plan.Threshold is null && MoreThan,
        Of = plan.Of ?? Of,
        Ballot = plan.Ballot ?? Ballot,
        WrittenOpinions = plan.WrittenOpinions ?? WrittenOpinions,
        PlanClause = plan.Clause,
        FromPlan = [.. new[]
        {
            plan.Quorum is null ? null : "quorum", plan.Threshold is null ? null : "threshold", plan.Of is null ? null : "of",
            plan.Ballot is null ? null : "ballot", plan.WrittenOpinions is null ? null : "writtenOpinions",
        }.OfType<string>()],
    };
}
