namespace Emulation.Nominations.Domain.Quotas;

/// <summary>Where a quota stands: how many it lets in, who holds its places, and the order in which the council put the candidates, if it did.</summary>
public sealed record Standing(QuotaWindow Window, QuotaLimit Limit, IReadOnlyList<Place> All, IReadOnlyList<Guid>? Order)
{
    /// <summary>Holders of places; for a limit on awarding only what is awarded holds one.</summary>
    public IReadOnlyList<Place> Held { get; } = [.. All.Where(p => p.Holds && (!Window.OfTheCity || p.State == NominationState.Awarded))];

    public int Free => Math.Max(0, Limit.Number - Held.Count);

    public bool Over => Held.Count > Limit.Number;

    public bool HasFreeFor(Guid nomination) => Held.Count(p => p.NominationId != nomination) < Limit.Number;

    /// <summary>Whether a candidate may go a step further: with an order only the first ones, without it only while there are no more holders than places.</summary>
    public bool MayGoOn(Guid nomination)
    {
        if (Order is null)
            return !Over;
        var alive = All.Where(p => p.Alive && !p.Excepted).Select(p => p.NominationId).ToHashSet();
        var ranked = Order.Where(alive.Contains).ToList();
        var at = ranked.IndexOf(nomination);
        // Who came after the council had sat stands behind all it ranked.
        return (at < 0 ? ranked.Count : at) < Limit.Number;
    }
}
