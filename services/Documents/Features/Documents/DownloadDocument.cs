using System.Security.Cryptography;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emulation.Documents.Features.Documents;

/// <summary>The file as issued; of a draft, as it would look now, with blank number and date.</summary>
internal static class DownloadDocument
{
    public const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/{id:guid}/docx", (Guid id, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct) =>
                Handle(id, FileFormat.Docx, db, user, writer, ct))
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadDocumentDocx").WithSummary("Tải văn bản dạng DOCX")
            .Produces(200, contentType: DocxType).Produces(304).ProducesProblem(404);
        documents.MapGet("/{id:guid}/pdf", (Guid id, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct) =>
                Handle(id, FileFormat.Pdf, db, user, writer, ct))
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadDocumentPdf").WithSummary("Tải văn bản dạng PDF")
            .Produces(200, contentType: "application/pdf").Produces(304).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> Handle(Guid id, FileFormat format, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().ReadableBy(user).Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
            return Problems.NotFound.Result();
        if (document.State == DocumentState.Issued)
        {
            var file = await db.Files.AsNoTracking().SingleAsync(f => f.DocumentId == id && f.Format == format, ct);
            return File(document, format, file.Content, file.Sha256);
        }

        // In signing, exactly what is being signed.
        if (document.State == DocumentState.ForSigning && await db.SigningCases.AsNoTracking().SingleOrDefaultAsync(c => c.DocumentId == id, ct) is { } signing)
        {
            var frozen = format == FileFormat.Pdf ? signing.Pdf : signing.Docx;
            return File(document, format, frozen, Hash(frozen));
        }

        // The DOCX of a draft is what an official begins to edit; the PDF is what would be signed.
        var (contents, problem) = format == FileFormat.Pdf ? await writer.FilesAsync(document, ct, format) : ([writer.Draw(await writer.WriteAsync(document, ct), format)], null);
        return contents is [var content] ? File(document, format, content, Hash(content)) : problem!.Result();
    }

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static FileContentHttpResult File(Document document, FileFormat format, byte[] content, string sha256)
    {
        var name = $"{document.Symbol?.Replace('/', '-') ?? $"du-thao-{document.TypeCode}"}.{GetDocument.Name(format)}";
        return TypedResults.File(content, format == FileFormat.Pdf ? "application/pdf" : DocxType, name, entityTag: new EntityTagHeaderValue($"\"{sha256}\""));
    }
}
