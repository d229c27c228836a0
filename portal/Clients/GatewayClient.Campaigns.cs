using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulation.Portal.Clients;

/// <summary>Campaigns: read, launched, amended, closed; the plans and the words of their units.</summary>
public sealed partial class GatewayClient
{
    public Task<Listing<CampaignItemAnswer>> CampaignList(CampaignFilter f) => Get<Listing<CampaignItemAnswer>>("/api/campaigns" + Query(
        ("unitCode", f.Unit), ("year", Text(f.Year)), ("state", f.State), ("q", f.Search), ("after", f.After), ("limit", "50")));

    public Task<CampaignDetailAnswer> CampaignDetail(Guid id) => Get<CampaignDetailAnswer>($"/api/campaigns/{id}");

    public Task<LinkedCampaignsAnswer> LinkedCampaigns(Guid id) => Get<LinkedCampaignsAnswer>($"/api/campaigns/{id}/linked");

    public Task<CampaignHistoryAnswer> CampaignHistory(Guid id) => Get<CampaignHistoryAnswer>($"/api/campaigns/{id}/history");

    public Task<CampaignVersionAnswer> CampaignVersion(Guid id, int version) => Get<CampaignVersionAnswer>($"/api/campaigns/{id}/versions/{version}");

    public async Task<NextDeadlineAnswer[]> NextDeadlines(DateOnly from, DateOnly to) =>
        (await Get<NextDeadlinesAnswer>("/api/campaigns/deadlines" + Query(("from", Iso(from)), ("to", Iso(to))))).Items;

    public Task<CampaignDetailAnswer> LaunchCampaign(Guid id, int? version, string key) => Act<CampaignDetailAnswer>($"/api/campaigns/{id}/launch", null, version, key);

    public Task<CampaignDetailAnswer> CloseCampaign(Guid id, string reason, int? version, string key) => Act<CampaignDetailAnswer>($"/api/campaigns/{id}/close", new { reason }, version, key);

    public Task<CampaignDetailAnswer> MoveDeadlines(Guid id, string reason, MovedDeadlineBody[] deadlines, int? version, string key) =>
        Act<CampaignDetailAnswer>($"/api/campaigns/{id}/amend", new { reason, deadlines }, version, key);

    /// <summary>The whole plan of a draft anew.</summary>
    public Task<CampaignDetailAnswer> EditCampaign(Guid id, JsonObject plan, int? version) => Act<CampaignDetailAnswer>($"/api/campaigns/{id}", plan, version, method: HttpMethod.Put);

    public Task<UnitPlansAnswer> UnitPlans(Guid campaign) => Get<UnitPlansAnswer>("/api/unit-plans" + Query(("campaignId", campaign.ToString())));

    public Task<UnitPlanEditionAnswer> FileUnitPlan(UnitPlanBody plan, int? version, string key) => Act<UnitPlanEditionAnswer>("/api/unit-plans", plan, version, key);

    public Task<Listing<FeedbackAnswer>> Feedback(Guid campaign, bool answered, string? after) =>
        Get<Listing<FeedbackAnswer>>($"/api/campaigns/{campaign}/feedback" + Query(("answered", answered ? "true" : "false"), ("after", after), ("limit", answered ? "50" : Most)));

    public Task<FeedbackAnswer> SendFeedback(Guid campaign, string unitCode, string text, string key) => Act<FeedbackAnswer>($"/api/campaigns/{campaign}/feedback", new { unitCode, text }, key: key);

    public Task<FeedbackAnswer> AnswerFeedback(Guid campaign, Guid id, string answer, int? version, string key) =>
        Act<FeedbackAnswer>($"/api/campaigns/{campaign}/feedback/{id}/answer", new { answer }, version, key);

    /// <summary>Nominations of a campaign, of all years.</summary>
    public async Task<NominationCountAnswer[]> NominationCounts(string campaign) => (await Get<Listing<NominationCountAnswer>>("/api/nominations/summary" + Query(("campaign", campaign)))).Items;

    /// <summary>Names of units by code; a unit that cannot be read keeps its code.</summary>
    public async Task<Dictionary<string, string>> UnitNames(IEnumerable<string> codes)
    {
        var asked = codes.Distinct().ToArray();
        var names = await Task.WhenAll(asked.Select(Name));
        return asked.Zip(names).ToDictionary(p => p.First, p => p.Second);

        async Task<string> Name(string code)
        {
            try
            {
                return (await Unit(code)).Name;
            }
            catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
            {
                return code;
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
