using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Features.Duties;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Campaigns.Tests;

/// <summary>What is due, who has not, and who may see it.</summary>
public sealed class DutyTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Theory]
    [InlineData("LTN-26-30/IV.2.1")]
    [InlineData("CH-26-30/IV.2.1")]
    [InlineData("CH-26-30/IV.2.2")]
    [InlineData("CVA-26/V.3.1")]
    [InlineData("HA-25/V.3.1")]
    [InlineData("LTN-TD-26/V.2.1")]
    public async Task StandingSection_ThoughAnOffice_SeesTheStateOfAllUnits(string rule)
    {
        var code = $"D-SEES-{rule.Replace("/", "-", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)}";
        var id = await campaigns.LaunchDutiesAsync(code, p => p.Put("/roles/1/clause", $"\"{rule}\""));
        campaigns.Time.Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
        async Task<string[]> UnitsAsync(string unit) => [.. (await campaigns.Office(unit).GetAsync($"/duties?campaignId={id}&state=overdue&kind=report").OkAsync()).Of("unitCode").Order()];

        string[] all = ["10532-HCC", "10532-KT", "10532-VHXH", "10532-VP"];
        Assert.Equal(all, await UnitsAsync(DutiesWard.Section));
        Assert.Equal(all, await UnitsAsync("10532"));
        Assert.Equal(all, await UnitsAsync("31"));
        Assert.Equal(["10532-KT"], await UnitsAsync("10532-KT"));
        Assert.Empty(await UnitsAsync("10549"));
        // Its charge is written down too.
        var roles = await campaigns.Office(DutiesWard.Section).GetAsync($"/duties/roles?campaignId={id}").OkAsync();
        Assert.Contains(rule, roles.Of("clause"));
        Assert.DoesNotContain(rule, (await campaigns.Office("10532-KT").GetAsync($"/duties/roles?campaignId={id}").OkAsync()).Of("clause"));
    }

    [Fact]
    public async Task Section_WithoutTheCampaignNamingIt_SeesItsOwnOnly_UntilAnAmendmentDoes()
    {
        var id = await campaigns.LaunchDutiesAsync("D-UNNAMED", p =>
        {
            p["standingUnitCode"] = null;
            p.Put("/reports/3/owes", """{"who":"launchingUnit"}""");
        });
        var section = campaigns.Office(DutiesWard.Section);
        Assert.DoesNotContain("10532-KT", (await section.GetAsync($"/duties?campaignId={id}").OkAsync()).Of("unitCode"));

        await campaigns.City.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "Giao cơ quan thường trực", standingUnitCode = DutiesWard.Section }).OkAsync();

        Assert.Contains("10532-KT", (await section.GetAsync($"/duties?campaignId={id}").OkAsync()).Of("unitCode"));
        await (await campaigns.City.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", standingUnitCode = "10549-KT" })).ProblemAsync(400, "CAM-0023");
    }

    [Fact]
    public async Task Missing_NamesWhoHasNot_AndCountsWhoHas()
    {
        // LTN-TD-26/V.2.2: the section gathers the results.
        var id = await campaigns.LaunchDutiesAsync("D-MISSING");
        campaigns.Time.Now = new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero);
        await campaigns.Office("10532-KT").PostAsJsonAsync("/reports", DutiesWard.Report(id)).OkAsync();
        campaigns.Time.Now = new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);

        var missing = await campaigns.Office(DutiesWard.Section).GetAsync($"/duties/missing?campaignId={id}").OkAsync();

        var report = missing["items"]!.AsArray().Single(i => (string?)i!["key"] == "nam")!;
        Assert.Equal((4, 1), ((int)report["owed"]!, (int)report["done"]!));
        Assert.Equal(["10532-HCC", "10532-VHXH", "10532-VP"], report["missing"]!.AsArray().Select(u => (string?)u!["unitCode"]));
        Assert.All(report["missing"]!.AsArray(), u => Assert.Equal("overdue", (string?)u!["state"]));
        // “Nếu có” is missed by nobody; an office reads of itself only; another ward reads nothing.
        Assert.DoesNotContain(missing["items"]!.AsArray(), i => (string?)i!["key"] == "chuyen-de");
        var own = await campaigns.Office("10532-VP").GetAsync($"/duties/missing?campaignId={id}").OkAsync();
        Assert.Equal(1, (int)own["items"]!.AsArray().Single(i => (string?)i!["key"] == "nam")!["owed"]!);
        await (await campaigns.Office("10549-KT").GetAsync($"/duties/missing?campaignId={id}")).ProblemAsync(404, "EMU-0005");
    }

    [Fact]
    public async Task List_FiltersCountsAndPages_TheMostPressingFirst()
    {
        var id = await campaigns.LaunchDutiesAsync("D-LIST");
        campaigns.Time.Now = new(2026, 11, 15, 0, 0, 0, TimeSpan.Zero);
        var ward = campaigns.Office("10532");
        var all = await ward.GetAsync($"/duties?campaignId={id}&limit=200").OkAsync();

        Assert.Equal(all["items"]!.AsArray().Count, all["counts"]!.AsObject().Sum(c => (int)c.Value!));
        Assert.Equal(4, (int)all["counts"]!["dueSoon"]!);
        Assert.Equal(["2026-03", "2026-11", "2026-12"], all["months"]!.AsArray().Select(m => (string?)m!["month"]));
        Assert.Equal(4, (int)all["months"]![1]!["counts"]!["dueSoon"]!);
        var days = all["items"]!.AsArray().Select(i => (string?)i!["lastDay"]).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.Equal(["2026-11-19"], (await ward.GetAsync($"/duties?campaignId={id}&state=dueSoon").OkAsync())["items"]!.AsArray().Select(i => (string?)i!["lastDay"]).Distinct());
        var paged = new List<string>();
        for (string? after = null, next = ""; next is not null; after = next)
        {
            var page = await ward.GetAsync($"/duties?campaignId={id}&limit=5{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}").OkAsync();
            paged.AddRange(page.Of("id"));
            next = (string?)page["next"];
        }
        Assert.Equal(all.Of("id"), paged);
        // A conference of January belongs to the year before, and falls into January.
        var january = await ward.GetAsync($"/duties?campaignId={id}&kind=task&from=2027-01-01&to=2027-01-31").OkAsync();
        Assert.Equal(["2026", "2027-01-31", "finalReview"], new[] { "period", "lastDay", "conference" }.Select(m => (string?)january["items"]![0]![m]));
        await (await ward.GetAsync("/duties?from=2026-02-01&to=2026-01-01")).ProblemAsync(400, "CAM-0030");
        await (await ward.GetAsync("/duties?after=nowhere")).ProblemAsync(400, "CAM-0008");
        await (await ward.GetAsync("/duties?state=lost")).ProblemAsync(400);
    }

    [Fact]
    public async Task DossierDeadlines_AreDuties_ThatNobodyIsLateWith()
    {
        var id = (Guid)(await campaigns.LaunchAsync("D-DOSSIER"))["id"]!;
        campaigns.Time.Now = new(2030, 2, 20, 0, 0, 0, TimeSpan.Zero);

        var dues = await campaigns.Office("10532").GetAsync($"/duties?campaignId={id}&kind=dossierDeadline&from=2030-01-01&to=2030-12-31&limit=200").OkAsync();

        var city = dues["items"]!.AsArray().Single(i => (string?)i!["key"] == "period-city-flag/city")!;
        Assert.Equal(("10532", "31", "2030-02-27"), ((string)city["unitCode"]!, (string)city["receiverUnitCode"]!, (string)city["lastDay"]!));
        Assert.Contains(dues["items"]!.AsArray(), i => (string?)i!["key"] == "period-city-flag/internal" && (string?)i["unitCode"] == DutiesWard.Section);
        Assert.All(dues["items"]!.AsArray(), i => Assert.NotEqual("overdue", (string?)i!["state"]));
    }

    [Fact]
    public async Task Rhythm_IsSetWithoutAnAmendment_ForReportsThatSayOnlyPeriodically()
    {
        // LTN-26-30/IV.2.2, C-21.
        var id = await campaigns.LaunchDutiesAsync("D-RHYTHM");
        var ward = campaigns.As("10532");
        var body = new Rhythm(3, "2026-04-01", 5, "Thống nhất theo quý");
        // { everyMonths = 3, from = "2026-04-01", dueDays = 5, reason = "Thống nhất theo quý" };
        var set = await ward.PutAsJsonAsync($"/campaigns/{id}/reports/dinh-ky/rhythm", body).OkAsync();
        Assert.Equal(1, (int)set["version"]!);

        var dues = await campaigns.Office(DutiesWard.Section).GetAsync($"/duties?campaignId={id}&kind=report&unitCode={DutiesWard.Section}").OkAsync();
        Assert.Equal(["2026-04-01..2026-06-30", "2026-07-01..2026-09-30"], dues["items"]!.AsArray().Where(i => (string?)i!["key"] == "dinh-ky").Select(i => (string?)i!["period"]));
        Assert.Equal(2, (int)(await campaigns.City.GetAsync($"/campaigns/{id}").OkAsync())["version"]!);
        await (await ward.PutAsJsonAsync($"/campaigns/{id}/reports/nam/rhythm", body)).ProblemAsync(409, "CAM-0085");
        await (await ward.PutAsJsonAsync($"/campaigns/{id}/reports/dinh-ky/rhythm", body with { From = "2026-04-02" })).ProblemAsync(400, "CAM-0072");
        var request = new HttpRequestMessage(HttpMethod.Put, $"/campaigns/{id}/reports/dinh-ky/rhythm") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"7\"");
        await (await ward.SendAsync(request)).ProblemAsync(412, "EMU-0008");
        await (await campaigns.As(DutiesWard.Section).PutAsJsonAsync($"/campaigns/{id}/reports/dinh-ky/rhythm", body)).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Task_EndsInTheDocumentThatThePlanNames()
    {
        // LTN-TD-26/IV.1.a; the ward's task, which the section may see to (LTN-TD-26/V.2.4).
        var id = await campaigns.LaunchDutiesAsync("D-TASK");
        campaigns.Time.Now = new(2026, 4, 5, 0, 0, 0, TimeSpan.Zero);
        object Outcome(string? type, string? number, string? date, string? doneOn = "2026-03-31") =>
            new { campaignId = id, key = "ke-hoach", period = "2026-Q1", unitCode = "10532", doneOn, documentType = type, documentNumber = number, documentDate = date };
        var section = campaigns.Office(DutiesWard.Section);
        var incomplete = await (await section.PostAsJsonAsync("/duties/outcomes", Outcome("CT", null, null))).ProblemAsync(400, "CAM-0082");
        Assert.Equal(["/documentType", "/documentNumber", "/documentDate"], incomplete["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
        await (await section.PostAsJsonAsync("/duties/outcomes", Outcome("KH", "15/KH-UBND", "2026-03-30", "2026-04-06"))).ProblemAsync(400, "CAM-0082");
        await (await campaigns.Office("10532-KT").PostAsJsonAsync("/duties/outcomes", Outcome("KH", "15/KH-UBND", "2026-03-30"))).ProblemAsync(404, "EMU-0005");

        // Written down in April, done on the last day of March: in time.
        var done = await section.PostAsJsonAsync("/duties/outcomes", Outcome("KH", "15/KH-UBND", "2026-03-30")).OkAsync();
        await (await section.PostAsJsonAsync("/duties/outcomes", Outcome("KH", "16/KH-UBND", "2026-03-30"))).ProblemAsync(409, "CAM-0084");
        async Task<string?> StateAsync() => (string?)(await section.GetAsync($"/duties?campaignId={id}&kind=task&from=2026-01-01&to=2026-03-31").OkAsync())["items"]!.AsArray().Single(i => (string?)i!["key"] == "ke-hoach")!["state"];
        Assert.Equal("done", await StateAsync());
        var changed = await section.PutAsJsonAsync($"/duties/outcomes/{done["id"]}", new { reason = "Ghi nhầm ngày", doneOn = "2026-04-01", documentType = "KH", documentNumber = "15/KH-UBND", documentDate = "2026-04-01" }).OkAsync();
        Assert.Equal(2, (int)changed["version"]!);
        Assert.Equal("doneLate", await StateAsync());
    }

    [Fact]
    public async Task ConditionalTask_IsNotArising_AndAConferenceLeavesWords()
    {
        // LTN-TD-26/IV.1.đ, IV.4.g, CVA-26/IV.2, CVA-26/V.3.2, HA-25/IV.2, HA-25/V.3.2, LTN-TD-26/IV.4.g.
        var id = await campaigns.LaunchDutiesAsync("D-IF");
        campaigns.Time.Now = new(2027, 1, 20, 0, 0, 0, TimeSpan.Zero);
        var ward = campaigns.Office("10532");
        await (await ward.PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "hoi-nghi", period = "2026", notArising = true })).ProblemAsync(409, "CAM-0083");
        var none = await ward.PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "chuyen-de", period = "2026-Q1", notArising = true }).OkAsync();
        Assert.True((bool)none["notArising"]!);
        Assert.Equal(["chuyen-de"], (await ward.GetAsync($"/duties?campaignId={id}&from=2026-01-01&to=2026-12-31&state=notApplicable").OkAsync()).Of("key"));

        await (await ward.PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "hoi-nghi", period = "2026" })).ProblemAsync(400, "CAM-0082");
        var held = await ward.PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "hoi-nghi", period = "2026", note = "Đã tổng kết khối." }).OkAsync();
        Assert.Equal("2027-01-20", (string?)held["doneOn"]);
        await (await ward.PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "ke-hoach", period = "2026-Q2" })).ProblemAsync(409, "CAM-0071");
        await (await ward.PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "ke-hoach", period = "2026-Q1", files = new[] { (string?)null } })).ProblemAsync(400);
    }

    [Theory]
    [InlineData("CVA-26/V.2.1")]
    [InlineData("HA-25/V.2.1")]
    public async Task OwnPlan_IsFiledReplacedAndMissed(string rule)
    {
        var id = await campaigns.LaunchDutiesAsync($"D-OWN-{rule[..2]}", p => p.Put("/roles/0/clause", $"\"{rule}\""));
        var office = campaigns.Office("10532-KT");
        var file = await office.FileAsync($"kế hoạch {rule}");
        object Plan(Guid of, string? reason = null) => new { campaignId = id, title = "Kế hoạch của Phòng Kinh tế", number = "01/KH-KT", date = "2026-01-09", fileId = of, reason };

        await office.PostAsJsonAsync("/unit-plans", Plan(file)).OkAsync();
        await (await office.PostAsJsonAsync("/unit-plans", Plan(file))).ProblemAsync(400, "EMU-0001");
        var second = await office.PostAsJsonAsync("/unit-plans", Plan(await office.FileAsync($"bản mới {rule}"), "Bổ sung")).OkAsync();
        Assert.Equal(2, (int)second["edition"]!);
        await (await campaigns.Office("10532-VP").PostAsJsonAsync("/unit-plans", Plan(file))).ProblemAsync(400, "CAM-0079");

        var section = campaigns.Office(DutiesWard.Section);
        var missing = await section.GetAsync($"/unit-plans?campaignId={id}&missing=true").OkAsync();
        Assert.Equal(["10532-HCC", "10532-VHXH", "10532-VP"], missing.Of("unitCode"));
        Assert.Equal(3, (int)missing["without"]!);
        var kept = (await section.GetAsync($"/unit-plans?campaignId={id}").OkAsync())["items"]!.AsArray().Single(i => (string?)i!["unitCode"] == "10532-KT")!;
        Assert.Equal([2, 1], kept["editions"]!.AsArray().Select(e => (int)e!["edition"]!));
        Assert.Equal(["10532-KT"], (await office.GetAsync($"/unit-plans?campaignId={id}").OkAsync()).Of("unitCode"));
        // Without a printed date: by the end of the quarter, at least 30 days after the launch.
        Assert.Equal("2026-03-31", (string?)missing["items"]![0]!["lastDay"]);
        await (await campaigns.Office("10532").PostAsJsonAsync("/unit-plans", Plan(file))).ProblemAsync(409, "CAM-0071");
    }

    [Fact]
    public async Task Roles_TellAUnitWhatItIsChargedWith()
    {
        // LTN-TD-26/V.2b.2.
        var id = await campaigns.LaunchDutiesAsync("D-ROLES");
        var roles = await campaigns.Office("10532-KT").GetAsync($"/duties/roles?campaignId={id}").OkAsync();

        Assert.Equal(["rieng", "don-vi", "mat-tran"], roles.Of("key"));
        Assert.Equal("LTN-TD-26/V.2b.2", roles.Of("clause")[1]);
        Assert.Equal(["10532-KT"], roles["items"]![1]!["units"]!.AsArray().Select(u => (string?)u));
        Assert.Equal(["rieng", "don-vi"], (await campaigns.Office("10532-KT").GetAsync($"/duties/roles?campaignId={id}&unitCode=10532-KT").OkAsync()).Of("key"));
    }

    [Fact]
    public async Task Dues_OfAllCampaigns_AreThoseUnderWay()
    {
        var id = await campaigns.LaunchDutiesAsync("D-ALL");
        await campaigns.Office("10532-KT").PostAsJsonAsync("/reports", DutiesWard.Report(id)).OkAsync();
        async Task<List<Due>> AllAsync()
        {
            await using var scope = campaigns.Services.CreateAsyncScope();
            return [.. (await scope.ServiceProvider.GetRequiredService<Dues>().OfAllAsync(campaigns.Time.Now, CancellationToken.None)).Where(d => d.CampaignId == id)];
        }

        var dues = await AllAsync();
        Assert.Equal(campaigns.Time.Now, dues.Single(d => d is { Key: "nam", UnitCode: "10532-KT", Period: "2026" }).DoneAt);
        Assert.Null(dues.Single(d => d is { Key: "nam", UnitCode: "10532-VP", Period: "2026" }).DoneAt);
        await campaigns.City.PostAsJsonAsync($"/campaigns/{id}/close", new { reason = "Xong" }).OkAsync();
        Assert.Empty(await AllAsync());
    }

    private sealed record Rhythm(int EveryMonths, string From, int DueDays, string Reason);
}
