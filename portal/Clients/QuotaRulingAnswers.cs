namespace Emulation.Portal.Clients;

// What the portal reads of the plan for quotas, and of Nominations' answers about what is ruled on them.

public sealed record QuotaPlanAnswer(QuotaPlan Plan);

public sealed record QuotaPlan(QuotaScheme Scheme);

public sealed record QuotaScheme(QuotaCategory[] Categories);

/// <summary>A category with its limits.</summary>
public sealed record QuotaCategory(string Key, string Name, string Recipient, string Cadence, QuotaRule[]? Quotas = null)
{
    public QuotaRule[] Limits => Quotas ?? [];

    /// <summary>How many may be proposed says the city.</summary>
    public bool Allotted => Limits.Any(q => q.AllottedByCity);
}

public sealed record QuotaRule(string Clause, string Scope, bool AllottedByCity = false, decimal? ShareOfParticipants = null, int AtLeast = 0, bool OutsideQuota = false);

public sealed record AllotmentAnswer(int Version, string Campaign, string Category, string UnitCode, int Year, int Number, string? Note);

public sealed record AllotmentBody(string Campaign, string Category, string UnitCode, int? Year, int Number, string? Note);

public sealed record ParticipantsAnswer(int Version, string Campaign, string UnitCode, int Year, int Collectives, int Individuals);

public sealed record ChoicesAnswer(NominationItem[] Items);
