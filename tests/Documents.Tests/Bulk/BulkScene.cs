using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Documents.Bulk;
using Emulation.Documents.Domain;
using Emulation.Documents.Tests.Service;
using Emulation.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Documents.Tests.Bulk;

/// <summary>Large issued decisions, put straight into the database, and jobs on them.</summary>
internal static class BulkScene
{
    private static int _numbers = 1000;

    /// <summary>An issued decision of the city; awardees are named by <paramref name="name"/>.</summary>
    public static async Task<Guid> DecideAsync(this DocumentsFixture service, int count, Func<int, string>? name = null, Func<int, string>? ward = null)
    {
        await service.RegisterAsync("31", "Thành phố Hải Phòng", Contracts.Campaigns.UnitKind.City, null);
        var nominations = Enumerable.Range(1, count).Select(i =>
        {
            var nomination = DocumentsFixture.Snapshot(ward?.Invoke(i) ?? "10532", 5, number: 1);
            return nomination with { Nominee = nomination.Nominee with { Name = name?.Invoke(i) ?? $"Nguyễn Văn An {i}" } };
        }).ToArray();
        var document = Document.Decision(Samples.Awarded(1, count, Guid.CreateVersion7(), nominations[0]), Samples.At);
        for (var i = 0; i < count; i++)
            document.Put(nominations[i], i + 1, Samples.At);
        var number = Interlocked.Increment(ref _numbers);
        document.Issue(number, $"{number}/QĐ-UBND", new DateOnly(2027, 1, 15), "test", Samples.At);
        await service.WithDb(async db =>
        {
            db.Documents.Add(document);
            db.Files.Add(new StoredFile { DocumentId = document.Id, Format = FileFormat.Pdf, Content = [1, 2, 3], Sha256 = "x" });
            return await db.SaveChangesAsync();
        });
        return document.Id;
    }

    public static async Task<Guid> AskAsync(this DocumentsFixture service, Guid document, string content = "certificates", string format = "pdf", string unit = "31") =>
        (Guid)(await service.As(unit).PostAsJsonAsync("/documents/bulk", new { documentId = document, content, format }).OkAsync())["id"]!;

    public static BulkWork Work(this IServiceProvider services) => services.GetRequiredService<BulkWork>();

    public static async Task<JsonNode> StateAsync(this DocumentsFixture service, Guid job, string unit = "31") => await service.As(unit).GetAsync($"/documents/bulk/{job}").OkAsync();

    public static Task<byte[]> FileAsync(this DocumentsFixture service, Guid job, string unit = "31") => service.As(unit).GetByteArrayAsync($"/documents/bulk/{job}/file");
}
