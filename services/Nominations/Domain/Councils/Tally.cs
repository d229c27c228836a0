using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>Votes on one item, counted.</summary>
public sealed record Tally(int Yes = 0, int No = 0, int Abstain = 0, int Invalid = 0)
{
    public int Papers => Yes + No + Abstain + Invalid;

    public Tally Plus(Choice choice) => choice switch
    {
        Choice.Yes => this with { Yes = Yes + 1 },
        Choice.No => this with { No = No + 1 },
        Choice.Abstain => this with { Abstain = Abstain + 1 },
        _ => this with { Invalid = Invalid + 1 },
    };

    public Tally Plus(Tally other) => new(Yes + other.Yes, No + other.No, Abstain + other.Abstain, Invalid + other.Invalid);
}

/// <summary>What a member says on an item.</summary>
public enum Choice
{
    /// <summary>Đồng ý.</summary>
    Yes,
    /// <summary>Không đồng ý.</summary>
    No,
    /// <summary>Không có ý kiến.</summary>
    Abstain,
    /// <summary>Phiếu không hợp lệ: only on paper.</summary>
    Invalid,
}

/// <summary>What the machine counted on one item, and what follows by the rule kept with it.</summary>
public sealed record VoteResult
{
    /// <summary>All members of the council on the day.</summary>
    public required int Members { get; init; }

    /// <summary>Members in the room.</summary>
    public required int Present { get; init; }

    /// <summary>Absent members who gave a written opinion.</summary>
    public required int Written { get; init; }

    /// <summary>Members who do not vote on this item for a conflict of interest.</summary>
    public required int Conflicted { get; init; }

    public required Tally Tally { get; init; }

    /// <summary>What the share of votes is taken of.</summary>
    public required int Base { get; init; }

    /// <summary>Yes of the base, 0–1, four places, cut off and never rounded up: for show; the comparison is exact.</summary>
    public required decimal Share { get; init; }

    public required bool QuorumMet { get; init; }

    public required bool ThresholdMet { get; init; }

    public required CouncilOutcome Outcome { get; init; }

    /// <summary>Counts by the rule. Knows counts only: the order in which votes came cannot matter.</summary>
    public static VoteResult Count(VotingRule rule, int members, int present, int written, int conflicted, Tally tally, Choice? chair = null)
    {
        var counted = rule.WrittenOpinions ? present + written : present;
        // Who takes part and hands in no paper is not in favour: one paper of seven decides nothing.
        var of = rule.Of == Contracts.Campaigns.VoteBase.AllMembers ? members - (rule.ConflictsLeaveBase ? conflicted : 0) : Math.Max(tally.Papers, counted - conflicted);
        var quorum = rule.Quorum.ReachedBy(counted, members);
        // Whatever share a plan is content with: a tie has not passed.
        var threshold = (tally.Yes != tally.No && rule.Threshold.ReachedBy(tally.Yes, of, rule.MoreThan))
            || (rule.ChairBreaksTie && tally.Yes > 0 && tally.Yes == tally.No && chair == Choice.Yes);
        return new()
        {
            Members = members,
            Present = present,
            Written = written,
            Conflicted = conflicted,
            Tally = tally,
            Base = of,
            Share = of == 0 ? 0 : decimal.Truncate((decimal)tally.Yes / of * 10_000) / 10_000,
            QuorumMet = quorum,
            ThresholdMet = threshold,
            Outcome = !quorum ? CouncilOutcome.NoQuorum : threshold ? CouncilOutcome.Passed : CouncilOutcome.NotPassed,
        };
    }
}
