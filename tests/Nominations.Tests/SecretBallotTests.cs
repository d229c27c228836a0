using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Tests;

/// <summary>A secret vote counts exactly once and cannot be traced to a person (docs/adr/0025). CVA-26/I.2.3, HA-25/I.2.3.</summary>
public sealed class SecretBallotTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Paper_ManyPostsAtOnce_CountsOnce()
    {
        // CVA-26/I.2.3, HA-25/I.2.3.
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync(await room.NominateAsync(), await room.NominateAsync());
        await room.BallotAsync(session);
        // Each of five members posts eight times at once, with different choices.
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => room.CastAsync(session, i % 5, i % 2 == 0 ? "yes" : "no")));
        for (var member = 0; member < 5; member++)
        {
            var mine = answers.Where((_, i) => i % 5 == member).ToArray();
            Assert.Single(mine, a => (int)a.StatusCode == 204);
            foreach (var refused in mine.Where(a => (int)a.StatusCode != 204))
                await refused.ProblemAsync(409, "NOM-0086");
        }
        var concluded = await room.ConcludeAsync(session);
        Assert.All(concluded["items"]!.AsArray(), i => Assert.Equal(5, (int)i!["result"]!["tally"]!["papers"]!));
        await (await room.CastAsync(session, 0, "yes")).ProblemAsync(409, "NOM-0076");
    }

    [Fact]
    public async Task Database_AfterVotes_HoldsNoTrailFromMemberToChoice()
    {
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync(await room.NominateAsync());
        await room.BallotAsync(session);
        var id = (Guid)session["id"]!;
        var before = await Counts(id);
        var sizes = new List<int>();
        foreach (var (member, choice) in new[] { (0, "yes"), (1, "no"), (2, "abstain"), (3, "yes") })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/councils/sessions/{id}/papers") { Content = JsonContent.Create(new { lines = new[] { new { itemId = session["items"]![0]!["id"], choice } } }) };
            // Even a client that sends a key leaves no remembered answer: its hash would tell the choice.
            request.Headers.Add("Idempotency-Key", $"key-{member}");
            Assert.Equal(204, (int)(await room.As(member).SendAsync(request)).StatusCode);
            sizes.Add(await service.WithDb(db => db.SecretBoxes.Where(b => b.SessionId == id).Select(b => b.Sealed.Length).SingleAsync()));
        }
        // No audit row, no event, no remembered answer, no open vote came of it.
        Assert.Equal(before, await Counts(id));
        // The box is sealed, of one length, and there is one of it.
        Assert.Single(sizes.Distinct());
        // A mark is two ids and nothing else.
        Assert.Equal(["member_id", "session_id"], await ColumnsAsync("council_paper_marks"));
        Assert.Equal(["sealed", "session_id"], await ColumnsAsync("council_boxes"));
        // Until it is closed nobody is told a sum, not even who runs it.
        var view = await room.Section.GetAsync($"/councils/sessions/{id}").OkAsync();
        Assert.Null(view["items"]![0]!["result"]);
        Assert.Equal([true, true, true, true, false], view["members"]!.AsArray().OrderBy(m => (string)m!["name"]!, StringComparer.Ordinal).Select(m => (bool)m!["handedIn"]!));

        await room.ConcludeAsync(session);
        Assert.Equal(0, await service.WithDb(db => db.SecretBoxes.CountAsync(b => b.SessionId == id)));
        await room.ApproveAsync(session);
        var told = JsonSerializer.Serialize(await service.PublishedAsync<CouncilConcluded>(e => e.SessionId == id), Json.Options);
        for (var member = 0; member < 5; member++)
        {
            Assert.DoesNotContain(room.Account(member), told, StringComparison.Ordinal);
            Assert.DoesNotContain(room.MemberId(member), told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Box_ReadWithAForeignKey_StaysShut()
    {
        var one = new BallotSeal(Microsoft.AspNetCore.DataProtection.DataProtectionProvider.Create(Directory.CreateTempSubdirectory("emulation-keys-")));
        var other = new BallotSeal(Microsoft.AspNetCore.DataProtection.DataProtectionProvider.Create(Directory.CreateTempSubdirectory("emulation-keys-")));
        var (session, item) = (Guid.NewGuid(), Guid.NewGuid());
        var box = new SecretBox { SessionId = session, Sealed = one.Seal(session, new Dictionary<Guid, Tally> { [item] = new(3, 2, 1) }) };
        Assert.Equal(new Tally(3, 2, 1), one.Open(box)[item]);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => other.Open(box));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => one.Open(new SecretBox { SessionId = Guid.NewGuid(), Sealed = box.Sealed }));
        // The same sums never look the same twice.
        Assert.NotEqual(box.Sealed, one.Seal(session, new Dictionary<Guid, Tally> { [item] = new(3, 2, 1) }));

        // A box that cannot be opened is not guessed at: the ballot is held again.
        var room = await CouncilRoom.NewAsync(service, 3);
        var running = await room.SessionAsync(await room.NominateAsync());
        await room.BallotAsync(running);
        await room.CastAllAsync(running, "yes");
        await service.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE council_boxes SET sealed = {box.Sealed} WHERE session_id = {(Guid)running["id"]!}"));
        await (await room.CastAsync(running, 1, "yes")).ProblemAsync(409, "NOM-0090");
        await (await room.Section.PostAsJsonAsync($"/councils/sessions/{running["id"]}/conclude", new { })).ProblemAsync(409, "NOM-0090");
        await CouncilRoom.DoAsync(room.Section, running, "ballot/repeat", new { reason = "Hòm phiếu hỏng" });
        await CouncilRoom.DoAsync(room.Section, running, "ballot", new { });
        await room.CastAllAsync(running, "yes", "yes", "no");
        Assert.Equal("passed", (string?)(await room.ConcludeAsync(running))["items"]![0]!["result"]!["outcome"]);
        await (await room.Section.PostAsJsonAsync($"/councils/sessions/{running["id"]}/ballot/repeat", new { reason = "Chưa vừa ý" })).ProblemAsync(409, "NOM-0076");
    }

    [Fact]
    public async Task Paper_FilledInForABallotTornUpSince_IsNotCounted()
    {
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync(await room.NominateAsync());
        var first = await room.BallotAsync(session);
        await CouncilRoom.DoAsync(room.Section, session, "ballot/repeat", new { reason = "Phát nhầm phiếu" });
        var second = await CouncilRoom.DoAsync(room.Section, session, "ballot", new { });
        Task<HttpResponseMessage> Cast(JsonNode seen)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/councils/sessions/{session["id"]}/papers") { Content = JsonContent.Create(new { lines = new[] { new { itemId = session["items"]![0]!["id"], choice = "yes" } } }) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{seen["version"]}\"");
            return room.As(2).SendAsync(request);
        }
        await (await Cast(first)).ProblemAsync(412, "EMU-0008");
        Assert.Equal(204, (int)(await Cast(second)).StatusCode);
    }

    [Fact]
    public async Task Envelopes_OfAbsentAndPaperMembers_AreMarksAndSums()
    {
        var room = await CouncilRoom.NewAsync(service, 6, onPaper: 2);
        var session = await room.SessionAsync(await room.NominateAsync());
        var item = session["items"]![0]!["id"];
        await room.BallotAsync(session, written: [3]);
        Task<HttpResponseMessage> Enter(int[] members, int yes, int no, int invalid = 0) => room.Section.PostAsJsonAsync($"/councils/sessions/{session["id"]}/envelopes",
            new { memberIds = members.Select(room.MemberId), lines = new[] { new { itemId = item, yes, no, abstain = 0, invalid } } });
        // Who is here and has an account votes for itself; sums and marks must agree.
        await (await Enter([1], 1, 0)).ProblemAsync(409, "NOM-0089");
        await (await Enter([3, 4, 5], 2, 0)).ProblemAsync(400, "NOM-0088");
        await (await Enter([3, 3], 2, 0)).ProblemAsync(400, "NOM-0075");
        await (await room.As(0).PostAsJsonAsync($"/councils/sessions/{session["id"]}/envelopes", new { memberIds = new[] { room.MemberId(4) }, lines = new[] { new { itemId = item, yes = 1, no = 0, abstain = 0, invalid = 0 } } })).ProblemAsync(403, "EMU-0004");
        Assert.Equal(204, (int)(await Enter([3, 4, 5], 1, 1, 1)).StatusCode);
        await (await Enter([4], 1, 0)).ProblemAsync(409, "NOM-0086");
        // Whose envelope is in cannot vote again.
        await (await room.CastAsync(session, 3, "yes")).ProblemAsync(409, "NOM-0086");
        await room.CastAllAsync(session, "yes", "yes", "yes");
        var result = (await room.ConcludeAsync(session))["items"]![0]!["result"]!;
        Assert.Equal("""{"yes":4,"no":1,"abstain":0,"invalid":1,"papers":6}""", result["tally"]!.ToJsonString());
        Assert.Equal((5, 1, "passed"), ((int)result["present"]!, (int)result["written"]!, (string?)result["outcome"]));
    }

    [Fact]
    public async Task Paper_IncompleteStrangerOrAbsent_IsRefusedWithoutTrace()
    {
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync(await room.NominateAsync(), await room.NominateAsync());
        await room.BallotAsync(session, absent: [4]);
        var lines = session["items"]!.AsArray().Select(i => new { itemId = (string)i!["id"]!, choice = "yes" }).ToArray();
        Task<HttpResponseMessage> Cast(HttpClient by, object body) => by.PostAsJsonAsync($"/councils/sessions/{session["id"]}/papers", body);
        await (await Cast(room.As(0), new { lines = lines[..1] })).ProblemAsync(400, "NOM-0087");
        await (await Cast(room.As(0), new { lines = new[] { lines[0], lines[0] } })).ProblemAsync(400, "NOM-0087");
        await (await Cast(room.As(0), new { lines = lines.Select(l => l with { choice = "invalid" }) })).ProblemAsync(400, "NOM-0087");
        await (await Cast(room.As(0), new { lines = lines.Append(new { itemId = Guid.NewGuid().ToString(), choice = "yes" }) })).ProblemAsync(400, "NOM-0080");
        await (await Cast(room.As(4), new { lines })).ProblemAsync(409, "NOM-0085");
        await (await Cast(service.As(room.Unit), new { lines })).ProblemAsync(403, "NOM-0084");
        await (await Cast(room.Section, new { lines })).ProblemAsync(403, "EMU-0004");
        Assert.Equal(0, await service.WithDb(db => db.PaperMarks.CountAsync(m => m.SessionId == (Guid)session["id"]!)));
    }

    private Task<(int Audit, int Outbox, int Remembered, int Open)> Counts(Guid session) => service.WithDb(async db => (
        await db.AuditEntries.CountAsync(a => a.AggregateId == session.ToString()),
        service.Published.OfType<CouncilConcluded>().Count(e => e.SessionId == session),
        await db.RememberedAnswers.CountAsync(),
        await db.OpenVotes.CountAsync(v => v.SessionId == session)));

    private Task<List<string>> ColumnsAsync(string table) => service.WithDb(db =>
        db.Database.SqlQuery<string>($"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_name = {table}").OrderBy(c => c).ToListAsync());
}
