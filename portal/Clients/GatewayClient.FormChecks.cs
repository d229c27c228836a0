using System.Net;
using System.Net.Http.Headers;

namespace Emulation.Portal.Clients;

/// <summary>Form checks, and drafts that come back from Word.</summary>
public sealed partial class GatewayClient
{
    public Task<FormCheckAnswer> CheckForm(IFormFile file) => SendFile<FormCheckAnswer>(HttpMethod.Post, "/api/form-checks", file, null);

    /// <summary>Null when the document has no edited draft.</summary>
    public async Task<EditedDraftAnswer?> EditedDraft(Guid id)
    {
        try
        {
            return await Get<EditedDraftAnswer>($"/api/documents/{id}/edited");
        }
        catch (GatewayException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task<EditedDraftAnswer> UploadEditedDraft(Guid id, IFormFile file, int? version) => SendFile<EditedDraftAnswer>(HttpMethod.Put, $"/api/documents/{id}/edited", file, version);

    public Task<EditedDraftAnswer> KeepEditedDraft(Guid id, int? version) => Act<EditedDraftAnswer>($"/api/documents/{id}/edited/keep", null, version);

    public Task<DocumentAnswer> RemoveEditedDraft(Guid id, int? version) => Act<DocumentAnswer>($"/api/documents/{id}/edited", null, version, method: HttpMethod.Delete);

    public Task<HttpResponseMessage> EditedDraftContent(Guid id, int revision) => Stream($"/api/documents/{id}/edited/docx?revision={Text(revision)}");

    private async Task<T> SendFile<T>(HttpMethod method, string path, IFormFile file, int? version)
    {
        using var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(method, path) { Content = new MultipartFormDataContent { { content, "file", file.FileName } } };
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        return await SendAsCaller<T>(request);
    }
}
