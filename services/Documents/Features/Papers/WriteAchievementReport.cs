using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Báo cáo thành tích (CVA-26/III.4.2).</summary>
internal static class WriteAchievementReport
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/achievement-reports", ([AsParameters] PaperIssuer issuer, AchievementReport report, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, report, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteAchievementReport").WithSummary("Soạn báo cáo thành tích")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/achievement-reports/{id:guid}", (Guid id, AchievementReport report, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, report, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteAchievementReport").WithSummary("Sửa dự thảo báo cáo thành tích")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
