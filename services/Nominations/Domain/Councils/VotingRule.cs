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

    /// <summary>Values that a plan names replace those of the table, one by one; where the table's are the law's, only stricter ones.</summary>
    /// <param name="plan">What the plan says; null = nothing.</param>
    /// <param name="binding">True when the table's values are the law's, which a plan cannot undercut.</param>
    public VotingRule With(CouncilRule? plan, bool binding)
    {
        if (plan is null)
            return this;
        bool Replaces<T>(T? value, Func<T, bool> stricter) where T : struct => value is { } given && (!binding || stricter(given));
        var (quorum, threshold) = (Share.Of(plan.Quorum), Share.Of(plan.Threshold));
        var taken = (
            Quorum: Replaces(quorum, v => v >= Quorum),
            Threshold: Replaces(threshold, v => v >= Threshold),
            Of: Replaces(plan.Of, v => v is VoteBase.AllMembers || v == Of),
            Ballot: Replaces(plan.Ballot, v => v is Contracts.Campaigns.Ballot.Secret || v == Ballot),
            Written: Replaces(plan.WrittenOpinions, v => !v || v == WrittenOpinions));
        return this with
        {
            Quorum = taken.Quorum ? quorum!.Value : Quorum,
            Threshold = taken.Threshold ? threshold!.Value : Threshold,
            // “Quá nửa” written as 0.5 is still “quá nửa”; two thirds in its place are reached, not passed.
            MoreThan = MoreThan && !(taken.Threshold && threshold!.Value > Threshold),
            Of = taken.Of ? plan.Of!.Value : Of,
            Ballot = taken.Ballot ? plan.Ballot!.Value : Ballot,
            WrittenOpinions = taken.Written ? plan.WrittenOpinions!.Value : WrittenOpinions,
            PlanClause = plan.Clause,
            FromPlan = [.. new[]
            {
                taken.Quorum ? "quorum" : null, taken.Threshold ? "threshold" : null, taken.Of ? "of" : null,
                taken.Ballot ? "ballot" : null, taken.Written ? "writtenOpinions" : null,
            }.OfType<string>()],
        };
    }
}
