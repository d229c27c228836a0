using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Phiếu bầu of a session.</summary>
internal static class WriteCouncilBallot
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/ballots", ([AsParameters] PaperIssuer issuer, CouncilBallot ballot, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, ballot, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteCouncilBallot").WithSummary("Soạn phiếu bầu của phiên họp Hội đồng")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/ballots/{id:guid}", (Guid id, CouncilBallot ballot, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, ballot, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteCouncilBallot").WithSummary("Sửa dự thảo phiếu bầu của phiên họp Hội đồng")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
