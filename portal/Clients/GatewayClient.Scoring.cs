using System.Net.Http.Headers;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>Rounds, score sheets, evidence and index sets.</summary>
public sealed partial class GatewayClient
{
    private const string Most = "200";

    public async Task<RoundAnswer[]> Rounds(int? year = null, string? block = null) =>
        (await Get<Listing<RoundAnswer>>("/api/rounds" + Query(("year", Text(year)), ("block", block), ("limit", Most)))).Items;

    public Task<RoundProgress> Round(Guid id) => Get<RoundProgress>($"/api/rounds/{id}");

    public Task<RoundAnswer> OpenRound(int year, string block, string indexSet, DateOnly selfScoreUntil, int explanationDays, string key) =>
        Act<RoundAnswer>("/api/rounds", new { year, block, indexSet, selfScoreUntil, explanationDays }, key: key);

    public Task<RoundAnswer> ChangeRound(Guid id, DateOnly selfScoreUntil, int explanationDays, string reason, int? version) =>
        Act<RoundAnswer>($"/api/rounds/{id}", new { selfScoreUntil, explanationDays, reason }, version, method: HttpMethod.Put);

    public Task<RoundAnswer> ExtendRound(Guid id, string unitCode, DateOnly until, string reason, int? version) =>
        Act<RoundAnswer>($"/api/rounds/{id}/extensions", new { unitCode, until, reason }, version);

    public Task<FinaliseAnswer> FinaliseRound(Guid id) => Act<FinaliseAnswer>($"/api/rounds/{id}/finalise");

    public Task<UnitAnswer> Unit(string code) => Get<UnitAnswer>($"/api/units/{Uri.EscapeDataString(code)}");

    /// <summary>The first page of sheets in the caller's scope.</summary>
    public Task<Listing<SheetSummary>> Sheets(string? state = null) => Get<Listing<SheetSummary>>("/api/score-sheets" + Query(("state", state), ("limit", Most)));

    public Task<SheetAnswer> Sheet(Guid id) => Get<SheetAnswer>($"/api/score-sheets/{id}");

    public Task<SheetSummary> CreateSheet(string unitCode, int year, string indexSet, string key) =>
        Act<SheetSummary>("/api/score-sheets", new { unitCode, year, indexSet, entries = Array.Empty<EntryBody>() }, key: key);

    public Task<SheetSummary> EditSheet(Guid id, EntryBody[] entries, int? version) => Act<SheetSummary>($"/api/score-sheets/{id}", new { entries }, version, method: HttpMethod.Put);

    public Task<SheetSummary> SubmitSheet(Guid id, int? version) => Step(id, "submit", null, version);

    public Task<SheetSummary> ApproveSheet(Guid id, string approver, int? version) => Step(id, "approve", new { approver }, version);

    public Task<SheetSummary> ReturnSheet(Guid id, string reason, int? version) => Step(id, "return", new { reason }, version);

    public Task<SheetSummary> AppraiseSheet(Guid id, VerdictBody[] changes, SurveyBody[] survey, bool conclude, int? version) => Step(id, "appraise", new { changes, survey, conclude }, version);

    public Task<SheetSummary> ExplainSheet(Guid id, ExplanationBody[] explanations, int? version) => Step(id, "explain", new { explanations }, version);

    public Task<SheetSummary> FinaliseSheet(Guid id, int? version) => Step(id, "finalise", null, version);

    public Task<SheetSummary> ReopenSheet(Guid id, string to, string reason, DateOnly? until, int? version) => Step(id, "reopen", new { to, reason, until }, version);

    /// <summary>What was done to a sheet, or to one leaf of it, latest first; cut off after a thousand acts.</summary>
    public async Task<(SheetAct[] Acts, bool CutOff)> SheetHistory(Guid id, string? leaf = null)
    {
        List<SheetAct> acts = [];
        string? after = null;
        for (var page = 0; page < 5; page++)
        {
            var read = await Get<Listing<SheetAct>>($"/api/score-sheets/{id}/history" + Query(("leaf", leaf), ("after", after), ("limit", Most)));
            acts.AddRange(read.Items);
            after = read.Next;
            if (after is null)
                break;
        }
        acts.Reverse();
        return ([.. acts], after is not null);
    }

    public Task<EvidenceItem> Evidence(Guid id) => Get<EvidenceItem>($"/api/evidence/{id}");

    public async Task<EvidenceItem> FileEvidence(string unitCode, IFormFile file)
    {
        using var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { new StringContent(unitCode), "unitCode" }, { content, "file", file.FileName } };
        return await SendAsCaller<EvidenceItem>(new HttpRequestMessage(HttpMethod.Post, "/api/evidence") { Content = form });
    }

    /// <summary>The bytes, on their way to the browser; the caller disposes of the answer.</summary>
    public async Task<HttpResponseMessage> EvidenceContent(Guid id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/evidence/{id}/content");
        return await Send(request, await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken), PatienceWithFiles, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<IndexSetItem[]> IndexSets(string? state = null) => (await Get<Listing<IndexSetItem>>("/api/index-sets" + Query(("state", state), ("limit", Most)))).Items;

    public Task<IndexSetAnswer> IndexSet(string code) => Get<IndexSetAnswer>($"/api/index-sets/{Uri.EscapeDataString(code)}");

    private Task<SheetSummary> Step(Guid id, string step, object? body, int? version) => Act<SheetSummary>($"/api/score-sheets/{id}/{step}", body, version);
}
