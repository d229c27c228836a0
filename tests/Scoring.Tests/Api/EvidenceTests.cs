using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

public class EvidenceTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    internal static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7\n{text}\n%%EOF");

    internal static Task<HttpResponseMessage> SendAsync(HttpClient client, string? unit, string name, byte[] bytes)
    {
        var form = new MultipartFormDataContent();
        if (unit is not null)
            form.Add(new StringContent(unit), "unitCode");
        form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", name);
        return client.PostAsync("/evidence", form);
    }

    internal static async Task<JsonNode> FileAsync(HttpClient client, string? unit, string name, byte[] bytes) => await SendAsync(client, unit, name, bytes).OkAsync();

    private static byte[] Office(string main, params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts.Prepend((main, "<x/>")).Prepend(("[Content_Types].xml", "<Types/>")))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        return memory.ToArray();
    }

    private static byte[] Bomb()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml").Open().Dispose();
            using var stream = zip.CreateEntry("word/document.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 260; i++)
                stream.Write(zeros);
        }
        return memory.ToArray();
    }

    [Fact]
    public async Task File_TheSameBytesAgain_AreStoredOnce()
    {
        var bytes = Pdf(Guid.NewGuid().ToString());
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var first = await SendAsync(service.As("10532"), null, "báo cáo.pdf", bytes);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var file = await first.JsonAsync();
        Assert.Equal((hash, "10532", "báo cáo.pdf", "application/pdf", bytes.Length), ((string?)file["hash"], (string?)file["unitCode"], (string?)file["name"], (string?)file["mediaType"], (int)file["size"]!));
        var again = await SendAsync(service.As("10532"), "10532", "báo cáo.pdf", bytes);
        Assert.Equal((HttpStatusCode.OK, (string?)file["id"]), (again.StatusCode, (string?)(await again.JsonAsync())["id"]));
        // Another unit files the same bytes: a file of its own, one copy of the bytes.
        Assert.NotEqual((string?)file["id"], (string?)(await FileAsync(service.As("10549"), null, "báo cáo.pdf", bytes))["id"]);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => FileAsync(service.As("11413"), null, $"bản {i % 2}.pdf", bytes)));
        Assert.Equal((1, 4), await service.WithDb(async db => (await db.EvidenceContents.CountAsync(c => c.Hash == hash), await db.EvidenceFiles.CountAsync(f => f.Hash == hash))));
        var download = await service.As("10532").GetAsync($"/evidence/{file["id"]}/content");
        Assert.Equal(bytes, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal(("attachment", "nosniff"), (download.Content.Headers.ContentDisposition?.DispositionType, download.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Fact]
    public async Task File_OfAnotherUnit_IsNeitherSeenNorCitedNorFiled()
    {
        var scene = await service.SceneAsync(2);
        var (ward, other) = (service.As(scene.Units[0]), service.As(scene.Units[1]));
        var id = (string)(await FileAsync(ward, null, "a.pdf", Pdf("a")))["id"]!;
        await (await other.GetAsync($"/evidence/{id}")).ProblemAsync(404);
        await (await other.GetAsync($"/evidence/{id}/content")).ProblemAsync(404);
        await (await SendAsync(other, scene.Units[0], "a.pdf", Pdf("a"))).ProblemAsync(404);
        await service.City.GetAsync($"/evidence/{id}").OkAsync();
        object Body(string unit) => new { unitCode = unit, year = 2025, indexSet = scene.Set, entries = new object[] { new { leaf = "A.2", met = true, evidence = new[] { id } } } };
        var problem = await (await other.PostAsJsonAsync("/score-sheets", Body(scene.Units[1]))).ProblemAsync(400, "SCO-0009");
        Assert.Equal("/entries/0/evidence/0", (string?)problem["errors"]![0]!["pointer"]);
        var sheet = await ward.PostAsJsonAsync("/score-sheets", Body(scene.Units[0])).OkAsync();
        var leaf = (await ward.GetAsync($"/score-sheets/{sheet["id"]}").OkAsync())["leaves"]!.AsArray().Single(l => (string?)l!["leaf"] == "A.2")!;
        Assert.Equal("a.pdf", (string?)leaf["evidence"]![0]!["name"]);
        await (await SendAsync(service.As(scene.Units[0], Policies.ScoresRead), null, "a.pdf", Pdf("a"))).ProblemAsync(403);
    }

    public static TheoryData<string, byte[], int, string> Refused => new()
    {
        { "a.pdf", [], 400, "SCO-0043" },
        { "a.pdf", Encoding.UTF8.GetBytes("MZ không phải PDF"), 415, "SCO-0040" },
        { "a.exe", [0x4D, 0x5A, 0x90, 0x00], 415, "SCO-0040" },
        { "a.html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"), 415, "SCO-0040" },
        { "a.docx", Encoding.UTF8.GetBytes("PK\u0003\u0004 hỏng"), 400, "SCO-0041" },
        { "a.zip", Office("readme.txt"), 415, "SCO-0040" },
        { "a.docm", Office("word/document.xml", ("word/vbaProject.bin", "x")), 400, "SCO-0041" },
        { "a.docx", Office("word/document.xml", ("word/_rels/settings.xml.rels", """<Relationships><Relationship Type="http://x/attachedTemplate" Target="http://evil/x.dotm" TargetMode="External"/></Relationships>""")), 400, "SCO-0041" },
        { "a.docx", Office("word/document.xml", ("word/_rels/x.rels", """<!DOCTYPE x [<!ENTITY a "aaaa">]><Relationships>&a;</Relationships>""")), 400, "SCO-0041" },
        { "bom.docx", Bomb(), 400, "SCO-0041" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task File_ThatIsNotWhatItSaysOrCouldHarm_IsRefused(string name, byte[] bytes, int status, string code) =>
        await (await SendAsync(service.As("10532"), null, name, bytes)).ProblemAsync(status, code);

    [Fact]
    public async Task File_DocxWithALinkAndXlsx_AreAccepted()
    {
        var link = Office("word/document.xml", ("word/_rels/document.xml.rels", """<Relationships><Relationship Type="http://x/hyperlink" Target="https://dichvucong.gov.vn" TargetMode="External"/></Relationships>"""));
        Assert.EndsWith("wordprocessingml.document", (string?)(await FileAsync(service.As("10532"), null, "a.docx", link))["mediaType"], StringComparison.Ordinal);
        Assert.EndsWith("spreadsheetml.sheet", (string?)(await FileAsync(service.As("10532"), null, @"C:\thư mục\b.xlsx", Office("xl/workbook.xml")))["mediaType"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_TooLarge_Is413() =>
        await (await SendAsync(service.As("10532"), null, "to.pdf", [.. Pdf("x"), .. new byte[20 * 1024 * 1024]])).ProblemAsync(413);
}
