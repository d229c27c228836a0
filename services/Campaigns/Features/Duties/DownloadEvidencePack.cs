using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>The evidence pack as one ZIP file: the answer of <see cref="GetEvidencePack"/>, a table of the duties, every version of the plan, and all attachments in folders.</summary>
internal static class DownloadEvidencePack
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true };

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}/evidence-pack/zip", Handle)
            .WithName(nameof(DownloadEvidencePack)).WithSummary("Hồ sơ minh chứng của một phong trào, tải về thành một tệp ZIP kèm mọi tài liệu")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces(200, contentType: "application/zip").ProducesProblem(403).ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, Dues dues, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (pack, refused) = await GetEvidencePack.CompileAsync(id, db, dues, user, time.GetUtcNow(), cancellationToken);
        if (refused is not null)
            return refused.Result();
        // On disk, not in memory: all attachments of five years may be in it. The file goes with the answer.
        var whole = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
            {
                Put(zip, "tong-hop.json", JsonSerializer.SerializeToUtf8Bytes(pack, Indented));
                Put(zip, "viec-phai-lam.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table(pack!.Duties))]);
                foreach (var version in pack.Versions)
                {
                    var plan = await db.CampaignVersions.AsNoTracking().SingleAsync(v => v.CampaignId == id && v.Version == version.Version, cancellationToken);
                    Put(zip, $"ke-hoach/phien-ban-{version.Version:00}.json", JsonSerializer.SerializeToUtf8Bytes(plan.Plan, Indented));
                }
                foreach (var report in pack.Reports)
                {
                    var folder = $"bao-cao/{report.UnitCode}/{report.Key}_{report.Period}";
                    Put(zip, $"{folder}/bao-cao.json", JsonSerializer.SerializeToUtf8Bytes(report, Indented));
                    await FilesAsync(zip, folder, [.. report.Files.Select(f => f.Id)], db, cancellationToken);
                }
                foreach (var outcome in pack.Outcomes)
                    await FilesAsync(zip, $"ket-qua/{outcome.UnitCode}/{outcome.Key}_{outcome.Period}", outcome.Files, db, cancellationToken);
                foreach (var plan in pack.UnitPlans)
                    await FilesAsync(zip, $"ke-hoach-rieng/{plan.UnitCode}/{plan.Key}_lan-{plan.Edition}", [plan.FileId], db, cancellationToken);
            }
            whole.Position = 0;
            return TypedResults.File(whole, "application/zip", $"{pack.Campaign.Code}-minh-chung.zip");
        }
        catch
        {
            await whole.DisposeAsync();
            throw;
        }
    }

    private static async Task FilesAsync(ZipArchive zip, string folder, Guid[] files, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        for (var i = 0; i < files.Length; i++)
        {
            var file = await db.ReportFiles.AsNoTracking().Include(f => f.Content).SingleAsync(f => f.Id == files[i], cancellationToken);
            Put(zip, $"{folder}/{i + 1:00}-{Portable(file.Name)}", file.Content!.Bytes);
        }
    }

    private static void Put(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(bytes);
    }

    /// <summary>A name that every system can unpack.</summary>
    private static string Portable(string name) => string.Concat(name.Select(c => c is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '/' or '\\' ? '_' : c));

    private static string Table(DutyResponse[] duties)
    {
        var table = new StringBuilder("Mục,Nội dung,Đơn vị,Tên đơn vị,Kỳ,Ngày cuối,Tình trạng,Làm xong\r\n");
        foreach (var d in duties)
            table.AppendJoin(',', new[] { d.Clause, d.Text, d.UnitCode, d.UnitName, d.Period, $"{d.LastDay:dd/MM/yyyy}", Words(d.State), d.DoneAt is { } at ? VietnamTime.DateOf(at).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "" }.Select(Cell)).Append("\r\n");
        return table.ToString();
    }

    /// <summary>A spreadsheet takes what begins with = + - @ for a formula.</summary>
    private static string Cell(string text) => $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Words(DueState state) => state switch
    {
        DueState.DueSoon => "Sắp đến hạn",
        DueState.Overdue => "Quá hạn",
        DueState.Done => "Đã làm",
        DueState.DoneLate => "Làm muộn",
        DueState.NotApplicable => "Không phát sinh",
        _ => "Chưa đến hạn",
    };
}
