using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Scoring;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Tests;

/// <summary>Reports: handed in, late, sent back, taken in, with the index beside them.</summary>
public sealed class ReportTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private static readonly DateTimeOffset Late = new(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task Report_19NovemberLastSecondInTime_20NovemberLateWithReason()
    {
        // CH-26-30/IV.1.2.
        var id = await campaigns.LaunchDutiesAsync("R-LATE");
        campaigns.Time.Now = Late.ToUniversalTime().AddSeconds(-1);
        var inTime = await campaigns.Office("10532-KT").PostAsJsonAsync("/reports", DutiesWard.Report(id)).OkAsync();
        Assert.False((bool)inTime["late"]!);

        campaigns.Time.Now = Late.ToUniversalTime();
        var office = campaigns.Office("10532-VP");
        var refused = await (await office.PostAsJsonAsync("/reports", DutiesWard.Report(id))).ProblemAsync(400, "CAM-0075");
        Assert.Equal("/lateReason", (string?)refused["errors"]![0]!["pointer"]);
        Assert.Contains("19/11/2026", (string?)refused["detail"], StringComparison.Ordinal);
        var late = await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, lateReason: "Chờ số liệu")).OkAsync();

        Assert.True((bool)late["late"]!);
        Assert.Equal("Chờ số liệu", (string?)late["lateReason"]);
        var told = await campaigns.PublishedAsync<ReportSubmitted>(e => e.ReportId == (Guid)late["id"]!);
        Assert.Equal((true, "10532-VP", "10532", "CH-26-30/IV.1.2", "2026"), (told.Late, told.UnitCode, told.ReceiverUnitCode, told.Clause, told.Period));
        await (await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, lateReason: "x"))).ProblemAsync(409, "CAM-0076");
    }

    [Fact]
    public async Task Report_ThroughTheSection_IsReturnedCorrectedAndReceived()
    {
        // CVA-26/V.2.2, HA-25/V.2.2, C-24: to the ward, through the section; a correction asked for makes nobody late.
        var id = await campaigns.LaunchDutiesAsync("R-WAY");
        campaigns.Time.Now = Late.ToUniversalTime().AddDays(-1);
        var (office, section) = (campaigns.Office("10532-KT"), campaigns.Office(DutiesWard.Section));
        var report = await office.PostAsJsonAsync("/reports", DutiesWard.Report(id)).OkAsync();
        Assert.Equal("Phòng Văn hóa - Xã hội", (string?)report["through"]);
        var path = $"/reports/{report["id"]}";
        await (await office.PostAsync($"{path}/receive", null)).ProblemAsync(403, "EMU-0004");
        await (await campaigns.Office("10532-VP").PostAsync($"{path}/receive", null)).ProblemAsync(404, "EMU-0005");

        var returned = await section.PostAsJsonAsync($"{path}/return", new { reason = "Thiếu danh sách bình xét" }).OkAsync();
        Assert.Equal("returned", (string?)returned["state"]);
        campaigns.Time.Now = Late.ToUniversalTime().AddDays(3);
        Assert.Equal("overdue", (string?)await StateAsync(id, "10532-KT"));
        var change = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(new { text = "Có danh sách." }) };
        change.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        await (await office.SendAsync(change)).ProblemAsync(412, "EMU-0008");
        var corrected = await office.PutAsJsonAsync(path, new { text = "Có danh sách." }).OkAsync();
        Assert.False((bool)corrected["late"]!);
        Assert.Equal("done", (string?)await StateAsync(id, "10532-KT"));

        await section.PostAsync($"{path}/receive", null).OkAsync();
        var own = await section.PostAsJsonAsync("/reports", DutiesWard.Report(id, lateReason: "Bận tổng hợp")).OkAsync();
        await (await section.PostAsync($"/reports/{own["id"]}/receive", null)).ProblemAsync(403, "EMU-0004");
        await campaigns.Office("10532").PostAsync($"/reports/{own["id"]}/receive", null).OkAsync();
        await (await office.PutAsJsonAsync(path, new { text = "Lần nữa." })).ProblemAsync(409, "CAM-0077");
        await (await section.PostAsJsonAsync($"{path}/return", new { reason = "x" })).ProblemAsync(409, "CAM-0078");
        var shown = await office.GetAsync(path).OkAsync();
        Assert.Equal(["submitted", "returned", "corrected", "received"], shown["history"]!.AsArray().Select(h => (string?)h!["action"]));
        // What it said before stays in the trail.
        var trail = await campaigns.WithDb(db => db.AuditEntries.Where(a => a.AggregateId == (string)report["id"]! && a.Action == "corrected").Select(a => a.Changes).SingleAsync());
        Assert.Equal("Đã làm đủ.", (string?)JsonNode.Parse(trail!)!["before"]!["text"]);
    }

    private async Task<JsonNode?> StateAsync(Guid campaign, string unit) =>
        (await campaigns.City.GetAsync($"/duties?campaignId={campaign}&unitCode={unit}&kind=report&from=2026-11-01&to=2026-11-30").OkAsync())["items"]![0]!["state"];

    [Theory]
    [InlineData("CVA-26/IV.1")]
    [InlineData("HA-25/IV.1")]
    public async Task YearEndReport_NeedsTheSelfScore_AndShowsThePublishedIndex(string rule)
    {
        var id = await campaigns.LaunchDutiesAsync($"R-{rule[..2]}", p => p.Put("/reports/1/clause", $"\"{rule}\""));
        campaigns.Time.Now = new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero);
        var office = campaigns.Office("10532-KT");

        var refused = await (await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, "cuoi-nam"))).ProblemAsync(400, "CAM-0074");
        Assert.Equal("/selfScore", (string?)refused["errors"]![0]!["pointer"]);
        await (await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, "cuoi-nam", selfScore: 100.1m))).ProblemAsync(400, "EMU-0001");
        var report = await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, "cuoi-nam", selfScore: 91.25m)).OkAsync();
        Assert.Equal(91.25m, (decimal)report["selfScore"]!);

        var own = rule.StartsWith("CVA", StringComparison.Ordinal);
        var ranking = new RankingPublished
        {
            RankingId = Guid.NewGuid(), IndexSetCode = $"set-{rule[..2].ToLowerInvariant()}", Year = 2026, Block = own ? "10532" : "phuong", Version = 2, OccurredAt = campaigns.Time.Now, ActedBy = "t",
            // The office's own result in an internal block, or that of its ward (C-40).
            Entries = [new RankedUnit { UnitCode = own ? "10532-KT" : "10532", UnitName = "x", Rank = 3, Tied = false, Index = 88.5m, Class = "Tốt" }], Unranked = [],
        };
        await campaigns.DeliverAsync(ranking);
        await campaigns.DeliverAsync(ranking with { RankingId = Guid.NewGuid(), Version = 1, Entries = [ranking.Entries[0] with { Rank = 9 }] });

        var index = (await office.GetAsync($"/reports/{report["id"]}").OkAsync())["report"]!["indexResult"]!;
        // The class is shared: the office's own result, once there, goes before the ward's.
        Assert.Contains((string)index["unitCode"]!, new[] { "10532-KT", "10532" });
        Assert.Equal((3, 88.5m, "Tốt"), ((int)index["rank"]!, (decimal)index["index"]!, (string)index["class"]!));
    }

    [Fact]
    public async Task RankingPublished_Corrected_ReplacesAndDropsWhatIsNoLongerRanked()
    {
        RankingPublished Ranking(int version, params RankedUnit[] entries) => new()
        {
            RankingId = Guid.NewGuid(), IndexSetCode = "replace", Year = 2025, Block = "phuong", Version = version, OccurredAt = campaigns.Time.Now, ActedBy = "t",
            Entries = entries, Unranked = [new UnrankedUnit { UnitCode = "11413", Reason = "Sáp nhập" }],
        };
        RankedUnit Unit(string code, int rank) => new() { UnitCode = code, UnitName = code, Rank = rank, Tied = false, Index = 80 };
        var message = Guid.CreateVersion7();
        await campaigns.DeliverAsync(Ranking(1, Unit("10532", 1), Unit("10549", 2)), message);
        await campaigns.DeliverAsync(Ranking(1, Unit("10532", 1), Unit("10549", 2)), message);
        await campaigns.DeliverAsync(Ranking(2, Unit("10532", 2)));

        var kept = await campaigns.WithDb(db => db.IndexResults.Where(r => r.IndexSetCode == "replace").OrderBy(r => r.UnitCode).ToListAsync());
        Assert.Equal([("10532", 2, null), ("11413", null, "Sáp nhập")], kept.Select(r => (r.UnitCode, r.Rank, r.UnrankedReason)));
    }

    [Fact]
    public async Task WardsReport_GoesToTheCity_WhichReceivesIt()
    {
        // LTN-TD-26/IV.4.c, C-22: the receiver is data; the section may prepare what the ward owes, LTN-TD-26/IV.2.c, LTN-TD-26/IV.4.d.
        var id = await campaigns.LaunchDutiesAsync("R-CITY");
        campaigns.Time.Now = new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero);
        var report = await campaigns.Office(DutiesWard.Section).PostAsJsonAsync("/reports", DutiesWard.Report(id, "thanh-pho", unitCode: "10532")).OkAsync();

        Assert.Equal(("31", "Ban TĐKT thành phố"), ((string)report["receiverUnitCode"]!, (string)report["through"]!));
        await (await campaigns.Office("10532").PostAsync($"/reports/{report["id"]}/receive", null)).ProblemAsync(403, "EMU-0004");
        var received = await campaigns.As("31", Policies.CampaignsRead, Policies.ReportsWrite).PostAsync($"/reports/{report["id"]}/receive", null).OkAsync();
        Assert.Equal("received", (string?)received["state"]);
        Assert.Equal([(string)report["id"]!], (await campaigns.City.GetAsync($"/reports?receiver=31&campaignId={id}&state=received").OkAsync()).Of("id"));
    }

    [Fact]
    public async Task Report_OfAnyPeriod_IsTaken_WithoutADeadline()
    {
        // LTN-26-30/IV.2.2: “định kỳ” names no period.
        var id = await campaigns.LaunchDutiesAsync("R-ANY");
        campaigns.Time.Now = new(2026, 6, 2, 0, 0, 0, TimeSpan.Zero);
        var section = campaigns.Office(DutiesWard.Section);
        foreach (var period in new[] { "2026-02-03..2026-05-31", "2026-Q1" })
            Assert.Null((await section.PostAsJsonAsync("/reports", DutiesWard.Report(id, "dinh-ky", period)).OkAsync())["tooLateFrom"]);

        await (await campaigns.Office("10532-KT").PostAsJsonAsync("/reports", DutiesWard.Report(id, "dinh-ky", "2026-Q1"))).ProblemAsync(409, "CAM-0071");
        await (await section.PostAsJsonAsync("/reports", DutiesWard.Report(id, "dinh-ky", "2026-Q5"))).ProblemAsync(400, "CAM-0072");
        await (await section.PostAsJsonAsync("/reports", DutiesWard.Report(id, "dinh-ky", "2026-Q4"))).ProblemAsync(409, "CAM-0073");
        await (await section.PostAsJsonAsync("/reports", DutiesWard.Report(id, "khac"))).ProblemAsync(400, "CAM-0070");
        await (await section.PostAsJsonAsync("/reports", DutiesWard.Report(id, "dinh-ky", "2019"))).ProblemAsync(409, "CAM-0071");
    }

    [Fact]
    public async Task Report_OfAnotherUnit_IsNotThere_AndNeedsThePolicy()
    {
        var id = await campaigns.LaunchDutiesAsync("R-SCOPE");
        campaigns.Time.Now = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var report = await campaigns.Office("10532-KT").PostAsJsonAsync("/reports", DutiesWard.Report(id)).OkAsync();
        foreach (var (unit, sees) in new[] { ("10532-KT", true), ("10532", true), (DutiesWard.Section, true), ("31", true), ("10532-VP", false), ("10549", false), ("10549-KT", false) })
        {
            var response = await campaigns.Office(unit).GetAsync($"/reports/{report["id"]}");
            Assert.Equal(sees ? 200 : 404, (int)response.StatusCode);
            Assert.Equal(sees, (await campaigns.Office(unit).GetAsync($"/reports?campaignId={id}").OkAsync()).Of("id").Length == 1);
        }
        await (await campaigns.Office("10532-VP").PostAsJsonAsync("/reports", DutiesWard.Report(id, unitCode: "10532-KT"))).ProblemAsync(404, "EMU-0005");
        await (await campaigns.Office("10549-KT").PostAsJsonAsync("/reports", DutiesWard.Report(id))).ProblemAsync(404, "EMU-0005");
        await (await campaigns.As("10532-VP", Policies.CampaignsRead).PostAsJsonAsync("/reports", DutiesWard.Report(id))).ProblemAsync(403, "EMU-0004");
        await (await campaigns.Office(DutiesWard.Section).PutAsJsonAsync($"/reports/{report["id"]}", new { text = "x" })).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Report_RepeatedUnderItsKey_IsOneReport_AndMalformedItemsAreTold()
    {
        var id = await campaigns.LaunchDutiesAsync("R-KEY");
        var office = campaigns.Office("10532-KT");
        var first = await office.PostKeyedAsync("/reports", DutiesWard.Report(id), "r-1");
        var second = await office.PostKeyedAsync("/reports", DutiesWard.Report(id), "r-1");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());

        foreach (var (body, pointer) in new[]
        {
            ("""{"campaignId":"ID","key":"nam","period":"2026","text":"x","figures":[null]}""", "/figures"),
            ("""{"campaignId":"ID","key":"nam","period":"2026","text":" "}""", "/text"),
            ("""{"campaignId":"ID","key":"nam","period":"2026","text":"x","figures":[{"name":"","value":1}]}""", "/figures/0/name"),
            ("""{"campaignId":"ID","key":"nam","period":"2026","text":"x","figures":[{"name":"a","value":1e25}]}""", "/figures/0/value"),
            ("""{"campaignId":"ID","key":"nam","period":"2026","text":"x","files":["7b2b6f4e-6a2c-4d11-9f43-5f0d2a6f0e11"]}""", "/files/0"),
        })
        {
            var problem = await (await campaigns.Office("10532-VP").PostAsync("/reports", new StringContent(body.Replace("ID", id.ToString(), StringComparison.Ordinal), MediaTypeHeaderValue.Parse("application/json")))).ProblemAsync(400);
            Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        }
    }

    [Fact]
    public async Task File_IsKeptByItsBytes_AndSeenWithTheReport()
    {
        var id = await campaigns.LaunchDutiesAsync("R-FILE");
        var office = campaigns.Office("10532-KT");
        var file = await office.FileAsync("nội dung");
        Assert.Equal(file, await office.FileAsync("nội dung"));
        await (await campaigns.Office("10532-VP").PostAsJsonAsync("/reports", DutiesWard.Report(id, files: [file]))).ProblemAsync(400, "CAM-0079");
        await (await campaigns.Office(DutiesWard.Section).GetAsync($"/report-files/{file}/content")).ProblemAsync(404);
        var report = await office.PostAsJsonAsync("/reports", DutiesWard.Report(id, files: [file])).OkAsync();

        Assert.Equal("ke-hoach.pdf", (string?)report["files"]![0]!["name"]);
        var download = await campaigns.Office(DutiesWard.Section).GetAsync($"/report-files/{file}/content");
        Assert.Equal("application/pdf", download.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", download.Headers.GetValues("X-Content-Type-Options").Single());
        await (await campaigns.Office("10532-VP").GetAsync($"/report-files/{file}/content")).ProblemAsync(404);

        using var form = new MultipartFormDataContent { { new ByteArrayContent("MZ"u8.ToArray()), "file", "bao-cao.pdf" } };
        await (await office.PostAsync("/report-files", form)).ProblemAsync(415, "CAM-0080");
        using var large = new ByteArrayContent(new byte[20 * 1024 * 1024 + 1]) { Headers = { ContentType = new("application/pdf") } };
        await (await office.PostAsync("/report-files", large)).ProblemAsync(413);
        await (await office.PostAsync("/report-files?unitCode=10549", new ByteArrayContent([1]) { Headers = { ContentType = new("application/pdf") } })).ProblemAsync(404);
        await (await office.PostAsync("/report-files", new StringContent("x"))).ProblemAsync(415);
    }
}
