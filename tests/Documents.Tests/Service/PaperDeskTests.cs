using System.Net;
using System.Net.Http.Json;
using Emulation.Documents.Tests.Rendering;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Documents.Tests.Service;

/// <summary>Typed papers over the API: begun, rewritten, presented, issued.</summary>
public sealed class PaperDeskTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    private static readonly object Notice = new
    {
        campaignName = "Cải cách hành chính 2026", reason = "Do mưa bão", addressees = new[] { "Các phòng, ban, đơn vị" },
        moved = new[] { new { what = "Gửi hồ sơ", from = "2026-11-25", to = "2026-12-05" } },
    };

    [Fact]
    public async Task Paper_FromBeginToIssue_KeepsItsContentAndTakesANumber()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var client = service.As(ward);
        var begun = await client.PostAsJsonAsync("/documents/deadline-notices", Notice);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var id = Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
        var read = await client.GetAsync($"/documents/{id}").OkAsync();
        Assert.Equal(("TB", "deadlineNotice", "deadlineNotice", 2026), ((string)read["document"]!["type"]!, (string)read["document"]!["kind"]!, (string)read["content"]!["kind"]!, (int)read["document"]!["year"]!));
        Assert.Equal("2026-12-05", (string)read["content"]!["moved"]![0]!["to"]!);
        Assert.Null(read["content"]!["abstract"]);

        await (await client.PutAsJsonAsync($"/documents/{id}/presentation", new { signingForm = "deputy" })).ProblemAsync(400, "EMU-0001");
        var presented = await client.PutAsJsonAsync($"/documents/{id}/presentation", new { signingForm = "deputy", signerName = "Trần Văn Hoạch", signerPosition = "Phó Chủ tịch", recipients = new[] { "Như trên", "Lưu: VT" } }).OkAsync();
        Assert.Equal(2, (int)presented["document"]!["version"]!);
        var foot = await client.GetAsync($"/documents/{id}/presentation").OkAsync();
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], foot["authority"]!.AsArray().Select(a => (string)a!));

        var issued = await client.PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync();
        Assert.Equal("01/TB-UBND", (string)issued["document"]!["symbol"]!);
        Assert.Contains("Trần Văn Hoạch", new PdfReader(await client.GetByteArrayAsync($"/documents/{id}/pdf")).AllText);
        await (await client.PutAsJsonAsync($"/documents/deadline-notices/{id}", Notice)).ProblemAsync(409, "DOC-0002");
        await (await client.PutAsJsonAsync($"/documents/{id}/presentation", new { })).ProblemAsync(409, "DOC-0002");
        Assert.Single(await service.ListAsync(ward, "type=tb"));
    }

    [Fact]
    public async Task Paper_RewrittenByTwo_TellsTheSecond()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var client = service.As(ward);
        var id = (Guid)(await client.PostAsJsonAsync("/documents/deadline-notices", Notice).OkAsync())["document"]!["id"]!;
        var first = new HttpRequestMessage(HttpMethod.Put, $"/documents/deadline-notices/{id}") { Content = JsonContent.Create(Notice) };
        first.Headers.Add("If-Match", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(first)).StatusCode);
        var second = new HttpRequestMessage(HttpMethod.Put, $"/documents/deadline-notices/{id}") { Content = JsonContent.Create(Notice) };
        second.Headers.Add("If-Match", "\"1\"");
        await (await client.SendAsync(second)).ProblemAsync(412, "EMU-0008");
    }

    [Fact]
    public async Task Paper_OfAnotherUnit_IsNotWrittenAndNotFound()
    {
        var (ward, other) = (service.NewWard(), service.NewWard());
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        await service.RegisterAsync(other, "Phường Khác");
        await (await service.As(other).PostAsJsonAsync($"/documents/deadline-notices?unitCode={ward}", Notice)).ProblemAsync(403, "DOC-0007");
        var id = (Guid)(await service.As(ward).PostAsJsonAsync("/documents/deadline-notices", Notice).OkAsync())["document"]!["id"]!;
        await (await service.As(other).PutAsJsonAsync($"/documents/deadline-notices/{id}", Notice)).ProblemAsync(404, "DOC-0001");
        await (await service.As(other).GetAsync($"/documents/{id}/presentation")).ProblemAsync(404, "DOC-0001");
        await (await service.As("31").PutAsJsonAsync($"/documents/deadline-notices/{id}", Notice)).ProblemAsync(403, "DOC-0007");
    }

    [Fact]
    public async Task Paper_WithBadInput_NamesTheField()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        var refused = await (await service.As(ward).PostAsJsonAsync("/documents/deadline-notices", new { reason = " ", addressees = Array.Empty<string>(), moved = new[] { new { what = "", to = "2026-12-05" } } })).ProblemAsync(400, "EMU-0001");
        Assert.Equal(["/addressees", "/moved/0/what", "/reason"], refused["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).Order());
    }
}
