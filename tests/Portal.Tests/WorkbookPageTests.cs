using System.Net;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>A score sheet and the survey as workbooks: fetched, sent back, faults told by cell.</summary>
public sealed class WorkbookPageTests : IAsyncLifetime
{
    private const string Sheet = $"/cham-diem/phieu/{ScoringSamples.SheetId}/bang-tinh", SheetApi = $"/api/score-sheets/{ScoringSamples.SheetId}/workbook";
    private const string Survey = $"/cham-diem/dot/{ScoringSamples.RoundId}/dieu-tra", SurveyApi = "/api/score-sheets/survey/workbook";

    private const string Faults = """
        {"status":400,"code":"SCO-0001","title":"Nội dung bảng tính không hợp lệ","errors":[{"pointer":"/Phiếu chấm~1điểm!D14","detail":"“mười” <b>không</b> phải là số."},{"pointer":"/Thông tin chung","detail":"Thiếu trang."}]}
        """;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json($"/api/score-sheets/{ScoringSamples.SheetId}", ScoringSamples.Sheet("draft"));
        _portal.Json("/api/index-sets/thu-2098", ScoringSamples.IndexSet);
        _portal.Json("/api/rounds", ScoringSamples.Rounds);
        _portal.Json($"/api/rounds/{ScoringSamples.RoundId}", ScoringSamples.Progress);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Unit() => _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.ScoresWrite);

    private Task<HttpClient> City() => _portal.SignedInAsync("31", Policies.ScoresRead, Policies.ScoresAppraise);

    private void File(string path, string name) => _portal.Answers[path] = context =>
    {
        context.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        context.Response.Headers.ContentDisposition = $"attachment; filename={name}";
        return context.Response.Body.WriteAsync(new byte[] { 80, 75, 3, 4 }).AsTask();
    };

    [Fact]
    public async Task Workbooks_AreFetchedAsFiles()
    {
        File($"GET {SheetApi}", "phieu-10532-2098.xlsx");
        File($"GET {SurveyApi}", "dieu-tra.xlsx");
        using var unit = await Unit();
        var sheet = await unit.GetAsync(Sheet + "/tep");
        Assert.Equal("phieu-10532-2098.xlsx", sheet.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal([80, 75, 3, 4], await sheet.Content.ReadAsByteArrayAsync());
        using var city = await City();
        Assert.Equal("dieu-tra.xlsx", (await city.GetAsync(Survey + "/tep")).Content.Headers.ContentDisposition!.FileName);
        Assert.Contains(_portal.Seen, s => s.Line == $"GET {SurveyApi}?indexSet=thu-2098&year=2098");
    }

    [Fact]
    public async Task Sheet_SentBack_ReplacesTheEntriesOfTheVersionSeen()
    {
        _portal.Json($"PUT {SheetApi}", $$"""{"id":"{{ScoringSamples.SheetId}}","unitCode":"10532","year":2098,"indexSet":"thu-2098","block":"phuong","state":"draft","version":8,"provisional":true,"bonus":0,"missing":[]}""");
        using var unit = await Unit();
        Assert.Contains($"href=\"{Sheet}\"", await unit.PageAsync($"/cham-diem/phieu/{ScoringSamples.SheetId}"), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(unit, Sheet, "bang-tinh", [], ("file", "phieu.xlsx", [80, 75, 3, 4]));
        Assert.Equal($"/cham-diem/phieu/{ScoringSamples.SheetId}?da=bang-tinh", response.Headers.Location!.ToString());
        var sent = Assert.Single(_portal.Sent, s => s.Line == $"PUT {SheetApi}");
        Assert.Equal("\"7\"", sent.IfMatch);
        Assert.Contains("phieu.xlsx", sent.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_Faulty_TellsEachFaultByItsCell()
    {
        _portal.Refuse($"PUT {SheetApi}", 400, Faults);
        using var unit = await Unit();
        var response = await PortalFixture.SubmitAsync(unit, Sheet, "bang-tinh", [], ("file", "phieu.xlsx", [80, 75, 3, 4]));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var raw = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>không", raw, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(raw);
        Assert.Contains("2 chỗ cần sửa", page, StringComparison.Ordinal);
        Assert.Matches("<td>Phiếu chấm/điểm</td><th[^>]*>D14</th><td>“mười” <b>không</b> phải là số.</td>", page);
        Assert.Matches("<td>Thông tin chung</td><th[^>]*>–</th><td>Thiếu trang.</td>", page);
    }

    [Theory]
    [InlineData("underExplanation", "10532", false)]
    [InlineData("draft", "31", false)]
    [InlineData("draft", "10532", true)]
    public async Task Sheet_IsSentBackOnlyWhileTheUnitScoresItself(string state, string unit, bool offered)
    {
        _portal.Json($"/api/score-sheets/{ScoringSamples.SheetId}", ScoringSamples.Sheet(state));
        using var browser = unit == "31" ? await City() : await Unit();
        var page = await browser.PageAsync(Sheet);
        Assert.Equal(offered, page.Contains("type=\"file\"", StringComparison.Ordinal));
        Assert.Contains($"href=\"{Sheet}/tep\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_WithoutAFile_IsRefusedHere()
    {
        using var unit = await Unit();
        var response = await PortalFixture.SubmitAsync(unit, Sheet, "bang-tinh", []);
        Assert.Contains("Chưa chọn tệp", await response.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == $"PUT {SheetApi}");
    }

    [Fact]
    public async Task Survey_SentBack_TellsHowManyResults_AFaultByItsCell()
    {
        _portal.Json($"PUT {SurveyApi}", """{"sheets":3,"results":45}""");
        using var city = await City();
        Assert.Contains($"href=\"{Survey}\"", await city.PageAsync($"/cham-diem/dot/{ScoringSamples.RoundId}"), StringComparison.Ordinal);
        var page = await (await PortalFixture.SubmitAsync(city, Survey, "dieu-tra", [], ("file", "dieu-tra.xlsx", [80, 75, 3, 4]))).TextAsync();
        Assert.Contains("Đã nhập 45 kết quả cho 3 phiếu.", page, StringComparison.Ordinal);
        Assert.Contains(_portal.Seen, s => s.Line == $"PUT {SurveyApi}?indexSet=thu-2098&year=2098");
        _portal.Refuse($"PUT {SurveyApi}", 400, Faults);
        page = await (await PortalFixture.SubmitAsync(city, Survey, "dieu-tra", [], ("file", "dieu-tra.xlsx", [80, 75, 3, 4]))).TextAsync();
        Assert.Contains(">D14</th>", page, StringComparison.Ordinal);
        using var unit = await Unit();
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync(Survey)).StatusCode);
    }
}
