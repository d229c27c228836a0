using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Báo cáo sơ kết, tổng kết (LTN-26-30/IV.2.2, CH-26-30/IV.1.2).</summary>
internal static class WriteCampaignReport
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/campaign-reports", ([AsParameters] PaperIssuer issuer, CampaignReport report, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, report, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteCampaignReport").WithSummary("Soạn báo cáo sơ kết, tổng kết phong trào thi đua")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/campaign-reports/{id:guid}", (Guid id, CampaignReport report, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, report, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteCampaignReport").WithSummary("Sửa dự thảo báo cáo sơ kết, tổng kết phong trào thi đua")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
