using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Biên bản họp Hội đồng; issued by the council itself (<c>10532-HDTDKT</c>), which has a number series of its own.</summary>
internal static class WriteCouncilMinutes
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/minutes", ([AsParameters] PaperIssuer issuer, CouncilMinutes minutes, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, minutes, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteCouncilMinutes").WithSummary("Soạn biên bản họp Hội đồng")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/minutes/{id:guid}", (Guid id, CouncilMinutes minutes, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, minutes, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteCouncilMinutes").WithSummary("Sửa dự thảo biên bản họp Hội đồng")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
