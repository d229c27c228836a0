using Emulation.Documents.Bulk;
using Emulation.Documents.Certificates;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Certificates;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Bulk;

/// <summary>Asks for certificates or dossiers of a decision as one file.</summary>
public sealed record BindCertificatesRequest
{
    /// <summary>An issued decision.</summary>
    public required Guid DocumentId { get; init; }

    public required BulkContent Content { get; init; }

    public required BulkFormat Format { get; init; }

    /// <summary>Template for all of them; null = the one taken by itself.</summary>
    [Text(100)]
    public string? Template { get; init; }
}

internal static class BindCertificates
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/bulk", Handle)
        .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
        .WithName(nameof(BindCertificates)).WithSummary("In hàng loạt giấy khen, bằng khen hoặc hồ sơ của một quyết định thành một tệp ZIP hoặc PDF")
        .Produces<BulkResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        BindCertificatesRequest request, CertificateDesk desk, CertificateTemplates templates, DocumentsDbContext db, CurrentUser user, Intake intake,
        IConfiguration configuration, JobRunner<DocumentsDbContext> runner, TimeProvider time, CancellationToken ct)
    {
        var (source, scope, problem) = await desk.OpenAsync(request.DocumentId, user, ct);
        if (source is null)
            return problem!.At("/documentId").Result();
        if (request.Template is { } template && templates.All.All(t => t.Code != template))
            return Problems.UnknownTemplate.At("/template").Result();
        var options = BulkOptions.From(configuration);
        var total = await desk.Lines(request.DocumentId, scope).CountAsync(ct);
        if (total == 0)
            return Problems.NothingToBind.Result();
        if (total > options.LargestJob)
            return Problems.TooManyToBind.With($"Quyết định có {total} trường hợp; một lần in tối đa {options.LargestJob}.").Result();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Counted one after the other, or two at once would both find the last place free.
        await db.LockKeyAsync($"bulk {user.UnitCode}", ct);
        var open = await db.Set<BulkJob>().CountAsync(j => j.UnitCode == user.UnitCode && (j.State == BulkState.Waiting || j.State == BulkState.Running), ct);
        if (open >= options.OpenPerUnit)
            return Problems.TooManyBulks.With($"Đang có {open} việc; chờ một việc xong hoặc dừng bớt.").Result();
        var now = time.GetUtcNow();
        var job = new BulkJob(now)
        {
            UnitCode = user.UnitCode,
            Scope = scope,
            CreatedBy = user.Id,
            DocumentId = request.DocumentId,
            Symbol = source.Decision.Symbol!,
            Content = request.Content,
            Format = request.Format,
            Template = request.Template,
            Total = total,
        };
        db.Add(job);
        db.Audit("bulk-job", job.Id, "asked", user.Id, now, changes: new { job.Symbol, job.Content, job.Format, job.Total }, from: user.RemoteAddress);
        var answer = intake.Created($"/documents/bulk/{job.Id}", BulkResponse.Of(job));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        runner.Wake();
        return answer;
    }
}
