using Emulation.Documents.Certificates;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emulation.Documents.Features.Certificates;

/// <summary>One certificate of one awardee, from the words of the issued decision.</summary>
internal static class DownloadCertificate
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/{id:guid}/certificates/{nominationId:guid}/pdf",
                (Guid id, Guid nominationId, string? template, CertificateDesk desk, CertificateRenderer renderer, CurrentUser user, CancellationToken ct) =>
                    Handle(id, nominationId, template, FileFormat.Pdf, desk, renderer, user, ct))
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadCertificatePdf").WithSummary("Giấy khen, bằng khen của một tập thể, cá nhân, để in (PDF)")
            .Produces(200, contentType: "application/pdf").Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        documents.MapGet("/{id:guid}/certificates/{nominationId:guid}/docx",
                (Guid id, Guid nominationId, string? template, CertificateDesk desk, CertificateRenderer renderer, CurrentUser user, CancellationToken ct) =>
                    Handle(id, nominationId, template, FileFormat.Docx, desk, renderer, user, ct))
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadCertificateDocx").WithSummary("Nội dung giấy khen, bằng khen để chỉnh sửa, không có khung (DOCX)")
            .Produces(200, contentType: DownloadDocument.DocxType).Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> Handle(
        Guid id, Guid nominationId, string? template, FileFormat format, CertificateDesk desk, CertificateRenderer renderer, CurrentUser user, CancellationToken ct)
    {
        var (source, scope, refused) = await desk.OpenAsync(id, user, ct);
        if (source is null)
            return refused!.Result();
        if (await desk.Lines(id, scope).SingleOrDefaultAsync(l => l.NominationId == nominationId, ct) is not { } line)
            return Problems.NotAwarded.Result();
        var (certificate, chosen, notPrinted) = await desk.PrepareAsync(source, line, template, ct);
        if (certificate is null)
            return notPrinted!.Result();
        var (content, problem) = format == FileFormat.Pdf ? renderer.Render(certificate, chosen!) : (CertificateDocx.Render(certificate, chosen!), null);
        if (content is null)
            return problem!.Result();
        return TypedResults.File(content, format == FileFormat.Pdf ? "application/pdf" : DownloadDocument.DocxType, FileName(source.Decision, line, format),
            entityTag: new EntityTagHeaderValue($"\"{DownloadDocument.Hash(content)}\""));
    }

    /// <summary>“12-QĐ-UBND-so-03.pdf”: sorts by decision and number, and names nobody.</summary>
    public static string FileName(Document decision, DocumentLine line, FileFormat format) =>
        $"{decision.Symbol!.Replace('/', '-')}-so-{line.Order:00}.{GetDocument.Name(format)}";
}
