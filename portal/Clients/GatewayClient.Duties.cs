using System.Globalization;
using System.Net.Http.Headers;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>What units owe, their reports and the files to them.</summary>
public sealed partial class GatewayClient
{
    public async Task<CampaignOverview[]> Campaigns() => (await Get<Listing<CampaignOverview>>("/api/campaigns" + Query(("state", "launched"), ("limit", Most)))).Items;

    public Task<CampaignPlanAnswer> CampaignPlan(Guid id) => Get<CampaignPlanAnswer>($"/api/campaigns/{id}");

    public async Task<NominationCountAnswer[]> NominationCounts(string campaign, int year) =>
        (await Get<Listing<NominationCountAnswer>>("/api/nominations/summary" + Query(("year", Text(year)), ("campaign", campaign)))).Items;

    public async Task<UnitItem[]> UnitsBelow(string parent) => (await Get<Listing<UnitItem>>("/api/units" + Query(("parent", parent), ("limit", Most)))).Items;

    public Task<DutiesAnswer> Duties(DutyFilter f) => Get<DutiesAnswer>("/api/duties" + Query(
        ("campaignId", f.Campaign), ("unitCode", f.Unit), ("state", f.State), ("kind", f.Kind),
        ("from", string.Create(CultureInfo.InvariantCulture, $"{f.Year}-01-01")), ("to", string.Create(CultureInfo.InvariantCulture, $"{f.Year}-12-31")), ("after", f.After), ("limit", "100")));

    public Task<MissingAnswer> Missing(string campaign, int year) => Get<MissingAnswer>("/api/duties/missing" + Query(("campaignId", campaign), ("year", Text(year))));

    public Task<ReportAnswer> Report(Guid id) => Get<ReportAnswer>($"/api/reports/{id}");

    public Task<ReportItem> SubmitReport(ReportDraft draft, string key) => Act<ReportItem>("/api/reports", draft, key: key);

    public Task<OutcomeItem> RecordOutcome(OutcomeDraft draft, string key) => Act<OutcomeItem>("/api/duties/outcomes", draft, key: key);

    /// <summary>One duty as it is listed; null when it is not there.</summary>
    public async Task<DutyItem?> Duty(string kind, Guid? campaign, string unit, string? key, string? period, int year)
    {
        string? after = null;
        do
        {
            var page = await Duties(new DutyFilter(campaign?.ToString(), unit, null, kind, year, after));
            if (Array.Find(page.Items, d => d.Key == key && d.Period == period && d.CampaignId == campaign) is { } found)
                return found;
            after = page.Next;
        }
        while (after is not null);
        return null;
    }

    public Task<ReportItem> CorrectReport(Guid id, ReportDraft draft, int? version) =>
        Act<ReportItem>($"/api/reports/{id}", new { draft.Text, draft.Figures, draft.Files, draft.SelfScore, draft.LateReason }, version, method: HttpMethod.Put);

    public Task<ReportItem> ReceiveReport(Guid id, int? version) => Act<ReportItem>($"/api/reports/{id}/receive", null, version);

    public Task<ReportItem> ReturnReport(Guid id, string reason, int? version) => Act<ReportItem>($"/api/reports/{id}/return", new { reason }, version);

    public async Task<ReportFileItem> FileForReport(string unitCode, IFormFile file)
    {
        using var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { content, "file", file.FileName } };
        return await SendAsCaller<ReportFileItem>(new HttpRequestMessage(HttpMethod.Post, "/api/report-files" + Query(("unitCode", unitCode))) { Content = form });
    }

    public Task<HttpResponseMessage> ReportFileContent(Guid id) => Stream($"/api/report-files/{id}/content");

    public Task<HttpResponseMessage> EvidencePack(Guid campaign) => Stream($"/api/campaigns/{campaign}/evidence-pack/zip");

    /// <summary>The bytes, on their way to the browser; the caller disposes of the answer.</summary>
    private async Task<HttpResponseMessage> Stream(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request, await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken), PatienceWithFiles, HttpCompletionOption.ResponseHeadersRead);
    }
}
