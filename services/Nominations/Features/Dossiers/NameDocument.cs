using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>A document that was issued here stands for a file: the submission (Tờ trình) need not be uploaded again.</summary>
public sealed record NameDocumentRequest
{
    /// <summary>Identity of an issued document that lists this nomination.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Why it is filed anew.</summary>
    [Text(1000)]
    public string? Reason { get; init; }
}

internal static class NameDocument
{
    /// <summary>Type of document that fits a part (Nghị định 30/2020 Phụ lục III).</summary>
    private static readonly Dictionary<string, string> Types = new() { ["to-trinh"] = "TTr", ["bien-ban"] = "BB", ["bao-cao-thanh-tich"] = "BC" };

    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/dossier/{part}/document", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(NameDocument)).WithSummary("Dùng văn bản đã ban hành trong hệ thống làm thành phần hồ sơ")
        .Produces<PartResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, string part, NameDocumentRequest request, DossierDesk desk, NominationsDbContext db, Intake intake, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (dossiers, problem) = await desk.OpenAsync([id], ct);
        if (problem is not null)
            return problem.Result();
        var dossier = dossiers[0];
        if (dossier.Standing.Part(part) is not { } standing)
            return DossierDesk.UnknownPart(dossier.Standing, part).Result();
        if (Preconditions.IfMatch(http, standing.Versions.Length) is { } stale)
            return stale.Result();
        if (await db.Documents.AsNoTracking().VisibleTo(desk.User, d => d.UnitCode).FirstOrDefaultAsync(d => d.Id == request.DocumentId, ct) is not { } document
            || !document.NominationIds.Contains(id))
            return Problems.UnknownDocument.At("/documentId").Result();
        if (Types.GetValueOrDefault(part) != document.Type)
            return Problems.UnknownDocument.At("/documentId", $"Văn bản {document.Symbol} không phải là {standing.Asked.Part.Name}.").Result();
        Paper? filed = null;
        if (desk.File(dossier, standing, number => filed = new Paper
        {
            Id = Guid.CreateVersion7(desk.Now),
            NominationId = id,
            PartKey = part,
            Number = number,
            UnitCode = desk.User.UnitCode,
            FiledBy = desk.User.Id,
            FiledAt = desk.Now,
            Reason = request.Reason,
            Hash = document.PdfSha256,
            Name = $"{document.Symbol.Replace('/', '-')}.pdf",
            MediaType = FileSafety.Pdf,
            DocumentId = document.Id,
            DocumentSymbol = document.Symbol,
            Minutes = standing.Asked.Minutes,
        }, "paperFiled", request.Reason) is { } refused)
            return refused.Result();
        var now = Standing.Of(dossier.Nomination, dossier.Campaign.Category(dossier.Nomination.CategoryKey)!, [.. standing.Versions, filed!], desk.Day(dossier.Nomination)).Part(part)!;
        var answer = intake.Created($"/nominations/{id}/dossier/{part}/content", PartResponse.Of(now, dossier.File), filed!.Number);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
