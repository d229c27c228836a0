using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>Rounds: the city's view of a block, a unit's view of its own years, opening, extending, closing.</summary>
public sealed class ScoreRoundTests : IAsyncLifetime
{
    private static readonly string[] City = [Policies.ScoresRead, Policies.ScoresAppraise, Policies.IndexSetsWrite], Ward = [Policies.ScoresRead, Policies.ScoresWrite];

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/rounds", ScoringSamples.Rounds);
        _portal.Json($"/api/rounds/{ScoringSamples.RoundId}", ScoringSamples.Progress);
        _portal.Json("/api/units/10532", ScoringSamples.Unit);
        _portal.Json("/api/score-sheets", """{"items":[],"next":null}""");
        _portal.Json("/api/index-sets", """{"items":[{"code":"thu-2098","name":"Bộ chỉ số thử","issuer":"UBND","edition":1,"state":"active","version":1,"blocks":["phuong"]}],"next":null}""");
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task City_Block_SeesProgressDrawnAndListed()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        var page = await browser.PageAsync("/cham-diem?khoi=phuong&nam=2098");
        foreach (var shown in new[] { "hết ngày 01/02/2099", "2/3 đơn vị đã nộp phiếu", "1 quá hạn", "88,13", "giải trình hết ngày 09/03/2099", "Chưa bắt đầu", "Chờ thẩm định lần 1", "Mở đợt chấm điểm" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Equal(["none", "submitted", "underExplanation"], Regex.Matches(page, "<rect class=\"s-(\\w+)\" x=").Select(m => m.Groups[1].Value));
        Assert.Matches("Phường Hòa Bình(?s).*?<span class=\"late\"> quá hạn", page);
        Assert.Contains("href=\"/cham-diem?khoi=phuong&nam=2098\"", page, StringComparison.Ordinal); // decoded once, as a browser does
    }

    [Theory]
    [InlineData("ten=le+thanh", "Phường Lê Thanh Nghị")]
    [InlineData("ten=ho%C3%A0", "Phường Hòa Bình")] // “hoà” and “hòa” are one word
    [InlineData("ten=11413", "Phường Hải An")]
    [InlineData("trang-thai=submitted", "Phường Hải An")]
    [InlineData("trang-thai=none", "Phường Hòa Bình")]
    [InlineData("qua-han=true", "Phường Hòa Bình")]
    public async Task City_Filter_LeavesWhatIsAskedFor(string filter, string unit)
    {
        using var browser = await _portal.SignedInAsync("31", City);
        var page = await browser.PageAsync("/cham-diem?khoi=phuong&nam=2098&" + filter);
        Assert.Equal([unit], Regex.Matches(page, "<tr id=\"u-\\d+\">\\s*<th scope=\"row\">([^<]+?) <span").Select(m => m.Groups[1].Value));
    }

    [Fact]
    public async Task City_BlockWithoutRound_SaysSo()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        Assert.Contains("Chưa mở đợt chấm điểm năm 2031", await browser.PageAsync("/cham-diem?khoi=phuong&nam=2031"), StringComparison.Ordinal);
        Assert.Contains("Chưa mở đợt chấm điểm nào", await browser.PageAsync("/cham-diem?khoi=so-nganh"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ward_WithoutSheet_StartsOneForItsRound()
    {
        using var browser = await _portal.SignedInAsync("10532", Ward);
        var page = await browser.PageAsync("/cham-diem");
        Assert.Contains("hết ngày 01/03/2099", page, StringComparison.Ordinal); // its own, extended
        Assert.DoesNotContain("Mở đợt", page, StringComparison.Ordinal);
        _portal.Json("POST /api/score-sheets", ScoringSamples.Summary("draft"));
        var response = await PortalFixture.SubmitAsync(browser, "/cham-diem", $"start-{ScoringSamples.RoundId}", []);
        Assert.Equal($"/cham-diem/phieu/{ScoringSamples.SheetId}", response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == "POST /api/score-sheets");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"unitCode":"10532","year":2098,"indexSet":"thu-2098","entries":[]}"""), JsonNode.Parse(sent.Body)), sent.Body);
        Assert.True(Guid.TryParse(sent.Key, out _));
    }

    [Fact]
    public async Task Ward_ColleagueWasQuicker_OpensTheSameSheet()
    {
        using var browser = await _portal.SignedInAsync("10532", Ward);
        _portal.Refuse("POST /api/score-sheets", 409, $$"""{"status":409,"code":"SCO-0008","title":"Đơn vị đã có phiếu","sheetId":"{{ScoringSamples.SheetId}}","currentVersion":1}""");
        var response = await PortalFixture.SubmitAsync(browser, "/cham-diem", $"start-{ScoringSamples.RoundId}", []);
        Assert.Equal($"/cham-diem/phieu/{ScoringSamples.SheetId}", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Ward_StartRefused_SeesWhy()
    {
        using var browser = await _portal.SignedInAsync("10532", Ward);
        _portal.Refuse("POST /api/score-sheets", 409, """{"status":409,"code":"SCO-0029","title":"Đã hết hạn tự chấm điểm, phiếu đã khóa","detail":"Hạn tự chấm điểm là hết ngày 01/02/2099."}""");
        var response = await PortalFixture.SubmitAsync(browser, "/cham-diem", $"start-{ScoringSamples.RoundId}", []);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Đã hết hạn tự chấm điểm, phiếu đã khóa", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ward_WhoOnlyReads_IsOfferedNoStart()
    {
        using var browser = await _portal.SignedInAsync("10532", Policies.ScoresRead);
        Assert.DoesNotContain("Bắt đầu chấm điểm", await browser.PageAsync("/cham-diem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_OutsideTheBlocks_IsToldSo()
    {
        _portal.Json("/api/units/10532-VH", """{"code":"10532-VH","name":"Phòng Văn hóa","rankingBlock":null}""");
        using var browser = await _portal.SignedInAsync("10532-VH", Ward);
        Assert.Contains("không thuộc khối nào", await browser.PageAsync("/cham-diem"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cham-diem/dot/" + ScoringSamples.RoundId)]
    [InlineData("/cham-diem/dot/moi")]
    public async Task Round_OutsideTheCity_IsForbidden(string path)
    {
        using var browser = await _portal.SignedInAsync("10532", Ward);
        var response = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Không có quyền xem", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_Extend_SendsTheVersionSeenAndLeadsOn()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        var path = $"/cham-diem/dot/{ScoringSamples.RoundId}";
        Assert.Contains("&lt;b&gt;d", await browser.GetStringAsync(path), StringComparison.Ordinal);
        _portal.Json($"/api/rounds/{ScoringSamples.RoundId}/extensions", ScoringSamples.Round);
        var response = await PortalFixture.SubmitAsync(browser, path, "extend", new() { ["unitCode"] = "10549", ["until"] = "20/02/2099", ["reason"] = "Bão lụt" });
        Assert.Equal(path + "?da=gia-han", response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line.EndsWith("/extensions", StringComparison.Ordinal));
        Assert.Equal("\"3\"", sent.IfMatch);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"unitCode":"10549","until":"2099-02-20","reason":"Bão lụt"}"""), JsonNode.Parse(sent.Body)), sent.Body);
        Assert.Contains("Đã gia hạn", await browser.PageAsync(path + "?da=gia-han"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_ExtendRefused_KeepsWhatWasTypedAndNamesTheField()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        var path = $"/cham-diem/dot/{ScoringSamples.RoundId}";
        _portal.Refuse($"/api/rounds/{ScoringSamples.RoundId}/extensions", 400, """{"status":400,"code":"SCO-0044","title":"Thời hạn của đợt chấm điểm không hợp lệ","errors":[{"pointer":"/until","detail":"Hạn mới không được ở trong quá khứ."}]}""");
        var response = await PortalFixture.SubmitAsync(browser, path, "extend", new() { ["unitCode"] = "10549", ["until"] = "20/2/2001", ["reason"] = "Bão lụt" });
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<strong>Hạn mới: </strong>Hạn mới không được ở trong quá khứ.", page, StringComparison.Ordinal);
        Assert.Matches("<textarea name=\"reason\"[^>]*>Bão lụt</textarea>", page);
        Assert.Contains("value=\"20/2/2001\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_ChangeMovedByAnotherMeanwhile_SaysSo()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        var path = $"/cham-diem/dot/{ScoringSamples.RoundId}";
        _portal.Refuse($"PUT /api/rounds/{ScoringSamples.RoundId}", 412, """{"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ","detail":"Phiên bản hiện tại là 4.","currentVersion":4}""");
        var response = await PortalFixture.SubmitAsync(browser, path, "change", new() { ["selfScoreUntil"] = "01/04/2099", ["explanationDays"] = "7", ["reason"] = "Gia hạn chung" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Contains("Phiên bản đang sửa đã cũ", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Round_Finalise_ShowsWhatStandsInTheWay()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        _portal.Json($"/api/rounds/{ScoringSamples.RoundId}/finalise", $$"""{"finalised":30,"already":2,"open":[{"unitCode":"10532","sheetId":"{{ScoringSamples.SheetId}}","state":"underExplanation","reason":"Đơn vị được giải trình đến hết ngày 09/03/2099."}]}""");
        var page = await (await PortalFixture.SubmitAsync(browser, $"/cham-diem/dot/{ScoringSamples.RoundId}", "finalise", [])).TextAsync();
        foreach (var shown in new[] { "Vừa chốt 30 phiếu; 2 phiếu đã chốt từ trước; 1 phiếu còn vướng", "1 đơn vị chưa lập phiếu", "Đơn vị được giải trình đến hết ngày 09/03/2099" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_NewRound_GoesOutOnceAndErrorsComeBack()
    {
        using var browser = await _portal.SignedInAsync("31", City);
        var fields = new Dictionary<string, string> { ["year"] = "2099", ["block"] = "phuong", ["indexSet"] = "thu-2098", ["selfScoreUntil"] = "31/01/2100", ["explanationDays"] = "5" };
        var empty = await PortalFixture.SubmitAsync(browser, "/cham-diem/dot/moi", "open", new(fields) { ["block"] = "" });
        Assert.Contains("Cần chọn khối", await empty.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/rounds");

        _portal.Refuse("POST /api/rounds", 409, """{"status":409,"code":"SCO-0026","title":"Khối đã có đợt chấm điểm của năm này","roundId":"01900000-0000-7000-8000-0000000000b1","indexSet":"thu-2098"}""");
        var taken = await PortalFixture.SubmitAsync(browser, "/cham-diem/dot/moi", "open", fields);
        var page = await taken.TextAsync();
        Assert.Contains("Khối đã có đợt chấm điểm của năm này", page, StringComparison.Ordinal);
        Assert.Contains("value=\"31/01/2100\"", page, StringComparison.Ordinal);

        _portal.Json("POST /api/rounds", ScoringSamples.Round);
        var done = await PortalFixture.SubmitAsync(browser, "/cham-diem/dot/moi", "open", fields);
        Assert.Equal("/cham-diem?khoi=phuong&nam=2098", done.Headers.Location!.ToString());
    }
}
