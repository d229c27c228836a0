using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

internal static class GetDocument
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapGet("/{id:guid}", Handle)
        .RequireAuthorization(Policies.DocumentsRead)
        .WithName(nameof(GetDocument)).WithSummary("Một văn bản với danh sách tập thể, cá nhân")
        .Produces<DocumentResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, DocumentsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (!await db.Documents.ReadableBy(user).AnyAsync(d => d.Id == id, ct))
            return Problems.NotFound.Result();
        var response = await LoadAsync(db, id, ct);
        Preconditions.SetETag(http, response.Document.Version);
        return TypedResults.Ok(response);
    }

    public static async Task<DocumentResponse> LoadAsync(DocumentsDbContext db, Guid id, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().Include(d => d.Lines).SingleAsync(d => d.Id == id, ct);
        var files = await db.Files.AsNoTracking().Where(f => f.DocumentId == id).Select(f => new { f.Format, f.Sha256 }).ToListAsync(ct);
        return Of(document, files.Select(f => (f.Format, f.Sha256)));
    }

    public static DocumentResponse Of(Document document, IEnumerable<(FileFormat Format, string Sha256)> files) => new()
    {
        Document = Visibility.Summarise(document),
        SignerName = document.SignerName,
        SignerPosition = document.SignerPosition,
        SigningForm = document.SigningForm,
        Recipients = document.Recipients,
        Content = document.Content,
        Files = [.. files.OrderBy(f => f.Format).Select(f => new DocumentFile(Name(f.Format), f.Sha256))],
        Lines = [.. NomineeList.Ordered(document).Select(DocumentLineResponse.Of)],
    };

    public static string Name(FileFormat format) => format == FileFormat.Pdf ? "pdf" : "docx";
}
