using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Domain.Notices;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Tests;

/// <summary>Units are told what becomes of a campaign (LTN-26-30/III.3.c).</summary>
public sealed class NoticeTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private readonly HttpClient _ward = campaigns.As("10532");
    private readonly HttpClient _office = campaigns.As("10532-VHXH", Policies.CampaignsRead);

    [Fact]
    public async Task Amend_MovedDeadline_TellsEveryUnitConcernedFromWhichDateToWhich()
    {
        // LTN-26-30/III.3.c.
        var id = await LaunchAsync("TELL-MOVED");

        await AmendAsync(id, new
        {
            reason = "Thành phố lùi hạn",
            deadlines = new[] { new { category = "period-city-flag", internalDeadline = new { date = "2030-03-01", clause = "LTN-26-30/III.3.c" }, cityDeadline = new { date = "2030-02-28", clause = "CITY/III.3" } } },
        });

        var notices = await OfAsync(id, NoticeKind.DeadlineMoved);
        Assert.Equal(["10532", "10532-VHXH"], notices.Select(n => n.UnitCode).Order());
        var notice = notices.Single(n => n.UnitCode == "10532-VHXH");
        Assert.Equal("""
            Phường Lê Thanh Nghị điều chỉnh kế hoạch phong trào thi đua “Phong trào thi đua đẩy mạnh cải cách hành chính”. Lý do: Thành phố lùi hạn.
            Thời hạn thay đổi:
            - Hạn gửi hồ sơ về đơn vị phát động, hạng mục “Cờ thi đua”: từ trước ngày 15/02/2030 thành trước ngày 01/03/2030.
            """.ReplaceLineEndings("\n"), notice.Text);
        Assert.Equal(("LTN-26-30/III.3.c", "10532", $"/campaigns/{id}/deadlines/history"), (notice.Clause, notice.SenderUnitCode, notice.Link));
    }

    [Fact]
    public async Task Amend_CitysDeadline_TellsTheCityToo()
    {
        var id = await LaunchAsync("TELL-CITY");

        await AmendAsync(id, new { reason = "x", deadlines = new[] { new { category = "period-city-flag", internalDeadline = new { date = "2030-02-15", clause = "LTN-26-30/III.3.b" }, cityDeadline = new { date = "2030-03-15", clause = "CITY/III.3" } } } });

        var notices = await OfAsync(id, NoticeKind.DeadlineMoved);
        Assert.Equal(["10532", "10532-VHXH", "31"], notices.Select(n => n.UnitCode).Order());
        Assert.All(notices, n => Assert.Contains("Hạn gửi hồ sơ lên thành phố, hạng mục “Cờ thi đua”: từ trước ngày 28/02/2030 thành trước ngày 15/03/2030", n.Text));
    }

    [Fact]
    public async Task Amend_Otherwise_TellsInPlainWords()
    {
        var launched = await campaigns.LaunchAsync("TELL-OTHER");
        var scheme = launched["plan"]!["scheme"]!.DeepClone();
        scheme["categories"]![0]!["quotas"]![0]!["atMost"] = 2;
        scheme["categories"]![1]!["standard"]!["reading"] = "literal";
        var criteria = launched["plan"]!["criteria"]!.DeepClone();
        criteria[0]!["value"] = 97.5;

        await AmendAsync((Guid)launched["id"]!, new { reason = "Làm rõ", scheme, criteria });

        var text = (await OfAsync((Guid)launched["id"]!, NoticeKind.Amended)).First().Text;
        Assert.Contains("- Chỉ tiêu của hạng mục “Bằng khen hằng năm, tập thể”: từ tối đa 1 mỗi đơn vị đề nghị thành tối đa 2 mỗi đơn vị đề nghị", text);
        Assert.Contains("- Cách hiểu tiêu chuẩn của hạng mục “Cờ thi đua”: chuyển sang hiểu theo câu chữ", text);
        Assert.Contains("- Tiêu chí “Hồ sơ đúng hạn.”: mức phải đạt từ 95% thành 97,5%", text);
        Assert.DoesNotContain("Thời hạn", text);
    }

    [Fact]
    public async Task LaunchAndClose_AreTold_ADraftIsNot()
    {
        var draft = await campaigns.DraftAsync("TELL-LIFE");
        var id = (Guid)draft["id"]!;
        Assert.Empty(await OfAsync(id));

        await _ward.PostAsync($"/campaigns/{id}/launch", null).OkAsync();
        await _ward.PostAsJsonAsync($"/campaigns/{id}/close", new { reason = "Tổng kết" }).OkAsync();

        var office = (await OfAsync(id)).Where(n => n.UnitCode == "10532-VHXH").OrderBy(n => n.Key).ToList();
        Assert.Equal([NoticeKind.Launched, NoticeKind.Closed], office.Select(n => n.Kind));
        Assert.Contains("giai đoạn 2026–2030", office[0].Text);
        Assert.Contains("trước ngày 15/02 hằng năm", office[0].Text);
        Assert.Contains("Lý do: Tổng kết.", office[1].Text);
    }

    [Fact]
    public async Task Campaign_OfTheCity_TellsCommunesAndDepartmentsAndThoseWhoCarryItOut()
    {
        var id = (Guid)(await campaigns.LaunchAsync("TELL-ALL", "31", p => p.Put("/number", """{ "number": 77, "symbol": "KH-UBND", "date": "2026-04-20" }""")))["id"]!;
        Assert.Equal(["10532", "10549", "11413", "11914", "31", "31-SNV"], (await OfAsync(id)).Select(n => n.UnitCode).Order().Take(6));
        // A campaign of an office carries out the city's plan: the office is told of what becomes of it, and nobody else below.
        await campaigns.LaunchAsync("TELL-BELOW", "10532-VHXH", p => p.Put("/parent", """{ "number": "77/kh-ubnd", "date": "2026-04-20", "issuer": "UBND thành phố", "abstract": "x" }"""));

        await AmendAsync(id, new { reason = "x", deadlines = new[] { new { category = "period-city-flag" } } }, campaigns.City);

        var told = (await OfAsync(id, NoticeKind.DeadlineMoved)).Select(n => n.UnitCode).ToList();
        Assert.Contains("10532-VHXH", told);
        Assert.DoesNotContain(told, u => u.Contains("-PHONG"));
        Assert.Equal(told.Distinct().Count(), told.Count);
    }

    [Fact]
    public async Task Unit_RegisteredLaterOrClosed_IsToldNothingRetroactive()
    {
        await campaigns.City.PostAsJsonAsync("/units", CampaignsFixture.Unit("11413-CU", "Phòng cũ", "office", "11413")).OkAsync();
        await campaigns.City.PutAsJsonAsync("/units/11413-CU", new { name = "Phòng cũ", kind = "office", active = false, reason = "Giải thể" }).OkAsync();
        var id = await LaunchAsync("TELL-LATER", "11413");
        await campaigns.City.PostAsJsonAsync("/units", CampaignsFixture.Unit("11413-MOI", "Phòng mới", "office", "11413")).OkAsync();

        Assert.Equal(["11413"], (await OfAsync(id)).Select(n => n.UnitCode));
    }

    [Fact]
    public async Task Amend_SameKeyAgain_TellsOnce()
    {
        var id = await LaunchAsync("TELL-ONCE");
        var body = new { reason = "x", deadlines = new[] { new { category = "period-city-flag" } } };

        await campaigns.As("10532").PostKeyedAsync($"/campaigns/{id}/amend", body, "amend-once");
        var again = await campaigns.As("10532").PostKeyedAsync($"/campaigns/{id}/amend", body, "amend-once");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(["10532", "10532-VHXH", "31"], (await OfAsync(id, NoticeKind.DeadlineMoved)).Select(n => n.UnitCode).Order());
    }

    [Fact]
    public async Task List_IsOfTheOwnUnitAndBelow_PagedByKey()
    {
        foreach (var code in new[] { "SCOPE-A", "SCOPE-B", "SCOPE-C" })
        {
            campaigns.Time.Now = campaigns.Time.Now.AddSeconds(1);
            await LaunchAsync(code, "10549");
        }

        var first = await campaigns.As("10549").GetAsync("/notices?limit=2&kind=launched").OkAsync();
        var second = await campaigns.As("10549").GetAsync($"/notices?limit=2&kind=launched&after={first["next"]}").OkAsync();

        Assert.Equal(["SCOPE-C", "SCOPE-B", "SCOPE-A"], first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(n => (string?)n!["campaignCode"]).Take(3));
        Assert.Equal(2, first["items"]!.AsArray().Count);
        Assert.Empty((await campaigns.As("11914").GetAsync("/notices?unitCode=10549").OkAsync())["items"]!.AsArray());
        // The office reads its own only, the ward its offices' too.
        Assert.All((await _office.GetAsync("/notices").OkAsync())["items"]!.AsArray(), n => Assert.Equal("10532-VHXH", (string?)n!["unitCode"]));
        await (await campaigns.As("10549").GetAsync("/notices?kind=khac")).ProblemAsync(400);
        await (await campaigns.As("10549", Policies.UnitsRead).GetAsync("/notices")).ProblemAsync(403);
    }

    [Fact]
    public async Task Acknowledge_ByTheToldUnit_StandsOnceAndIsSeenByTheSender()
    {
        var id = await LaunchAsync("ACK", "10532");
        var before = (int)(await _office.GetAsync("/notices/unread").OkAsync())["own"]!;
        var notice = (await _office.GetAsync($"/notices?campaignId={id}&unread=true").OkAsync())["items"]![0]!["id"];
        campaigns.Time.Now = campaigns.Time.Now.AddMinutes(1);

        // The ward reads along but does not take note for its office; another ward sees nothing.
        await (await _ward.PostAsync($"/notices/{notice}/acknowledge", null)).ProblemAsync(403, "CAM-0090");
        await (await campaigns.As("10549").PostAsync($"/notices/{notice}/acknowledge", null)).ProblemAsync(404);
        await (await campaigns.As("10532-VHXH", Policies.CampaignsRead, Policies.AuditRead).PostAsync($"/notices/{notice}/acknowledge", null)).ProblemAsync(403, "CAM-0090");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _office.PostAsync($"/notices/{notice}/acknowledge", null)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(1, await campaigns.WithDb(db => db.AuditEntries.CountAsync(a => a.Aggregate == "notice" && a.AggregateId == notice!.ToString())));
        var read = (await _office.GetAsync($"/notices?campaignId={id}").OkAsync())["items"]![0]!;
        Assert.Equal(("test-10532-VHXH", campaigns.Time.Now), ((string?)read["readBy"], (DateTimeOffset)read["readAt"]!));
        Assert.Equal(before - 1, (int)(await _office.GetAsync("/notices/unread").OkAsync())["own"]!);
        var open = (await _ward.GetAsync($"/notices/sent?campaignId={id}&unread=true").OkAsync())["items"]!.AsArray();
        Assert.Equal("10532", (string?)Assert.Single(open)!["unitCode"]);
        Assert.Equal(2, (await _ward.GetAsync($"/notices/sent?campaignId={id}").OkAsync())["items"]!.AsArray().Count);
        Assert.Empty((await _office.GetAsync($"/notices/sent?campaignId={id}").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task DeadlineHistory_HoldsEveryFormerDateWithReason()
    {
        // LTN-26-30/III.3.c: the change is kept in history.
        var id = await LaunchAsync("DATES");
        async Task MoveAsync(string? date, string reason) => await AmendAsync(id, new
        {
            reason, deadlines = new[] { new { category = "period-city-flag", internalDeadline = date is null ? null : new { date, clause = "LTN-26-30/III.3.c" } } },
        });
        await MoveAsync("2030-03-01", "Lùi hạn");
        await AmendAsync(id, new { reason = "Việc khác", legalBases = new[] { new { verb = "Căn cứ", type = "Luật", issuer = "Quốc hội", @abstract = "Luật Thi đua, khen thưởng" } } });
        await MoveAsync(null, "Bỏ hạn");

        var history = (await _office.GetAsync($"/campaigns/{id}/deadlines/history").OkAsync())["items"]!.AsArray();

        var flag = history.Single(d => (string?)d!["category"] == "period-city-flag" && (string?)d["stage"] == "internal")!;
        Assert.Equal([("2030-02-15", "2030-02-14", null), ("2030-03-01", "2030-02-28", "Lùi hạn"), (null, null, "Bỏ hạn")],
            flag["dates"]!.AsArray().Select(d => ((string?)d!["printedDate"], (string?)d["lastDay"], (string?)d["reason"])));
        Assert.Equal([2, 3, 5], flag["dates"]!.AsArray().Select(d => (int)d!["version"]!));
        // One for each year.
        Assert.Equal([2026, 2027, 2028, 2029, 2030], history.Where(d => (string?)d!["category"] == "yearly-city-collective").Select(d => (int)d!["year"]!));
        await (await campaigns.As("10549").GetAsync($"/campaigns/{id}/deadlines/history")).ProblemAsync(404);
    }

    [Fact]
    public async Task Links_AreLookedUp_AndChangedByAmendment()
    {
        // CH-26-30/IV.1.1: may be combined with other campaigns.
        var other = await campaigns.DraftAsync("TIE-OTHER");
        var draft = await campaigns.DraftAsync("TIE", change: p =>
        {
            p["linkedCodes"] = new JsonArray("TIE-OTHER", "TIE-NOWHERE");
            p["predecessorCode"] = "TIE-2021-2025";
        });
        Assert.Equal(["/predecessorCode", "/linkedCodes/1"], draft["warnings"]!.AsArray().Select(w => (string?)w!["pointer"]));
        Assert.Equal((string?)other["id"], (string?)draft["links"]!.AsArray().Single(l => (string?)l!["reference"] == "TIE-OTHER")!["campaignId"]);

        var refused = await (await _ward.PostAsync($"/campaigns/{draft["id"]}/launch", null)).ProblemAsync(409, "CAM-0091");
        Assert.Equal("/linkedCodes/1", (string?)refused["errors"]![0]!["pointer"]);
        await _ward.PutAsJsonAsync($"/campaigns/{draft["id"]}", Plans.Of("TIE", change: p => p["predecessorCode"] = "TIE-2021-2025")).OkAsync();
        await _ward.PostAsync($"/campaigns/{draft["id"]}/launch", null).OkAsync();

        var id = (Guid)draft["id"]!;
        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", links = new { linkedCodes = new[] { "TIE-NOWHERE" } } })).ProblemAsync(409, "CAM-0091");
        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", links = new { linkedCodes = new string?[] { null } } })).ProblemAsync(400);
        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", links = new { predecessorCode = "TIE" } })).ProblemAsync(400, "CAM-0023");
        // What another ward keeps to itself cannot be linked with.
        await campaigns.DraftAsync("TIE-FOREIGN", "10549");
        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", links = new { linkedCodes = new[] { "TIE-FOREIGN" } } })).ProblemAsync(409, "CAM-0091");
        var amended = await AmendAsync(id, new { reason = "Lồng ghép", links = new { linkedCodes = new[] { "TIE-OTHER" } } });
        Assert.Equal(["linked"], amended["links"]!.AsArray().Select(l => (string?)l!["relation"]));
        Assert.Null((string?)amended["plan"]!["predecessorCode"]);
        Assert.Contains("lồng ghép với TIE-OTHER", (await OfAsync(id, NoticeKind.Amended))[0].Text);
    }

    private async Task<Guid> LaunchAsync(string code, string unitCode = "10532") => (Guid)(await campaigns.LaunchAsync(code, unitCode))["id"]!;

    private Task<JsonNode> AmendAsync(Guid id, object body, HttpClient? by = null) => (by ?? _ward).PostAsJsonAsync($"/campaigns/{id}/amend", body).OkAsync();

    private Task<List<Notice>> OfAsync(Guid campaign, NoticeKind? kind = null) =>
        campaigns.WithDb(db => db.Notices.Where(n => n.CampaignId == campaign && (kind == null || n.Kind == kind)).OrderBy(n => n.UnitCode).ToListAsync());
}
