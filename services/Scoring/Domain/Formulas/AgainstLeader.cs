using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>BLOCK: the result against the unit's own pledge and against the leader of the emulation block (LTN-TD-26/IV.1.b). Exactly the pledge gives half the maximum, the leader gets all of it.</summary>
/// <remarks>Only in scales of emulation blocks. The leader is the best of those who did better than their own pledge; who that is, is known when all members are confirmed (docs/adr/0017).</remarks>
public sealed record AgainstLeader : Formula
{
    /// <summary>Whether more or less is better (poor households: less).</summary>
    public Better Better { get; init; }

    internal override InputKinds Accepts => InputKinds.Value | InputKinds.DoneOfTotal | InputKinds.Count;

    internal override IEnumerable<FieldError> Faults(decimal max) => [];

    // Needs a pledge, which no leaf of an index has.
    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => null;

    /// <summary>Best figure of those who did better than they pledged; null when nobody did.</summary>
    internal decimal? Leader(IEnumerable<(decimal Actual, decimal Pledge)> block)
    {
        var ahead = block.Where(m => Ahead(m.Actual, m.Pledge) > 0).Select(m => m.Actual).ToArray();
        return ahead.Length == 0 ? null : Better == Better.Higher ? ahead.Max() : ahead.Min();
    }

    /// <summary>Points as they are kept; null while a unit ahead of its pledge waits for the leader.</summary>
    internal decimal? Against(decimal actual, decimal pledge, decimal? leader, decimal max)
    {
        var (half, ahead) = (max / 2, Ahead(actual, pledge));
        if (ahead <= 0)
            return Scale.Keep(ahead == 0 ? half : Math.Clamp(Below(actual, pledge, half), 0, half));
        return leader is { } best ? Scale.Keep(Math.Clamp(half + half * ahead / Ahead(best, pledge), 0, max)) : null;
    }

    /// <summary>Whether this is the leader: the best figure alone is not enough, it has to be better than the unit's own pledge.</summary>
    internal bool Leads(decimal actual, decimal pledge, decimal? leader) => actual == leader && Ahead(actual, pledge) > 0;

    // Of a pledge of 0 nothing is a part; multiplied before dividing, so that 1/3 × 3 stays 1.
    private decimal Below(decimal actual, decimal pledge, decimal half) =>
        Better == Better.Lower ? half * pledge / actual : pledge == 0 ? 0 : half * actual / pledge;

    /// <summary>How much better than the pledge; negative when worse.</summary>
    private decimal Ahead(decimal actual, decimal pledge) => Better == Better.Higher ? actual - pledge : pledge - actual;
}
