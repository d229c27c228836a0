using System.Net.Http.Headers;

namespace Emulation.Portal.Clients;

/// <summary>Digital signatures: the steps of a document, and checks that anybody may ask for.</summary>
public sealed partial class GatewayClient
{
    public Task<SigningAnswer> Signing(Guid id) => Get<SigningAnswer>($"/api/documents/{id}/signatures");

    public Task<SigningAnswer> SubmitForSigning(Guid id, string? signerName, string? signerPosition, int? version, string key) =>
        Act<SigningAnswer>($"/api/documents/{id}/signing", new { signerName, signerPosition }, version, key);

    public Task<DocumentAnswer> ReturnToDraft(Guid id, string reason, int? version, string key) => Act<DocumentAnswer>($"/api/documents/{id}/signing/return", new { reason }, version, key);

    public Task<SigningAnswer> SignAsPerson(Guid id, int? version, string key) => Act<SigningAnswer>($"/api/documents/{id}/signatures/person", version: version, key: key);

    public async Task<VerificationAnswer> Verify(IFormFile file)
    {
        using var body = new MultipartFormDataContent();
        var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        body.Add(content, "file", "van-ban.pdf");
        return await SendAsCaller<VerificationAnswer>(new HttpRequestMessage(HttpMethod.Post, "/api/verifications") { Content = body });
    }

    /// <summary>Asked by anyone, without an account.</summary>
    public Task<VerifiedCodeAnswer> LookUpCode(string code) =>
        Send<VerifiedCodeAnswer>(new HttpRequestMessage(HttpMethod.Get, $"/api/verifications/{Uri.EscapeDataString(code)}"), token: null);
}
