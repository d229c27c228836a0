namespace Emulation.Portal.Clients;

/// <summary>Official documents: drafts, issue, files.</summary>
public sealed partial class GatewayClient
{
    public Task<Listing<DocumentSummaryAnswer>> Documents(DocumentFilter f) => Get<Listing<DocumentSummaryAnswer>>("/api/documents" + Query(
        ("search", f.Words), ("type", f.Type), ("state", f.State), ("year", Text(f.Year)), ("unitCode", f.Unit), ("after", f.After)));

    public Task<DocumentAnswer> Document(Guid id) => Get<DocumentAnswer>($"/api/documents/{id}");

    public Task<DocumentAnswer> IssueDocument(Guid id, string? signerName, string? signerPosition, int? version, string key) =>
        Act<DocumentAnswer>($"/api/documents/{id}/issue", new { signerName, signerPosition }, version, key);

    public Task<PresentationAnswer> Presentation(Guid id) => Get<PresentationAnswer>($"/api/documents/{id}/presentation");

    public Task<DocumentAnswer> Present(Guid id, string? signingForm, string? signerName, string? signerPosition, string[]? recipients, int? version) =>
        Act<DocumentAnswer>($"/api/documents/{id}/presentation", new { signingForm, signerName, signerPosition, recipients }, version, method: HttpMethod.Put);

    public Task<HttpResponseMessage> DocumentContent(Guid id, string format) => Stream($"/api/documents/{id}/{Uri.EscapeDataString(format)}");
}
