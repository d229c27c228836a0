using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>An emulation block from its scale to its ranking (LTN-TD-26/IV.1.b, c).</summary>
public class BlockLifeTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Block_FromScaleToRanking_TwoUnitsStandBehindEveryFigure()
    {
        var block = await BlockScene.FormAsync(service, 3);
        var scale = await block.ScaleInForceAsync();
        Assert.Equal(("confirmed", 1), ((string?)scale["state"], (int)scale["edition"]!));

        // A leader of A, a leader of B, and one below its pledge; by hand in BlockTableTests.
        var first = await block.ConfirmedAsync(0, 96, 0.1m);
        var second = await block.ConfirmedAsync(1, 88, 0.05m);
        var third = await block.PledgedAsync(2);
        await block.Member(2).PostAsJsonAsync($"/block-sheets/{third}/report", BlockScene.Report(60, 0.2m, met: false)).OkAsync();
        await (await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(409, "SCO-0076");
        var waiting = await block.Head.GetAsync($"/block-rankings/preview?block={block.Id}").OkAsync();
        Assert.False((bool)waiting["complete"]!);
        Assert.Equal([block.Members[2]], waiting["waiting"]!.AsArray().Select(w => (string?)w!["member"]));
        Assert.Null((await block.SheetAsync(first))["lines"]![0]!["points"]);

        // LTN-TD-26/IV.1.b “tiêu chí, thang điểm”: the head changes a figure with its reason, the deputy confirms.
        await block.Head.PostAsJsonAsync($"/block-sheets/{third}/review", new
        {
            entries = new object[] { new { criterion = "A", value = 40, reason = "Kho bạc xác nhận 40%" }, new { criterion = "B", accept = true }, new { criterion = "C", accept = true } },
        }).OkAsync();
        var confirmed = await block.Deputy.PostAsJsonAsync($"/block-sheets/{third}/confirm", new { }).OkAsync();
        Assert.Empty(confirmed["unconfirmed"]!.AsArray());
        var sheet = await block.SheetAsync(first, block.Member(0));
        Assert.Equal([60m, 25m, 10m, 0m], sheet["lines"]!.AsArray().Select(l => (decimal)l!["points"]!));
        Assert.Equal([true, false, false, false], sheet["lines"]!.AsArray().Select(l => (bool)l!["leads"]!));
        Assert.Equal(95, (decimal)sheet["points"]!);

        // The deputy confirms the ranking, the head publishes it; not the other way round.
        await (await block.Head.PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(403, "SCO-0062");
        var created = await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking());
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var ranking = await created.JsonAsync();
        var path = $"/block-rankings/{ranking["id"]}";
        await (await block.Member(2).GetAsync(path)).ProblemAsync(404, "EMU-0005");
        await (await block.Deputy.PostAsJsonAsync($"{path}/publish", new { })).ProblemAsync(403, "SCO-0062");
        var published = await block.Head.PostAsJsonAsync($"{path}/publish", new { }).OkAsync();
        // A 45 + B 30 + C 10; A 30 × 40/80 + B 15.
        Assert.Equal([(block.Members[0], 1, 95m), (block.Members[1], 2, 85m), (block.Members[2], 3, 30m)],
            published["ranked"]!.AsArray().Select(r => ((string)r!["member"]!, (int)r["rank"]!, (decimal)r["total"]!)));
        Assert.Equal((block.Members[1], block.Members[0]), ((string?)published["confirmed"]!["unit"], (string?)published["published"]!["unit"]));
        await (await block.Head.PostAsJsonAsync($"{path}/publish", new { })).ProblemAsync(409, "SCO-0079");
        await (await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(409, "SCO-0078");
        await block.Member(2).GetAsync(path).OkAsync();

        // Who, when, for which unit, from, to, why.
        var history = (await block.Head.GetAsync($"/block-sheets/{third}/history?criterion=A").OkAsync())["items"]!.AsArray();
        Assert.Equal(["pledge", "confirmPledge", "report", "review", "confirm"], history.Select(h => (string?)h!["action"]));
        var change = history[3]!["changes"]![0]!;
        Assert.Equal((60m, 40m, "Kho bạc xác nhận 40%", false), ((decimal)change["from"]!["value"]!, (decimal)change["to"]!["value"]!, (string?)change["reason"], (bool)change["confirmed"]!));
        Assert.Equal((block.Members[0], $"test-{block.Members[0]}", service.Time.Now), ((string?)history[3]!["unit"], (string?)history[3]!["by"], (DateTimeOffset)history[3]!["at"]!));
        Assert.True((bool)history[4]!["changes"]![0]!["confirmed"]!);
    }

    [Fact]
    public async Task Correction_AfterAFigureChanged_IsANewEditionWithReasonAndKeepsTheOld()
    {
        var block = await BlockScene.FormAsync(service, 3);
        await block.ScaleInForceAsync();
        foreach (var (i, a) in new[] { 96m, 88m, 40m }.Index())
            await block.ConfirmedAsync(i, a, 0.2m);
        var first = await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking()).OkAsync();
        await block.Head.PostAsJsonAsync($"/block-rankings/{first["id"]}/publish", new { }).OkAsync();

        service.Time.Now += TimeSpan.FromDays(1);
        // The leader falls back: its own points and those of the second follow.
        var sheet = (string)(await block.Head.GetAsync($"/block-sheets?block={block.Id}&member={block.Members[0]}").OkAsync())["items"]![0]!["id"]!;
        await block.Deputy.PostAsJsonAsync($"/block-sheets/{sheet}/review", new { entries = new[] { new { criterion = "A", value = 84, reason = "nhập nhầm" } } }).OkAsync();
        await (await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(409, "SCO-0076");
        await block.Deputy.PostAsJsonAsync($"/block-sheets/{sheet}/confirm", new { criteria = new[] { "A" } }).OkAsync();
        Assert.Equal(60, (decimal)(await service.City.GetAsync($"/block-rankings/{first["id"]}").OkAsync())["ranked"]![0]!["criteria"]![0]!["points"]!);
        var second = await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking()).OkAsync();
        Assert.Equal(2, (int)second["edition"]!);
        var path = $"/block-rankings/{second["id"]}/publish";
        var unexplained = await (await block.Head.PostAsJsonAsync(path, new { })).ProblemAsync(400, "EMU-0001");
        Assert.Equal("/reason", (string?)unexplained["errors"]![0]!["pointer"]);

        // Changed once more before the head publishes: what the deputy has not seen does not go out.
        await block.Deputy.PostAsJsonAsync($"/block-sheets/{sheet}/review", new { entries = new[] { new { criterion = "A", value = 82, reason = "theo biên bản" } } }).OkAsync();
        await (await block.Head.PostAsJsonAsync(path, new { reason = "nhập nhầm" })).ProblemAsync(409, "SCO-0077");
        await block.Deputy.PostAsJsonAsync($"/block-sheets/{sheet}/confirm", new { }).OkAsync();
        await (await block.Head.PostAsJsonAsync(path, new { reason = "nhập nhầm" })).ProblemAsync(409, "SCO-0077");
        var again = await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking()).OkAsync();
        Assert.Equal((string?)second["id"], (string?)again["id"]);
        var corrected = await block.Head.PostAsJsonAsync(path, new { reason = "nhập nhầm" }).OkAsync();
        // 88 leads now with 60 + 15 + 10; 82 has 30 + 2/8 × 30 = 37.5.
        Assert.Equal([(block.Members[1], 85m), (block.Members[0], 62.5m), (block.Members[2], 40m)], corrected["ranked"]!.AsArray().Select(r => ((string)r!["member"]!, (decimal)r["total"]!)));

        var all = (await block.Member(2).GetAsync($"/block-rankings?block={block.Id}").OkAsync())["items"]!.AsArray();
        Assert.Equal([(1, false, null), (2, true, "nhập nhầm")], all.Select(r => ((int)r!["edition"]!, (bool)r["current"]!, (string?)r["reason"])));
        Assert.Single((await block.Member(2).GetAsync($"/block-rankings?block={block.Id}&year=2026&current=true").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task HeadAndDeputy_AsMembers_AreLookedAtByTheOtherOne()
    {
        var block = await BlockScene.FormAsync(service, 2);
        await block.ScaleInForceAsync();
        var (ofHead, ofDeputy) = ((string)(await block.Head.PostAsJsonAsync("/block-sheets", block.Pledge(block.Members[0])).OkAsync())["id"]!,
            (string)(await block.Deputy.PostAsJsonAsync("/block-sheets", block.Pledge(block.Members[1])).OkAsync())["id"]!);
        foreach (var (own, other, id) in new[] { (block.Head, block.Deputy, ofHead), (block.Deputy, block.Head, ofDeputy) })
        {
            await (await own.PostAsync($"/block-sheets/{id}/pledge/confirm", null)).ProblemAsync(403, "SCO-0062");
            await other.PostAsync($"/block-sheets/{id}/pledge/confirm", null).OkAsync();
            await own.PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(88, 0.2m)).OkAsync();
            await (await other.PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(99, 0.2m))).ProblemAsync(403, "SCO-0062");
            // Nobody confirms or reviews its own.
            await (await own.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { })).ProblemAsync(403, "SCO-0062");
            await (await own.PostAsJsonAsync($"/block-sheets/{id}/review", BlockScene.AcceptAll)).ProblemAsync(403, "SCO-0062");
            await other.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { criteria = new[] { "A", "B" } }).OkAsync();
            // What is confirmed is locked for the member; the same figure again changes nothing.
            var locked = await (await own.PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(90, 0.2m))).ProblemAsync(409, "SCO-0074");
            Assert.Equal("/entries/0", (string?)Assert.Single(locked["errors"]!.AsArray())!["pointer"]);
            await own.PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(88, 0.2m, met: false)).OkAsync();
            await other.PostAsJsonAsync($"/block-sheets/{id}/review", new { entries = new[] { new { criterion = "A", value = 84, reason = "đối chiếu" } } }).OkAsync();
            var summary = await other.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { }).OkAsync();
            Assert.Empty(summary["unconfirmed"]!.AsArray());
            await (await other.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { })).ProblemAsync(409, "SCO-0072");
        }
        var value = (await block.SheetAsync(ofHead))["lines"]![0]!;
        Assert.Equal((88m, 84m, block.Members[1]), ((decimal)value["reported"]!["input"]!["value"]!, (decimal)value["value"]!["input"]!["value"]!, (string?)value["value"]!["confirmed"]!["unit"]));
    }

    [Fact]
    public async Task Results_OfAMember_TheLastWordWinsAndTheHeadSeesThemFirst()
    {
        var block = await BlockScene.FormAsync(service, 3);
        await block.ScaleInForceAsync();
        var id = await block.PledgedAsync(2);
        var path = $"/block-sheets/{id}";
        async Task<decimal> Standing() => (decimal)(await block.SheetAsync(id))["lines"]![0]!["value"]!["input"]!["value"]!;
        await block.Member(2).PostAsJsonAsync($"{path}/report", BlockScene.Report(99, 0.2m)).OkAsync();
        var unseen = await (await block.Deputy.PostAsJsonAsync($"{path}/confirm", new { })).ProblemAsync(409, "SCO-0075");
        Assert.Equal(["A", "B", "C"], unseen["notReviewed"]!.AsArray().Select(c => (string?)c));
        var noReason = await (await block.Head.PostAsJsonAsync($"{path}/review", new { entries = new[] { new { criterion = "A", value = 90 } } })).ProblemAsync(400, "SCO-0069");
        Assert.Equal("/entries/0", (string?)noReason["errors"]![0]!["pointer"]);
        await block.Head.PostAsJsonAsync($"{path}/review", new { entries = new[] { new { criterion = "A", value = 90, reason = "Kho bạc: 90%" } } }).OkAsync();
        Assert.Equal(90, await Standing());
        // The same report sent again is no new word; another one is, and has to be looked at anew. Never the highest.
        var repeated = await block.Member(2).PostAsJsonAsync($"{path}/report", BlockScene.Report(99, 0.2m)).OkAsync();
        Assert.Equal(90, await Standing());
        await block.Member(2).PostAsJsonAsync($"{path}/report", BlockScene.Report(85, 0.2m)).OkAsync();
        Assert.Equal(85, await Standing());
        Assert.Equal((int)repeated["version"]! + 1, (int)(await block.SheetAsync(id))["sheet"]!["version"]!);
        await (await block.Deputy.PostAsJsonAsync($"{path}/confirm", new { criteria = new[] { "A" } })).ProblemAsync(409, "SCO-0075");
        await block.Head.PostAsJsonAsync($"{path}/review", BlockScene.AcceptAll).OkAsync();
        await block.Deputy.PostAsJsonAsync($"{path}/confirm", new { criteria = new[] { "A" } }).OkAsync();
        // A change by the head after the confirmation takes it away.
        await block.Head.PostAsJsonAsync($"{path}/review", new { entries = new[] { new { criterion = "A", value = 84, reason = "kiểm tra" } } }).OkAsync();
        Assert.Equal(["A", "B", "C"], (await block.SheetAsync(id))["sheet"]!["unconfirmed"]!.AsArray().Select(c => (string?)c));
    }

    [Fact]
    public async Task HalfYear_IsASheetAndARankingOfItsOwn()
    {
        // LTN-TD-26/IV.1.d: the review halfway, apart from the year's.
        var block = await BlockScene.FormAsync(service, 2);
        await block.ScaleInForceAsync();
        await block.ConfirmedAsync(0, 60, 0.2m, period: "halfYear");
        await block.ConfirmedAsync(1, 80, 0.2m, period: "halfYear");
        var half = await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking("halfYear")).OkAsync();
        Assert.Equal([block.Members[1], block.Members[0]], half["ranked"]!.AsArray().Select(r => (string?)r!["member"]));
        await (await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(409, "SCO-0076");
        await block.PledgedAsync(0);
        Assert.Equal(["halfYear"], (await block.Head.GetAsync($"/block-sheets?block={block.Id}&period=halfYear&member={block.Members[0]}").OkAsync())["items"]!.AsArray().Select(s => (string?)s!["period"]));
        var preview = await block.Head.GetAsync($"/block-rankings/preview?block={block.Id}&period=halfYear").OkAsync();
        Assert.True((bool)preview["complete"]!);
    }

    [Fact]
    public async Task OutsideBody_InACommunesOwnBlock_IsSpokenForByTheHead()
    {
        // LTN-TD-26/IV.1.c: a ward's own block, with a school that is not in the register.
        string[] members = ["11001-TH1", "11001-TH2", "thpt-hong-quang"];
        var block = await BlockScene.FormAsync(service, members, owner: "11001");
        await block.ScaleInForceAsync();
        var ward = service.As("11001");
        await (await ward.PostAsJsonAsync("/block-sheets", block.Pledge("thpt-hong-quang"))).ProblemAsync(403, "SCO-0062");
        var id = (string)(await block.Head.PostAsJsonAsync("/block-sheets", block.Pledge("thpt-hong-quang")).OkAsync())["id"]!;
        await (await block.Head.PostAsync($"/block-sheets/{id}/pledge/confirm", null)).ProblemAsync(403, "SCO-0062");
        await block.Deputy.PostAsync($"/block-sheets/{id}/pledge/confirm", null).OkAsync();
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(80, 0.2m))).ProblemAsync(403, "SCO-0062");
        // Where nothing stands yet, nothing has to be explained.
        await block.Head.PostAsJsonAsync($"/block-sheets/{id}/review", new { entries = new object[] { new { criterion = "A", value = 80 }, new { criterion = "B", value = 0.2 }, new { criterion = "C", met = true } } }).OkAsync();
        await block.Deputy.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { }).OkAsync();
        // The ward looks on: it sees everything in its own blocks and acts for none of its offices.
        Assert.Equal(55, (decimal)(await block.SheetAsync(id, ward))["points"]!);
        await (await ward.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { })).ProblemAsync(403, "SCO-0062");
        await ward.GetAsync($"/block-rankings/preview?block={block.Id}").OkAsync();
    }

    [Fact]
    public async Task Block_HeadChangedInTheYear_TheNewOneActs()
    {
        var block = await BlockScene.FormAsync(service, 3);
        await block.ScaleInForceAsync();
        var id = await block.PledgedAsync(2);
        await block.Member(2).PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(88, 0.2m)).OkAsync();
        await block.ChangeAsync(3, head: block.Members[1], deputy: block.Members[0]);
        // Late and repeated messages change nothing.
        await block.ChangeAsync(2, members: block.Members[..2]);
        await block.ChangeAsync(1);
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/review", BlockScene.AcceptAll)).ProblemAsync(403, "SCO-0062");
        await block.Deputy.PostAsJsonAsync($"/block-sheets/{id}/review", BlockScene.AcceptAll).OkAsync();
        await block.Head.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { }).OkAsync();

        // A member taken off the block no longer stands in the way, and its sheet is closed.
        await block.ChangeAsync(4, members: block.Members[..2]);
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/review", BlockScene.AcceptAll)).ProblemAsync(409, "SCO-0067");
        var preview = await block.Head.GetAsync($"/block-rankings/preview?block={block.Id}").OkAsync();
        Assert.Equal(block.Members[..2], preview["members"]!.AsArray().Select(m => (string)m!["member"]!));
        Assert.Equal(88, (decimal)(await block.SheetAsync(id, block.Member(2)))["lines"]![0]!["value"]!["input"]!["value"]!);

        await block.ChangeAsync(5, active: false);
        await (await block.Head.PostAsJsonAsync("/block-sheets", block.Pledge(block.Members[0]))).ProblemAsync(409, "SCO-0060");
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/review", BlockScene.AcceptAll)).ProblemAsync(409, "SCO-0060");
    }
}
