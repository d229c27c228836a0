using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Kế hoạch phát động phong trào thi đua.</summary>
internal static class WriteLaunchPlan
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/launch-plans", ([AsParameters] PaperIssuer issuer, LaunchPlan plan, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, plan, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteLaunchPlan").WithSummary("Soạn kế hoạch phát động phong trào thi đua")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/launch-plans/{id:guid}", (Guid id, LaunchPlan plan, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, plan, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteLaunchPlan").WithSummary("Sửa dự thảo kế hoạch phát động phong trào thi đua")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
