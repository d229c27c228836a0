namespace Emulation.Portal.Clients;

// What the portal reads of Nominations' answers about quotas.

public sealed record QuotaUsageAnswer(string Campaign, string CampaignName, int Year, QuotaUsageItem[] Items);

public sealed record QuotaUsageItem(
    string Clause, string Rule, QuotaCategoryAnswer[] Categories, string Scope, string ScopeKey, string ScopeName, int? Year,
    int? Limit, string? Missing, int? Free, bool Over, bool Ordered, QuotaHolderAnswer[] Held, QuotaHolderAnswer[] Excepted, int Waiting);

public sealed record QuotaCategoryAnswer(string Key, string Name, string Recipient);

public sealed record QuotaHolderAnswer(Guid NominationId, string NomineeName, string UnitCode, string State, string Eligibility, bool MayGoOn);

public sealed record CandidateListAnswer(string Clause, string Rule, string ScopeKey, int? Year, int? Limit, string TieRule, int Version, DecidedOrderAnswer? Order, CandidateAnswer[] Candidates);

public sealed record DecidedOrderAnswer(Guid[] NominationIds, bool Departs, string? Reason, string DecidedBy, DateTimeOffset DecidedAt);

public sealed record CandidateAnswer(
    int Position, int? DecidedPosition, Guid NominationId, string CampaignCode, string CategoryKey, string ProposingUnitCode, string ProposingUnitName, NomineeAnswer Nominee,
    string State, string Eligibility, int? IndexRank, bool WomenFirst, bool Island, string? Rule, string Because, Guid[] EqualWith, bool MayGoOn, bool Excepted, bool Chosen);

public sealed record CandidateQuestion(string Campaign, string Category, int? Year, string? Unit, string? Block);

public sealed record OrderQuestion(string Campaign, string Category, int? Year, string? Unit, string? Block, Guid[] NominationIds, string? Reason);
