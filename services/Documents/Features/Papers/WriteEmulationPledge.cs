using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Giao ước thi đua (LTN-TD-26/IV.1.b).</summary>
internal static class WriteEmulationPledge
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/emulation-pledges", ([AsParameters] PaperIssuer issuer, EmulationPledge pledge, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, pledge, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteEmulationPledge").WithSummary("Soạn giao ước thi đua của khối")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/emulation-pledges/{id:guid}", (Guid id, EmulationPledge pledge, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, pledge, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteEmulationPledge").WithSummary("Sửa dự thảo giao ước thi đua của khối")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
