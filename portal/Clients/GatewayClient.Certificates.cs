using System.Globalization;

namespace Emulation.Portal.Clients;

/// <summary>Certificates of a decision, and large files of them.</summary>
public sealed partial class GatewayClient
{
    public Task<Listing<CertificateAnswer>> Certificates(Guid document, int? after) =>
        Get<Listing<CertificateAnswer>>($"/api/documents/{document}/certificates" + Query(("after", Text(after)), ("limit", "20")));

    public Task<HttpResponseMessage> CertificateContent(Guid document, Guid nomination, string format, string? template) =>
        Stream($"/api/documents/{document}/certificates/{nomination}/{Uri.EscapeDataString(format)}" + Query(("template", template)));

    public Task<Listing<BulkAnswer>> Bulks(Guid? document = null, string? after = null) =>
        Get<Listing<BulkAnswer>>("/api/documents/bulk" + Query(("documentId", document?.ToString()), ("after", after)));

    public Task<BulkAnswer> Bulk(Guid id) => Get<BulkAnswer>($"/api/documents/bulk/{id}");

    public Task<Listing<BulkRefusalAnswer>> BulkRefusals(Guid id, int? after) =>
        Get<Listing<BulkRefusalAnswer>>($"/api/documents/bulk/{id}/refusals" + Query(("after", after?.ToString(CultureInfo.InvariantCulture))));

    public Task<BulkAnswer> Bind(Guid documentId, string content, string format, string? template, string key) =>
        Act<BulkAnswer>("/api/documents/bulk", new { documentId, content, format, template }, key: key);

    public Task<BulkAnswer> CancelBulk(Guid id) => Act<BulkAnswer>($"/api/documents/bulk/{id}/cancel");

    public Task<HttpResponseMessage> BulkContent(Guid id) => Stream($"/api/documents/bulk/{id}/file");
}
