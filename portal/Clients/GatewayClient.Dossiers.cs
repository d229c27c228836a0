using System.Net.Http.Headers;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>Dossiers of nominations and their papers.</summary>
public sealed partial class GatewayClient
{
    public Task<DossierAnswer> Dossier(Guid id) => Get<DossierAnswer>($"/api/nominations/{id}/dossier");

    public async Task<DossierPartAnswer> FilePaper(Guid id, string part, IFormFile file, string? reason, int? version)
    {
        using var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Put, Paper(id, part) + Query(("reason", reason))) { Content = new MultipartFormDataContent { { content, "file", file.FileName } } };
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        return await SendAsCaller<DossierPartAnswer>(request);
    }

    public Task<DossierPartAnswer> ConfirmPaper(Guid id, string part, string hash, string confirmedBy) => Act<DossierPartAnswer>($"{Paper(id, part)}/confirm", new { hash, confirmedBy });

    public Task<DossierPartAnswer> WithdrawPaper(Guid id, string part, string reason, int? version) => Act<DossierPartAnswer>($"{Paper(id, part)}/withdraw", new { reason }, version);

    public Task<NominationDetail> ReceiveDossier(Guid id, string? note, int? version) => Act<NominationDetail>($"/api/nominations/{id}/receive", new { note }, version);

    public Task<NominationDetail> ReturnNomination(Guid id, string reason, IEnumerable<(string Part, string Reason)> parts, int? version) =>
        Act<NominationDetail>($"/api/nominations/{id}/return", new { reason, parts = parts.Select(p => new { part = p.Part, reason = p.Reason }) }, version);

    /// <summary>The bytes, on their way to the browser; the caller disposes of the answer.</summary>
    public async Task<HttpResponseMessage> PaperContent(Guid id, string part, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Paper(id, part)}/content?version={Text(version)}");
        return await Send(request, await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken), PatienceWithFiles, HttpCompletionOption.ResponseHeadersRead);
    }

    private static string Paper(Guid id, string part) => $"/api/nominations/{id}/dossier/{Uri.EscapeDataString(part)}";
}
