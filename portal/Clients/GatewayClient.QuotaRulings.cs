namespace Emulation.Portal.Clients;

/// <summary>What is ruled about quotas: what the city allots, what units report, who goes beside a quota, whom the chairman chooses.</summary>
public sealed partial class GatewayClient
{
    public async Task<QuotaPlan> QuotaPlan(Guid campaign) => (await Get<QuotaPlanAnswer>($"/api/campaigns/{campaign}")).Plan;

    public Task<AllotmentAnswer[]> Allotments(string campaign) => Get<AllotmentAnswer[]>("/api/quotas/allotments" + Query(("campaign", campaign)));

    /// <param name="allotment">What is allotted; sent again it replaces the number.</param>
    /// <param name="version">Version seen; 0 = nothing was allotted yet.</param>
    public Task<AllotmentAnswer> Allot(AllotmentBody allotment, int? version) => Act<AllotmentAnswer>("/api/quotas/allotments", allotment, version, method: HttpMethod.Put);

    public Task<ParticipantsAnswer[]> Participants(string campaign) => Get<ParticipantsAnswer[]>("/api/quotas/participants" + Query(("campaign", campaign)));

    public Task<ParticipantsAnswer> ReportParticipants(string campaign, string unitCode, int year, int collectives, int individuals, int? version) =>
        Act<ParticipantsAnswer>("/api/quotas/participants", new { campaign, unitCode, year, collectives, individuals }, version, method: HttpMethod.Put);

    public Task<NominationDetail> ExceptFromQuota(Guid nominationId, string reason, int? version, string key) =>
        Act<NominationDetail>("/api/quotas/exceptions", new { nominationId, reason }, version, key);

    public Task<ChoicesAnswer> Choose(Guid[] nominationIds, bool chosen, string reason, string key) =>
        Act<ChoicesAnswer>("/api/quotas/choices", new { nominationIds, chosen, reason }, key: key);

    /// <summary>A launched campaign by its code; null when there is none.</summary>
    public async Task<CampaignOverview?> CampaignByCode(string? code) => Array.Find(await Campaigns(), c => c.Code == code);
}
