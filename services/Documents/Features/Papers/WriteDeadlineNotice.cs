using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Papers;

/// <summary>Thông báo thay đổi thời hạn (LTN-26-30/III.3.c).</summary>
internal static class WriteDeadlineNotice
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/deadline-notices", ([AsParameters] PaperIssuer issuer, DeadlineNotice notice, PaperDesk desk, CancellationToken ct) => desk.BeginAsync(issuer, notice, ct))
            .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
            .WithName("WriteDeadlineNotice").WithSummary("Soạn thông báo thay đổi thời hạn")
            .Produces<DocumentResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        documents.MapPut("/deadline-notices/{id:guid}", (Guid id, DeadlineNotice notice, PaperDesk desk, HttpContext http, CancellationToken ct) => desk.RewriteAsync(id, notice, http, ct))
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName("RewriteDeadlineNotice").WithSummary("Sửa dự thảo thông báo thay đổi thời hạn")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }
}
