using System.Net.Http.Headers;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>Plans taken in from files, and the campaigns made of them.</summary>
public sealed partial class GatewayClient
{
    public Task<Listing<PlanImportItem>> PlanImports(string? search) => Get<Listing<PlanImportItem>>("/api/plan-imports" + Query(("q", search)));

    public Task<PlanImportAnswer> PlanImport(Guid id) => Get<PlanImportAnswer>($"/api/plan-imports/{id}");

    public async Task<PlanImportAnswer> ImportPlan(IFormFile file)
    {
        using var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return await SendAsCaller<PlanImportAnswer>(new HttpRequestMessage(HttpMethod.Post, "/api/plan-imports") { Content = new MultipartFormDataContent { { content, "file", file.FileName } } });
    }

    public async Task<string> PlanImportText(Guid id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/plan-imports/{id}/text");
        using var response = await Send(request, await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken), Patience, HttpCompletionOption.ResponseContentRead);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<PlanImportAnswer> ReviewPlanImport(Guid id, IEnumerable<object> fields, int? version) =>
        Act<PlanImportAnswer>($"/api/plan-imports/{id}/fields", new { fields }, version, method: HttpMethod.Put);

    public Task<ImportedCampaignAnswer> ImportedCampaign(Guid id) => Get<ImportedCampaignAnswer>($"/api/plan-imports/{id}/campaign");

    /// <summary>Sent under the person's own token: the services do not call each other.</summary>
    public Task<DraftedCampaign> DraftCampaign(object plan, string key) => Act<DraftedCampaign>("/api/campaigns", plan, key: key);
}
