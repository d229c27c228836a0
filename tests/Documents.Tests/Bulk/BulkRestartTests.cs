using Emulation.Documents.Bulk;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Tests.Certificates;
using Emulation.Documents.Tests.Rendering;
using Emulation.Documents.Tests.Service;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulation.Documents.Tests.Bulk;

/// <summary>A job outlives the copy of the service that began it; nothing is lost or done twice, and no more than a chunk is in memory.</summary>
public sealed class BulkRestartTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    [Theory]
    [InlineData("pdf")]
    [InlineData("zip")]
    public async Task CopyKilledInTheMiddle_TheOtherGoesOn_TheFileIsTheSame(string format)
    {
        var document = await service.DecideAsync(170);
        var undisturbed = await service.AskAsync(document, format: format);
        while (await service.Services.Work().StepAsync(undisturbed, default))
        {
        }

        var job = await service.AskAsync(document, format: format);
        await using (var first = service.WithWebHostBuilder(_ => { }))
        {
            Assert.True(await first.Services.Work().StepAsync(job, default));
            // Killed within a part: what it had written was never committed.
            await using var scope = first.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Data.DocumentsDbContext>();
            await using var unfinished = await db.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<BulkBinder>().MakePartAsync(await db.Set<BulkJob>().SingleAsync(j => j.Id == job), default);
            await db.SaveChangesAsync();
            await unfinished.RollbackAsync();
        }

        await using var second = service.WithWebHostBuilder(_ => { });
        await second.Services.Work().RunAsync(default);
        Assert.Equal(170, (int)(await service.StateAsync(job))["processed"]!);
        Assert.Equal(await service.FileAsync(undisturbed), await service.FileAsync(job));
    }

    [Fact]
    public async Task TwoCopiesAtOnce_MakeEachPartOnce()
    {
        var document = await service.DecideAsync(220);
        var job = await service.AskAsync(document);
        await using var second = service.WithWebHostBuilder(_ => { });
        // Not through the runner: as when the lock of the one was lost while it worked on.
        await Task.WhenAll(new[] { service.Services, second.Services, service.Services, second.Services }.Select(s => s.Work().RunAsync(default)));
        // Who found every job taken by another has gone; what is left is worked at the next look.
        await service.Services.Work().RunAsync(default);
        var pdf = new PdfReader(await service.FileAsync(job));
        Assert.Equal(Enumerable.Range(1, 220).Select(i => $"Nguyễn Văn An {i}"), pdf.Pages.Select(p => p.Lines.Single(l => l.Text.StartsWith("Nguyễn Văn An", StringComparison.Ordinal)).Text));
    }

    [Fact]
    public async Task PartThatKeepsFailing_IsGivenUp_AndHoldsUpNobody()
    {
        var broken = await service.AskAsync(await service.DecideAsync(3));
        var sound = await service.AskAsync(await service.DecideAsync(3));
        await service.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE bulk_jobs SET writer = 'không phải JSON', processed = 0 WHERE id = {broken}"));
        for (var i = 0; i < 5; i++)
            await service.Services.Work().RunAsync(default);
        Assert.Equal("failed", (string)(await service.StateAsync(broken))["state"]!);
        Assert.Equal("done", (string)(await service.StateAsync(sound))["state"]!);
    }

    [Fact]
    public void FiveThousand_PassThroughOneChunk_AndTheStateStaysSmall()
    {
        var template = Awards.Templates.All.Single(t => t.Code == "giay-khen-hoi-van");
        int largest = 0, chunks = 0, pages = 0, stateLength = 0;
        long size = 0;
        BookState? state = null;
        var digest = "";
        var decision = Awards.Certificate();
        for (var part = 0; part < 100; part++)
        {
            using var target = Stream();
            var book = state is null ? new PdfBook(Render.Fonts, target) : new PdfBook(Render.Fonts, target, state);
            for (var i = 0; i < 50; i++)
            {
                var texts = decision.Texts.ToDictionary(t => t.Key, t => t.Key == "name" ? $"Nguyễn Văn An {part * 50 + i}" : t.Value);
                Assert.Null(Awards.Renderer.Add(book, decision with { Texts = texts }, template));
            }

            (var closed, state) = book.Close();
            target.HandOn();
            (size, digest, pages) = (target.Length, target.Digest, pages + closed.PageCount);
            stateLength = Math.Max(stateLength, System.Text.Json.JsonSerializer.Serialize(state, Json.Options).Length);
        }

        Assert.Equal(5000, pages);
        Assert.True(size > 10 * ChunkStream.ChunkSize, $"{size}");
        Assert.InRange(largest, 1, ChunkStream.ChunkSize);
        Assert.InRange(stateLength, 1, 4000);

        ChunkStream Stream() => new((number, start, content) =>
        {
            Assert.Equal((chunks, size), (number, start));
            (chunks, size, largest) = (number + 1, start + content.Length, Math.Max(largest, content.Length));
        }, chunks, size, digest);
    }

    internal static Task<int> ChunksAsync(DocumentsFixture service, Guid job) => service.WithDb(db => db.Set<BulkChunk>().CountAsync(c => c.JobId == job));
}
