using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>The council: who sits on it, what is on its agenda, who decides.</summary>
public sealed class CouncilTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Chain_CouncilThenChairman_NoPathSkipsTheCouncil()
    {
        // CVA-26/III.2.1, HA-25/III.2.1: unit → council → chairman, LTN-TD-26/V.1.b.
        var room = await CouncilRoom.NewAsync(service);
        var (ward, city) = (await room.NominateAsync(), await room.NominateAsync("city"));
        await (await DecideAsync(room, ward)).ProblemAsync(409, "NOM-0070");
        await (await room.Section.PostAsJsonAsync($"/nominations/{city["id"]}/forward", new { })).ProblemAsync(409, "NOM-0070");

        var session = await room.SessionAsync(ward, city);
        await room.BallotAsync(session);
        // Nothing moves while the council votes.
        await (await DecideAsync(room, ward)).ProblemAsync(409, "NOM-0094");
        await room.CastAllAsync(session, "yes", "yes", "yes", "yes", "no");
        var concluded = await room.ConcludeAsync(session);
        Assert.All(concluded["items"]!.AsArray(), i => Assert.Equal("passed", (string?)i!["result"]!["outcome"]));
        // The council only advises: until the chairman approves, both wait.
        Assert.Equal("submitted", (string?)(await room.NominationAsync(ward))["state"]);
        await (await DecideAsync(room, ward)).ProblemAsync(409, "NOM-0094");

        await room.ApproveAsync(session);
        Assert.Equal("agreed", (string?)(await room.NominationAsync(ward))["state"]);
        Assert.Equal(201, (int)(await DecideAsync(room, ward)).StatusCode);
        Assert.Equal("forwarded", (string?)(await room.Section.PostAsJsonAsync($"/nominations/{city["id"]}/forward", new { }).OkAsync())["state"]);
        var history = await room.Section.GetAsync($"/nominations/{ward["id"]}/history").OkAsync();
        Assert.Contains("agreed", history["items"]!.AsArray().Select(i => (string?)i!["action"]));
    }

    [Fact]
    public async Task Approve_OnlyTheChairmanOfTheUnit_MayLeaveOutWithReason()
    {
        // LTN-TD-26/V.1.a, V.1.b: the council gives advice, only the chairman decides.
        var room = await CouncilRoom.NewAsync(service);
        var (kept, left) = (await room.NominateAsync(), await room.NominateAsync());
        var session = await room.SessionAsync(kept, left);
        await room.BallotAsync(session);
        await room.CastAllAsync(session, "yes", "yes", "yes", "yes", "yes");
        var concluded = await room.ConcludeAsync(session);
        await (await room.Section.PostAsJsonAsync($"/councils/sessions/{session["id"]}/approve", new { })).ProblemAsync(403, "EMU-0004");
        await (await room.As(0).PostAsJsonAsync($"/councils/sessions/{session["id"]}/approve", new { })).ProblemAsync(403, "EMU-0004");
        await (await service.As(City).PostAsJsonAsync($"/councils/sessions/{session["id"]}/approve", new { })).ProblemAsync(403, "NOM-0092");

        var item = concluded["items"]!.AsArray().Single(i => (string?)i!["nominationId"] == (string?)left["id"])!;
        var approved = await room.ApproveAsync(session, new { leaveOut = new[] { new { itemId = item["id"], reason = "Đang chờ xác minh đơn thư" } } });
        Assert.Equal("approved", (string?)approved["state"]);
        Assert.Equal("agreed", (string?)(await room.NominationAsync(kept))["state"]);
        Assert.Equal("submitted", (string?)(await room.NominationAsync(left))["state"]);
        var told = await service.PublishedAsync<CouncilConcluded>(e => e.SessionId == (Guid)session["id"]!);
        Assert.Equal("Đang chờ xác minh đơn thư", told.Items.Single(i => i.NominationId == (Guid)left["id"]!).LeftOutReason);
        Assert.Equal([true, false], told.Items.Select(i => i.Approved));
    }

    [Fact]
    public async Task Sessions_EducationYearAndEndOfYear_EachTakesItsOwnDossiers()
    {
        // LTN-TD-26/IV.3.d (school year, quarter III), LTN-TD-26/IV.4.e (the year's awards, quarter IV)
        var room = await CouncilRoom.NewAsync(service);
        var (school, year) = (await room.NominateAsync(), await room.NominateAsync("city"));
        var education = await room.SessionAsync(school);
        var waiting = await room.Section.GetAsync($"/councils/{room.Council["id"]}/waiting").OkAsync();
        Assert.Equal([(string)year["id"]!], waiting["items"]!.AsArray().Select(w => (string)w!["nominationId"]!));
        Assert.True((bool)waiting["items"]![0]!["councilAsked"]!);
        var closing = await room.SessionAsync(year);
        await room.BallotAsync(education);
        await room.CastAllAsync(education, "yes", "yes", "yes", "no", "no");
        await room.ConcludeAsync(education);
        await room.ApproveAsync(education);
        Assert.Equal("agreed", (string?)(await room.NominationAsync(school))["state"]);
        Assert.Equal("submitted", (string?)(await room.NominationAsync(year))["state"]);
        Assert.Equal("planned", (string?)(await room.Section.GetAsync($"/councils/sessions/{closing["id"]}").OkAsync())["state"]);
    }

    [Theory]
    [InlineData("launchCampaigns")]
    [InlineData("evaluate")]
    [InlineData("sumUp")]
    [InlineData("proposePolicies")]
    [InlineData("supervise")]
    [InlineData("awards")]
    public async Task Resolution_OfEachDuty_IsVotedOpenlyWithReasons(string duty)
    {
        // LTN-TD-26/V.1.a: six duties. CVA-26/I.2.3, HA-25/I.2.3: vote and reasons recorded.
        var room = await CouncilRoom.NewAsync(service, 3);
        var session = await CouncilRoom.DoAsync(room.Section, await room.SessionAsync(), "items", new { resolutions = new[] { new { text = "Thống nhất kế hoạch kiểm tra", duty } } });
        await room.BallotAsync(session);
        foreach (var (member, choice, reason) in new[] { (0, "yes", "Đúng thời điểm"), (1, "yes", null), (2, "no", "Cần bổ sung kinh phí") })
            Assert.Equal(204, (int)(await room.As(member).PostAsJsonAsync($"/councils/sessions/{session["id"]}/votes", new { votes = new[] { new { itemId = session["items"]![0]!["id"], choice, reason } } })).StatusCode);
        var item = (await room.ConcludeAsync(session))["items"]![0]!;
        Assert.Equal("passed", (string?)item["result"]!["outcome"]);
        Assert.Equal(["yes Đúng thời điểm", "yes ", "no Cần bổ sung kinh phí"], item["votes"]!.AsArray().Select(v => $"{v!["choice"]} {v["reason"]}"));
        Assert.True((bool)item["rule"]!["assumed"]!);
    }

    [Fact]
    public async Task Agenda_NominationWithdrawnMeanwhile_FallsOffWithNote()
    {
        var room = await CouncilRoom.NewAsync(service);
        var (gone, stays) = (await room.NominateAsync(), await room.NominateAsync());
        var session = await room.SessionAsync(gone, stays);
        await room.BallotAsync(session);
        await room.CastAllAsync(session, "yes", "yes");
        await room.Section.PostAsJsonAsync($"/nominations/{gone["id"]}/withdraw", new { reason = "Xin rút" }).OkAsync();
        await Eventually.HoldsAsync(async () => (string?)(await room.Section.GetAsync($"/councils/sessions/{session["id"]}").OkAsync())["items"]![0]!["offNote"] is { Length: > 0 }, "the item must fall off");
        // Papers given out before still hold for what is left.
        await room.CastAllAfter(session, 2, "yes", "yes", "yes");
        var concluded = await room.ConcludeAsync(session);
        Assert.Null(concluded["items"]![0]!["result"]);
        Assert.Equal(5, (int)concluded["items"]![1]!["result"]!["tally"]!["yes"]!);
        await room.ApproveAsync(session);
        Assert.Equal("withdrawn", (string?)(await room.NominationAsync(gone))["state"]);
    }

    [Fact]
    public async Task Agenda_CancelledOrTakenOff_NominationWaitsAgain()
    {
        var room = await CouncilRoom.NewAsync(service);
        var nomination = await room.NominateAsync();
        var first = await room.SessionAsync(nomination);
        await (await room.Section.PostAsJsonAsync($"/councils/sessions/{(await room.SessionAsync())["id"]}/items", new { nominationIds = new[] { nomination["id"] } })).ProblemAsync(409, "NOM-0079");
        await CouncilRoom.DoAsync(room.Section, first, $"items/{first["items"]![0]!["id"]}/take-off", new { reason = "Chờ bổ sung" });
        var second = await room.SessionAsync(nomination);
        await CouncilRoom.DoAsync(room.Section, second, "cancel", new { reason = "Bão số 9" });
        var third = await room.SessionAsync(nomination);
        Assert.Null(third["items"]![0]!["offNote"]);
    }

    [Fact]
    public async Task Members_ChangeWithinTerm_HistoryStays()
    {
        var room = await CouncilRoom.NewAsync(service, 4);
        Assert.Contains(room.Council["warnings"]!.AsArray(), w => ((string)w!).Contains("số chẵn", StringComparison.Ordinal));
        Assert.Equal("Chủ tịch Ủy ban nhân dân", (string?)room.Council["members"]![0]!["position"]);
        object Reform(params int[] who) => new { from = "2026-06-01", decisionNumber = "77/QĐ-UBND", decisionDate = "2026-05-30", reason = "Nghỉ hưu", members = who.Select(i => room.Member(i)) };
        await (await room.Section.PutAsJsonAsync($"/councils/{room.Council["id"]}", Reform(1, 2, 3))).ProblemAsync(400, "NOM-0072");
        var request = new HttpRequestMessage(HttpMethod.Put, $"/councils/{room.Council["id"]}") { Content = JsonContent.Create(Reform(0, 1, 2, 5, 6)) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        var reformed = await room.Section.SendAsync(request).OkAsync();
        Assert.Equal(5, reformed["members"]!.AsArray().Count);
        var former = Assert.Single(reformed["former"]!.AsArray())!;
        Assert.Equal(("Ủy viên 3", "2026-05-31"), ((string?)former["name"], (string?)former["to"]));
        var again = new HttpRequestMessage(HttpMethod.Put, $"/councils/{room.Council["id"]}") { Content = JsonContent.Create(Reform(0, 1, 2)) };
        again.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        await (await room.Section.SendAsync(again)).ProblemAsync(412, "EMU-0008");
        await (await room.Section.PostAsJsonAsync("/councils", new { unitCode = room.Unit, termFrom = "2028-01-01", decisionNumber = "1", decisionDate = "2027-12-01", members = new[] { room.Member(0), room.Member(1), room.Member(2) } })).ProblemAsync(409, "NOM-0071");
    }

    [Fact]
    public async Task Access_MemberSeesItsOwnCouncilOnly_AndTheDossiersOnTheAgenda()
    {
        var room = await CouncilRoom.NewAsync(service);
        var other = await CouncilRoom.NewAsync(service);
        var (on, off) = (await room.NominateAsync(), await room.NominateAsync());
        var session = await room.SessionAsync(on);
        Assert.Equal((string?)on["id"], (string?)(await room.As(3).GetAsync($"/councils/sessions/{session["id"]}/items/{session["items"]![0]!["id"]}/nomination").OkAsync())["id"]);
        await (await room.As(3).GetAsync($"/nominations/{off["id"]}")).ProblemAsync(403, "EMU-0004");
        await (await other.As(3).GetAsync($"/councils/sessions/{session["id"]}")).ProblemAsync(404, "EMU-0005");
        await (await other.Section.GetAsync($"/councils/{room.Council["id"]}")).ProblemAsync(404, "EMU-0005");
        await (await other.Section.PostAsJsonAsync($"/councils/sessions/{session["id"]}/invite", new { })).ProblemAsync(404, "EMU-0005");
        await (await room.As(3).PostAsJsonAsync($"/councils/sessions/{session["id"]}/invite", new { })).ProblemAsync(403, "EMU-0004");
        // An account of the unit that sits on no council sees none.
        var stranger = service.As(room.Unit, "nguoi-la", [Policies.CouncilRead, Policies.CouncilVote]);
        Assert.Empty((await stranger.GetAsync("/councils").OkAsync())["items"]!.AsArray());
        Assert.Single((await room.As(3).GetAsync("/councils/sessions").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task CityCouncil_FlagsOfSeveralCommunes_ItsNoHoldsTheDecision()
    {
        // C-37: a flag is a title, and needs four fifths of all members.
        var wards = new[] { await CouncilRoom.NewAsync(service), await CouncilRoom.NewAsync(service) };
        var flags = new List<JsonNode>();
        foreach (var ward in wards)
        {
            var flag = await ward.NominateAsync("flag");
            var session = await ward.SessionAsync(flag);
            await ward.BallotAsync(session);
            await ward.CastAllAsync(session, "yes", "yes", "yes", "yes", "no");
            await ward.ConcludeAsync(session);
            await ward.ApproveAsync(session);
            await ward.Section.PostAsJsonAsync($"/nominations/{flag["id"]}/forward", new { }).OkAsync();
            await service.As(City).PostAsJsonAsync($"/nominations/{flag["id"]}/appraise", new { }).OkAsync();
            flags.Add(flag);
        }
        var city = await CouncilRoom.NewAsync(service, unit: City);
        var sitting = await city.SessionAsync([.. flags]);
        var against = sitting["items"]![1]!["id"];
        await city.BallotAsync(sitting);
        for (var i = 0; i < 5; i++)
        {
            var lines = sitting["items"]!.AsArray().Select(x => new { itemId = (string)x!["id"]!, choice = i < 2 && (string)x["id"]! == (string)against! ? "no" : "yes" });
            Assert.Equal(204, (int)(await city.As(i).PostAsJsonAsync($"/councils/sessions/{sitting["id"]}/papers", new { lines })).StatusCode);
        }
        var concluded = await city.ConcludeAsync(sitting);
        Assert.Equal(["passed", "notPassed"], concluded["items"]!.AsArray().Select(i => (string)i!["result"]!["outcome"]!));
        await city.ApproveAsync(sitting);
        object Decision(JsonNode n) => new { nominationIds = new[] { n["id"] }, signerName = "Trần Văn Mẫu" };
        await service.As(City).PostAsJsonAsync("/decisions", Decision(flags[0])).OkAsync();
        await (await service.As(City).PostAsJsonAsync("/decisions", Decision(flags[1]))).ProblemAsync(409, "NOM-0093");
    }

    [Fact]
    public async Task Confirm_OutstandingByTheCouncil_StandsForTheGrade()
    {
        // C-41
        var room = await CouncilRoom.NewAsync(service);
        var nomination = await room.NominateAsync("grade", individual: true);
        Assert.Equal("notYetKnown", (string?)nomination["eligibility"]);
        var session = await room.SessionAsync(nomination);
        await room.BallotAsync(session);
        await room.CastAllAsync(session, "yes", "yes", "yes", "yes", "yes");
        await room.ConcludeAsync(session, new { conclusions = new[] { new { itemId = session["items"]![0]!["id"], text = "Nhất trí", confirmsOutstanding = "Vượt 9 chỉ tiêu được giao" } } });
        await room.ApproveAsync(session);
        var after = await room.NominationAsync(nomination);
        Assert.Equal(("agreed", "met"), ((string?)after["state"], (string?)after["eligibility"]));
        Assert.Contains(after["attestations"]!.AsArray(), a => (string?)a!["by"] == "council" && (string?)a["evidence"] == "Vượt 9 chỉ tiêu được giao");
    }

    [Fact]
    public async Task Minutes_HoldAttendanceCountsConflictsAndDecisions_NobodysVote()
    {
        var room = await CouncilRoom.NewAsync(service);
        var nomination = await room.NominateAsync();
        var session = await room.SessionAsync(nomination);
        await CouncilRoom.DoAsync(room.Section, session, $"items/{session["items"]![0]!["id"]}/conflicts", new { memberId = room.MemberId(4), detail = "Vợ công tác tại đơn vị" });
        await (await room.Section.GetAsync($"/councils/sessions/{session["id"]}/minutes")).ProblemAsync(409, "NOM-0076");
        await room.BallotAsync(session);
        await room.CastAllAsync(session, "yes", "yes", "yes", "abstain");
        await room.ConcludeAsync(session, new { conclusions = new[] { new { itemId = session["items"]![0]!["id"], text = "Ưu tiên tập thể có từ 70% nữ (C-38)" } } });
        await room.ApproveAsync(session);
        var minutes = await room.As(2).GetAsync($"/councils/sessions/{session["id"]}/minutes").OkAsync();
        Assert.Equal(("Ủy viên 0", "Ủy viên 1"), ((string?)minutes["chairName"], (string?)minutes["secretaryName"]));
        Assert.Equal(5, minutes["attendance"]!.AsArray().Count);
        var item = minutes["items"]![0]!;
        Assert.Equal("""{"yes":3,"no":0,"abstain":1,"invalid":0,"papers":4}""", item["result"]!["tally"]!.ToJsonString());
        Assert.Equal((1, true), ((int)item["result"]!["conflicted"]!, (bool)item["approved"]!));
        Assert.Equal("Vợ công tác tại đơn vị", (string?)item["conflicts"]![0]!["detail"]);
        Assert.Empty(item["votes"]!.AsArray());
        Assert.Equal("Ưu tiên tập thể có từ 70% nữ (C-38)", (string?)item["conclusion"]);
    }

    private static Task<HttpResponseMessage> DecideAsync(CouncilRoom room, JsonNode nomination) =>
        room.Section.PostAsJsonAsync("/decisions", new { nominationIds = new[] { nomination["id"] }, signerName = "Trần Văn Mẫu" });
}
