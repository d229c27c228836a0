using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Phiếu tự chấm điểm.</summary>
internal static class WriteSelfScoreSheet
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/self-score-sheets", ([AsParameters] PaperIssuer issuer, SelfScoreSheet sheet, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, sheet, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteSelfScoreSheet").WithSummary("Soạn phiếu tự chấm điểm")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/self-score-sheets/{id:guid}", (Guid id, SelfScoreSheet sheet, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, sheet, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteSelfScoreSheet").WithSummary("Sửa dự thảo phiếu tự chấm điểm")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
