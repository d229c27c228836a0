using System.Security.Cryptography;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Features.Reports;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.ReportFiles;

internal static class FileReportFile
{
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly string[] Accepted = [FileSafety.Pdf, FileSafety.Word, FileSafety.Sheet, FileSafety.Png, FileSafety.Jpeg, "application/octet-stream"];

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/report-files", Handle)
            .WithName(nameof(FileReportFile)).WithSummary("Tải lên một tài liệu (PDF, DOCX, XLSX, PNG, JPG; tối đa 20 MB) để kèm báo cáo, kết quả công việc hoặc kế hoạch riêng; gửi lại cùng tệp thì nhận lại cùng mã")
            .RequireAuthorization(Policies.ReportsWrite).TakesFile(Accepted, LargestFile).WithIdempotency()
            .Produces<ReportFileResponse>(201).Produces<ReportFileResponse>().ProducesProblem(404);

    /// <param name="file">The file.</param>
    /// <param name="unitCode">Unit whose document it is, one's own or one below it; one's own when absent.</param>
    private static async Task<IResult> Handle(
        UploadedFile file, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken, string? unitCode = null)
    {
        var unit = unitCode ?? user.UnitCode;
        // The standing section files what it prepares for the launching unit.
        if (!user.Sees(unit) && !await db.Campaigns.AnyAsync(c => c.UnitCode == unit && c.StandingUnitCode == user.UnitCode, cancellationToken))
            return CommonProblems.NotFound.At("?unitCode").Result();
        if (!await db.Units.AnyAsync(u => u.Code == unit, cancellationToken))
            return CommonProblems.NotFound.At("?unitCode").Result();
        if (file.Problem is { } unread)
            return unread.Result();
        var kind = FileSafety.Of(file.Content);
        if (kind.Fault is { } fault)
            return (fault == FileFault.Unsafe ? Problems.FileUnsafe.With(kind.Detail!) : Problems.FileRefused.With("Chỉ nhận tệp PDF, DOCX, XLSX, PNG, JPG.")).Result();
        var (now, hash, name) = (time.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(file.Content)), file.Name);
        if (await Filed(db, unit, hash, name, cancellationToken) is { } known)
        {
            var again = intake.Ok(known);
            await db.SaveChangesAsync(cancellationToken);
            return again;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Two who send the same bytes at once: one row wins, both go on.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO report_file_contents (hash, size, media_type, bytes) VALUES ({hash}, {file.Content.Length}, {kind.MediaType}, {file.Content}) ON CONFLICT DO NOTHING", cancellationToken);
        var inserted = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO report_files (id, unit_code, hash, name, filed_by, filed_at) VALUES ({Guid.CreateVersion7(now)}, {unit}, {hash}, {name}, {user.Id}, {now}) ON CONFLICT DO NOTHING", cancellationToken);
        var filed = (await Filed(db, unit, hash, name, cancellationToken))!;
        if (inserted == 1)
            db.Audit("reportFile", filed.Id, "filed", user.Id, now, changes: new { filed.Hash, filed.Size, filed.MediaType }, from: user.RemoteAddress);
        var answer = inserted == 1 ? intake.Created($"/report-files/{filed.Id}", filed) : intake.Ok(filed);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private static Task<ReportFileResponse?> Filed(CampaignsDbContext db, string unit, string hash, string name, CancellationToken cancellationToken) =>
        db.ReportFiles.Where(f => f.UnitCode == unit && f.Hash == hash && f.Name == name)
            .Select(f => new ReportFileResponse(f.Id, f.UnitCode, f.Name, f.Hash, f.Content!.Size, f.Content.MediaType, f.FiledAt)).SingleOrDefaultAsync(cancellationToken);
}

internal static class ReportFileEndpoints
{
    public static void MapReportFiles(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Tài liệu kèm báo cáo");
        FileReportFile.Map(group);
        DownloadReportFile.Map(group);
    }
}
