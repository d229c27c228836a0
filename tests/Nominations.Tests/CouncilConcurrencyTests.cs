using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Two of the service, one database: whoever is first wins, the other is told.</summary>
public sealed class CouncilConcurrencyTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Agenda_TwoSessionsWantOneNomination_OneGetsIt()
    {
        await using var second = Second();
        var room = await CouncilRoom.NewAsync(service);
        for (var round = 0; round < 5; round++)
        {
            var nomination = await room.NominateAsync();
            var sessions = new[] { await room.SessionAsync(), await room.SessionAsync() };
            var answers = await Task.WhenAll(sessions.Select((s, i) => Through(i == 0 ? null : second, room.Section)
                .PostAsJsonAsync($"/councils/sessions/{s["id"]}/items", new { nominationIds = new[] { nomination["id"] } })));
            Assert.Single(answers, a => a.IsSuccessStatusCode);
            await answers.Single(a => !a.IsSuccessStatusCode).ProblemAsync(409, "NOM-0079");
        }
    }

    [Fact]
    public async Task Session_EditedByTwoFromOneVersion_TheSecondIsTold()
    {
        await using var second = Second();
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync();
        var answers = await Task.WhenAll(new[] { null, second }.Select((replica, i) =>
        {
            var request = new HttpRequestMessage(HttpMethod.Put, $"/councils/sessions/{session["id"]}") { Content = JsonContent.Create(new { title = $"Phiên họp {i}", at = service.Time.Now.AddDays(2), place = "Phòng họp số 2" }) };
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            return Through(replica, room.Section).SendAsync(request);
        }));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        await answers.Single(a => !a.IsSuccessStatusCode).ProblemAsync(412, "EMU-0008");
    }

    [Fact]
    public async Task ConcludeAndApprove_TwiceAtOnceOnTwoReplicas_OneWins()
    {
        await using var second = Second();
        var room = await CouncilRoom.NewAsync(service);
        var nomination = await room.NominateAsync();
        var session = await room.SessionAsync(nomination);
        await room.BallotAsync(session);
        await room.CastAllAsync(session, "yes", "yes", "yes", "yes", "yes");
        await OneWins("conclude", room.Section, session, second);
        await OneWins("approve", room.Chairman, session, second);
        Assert.Equal("agreed", (string?)(await room.NominationAsync(nomination))["state"]);
        Assert.Single((await room.Section.GetAsync($"/nominations/{nomination["id"]}/history").OkAsync())["items"]!.AsArray(), h => (string)h!["action"]! == "agreed");
    }

    [Fact]
    public async Task Papers_OnTwoReplicasWhileItIsClosed_EachIsCountedOrRefused()
    {
        await using var second = Second();
        var room = await CouncilRoom.NewAsync(service, 11);
        var session = await room.SessionAsync(await room.NominateAsync());
        await room.BallotAsync(session);
        await room.CastAllAsync(session, "yes", "yes");
        var papers = Enumerable.Range(2, 9).Select(i => room.CastAsync(session, i, "no", Through(i % 2 == 0 ? null : second, room.As(i)))).ToArray();
        var concluding = Through(second, room.Section).PostAsJsonAsync($"/councils/sessions/{session["id"]}/conclude", new { });
        var answers = await Task.WhenAll(papers);
        var accepted = 2 + answers.Count(a => (int)a.StatusCode == 204);
        foreach (var refused in answers.Where(a => (int)a.StatusCode != 204))
            await refused.ProblemAsync(409, "NOM-0076");
        var result = (await concluding.OkAsync())["items"]![0]!["result"]!;
        Assert.Equal(accepted, (int)result["tally"]!["papers"]!);
        Assert.Equal(accepted, (await room.Section.GetAsync($"/councils/sessions/{session["id"]}").OkAsync())["members"]!.AsArray().Count(m => (bool)m!["handedIn"]!));
    }

    [Fact]
    public async Task Repeat_AmidVotesOnTwoReplicas_EveryoneVotesAgainExactlyOnce()
    {
        await using var second = Second();
        var room = await CouncilRoom.NewAsync(service);
        for (var round = 0; round < 12; round++)
        {
            var session = await CouncilRoom.DoAsync(room.Section, await room.SessionAsync(await room.NominateAsync()), "items", new { resolutions = new[] { new { text = "Thống nhất kế hoạch", duty = "evaluate" } } });
            var (secret, open) = ((string)session["items"]![0]!["id"]!, (string)session["items"]![1]!["id"]!);
            var path = $"/councils/sessions/{session["id"]}";
            Task<HttpResponseMessage> Paper(int member, string choice) => Through(member % 2 == 0 ? null : second, room.As(member)).PostAsJsonAsync($"{path}/papers", new { lines = new[] { new { itemId = secret, choice } } });
            Task<HttpResponseMessage> Vote(int member, string choice) => Through(member % 2 == 0 ? second : null, room.As(member)).PostAsJsonAsync($"{path}/votes", new { votes = new[] { new { itemId = open, choice } } });
            await room.BallotAsync(session);
            var members = Enumerable.Range(0, CouncilRoom.Default).ToArray();
            // The first votes are against; they are torn up in the middle.
            var before = members[..(round % 5)].SelectMany(m => new[] { Paper(m, "no"), Vote(m, "no") }).ToArray();
            var repeating = Through(round % 2 == 0 ? null : second, room.Section).PostAsJsonAsync($"{path}/ballot/repeat", new { reason = "Phát nhầm phiếu" });
            var after = members[(round % 5)..].SelectMany(m => new[] { Paper(m, "no"), Vote(m, "no") }).ToArray();
            var repeated = await repeating.OkAsync();
            Assert.All(repeated["members"]!.AsArray(), m => Assert.False((bool)m!["handedIn"]!));
            foreach (var answer in await Task.WhenAll([.. before, .. after]))
            {
                if ((int)answer.StatusCode != 204)
                    await answer.ProblemAsync(409, "NOM-0076");
            }
            await CouncilRoom.DoAsync(room.Section, session, "ballot", new { });
            var again = await Task.WhenAll(members.SelectMany(m => new[] { Paper(m, "yes"), Vote(m, "yes") }));
            Assert.All(again, a => Assert.Equal(204, (int)a.StatusCode));
            foreach (var twice in await Task.WhenAll(members.SelectMany(m => new[] { Paper(m, "no"), Vote(m, "no") })))
                await twice.ProblemAsync(409, "NOM-0086");
            var items = (await room.ConcludeAsync(session))["items"]!.AsArray();
            Assert.All(items, i => Assert.Equal("""{"yes":5,"no":0,"abstain":0,"invalid":0,"papers":5}""", i!["result"]!["tally"]!.ToJsonString()));
            Assert.Equal(5, items[1]!["votes"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task Approve_WhileTheNominationIsWithdrawn_OneWinsAndNothingIsHalfDone()
    {
        var room = await CouncilRoom.NewAsync(service);
        for (var round = 0; round < 4; round++)
        {
            var nomination = await room.NominateAsync();
            var session = await room.SessionAsync(nomination);
            await room.BallotAsync(session);
            await room.CastAllAsync(session, "yes", "yes", "yes", "yes", "yes");
            await room.ConcludeAsync(session);
            var approving = room.Chairman.PostAsJsonAsync($"/councils/sessions/{session["id"]}/approve", new { });
            var withdrawing = room.Section.PostAsJsonAsync($"/nominations/{nomination["id"]}/withdraw", new { reason = "Xin rút" });
            var (approved, withdrawn) = ((await approving).IsSuccessStatusCode, (await withdrawing).IsSuccessStatusCode);
            Assert.True(approved || withdrawn);
            var state = (string)(await room.NominationAsync(nomination))["state"]!;
            Assert.Equal(withdrawn ? "withdrawn" : "agreed", state);
            // Who was refused tries again; the nomination falls off the agenda at the same moment, so that may take another turn.
            if (!approved)
                await Eventually.HoldsAsync(async () => (await room.Chairman.PostAsJsonAsync($"/councils/sessions/{session["id"]}/approve", new { })).IsSuccessStatusCode, "the rest must be approved");
            Assert.Equal(withdrawn ? "withdrawn" : "agreed", (string?)(await room.NominationAsync(nomination))["state"]);
        }
    }

    [Fact]
    public async Task Councils_AppointedTwiceAtOnce_OneUnitHasOne()
    {
        await using var second = Second();
        const string unit = "95001";
        await service.UnitAsync(unit, "Phường thử", Contracts.Campaigns.UnitKind.Ward, City, "phuong");
        object Appoint() => new
        {
            unitCode = unit, termFrom = "2026-01-01", decisionNumber = "1/QĐ-UBND", decisionDate = "2025-12-30",
            members = Enumerable.Range(0, 3).Select(i => new { name = $"Ủy viên {i}", title = i == 0 ? "chair" : "member" }),
        };
        var answers = await Task.WhenAll(new[] { null, second, null, second }.Select(r => Through(r, service.As(unit)).PostAsJsonAsync("/councils", Appoint())));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        Assert.All(answers.Where(a => (int)a.StatusCode != 201), a => Assert.Equal(409, (int)a.StatusCode));
    }

    private static async Task OneWins(string step, HttpClient client, JsonNode session, WebApplicationFactory<Program> second)
    {
        var answers = await Task.WhenAll(new[] { null, second, null, second }.Select(r => Through(r, client).PostAsJsonAsync($"/councils/sessions/{session["id"]}/{step}", new { })));
        Assert.Single(answers, a => a.IsSuccessStatusCode);
        foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode))
            await refused.ProblemAsync(409);
    }

    /// <summary>Another copy of the service on the same database and the same keys.</summary>
    private WebApplicationFactory<Program> Second() => service.WithWebHostBuilder(b => b.UseSetting("Replica", "2"));

    /// <summary>The same caller, through the other copy.</summary>
    private static HttpClient Through(WebApplicationFactory<Program>? replica, HttpClient caller)
    {
        if (replica is null)
            return caller;
        var client = replica.CreateClient();
        client.DefaultRequestHeaders.Authorization = caller.DefaultRequestHeaders.Authorization;
        return client;
    }
}
