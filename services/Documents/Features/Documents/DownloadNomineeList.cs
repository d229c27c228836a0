using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emulation.Documents.Features.Documents;

/// <summary>The list of nominees as a file beside its document, for dossiers that ask for it apart (CVA-26/III.4.1).</summary>
internal static class DownloadNomineeList
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/{id:guid}/nominee-list/docx", (Guid id, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct) => Handle(id, FileFormat.Docx, db, user, writer, ct))
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadNomineeListDocx").WithSummary("Tải danh sách trích ngang thành tệp riêng, dạng DOCX")
            .Produces(200, contentType: DownloadDocument.DocxType).Produces(304).ProducesProblem(404);
        documents.MapGet("/{id:guid}/nominee-list/pdf", (Guid id, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct) => Handle(id, FileFormat.Pdf, db, user, writer, ct))
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadNomineeListPdf").WithSummary("Tải danh sách trích ngang thành tệp riêng, dạng PDF")
            .Produces(200, contentType: "application/pdf").Produces(304).ProducesProblem(404);
    }

    private static async Task<IResult> Handle(Guid id, FileFormat format, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().ReadableBy(user).Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
            return Problems.NotFound.Result();
        if (await writer.NomineeListAsync(document, ct) is not { } list)
            return Problems.NoNomineeList.Result();
        var content = writer.Draw(list, format);
        var name = $"danh-sach-{document.Symbol?.Replace('/', '-') ?? $"du-thao-{document.TypeCode}"}.{GetDocument.Name(format)}";
        return TypedResults.File(content, format == FileFormat.Pdf ? "application/pdf" : DownloadDocument.DocxType, name, entityTag: new EntityTagHeaderValue($"\"{DownloadDocument.Hash(content)}\""));
    }
}
