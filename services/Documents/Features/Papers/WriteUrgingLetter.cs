using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Công văn đôn đốc.</summary>
internal static class WriteUrgingLetter
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/urging-letters", ([AsParameters] PaperIssuer issuer, UrgingLetter letter, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, letter, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteUrgingLetter").WithSummary("Soạn công văn đôn đốc")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/urging-letters/{id:guid}", (Guid id, UrgingLetter letter, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, letter, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteUrgingLetter").WithSummary("Sửa dự thảo công văn đôn đốc")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
