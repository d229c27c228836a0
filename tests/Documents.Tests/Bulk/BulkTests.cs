using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Emulation.Documents.Tests.Rendering;
using Emulation.Documents.Tests.Service;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Documents.Tests.Bulk;

public sealed class BulkTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    [Fact]
    public async Task Pdf_OfADecision_HasAPageForEach_FontsAndFrameOnce_AndTellsHowFarItIs()
    {
        var document = await service.DecideAsync(120);
        var job = await service.AskAsync(document);
        await (await service.As("31").GetAsync($"/documents/bulk/{job}/file")).ProblemAsync(409, "DOC-0092");
        Assert.True(await service.Services.Work().StepAsync(job, default));
        var running = await service.StateAsync(job);
        Assert.Equal(("running", 120, 50), ((string)running["state"]!, (int)running["total"]!, (int)running["processed"]!));
        await service.Services.Work().RunAsync(default);

        var done = await service.StateAsync(job);
        Assert.Equal(("done", 120, 0), ((string)done["state"]!, (int)done["processed"]!, (int)done["refused"]!));
        var file = await service.FileAsync(job);
        Assert.Equal((long)done["size"]!, file.Length);
        var pdf = new PdfReader(file);
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"Nguyễn Văn An {i}"), pdf.Pages.Select(p => p.Lines.Single(l => l.Text.StartsWith("Nguyễn Văn An", StringComparison.Ordinal)).Text));
        Assert.Equal(3, pdf.Objects.Count(o => o.Contains("/Type /FontDescriptor", StringComparison.Ordinal)));
        Assert.Single(pdf.Objects, o => o.Contains("/Subtype /Form", StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneThatCannotBePrinted_IsNamedWithItsReason_AndTheOthersAreThere()
    {
        var document = await service.DecideAsync(5, i => i == 3 ? "Nguyễn \u4E2D" : $"Trần Thị Bình {i}");
        var zip = await service.AskAsync(document, format: "zip");
        var pdf = await service.AskAsync(document);
        await service.Services.Work().RunAsync(default);
        Assert.Equal(4, new PdfReader(await service.FileAsync(pdf)).Pages.Count);
        using var archive = new ZipArchive(new MemoryStream(await service.FileAsync(zip)));
        Assert.Equal(["-so-01.pdf", "-so-02.pdf", "-so-04.pdf", "-so-05.pdf"], archive.Entries.Select(e => e.Name[^10..]));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            await stream.CopyToAsync(content);
            Assert.Single(new PdfReader(content.ToArray()).Pages);
        }

        var refusal = Assert.Single((await service.As("31").GetAsync($"/documents/bulk/{zip}/refusals").OkAsync())["items"]!.AsArray())!;
        Assert.Equal((3, "DOC-0086"), ((int)refusal["order"]!, (string)refusal["code"]!));
        Assert.Equal(1, (int)(await service.StateAsync(zip))["refused"]!);
    }

    [Fact]
    public async Task NobodyWhoCanBePrinted_IsAFailureWithoutAFile()
    {
        var job = await service.AskAsync(await service.DecideAsync(2, _ => "\u4E2D"));
        await service.Services.Work().RunAsync(default);
        Assert.Equal("failed", (string)(await service.StateAsync(job))["state"]!);
        await (await service.As("31").GetAsync($"/documents/bulk/{job}/file")).ProblemAsync(410, "DOC-0093");
    }

    [Fact]
    public async Task Dossiers_HoldTheIssuedPapersOnce_AndASheetWithTheCertificateForEach()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var nomination = DocumentsFixture.Snapshot(ward);
        var proposal = await service.DraftAsync(ward, nomination);
        await service.As(ward).PostAsJsonAsync($"/documents/{proposal}/issue", new { }).OkAsync();
        var (document, _) = await service.DecideAsync([nomination with { Version = 5 }, DocumentsFixture.Snapshot(ward, 5, number: 3)]);
        var zip = await service.AskAsync(document, "dossiers", "zip");
        var pdf = await service.AskAsync(document, "dossiers");
        await service.Services.Work().RunAsync(default);

        using var archive = new ZipArchive(new MemoryStream(await service.FileAsync(zip)));
        Assert.Equal(["van-ban", "van-ban", "ho-so", "ho-so"], archive.Entries.Select(e => e.FullName.Split('/')[0]));
        using (var issued = new MemoryStream())
        {
            using var stream = archive.Entries.Single(e => e.Name.Contains("TTr", StringComparison.Ordinal)).Open();
            await stream.CopyToAsync(issued);
            Assert.Equal(await service.As(ward).GetByteArrayAsync($"/documents/{proposal}/pdf"), issued.ToArray());
        }

        var pages = new PdfReader(await service.FileAsync(pdf)).Pages;
        // The second has a Cờ thi đua, which is not printed: a sheet and no certificate.
        Assert.Equal(3, pages.Count);
        foreach (var part in (string[])["PHIẾU HỒ SƠ KHEN THƯỞNG", nomination.Nominee.Name, "Kết quả xét tiêu chuẩn"])
            Assert.Contains(pages[0].Lines, line => line.Text == part);
        Assert.Contains(pages[0].Lines, line => line.Text.Contains("01/TTr-UBND", StringComparison.Ordinal));
        Assert.Contains(pages[1].Lines, line => line.Text == "BẰNG KHEN");
    }

    [Fact]
    public async Task File_IsReadByRanges_AndKnownByItsTag()
    {
        var job = await service.AskAsync(await service.DecideAsync(60));
        await service.Services.Work().RunAsync(default);
        var whole = await service.FileAsync(job);
        var request = new HttpRequestMessage(HttpMethod.Get, $"/documents/bulk/{job}/file");
        request.Headers.Range = new RangeHeaderValue(whole.Length / 2, null);
        var rest = await service.As("31").SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[(whole.Length / 2)..], await rest.Content.ReadAsByteArrayAsync());
        var again = new HttpRequestMessage(HttpMethod.Get, $"/documents/bulk/{job}/file");
        again.Headers.IfNoneMatch.Add(rest.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await service.As("31").SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task Cancel_KeepsNothing_AndEndsTheWork()
    {
        var job = await service.AskAsync(await service.DecideAsync(60));
        await service.Services.Work().StepAsync(job, default);
        Assert.Equal("cancelled", (string)(await service.As("31").PostAsync($"/documents/bulk/{job}/cancel", null).OkAsync())["state"]!);
        Assert.False(await service.Services.Work().StepAsync(job, default));
        Assert.Equal(0, await BulkRestartTests.ChunksAsync(service, job));
        await (await service.As("31").GetAsync($"/documents/bulk/{job}/file")).ProblemAsync(410, "DOC-0093");
        await (await service.As("31").PostAsync($"/documents/bulk/{job}/cancel", null)).ProblemAsync(409, "DOC-0094");
    }

    [Fact]
    public async Task WhoOnlyReads_AsksForNoWorkAndStopsNone_ButReadsTheFile()
    {
        var document = await service.DecideAsync(3);
        var job = await service.AskAsync(document);
        var reader = service.As("31", "auditor", [Policies.DocumentsRead, Policies.AuditRead]);
        await (await reader.PostAsJsonAsync("/documents/bulk", new { documentId = document, content = "certificates", format = "zip" })).ProblemAsync(403, "EMU-0004");
        await (await reader.PostAsync($"/documents/bulk/{job}/cancel", null)).ProblemAsync(403, "EMU-0004");
        await service.Services.Work().RunAsync(default);
        Assert.Equal("done", (string)(await reader.GetAsync($"/documents/bulk/{job}").OkAsync())["state"]!);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/documents/bulk/{job}/file")).StatusCode);
        var officer = service.As("31", "officer", [Policies.DocumentsRead, Policies.DocumentsIssue]);
        Assert.Equal(HttpStatusCode.Created, (await officer.PostAsJsonAsync("/documents/bulk", new { documentId = document, content = "certificates", format = "zip" })).StatusCode);
        await service.Services.Work().RunAsync(default);
    }

    [Fact]
    public async Task Ward_BindsThoseItProposed_AndSeesItsOwnJobs()
    {
        var ward = service.NewWard();
        var document = await service.DecideAsync(6, ward: i => i % 2 == 0 ? ward : "10532");
        var job = await service.AskAsync(document, unit: ward);
        await service.Services.Work().RunAsync(default);
        Assert.Equal(3, new PdfReader(await service.FileAsync(job, ward)).Pages.Count);
        var stranger = service.NewWard();
        foreach (var path in (string[])["", "/file", "/refusals"])
            await (await service.As(stranger).GetAsync($"/documents/bulk/{job}{path}")).ProblemAsync(404, "DOC-0089");
        await (await service.As(stranger).PostAsync($"/documents/bulk/{job}/cancel", null)).ProblemAsync(404, "DOC-0089");
        await (await service.As(stranger).PostAsJsonAsync("/documents/bulk", new { documentId = document, content = "certificates", format = "zip" })).ProblemAsync(404, "DOC-0001");
    }

    [Fact]
    public async Task File_IsRemovedWhenItsTimeIsOver()
    {
        await using var own = new DocumentsFixture();
        await own.InitializeAsync();
        var job = await own.AskAsync(await own.DecideAsync(2));
        await own.Services.Work().RunAsync(default);
        own.Time.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        await own.Services.Work().RunAsync(default);
        Assert.Equal("done", (string)(await own.StateAsync(job))["state"]!);
        own.Time.Now += TimeSpan.FromSeconds(1);
        await own.Services.Work().RunAsync(default);
        Assert.Equal("expired", (string)(await own.StateAsync(job))["state"]!);
        Assert.Equal(0, await BulkRestartTests.ChunksAsync(own, job));
        await (await own.As("31").GetAsync($"/documents/bulk/{job}/file")).ProblemAsync(410, "DOC-0093");
    }

    [Fact]
    public async Task UnitWithTooManyOpenJobs_WaitsForOneToEnd()
    {
        var ward = service.NewWard();
        var document = await service.DecideAsync(2, ward: _ => ward);
        for (var i = 0; i < 5; i++)
            await service.AskAsync(document, unit: ward);
        var body = new { documentId = document, content = "certificates", format = "zip" };
        await (await service.As(ward).PostAsJsonAsync("/documents/bulk", body)).ProblemAsync(409, "DOC-0095");
        await service.Services.Work().RunAsync(default);
        Assert.Equal(HttpStatusCode.Created, (await service.As(ward).PostAsJsonAsync("/documents/bulk", body)).StatusCode);
    }
}
