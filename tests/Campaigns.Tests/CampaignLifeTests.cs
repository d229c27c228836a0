using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Domain.Checks;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>Around the duties: difficulties and answers, what belongs together, the pack for an inspection, and what a plan may say.</summary>
public sealed class CampaignLifeTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Theory]
    [InlineData("LTN-26-30/IV.6")]
    [InlineData("CVA-26/V.4")]
    [InlineData("CH-26-30/IV.4")]
    [InlineData("LTN-TD-26/V.4")]
    public async Task Feedback_IsAnsweredByTheSection_AndBothStay(string rule)
    {
        var id = await campaigns.LaunchDutiesAsync($"F-{rule.Replace("/", "-", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)}", p => p.Put("/feedback/clause", $"\"{rule}\""));
        var (office, section, path) = (campaigns.Office("10532-KT"), campaigns.Office(DutiesWard.Section), $"/campaigns/{id}/feedback");
        var sent = await office.PostAsJsonAsync(path, new { text = "Thiếu phần mềm." }).OkAsync();
        await (await office.PostAsJsonAsync($"{path}/{sent["id"]}/answer", new { answer = "Tự trả lời." })).ProblemAsync(403, "EMU-0004");
        await (await campaigns.Office("10532-VP").PostAsJsonAsync($"{path}/{sent["id"]}/answer", new { answer = "x" })).ProblemAsync(404, "EMU-0005");
        await (await campaigns.Office("10549-KT").PostAsJsonAsync(path, new { text = "x" })).ProblemAsync(404, "EMU-0005");
        Assert.Single((await section.GetAsync($"{path}?answered=false").OkAsync())["items"]!.AsArray());

        var answered = await section.PostAsJsonAsync($"{path}/{sent["id"]}/answer", new { answer = "Sẽ cấp trong quý." }).OkAsync();

        Assert.Equal(("Thiếu phần mềm.", "Sẽ cấp trong quý.", DutiesWard.Section), ((string)answered["text"]!, (string)answered["answer"]!, (string)answered["answeredByUnit"]!));
        await (await campaigns.Office("10532").PostAsJsonAsync($"{path}/{sent["id"]}/answer", new { answer = "Khác." })).ProblemAsync(409, "CAM-0086");
        Assert.Empty((await section.GetAsync($"{path}?answered=false").OkAsync())["items"]!.AsArray());
        Assert.Equal("Sẽ cấp trong quý.", (string?)(await office.GetAsync(path).OkAsync())["items"]![0]!["answer"]);
        Assert.Empty((await campaigns.Office("10532-VP").GetAsync(path).OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Linked_CountsFromBothSides_AndACampaignJoinsAYearlyProgrammeInMidYear()
    {
        // C-35: the later plan names the earlier one, which could not know of it; LTN-26-30/I.1.a.
        var old = await campaigns.LaunchAsync("LINK-OLD");
        var programme = await campaigns.LaunchAsync("LINK-YEAR", change: p => p["theme"] = "Chính quyền thân thiện");
        var campaign = await campaigns.LaunchAsync("LINK-NEW", change: p =>
        {
            p["predecessorCode"] = "LINK-OLD";
            p["linkedCodes"] = new JsonArray("LINK-YEAR");
        });
        var ward = campaigns.As("10532", Policies.CampaignsRead);
        var seen = await ward.GetAsync($"/campaigns/{campaign["id"]}/linked").OkAsync();

        Assert.Equal("LINK-OLD", (string?)seen["predecessor"]!["code"]);
        Assert.Equal("119/KH-UBND", (string?)seen["parent"]!["number"]);
        Assert.Equal(["LINK-YEAR"], seen["linked"]!.AsArray().Select(l => (string?)l!["code"]));
        Assert.Empty(seen["unknownCodes"]!.AsArray());
        var back = await ward.GetAsync($"/campaigns/{programme["id"]}/linked").OkAsync();
        Assert.Equal(["LINK-NEW"], back["linked"]!.AsArray().Select(l => (string?)l!["code"]));
        Assert.Equal(["LINK-NEW"], (await ward.GetAsync($"/campaigns/{old["id"]}/linked").OkAsync())["successors"]!.AsArray().Select(l => (string?)l!["code"]));
        await (await campaigns.As("10549").GetAsync($"/campaigns/{campaign["id"]}/linked")).ProblemAsync(404, "EMU-0005");

        await campaigns.City.PostAsJsonAsync($"/campaigns/{programme["id"]}/amend", new { reason = "Thêm phong trào trong năm", links = new { linkedCodes = new[] { "LINK-OLD" }, predecessorCode = "LINK-NOWHERE" } }).OkAsync();
        var joined = await ward.GetAsync($"/campaigns/{programme["id"]}/linked").OkAsync();
        Assert.Equal(["LINK-NEW", "LINK-OLD"], joined["linked"]!.AsArray().Select(l => (string?)l!["code"]));
        // What a plan follows may be older than this register.
        Assert.Equal(["LINK-NOWHERE"], joined["unknownCodes"]!.AsArray().Select(l => (string?)l));
    }

    [Fact]
    public async Task Themes_AreOfAYearAndALevel()
    {
        // LTN-TD-26/II.
        await campaigns.LaunchAsync("THEME-CITY", "31", p => (p["theme"], p["fromYear"], p["toYear"]) = ("Tăng trưởng bứt phá", 2051, 2051));
        await campaigns.LaunchAsync("THEME-WARD", change: p => (p["theme"], p["fromYear"], p["toYear"]) = ("Chuyển đổi xanh", 2051, 2051));
        await campaigns.DraftAsync("THEME-DRAFT", change: p => (p["theme"], p["fromYear"], p["toYear"]) = ("Chưa phát động", 2051, 2051));
        async Task<string[]> ThemesAsync(string unit) => [.. (await campaigns.As(unit, Policies.CampaignsRead).GetAsync("/campaigns/themes?year=2051").OkAsync())["items"]!.AsArray().Select(t => $"{t!["level"]} {t["theme"]}")];

        Assert.Equal(["city Tăng trưởng bứt phá", "ward Chuyển đổi xanh"], await ThemesAsync("10532-KT"));
        Assert.Equal(["city Tăng trưởng bứt phá"], await ThemesAsync("10549"));
    }

    [Fact]
    public async Task EvidencePack_HoldsVersionsDutiesReportsAndFiles()
    {
        // LTN-TD-26/IV.4.b; LTN-TD-26/V.2.2.
        var id = await campaigns.LaunchDutiesAsync("PACK");
        var office = campaigns.Office("10532-KT");
        var file = await office.FileAsync("phụ lục", "phu:luc.pdf");
        await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, files: [file])).OkAsync();
        await office.PostAsJsonAsync("/unit-plans", new { campaignId = id, title = "=HYPERLINK(1)", fileId = file }).OkAsync();
        await office.PostAsJsonAsync($"/campaigns/{id}/feedback", new { text = "Khó." }).OkAsync();
        await campaigns.Office("10532").PostAsJsonAsync("/duties/outcomes", new { campaignId = id, key = "chuyen-de", period = "2026-Q1", note = "Đã mở đợt thi đua." }).OkAsync();
        await campaigns.City.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "Sửa lời", tasks = new[] { new { key = "ke-hoach", clause = "LTN-TD-26/IV.1.a", text = "=Ban hành kế hoạch.", quarter = 1 } } }).OkAsync();
        await (await office.GetAsync($"/campaigns/{id}/evidence-pack")).ProblemAsync(403, "EMU-0004");
        await (await campaigns.Office("10549").GetAsync($"/campaigns/{id}/evidence-pack/zip")).ProblemAsync(404, "EMU-0005");

        var pack = await campaigns.Office(DutiesWard.Section).GetAsync($"/campaigns/{id}/evidence-pack").OkAsync();
        Assert.Equal([1, 2, 3], pack["versions"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal((1, 1, 1, 1), (pack["reports"]!.AsArray().Count, pack["outcomes"]!.AsArray().Count, pack["unitPlans"]!.AsArray().Count, pack["feedback"]!.AsArray().Count));
        Assert.Contains(pack["duties"]!.AsArray(), d => (string?)d!["key"] == "nam" && (string?)d["unitCode"] == "10532-KT" && (string?)d["state"] == "done");

        var answer = await campaigns.Office("10532").GetAsync($"/campaigns/{id}/evidence-pack/zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(
        [
            "bao-cao/10532-KT/nam_2026/01-phu_luc.pdf", "bao-cao/10532-KT/nam_2026/bao-cao.json", "ke-hoach-rieng/10532-KT/rieng_lan-1/01-phu_luc.pdf",
            "ke-hoach/phien-ban-01.json", "ke-hoach/phien-ban-02.json", "ke-hoach/phien-ban-03.json", "tong-hop.json", "viec-phai-lam.csv",
        ], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        using var attached = new StreamReader(zip.GetEntry("bao-cao/10532-KT/nam_2026/01-phu_luc.pdf")!.Open(), Encoding.UTF8);
        Assert.EndsWith("phụ lục", await attached.ReadToEndAsync(), StringComparison.Ordinal);
        using var table = new StreamReader(zip.GetEntry("viec-phai-lam.csv")!.Open(), Encoding.UTF8);
        // A text that looks like a formula stays a text.
        Assert.Contains("\"'=Ban hành kế hoạch.\"", await table.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/standingUnitCode", "\"10549-VHXH\"", "/standingUnitCode")]
    [InlineData("/reports/0/key", "\"Báo cáo\"", "/reports/0/key")]
    [InlineData("/reports", """[{"key":"a","clause":"x","text":"x","schedule":"yearly"},{"key":"a","clause":"x","text":"x","schedule":"yearly"}]""", "/reports/1/key")]
    [InlineData("/reports/0/owes", """{"who":"units"}""", "/reports/0/owes/units")]
    [InlineData("/reports/0/owes", """{"who":"offices","units":["10532-KT"]}""", "/reports/0/owes/units")]
    [InlineData("/reports/0/owes", """{"who":"units","units":["10549-KT"]}""", "/reports/0/owes/units/0")]
    [InlineData("/reports/0/owes", """{"who":"units","units":[null]}""", "/reports/0/owes/units/0")]
    [InlineData("/reports/0/quarter", "5", "/reports/0/quarter")]
    [InlineData("/reports/0/everyMonths", "3", "/reports/0/everyMonths")]
    [InlineData("/reports/0/schedule", "\"everyMonths\"", "/reports/0/everyMonths")]
    [InlineData("/reports/0/schedule", "\"unset\"", "/reports/0")]
    [InlineData("/reports/0/receiverUnitCode", "\"UBND\"", "/reports/0/receiverUnitCode")]
    [InlineData("/reports/0/before", """{"month":2,"day":30}""", "/reports/0/before/day")]
    [InlineData("/reports/0/before", """{"month":2,"day":3,"yearsAfter":3}""", "/reports/0/before/yearsAfter")]
    [InlineData("/tasks/0/conference", "\"midReview\"", "/tasks/0/conference")]
    [InlineData("/tasks/0/key", "\"\"", "/tasks/0/key")]
    [InlineData("/roles/0/before", """{"month":2,"day":3}""", "/roles/0/before")]
    public void Plan_ThatDoesNotSayWhoOwesWhat_IsToldAtItsPlace(string put, string value, string pointer)
    {
        var plan = Plans.Of("OWES");
        plan.Put(put, value);

        var problem = PlanCheck.Run(plan.Deserialize<DraftCampaignRequest>(Json.Options)!).Problem;

        Assert.Contains(problem!.Errors, e => e.Pointer == pointer);
    }

    [Fact]
    public async Task Plan_NamingAUnitThatIsNotRegistered_IsRefused()
    {
        var plan = Plans.Of("UNREGISTERED", change: p => p.Put("/reports/0/owes", """{"who":"units","units":["10532-NOWHERE"]}"""));
        var problem = await (await campaigns.City.PostAsJsonAsync("/campaigns", plan)).ProblemAsync(400, "CAM-0020");
        Assert.Equal("/reports/0/owes/units/0", (string?)problem["errors"]![0]!["pointer"]);
    }
}
