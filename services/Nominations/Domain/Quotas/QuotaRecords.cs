using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Quotas;

/// <summary>How many the city allots to one unit in one category (LTN-26-30/III.2.b.q1).</summary>
public sealed class QuotaAllotment : Aggregate
{
    public required Guid CampaignId { get; init; }
    public required string CategoryKey { get; init; }
    public required string UnitCode { get; init; }

    /// <summary>Year of the achievement; for an end-of-period award the last year of the campaign.</summary>
    public required int Year { get; init; }

    public int Number { get; private set; }
    public string? Note { get; private set; }

    public QuotaAllotment() => Id = Guid.CreateVersion7();

    public void Set(int number, string? note)
    {
        (Number, Note) = (number, note);
        Touch();
    }
}

/// <summary>How many of a unit take part in a campaign in one year.</summary>
public sealed class QuotaParticipants : Aggregate
{
    public required Guid CampaignId { get; init; }
    public required string UnitCode { get; init; }
    public required int Year { get; init; }
    public int Collectives { get; private set; }
    public int Individuals { get; private set; }

    public QuotaParticipants() => Id = Guid.CreateVersion7();

    public void Report(int collectives, int individuals)
    {
        (Collectives, Individuals) = (collectives, individuals);
        Touch();
    }
}

/// <summary>The order in which the council put the candidates for the places of one quota (C-38).</summary>
public sealed class QuotaOrder : Aggregate
{
    /// <summary>Key of the window.</summary>
    public required string Key { get; init; }

    public Guid[] NominationIds { get; private set; } = [];

    /// <summary>Why it departs from the suggested order; null when it does not.</summary>
    public string? Reason { get; private set; }

    public bool Departs { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset DecidedAt { get; private set; }

    public QuotaOrder() => Id = Guid.CreateVersion7();

    public void Decide(Guid[] nominations, bool departs, string? reason, string by, DateTimeOffset at)
    {
        (NominationIds, Departs, Reason, DecidedBy, DecidedAt) = (nominations, departs, reason, by, at);
        Touch();
    }
}
