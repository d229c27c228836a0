using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.FormCheck;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Reading;
using Emulation.Documents.PlanImport.Source;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.PlanImports;

internal static class ImportPlan
{
    private const string PlainType = "text/plain";

    private static readonly string[] Accepted = [PlainType, FileSafety.Word, FileSafety.Pdf, "application/octet-stream"];

    public static void Map(IEndpointRouteBuilder group) => group.MapPost("/plan-imports", Handle)
        .RequireAuthorization(Policies.CampaignsWrite).TakesFile(Accepted, UploadedFile.MaxBytes).WithIdempotency()
        .WithName(nameof(ImportPlan)).WithSummary("Nhập kế hoạch phát động phong trào từ tệp TXT, DOCX, PDF (tối đa 10 MB); gửi lại cùng tệp thì nhận lại cùng kết quả")
        .Produces<PlanImportResponse>(201).Produces<PlanImportResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(UploadedFile file, DocumentsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (file.Problem is { } unread)
            return unread.Result();
        var hash = DownloadDocument.Hash(file.Content);
        if (await Known(db, user.UnitCode, hash, ct) is { } before)
        {
            var again = intake.Ok(PlanImportResponse.Of(before), before.Version);
            await db.SaveChangesAsync(ct);
            return again;
        }
        var (mediaType, text, tables, refused) = await Task.Run(() => Read(file.Content, ct), ct);
        if (refused is not null)
            return refused.Result();
        if (text!.Text.Length > SourceText.Longest)
            return Problems.ImportTooLong.With($"Văn bản có {text.Text.Length:N0} ký tự; chỉ đọc đến {SourceText.Longest:N0}.").Result();
        if (!text.Text.Any(char.IsLetterOrDigit))
            return Problems.ImportEmpty.Result();
        var units = await db.Units.AsNoTracking().ToListAsync(ct);
        var read = PlanReader.Read(text, [.. units.Select(KnownUnit.Of)]);
        var now = time.GetUtcNow();
        var import = ImportedPlan.Of(user.UnitCode, file.Name, mediaType, file.Content, hash, read, tables, user.Id, now);
        db.ImportedPlans.Add(import);
        db.ImportedFiles.Add(new() { ImportId = import.Id, Content = file.Content });
        db.Audit("planImport", import.Id, "imported", user.Id, now, changes: new { import.Sha256, import.Size, import.MediaType, Fields = read.Fields.Length }, from: user.RemoteAddress);
        var answer = intake.Created($"/plan-imports/{import.Id}", PlanImportResponse.Of(import), import.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static Task<ImportedPlan?> Known(DocumentsDbContext db, string unit, string hash, CancellationToken ct) =>
        db.ImportedPlans.AsNoTracking().SingleOrDefaultAsync(p => p.UnitCode == unit && p.Sha256 == hash, ct);

    private static (string MediaType, SourceText? Text, ImportedTable[] Tables, Problem? Refused) Read(byte[] bytes, CancellationToken ct)
    {
        var nature = FileSafety.Of(bytes);
        if (nature.Fault == FileFault.Unsafe)
            return ("", null, [], Problems.ImportUnsafe.With(nature.Detail!));
        switch (nature.MediaType)
        {
            case FileSafety.Word:
                try
                {
                    return WordSource.Read(bytes) is { } word ? (FileSafety.Word, word.Text, word.Tables, null) : ("", null, [], Problems.ImportNotText.With("Tệp Word không có phần nội dung."));
                }
                catch (Exception e) when (e is System.Xml.XmlException or InvalidDataException)
                {
                    return ("", null, [], Problems.ImportUnsafe.With("Tệp Word hỏng, không đọc được."));
                }
            case FileSafety.Pdf:
                try
                {
                    return PdfSource.Read(bytes, new WorkBudget(ct)) is { } text ? (FileSafety.Pdf, text, [], null)
                        : ("", null, [], Problems.PdfOnlyImages.With("Hãy tải lên bản có chữ (DOCX, PDF xuất từ máy tính), hoặc nhận dạng chữ trước rồi tải lên tệp TXT."));
                }
                catch (UnreadableFileException e)
                {
                    return ("", null, [], Problems.PdfUnreadable.With(e.Message));
                }
            case null:
                return PlainSource.Read(bytes) is { } plain ? (PlainType, plain, [], null) : ("", null, [], Problems.ImportNotText.With("Nội dung không phải văn bản UTF-8, DOCX hay PDF."));
            default:
                return ("", null, [], Problems.ImportNotText.With("Chỉ nhận tệp TXT (UTF-8), DOCX, PDF."));
        }
    }
}
