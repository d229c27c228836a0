namespace Emulation.Portal.Clients;

/// <summary>Quotas: places, candidates, the council's order.</summary>
public sealed partial class GatewayClient
{
    public Task<QuotaUsageAnswer> QuotaUsage(string campaign, int? year, string? unit) =>
        Get<QuotaUsageAnswer>("/api/quotas/usage" + Query(("campaign", campaign), ("year", Text(year)), ("unit", unit)));

    public Task<CandidateListAnswer> Candidates(CandidateQuestion q) =>
        Get<CandidateListAnswer>("/api/quotas/candidates" + Query(("campaign", q.Campaign), ("category", q.Category), ("year", Text(q.Year)), ("unit", q.Unit), ("block", q.Block)));

    public Task<CandidateListAnswer> OrderCandidates(OrderQuestion order, int? version, string key) => Act<CandidateListAnswer>("/api/quotas/order", order, version, key);
}
