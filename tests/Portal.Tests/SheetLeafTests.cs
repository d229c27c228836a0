using System.Net;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>One leaf: entering it, proving it, appraising it.</summary>
public sealed class SheetLeafTests : IAsyncLifetime
{
    private const string Sheet = "/cham-diem/phieu/" + ScoringSamples.SheetId, Api = "/api/score-sheets/" + ScoringSamples.SheetId;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("POST /api/evidence", ScoringSamples.Filed);
        _portal.Json("/api/evidence/01900000-0000-7000-8000-0000000000d2", ScoringSamples.Filed);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Officer() => _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresWrite);

    private Task<HttpClient> City() => _portal.SignedInAsync("31", Policies.ScoresRead, Policies.ScoresAppraise);

    private static string Leaf(string code) => $"{Sheet}/tieu-chi/{code}";

    private JsonNode Put() => JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"PUT {Api}").Body)!["entries"]!;

    private JsonNode Appraised() => JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == $"POST {Api}/appraise").Body)!;

    private static void Same(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());

    [Fact]
    public async Task Edit_OneLeaf_SendsAllEntriesAnewWithTheVersionSeen()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        var response = await PortalFixture.SubmitAsync(browser, Leaf("A.6"), "edit", new() { ["case.ky-luat"] = "1", ["case.phe-binh"] = "", ["explanation"] = "Một người bị khiển trách", ["next"] = "A.4" });
        Assert.Equal($"{Leaf("A.4")}?da-luu=A.6", response.Headers.Location?.ToString());
        Assert.Equal("\"7\"", Assert.Single(_portal.Sent, s => s.Line == $"PUT {Api}").IfMatch);
        var entries = Put().AsArray();
        Assert.Equal(["A.1.1", "A.1.2", "A.2", "A.3", "A.4", "A.5", "X.1", "A.6"], entries.Select(e => (string?)e!["leaf"]));
        Same($$"""{"done":47,"total":50,"leaf":"A.1.1","explanation":"Theo báo cáo <script>alert(1)</script>","evidence":["{{ScoringSamples.FileId}}"]}""", entries[0]);
        Same("""{"counts":{"ky-luat":1,"phe-binh":0},"leaf":"A.6","explanation":"Một người bị khiển trách","evidence":[]}""", entries[7]);
        Assert.Contains("Đã lưu tiêu chí A.6", await browser.PageAsync($"{Leaf("A.4")}?da-luu=A.6"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A.1.1", "done=1982|total=2.000.000", """{"done":1982,"total":2000000}""")]
    [InlineData("A.1.1", "na=true|done=5", """{"notApplicable":true}""")]
    [InlineData("A.1.2", "met=no", """{"met":false}""")]
    [InlineData("A.2", "value=99,25", """{"value":99.25}""")]
    [InlineData("A.2", "done=1.982,5|total=2000", """{"done":1982.5,"total":2000}""")]
    [InlineData("A.3", "value=2", """{"count":2}""")] // sent as a count before, so it stays one
    [InlineData("A.3", "value=2.5", """{"value":2.5}""")]
    [InlineData("A.4", "count=3", """{"count":3}""")]
    [InlineData("X.1", "case.mo-hinh=2", """{"counts":{"mo-hinh":2}}""")]
    public async Task Edit_FigureOfEachKind_IsReadTheVietnameseWay(string leaf, string fields, string figures)
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        var typed = fields.Split('|').Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]);
        await PortalFixture.SubmitAsync(browser, Leaf(leaf), "edit", new(typed) { ["explanation"] = "x" });
        var entry = Put().AsArray().Single(e => (string?)e!["leaf"] == leaf)!.AsObject();
        foreach (var other in new[] { "leaf", "explanation", "evidence" })
            entry.Remove(other);
        Same(figures, entry);
    }

    [Theory]
    [InlineData("A.2", "value", "1.982", "1982 hoặc 1,982")]
    [InlineData("A.2", "value", "chín mươi", "không phải là số")]
    [InlineData("A.4", "count", "2,5", "không phải là số nguyên")]
    [InlineData("A.6", "case.ky-luat", "một", "không phải là số nguyên")]
    public async Task Edit_FigureThatCannotBeRead_IsAskedBackWithAllThatWasTyped(string leaf, string field, string typed, string said)
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        var response = await PortalFixture.SubmitAsync(browser, Leaf(leaf), "edit", new() { [field] = typed, ["explanation"] = "Giải trình đang gõ" }, ("evidence-new", "Biên bản.pdf", [1, 2, 3]));
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Matches($"<input name=\"{field}\" value=\"{typed}\"[^>]*aria-invalid=\"true\"", page);
        Assert.Contains(">Giải trình đang gõ</textarea>", page, StringComparison.Ordinal);
        // The file went through and is not asked for again.
        Assert.Matches("name=\"evidence\" value=\"01900000-0000-7000-8000-0000000000d2\" checked", page);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A.1.2", "met")]
    [InlineData("A.6", "case.ky-luat")]
    [InlineData("X.1", "case.mo-hinh")]
    public async Task Edit_NothingTyped_IsNotTakenForZero(string leaf, string field)
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        var response = await PortalFixture.SubmitAsync(browser, Leaf(leaf), "edit", new() { [field] = "", ["explanation"] = "x" });
        Assert.Contains("Chưa nhập số liệu của tiêu chí này", await response.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_Stale_ShowsTheOthersChangeKeepsTheInputAndCanBeSentAgain()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        var hidden = PortalFixture.HiddenOf(await browser.GetStringAsync(Leaf("A.6")), "edit");
        _portal.SetSheet("draft", version: 8);
        _portal.Refuse($"PUT {Api}", 412, ScoringSamples.Stale);
        var fields = new Dictionary<string, string>(hidden) { ["case.ky-luat"] = "4", ["explanation"] = "Bốn người" };
        var response = await browser.PostAsync(Leaf("A.6"), new FormUrlEncodedContent(fields));
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Matches("Phiên bản đang sửa đã cũ(?s).*dong-nghiep(?s).*98%(?s).*99,1%", page);
        Assert.Matches("name=\"case.ky-luat\" value=\"4\"", page);
        Assert.Contains(">Bốn người</textarea>", page, StringComparison.Ordinal);
        Assert.Equal("8", PortalFixture.HiddenOf(page, "edit")["version"]);
        Assert.Equal("\"7\"", Assert.Single(_portal.Sent, s => s.Line.StartsWith("PUT", StringComparison.Ordinal)).IfMatch);
    }

    [Fact]
    public async Task Edit_WithFiles_FilesThemForTheUnitAndCitesThem()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        await PortalFixture.SubmitAsync(browser, Leaf("A.1.1"), "edit", new() { ["done"] = "47", ["total"] = "50", ["evidence"] = ScoringSamples.FileId }, ("evidence-new", "Biên bản.pdf", "%PDF-1.7"u8.ToArray()));
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/evidence").Body;
        Assert.Matches("name=unitCode\\s+10532", sent);
        Assert.Contains("filename*=utf-8''Bi%C3%AAn%20b%E1%BA%A3n.pdf", sent, StringComparison.Ordinal);
        Same($$"""{"done":47,"total":50,"leaf":"A.1.1","evidence":["{{ScoringSamples.FileId}}","01900000-0000-7000-8000-0000000000d2"]}""", Put().AsArray().Single(e => (string?)e!["leaf"] == "A.1.1"));
    }

    [Fact]
    public async Task Edit_FileRefused_SaysWhichAndSavesNothing()
    {
        _portal.SetSheet("draft");
        _portal.Refuse("POST /api/evidence", 415, """{"status":415,"code":"SCO-0040","title":"Loại tệp này không được nhận làm tài liệu kiểm chứng","detail":"Chỉ nhận tệp PDF, DOCX, XLSX, PNG, JPG.","errors":[{"pointer":"/file","detail":"Chỉ nhận tệp PDF, DOCX, XLSX, PNG, JPG."}]}""");
        using var browser = await Officer();
        var response = await PortalFixture.SubmitAsync(browser, Leaf("A.6"), "edit", new() { ["case.ky-luat"] = "2" }, ("evidence-new", "độc.exe", [1]));
        var page = await response.TextAsync();
        Assert.Contains("độc.exe: Chỉ nhận tệp PDF", page, StringComparison.Ordinal);
        Assert.Contains("name=\"case.ky-luat\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_FileTooLarge_IsToldOnThePageAndNotSentOn()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        var response = await PortalFixture.SubmitAsync(browser, Leaf("A.6"), "edit", new() { ["case.ky-luat"] = "2" }, ("evidence-new", "quét.pdf", new byte[(20 * 1024 * 1024) + 1]));
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("quét.pdf: 20 MB, mỗi tệp không quá 20 MB", page, StringComparison.Ordinal);
        Assert.Contains("name=\"case.ky-luat\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/evidence");
    }

    [Fact]
    public async Task Post_FarTooLarge_IsAnsweredWithThe413Page()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        using var request = new HttpRequestMessage(HttpMethod.Post, Leaf("A.6")) { Content = new Endless(600L * 1024 * 1024) };
        request.Headers.ExpectContinue = true;
        var response = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("Nội dung gửi lên quá lớn", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LargeElsewhere_StaysRefused()
    {
        using var browser = _portal.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/dang-nhap") { Content = new ByteArrayContent(new byte[70 * 1024]) };
        request.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        Assert.False((await browser.SendAsync(request)).IsSuccessStatusCode);
        Assert.Empty(_portal.Sent);
    }

    [Fact]
    public async Task Edit_Cleared_LeavesTheEntryOut()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        await PortalFixture.SubmitAsync(browser, Leaf("X.1"), "edit", new() { ["clear"] = "true", ["case.mo-hinh"] = "abc" });
        Assert.DoesNotContain(Put().AsArray(), e => (string?)e!["leaf"] == "X.1");
    }

    [Theory]
    [InlineData("verdict=figures|done=40|total=50|reason=Thiếu", """{"done":40,"total":50,"leaf":"A.1.1","accept":false,"reason":"Thiếu","evidence":[]}""")]
    [InlineData("verdict=points|points=3,5|reason=Thiếu", """{"leaf":"A.1.1","points":3.5,"accept":false,"reason":"Thiếu","evidence":[]}""")]
    [InlineData("verdict=accept|reason=Đã đủ", """{"leaf":"A.1.1","accept":true,"reason":"Đã đủ","evidence":[]}""")]
    public async Task Appraise_OneLeaf_IsSavedWithoutConcluding(string fields, string verdict)
    {
        _portal.SetSheet("explained");
        using var browser = await City();
        var response = await PortalFixture.SubmitAsync(browser, Leaf("A.1.1"), "verdict", fields.Split('|').Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]));
        Assert.Equal($"{Leaf("A.1.1")}?da-luu=A.1.1", response.Headers.Location?.ToString());
        Same(verdict, Assert.Single(Appraised()["changes"]!.AsArray()));
        Assert.False((bool)Appraised()["conclude"]!);
    }

    [Fact]
    public async Task Appraise_WithoutPoints_IsAskedBack()
    {
        _portal.SetSheet("submitted");
        using var browser = await City();
        var page = await (await PortalFixture.SubmitAsync(browser, Leaf("A.2"), "verdict", new() { ["verdict"] = "points", ["points"] = "", ["reason"] = "Thiếu" })).TextAsync();
        Assert.Contains("Cần nhập điểm", page, StringComparison.Ordinal);
        Assert.Contains(">Thiếu</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line.EndsWith("/appraise", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaf_ShowsBothSidesTheRuleAndItsHistory()
    {
        _portal.SetSheet("explained");
        using var browser = await City();
        var page = await browser.PageAsync(Leaf("A.1.1"));
        foreach (var shown in new[] { "Từ 80% trở lên: 10 điểm × số đã làm ÷ tổng số.", "CVA-26/III.1.c", "47/50 (94,00%)", "40/50 (80,00%)", "Đã bổ sung biên bản", "8,00 / 10", "Nhật ký của tiêu chí", "20 KB" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line == $"GET {Api}/history?leaf=A.1.1&limit=200");
    }

    [Fact]
    public async Task Leaf_Unknown_Is404()
    {
        _portal.SetSheet("draft");
        using var browser = await Officer();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Leaf("Z.9"))).StatusCode);
    }

    private sealed class Endless(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new InvalidOperationException("The answer should have come before the body.");

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
