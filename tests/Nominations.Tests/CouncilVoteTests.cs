using System.Net.Http.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain.Councils;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Shares, quorums, ties; and who may not vote. C-20: what no plan says comes from a table with its legal basis.</summary>
public sealed class CouncilVoteTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly CouncilLaw Law = CouncilLaw.Load();
    private static readonly DateOnly Day = new(2026, 11, 21);

    private static Award Title(string code, bool flag = false) => new() { Kind = AwardKind.Title, Code = code, Name = code, Flag = flag };

    private static VotingRule Rule(string code, bool flag = false, CouncilRule? plan = null) => Law.For(Title(code, flag), plan, Day);

    [Theory]
    // 80 % of all members: of 11 it takes 9, of 10 exactly 8, of 5 exactly 4.
    [InlineData("co-thi-dua-tp", 11, 8, false)]
    [InlineData("co-thi-dua-tp", 11, 9, true)]
    [InlineData("co-thi-dua-tp", 10, 7, false)]
    [InlineData("co-thi-dua-tp", 10, 8, true)]
    [InlineData("chien-si-thi-dua-co-so", 5, 4, true)]
    [InlineData("chien-si-thi-dua-co-so", 9, 7, false)]
    // 90 % of all members: of 10 exactly 9, of 11 it takes 10, of 9 all.
    [InlineData("chien-si-thi-dua-tp", 10, 9, true)]
    [InlineData("chien-si-thi-dua-tp", 11, 9, false)]
    [InlineData("chien-si-thi-dua-tp", 11, 10, true)]
    [InlineData("chien-si-thi-dua-toan-quoc", 9, 8, false)]
    [InlineData("chien-si-thi-dua-toan-quoc", 9, 9, true)]
    public void Threshold_ShareOfAllMembers_IsComparedExactly(string award, int members, int yes, bool passes)
    {
        var result = VoteResult.Count(Rule(award), members, present: members, written: 0, conflicted: 0, new Tally(yes, members - yes));
        Assert.Equal(passes ? CouncilOutcome.Passed : CouncilOutcome.NotPassed, result.Outcome);
        Assert.Equal(members, result.Base);
    }

    [Theory]
    // Two thirds of six are four: 4/6 is not below 2/3, however it rounds.
    [InlineData(6, 4, true)]
    [InlineData(6, 3, false)]
    [InlineData(9, 6, true)]
    [InlineData(9, 5, false)]
    [InlineData(10, 7, true)]
    [InlineData(10, 6, false)]
    public void Quorum_TwoThirds_ExactlyReachedCounts(int members, int present, bool quorate)
    {
        var result = VoteResult.Count(Rule("giay-khen"), members, present, 0, 0, new Tally(Yes: present));
        Assert.Equal(quorate ? CouncilOutcome.Passed : CouncilOutcome.NoQuorum, result.Outcome);
    }

    [Theory]
    [InlineData("0.5", 3, true)]
    [InlineData("0.6667", 4, true)]
    [InlineData("0.8", 4, false)]
    public void Quorum_OfThePlan_CountsInstead(string plans, int present, bool quorate)
    {
        var rule = Rule("giay-khen", plan: new CouncilRule { Clause = "LTN-TD-26/V.1.b", Quorum = decimal.Parse(plans, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal(quorate, VoteResult.Count(rule, 6, present, 0, 0, new Tally(Yes: present)).QuorumMet);
    }

    [Fact]
    public void Default_MoreThanHalfOfThoseVoting_TieFails()
    {
        var rule = Rule("giay-khen");
        Assert.True(rule.Assumed);
        Assert.Equal(CouncilOutcome.NotPassed, VoteResult.Count(rule, 8, 8, 0, 0, new Tally(4, 4)).Outcome);
        Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule, 8, 7, 0, 0, new Tally(4, 3)).Outcome);
        // Abstaining is taking part.
        Assert.Equal(CouncilOutcome.NotPassed, VoteResult.Count(rule, 8, 8, 0, 0, new Tally(4, 2, 1, 1)).Outcome);
        Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule with { ChairBreaksTie = true }, 8, 8, 0, 0, new Tally(4, 4), Choice.Yes).Outcome);
        Assert.Equal(CouncilOutcome.NotPassed, VoteResult.Count(rule with { ChairBreaksTie = true }, 8, 8, 0, 0, new Tally(4, 4), Choice.No).Outcome);
    }

    [Fact]
    public void Written_CountsOnlyWhereTheRuleKnowsIt()
    {
        var result = VoteResult.Count(Rule("co-thi-dua-tp"), 10, present: 6, written: 2, 0, new Tally(8));
        Assert.Equal((CouncilOutcome.Passed, 0.8m), (result.Outcome, result.Share));
        var without = VoteResult.Count(Rule("co-thi-dua-tp", plan: new CouncilRule { Clause = "x", WrittenOpinions = false }), 10, 6, 2, 0, new Tally(6));
        Assert.Equal(CouncilOutcome.NoQuorum, without.Outcome);
    }

    [Fact]
    public void Conflicted_StaysInTheBase_UnlessTheRuleTakesItOut()
    {
        // docs/adr/0026: the law speaks of all members and knows no reduction.
        var rule = Rule("co-thi-dua-tp");
        Assert.Equal((10, CouncilOutcome.NotPassed), Of(rule));
        Assert.Equal((9, CouncilOutcome.NotPassed), Of(rule with { ConflictsLeaveBase = true }));
        Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule with { ConflictsLeaveBase = true }, 6, 6, 0, 1, new Tally(4, 1)).Outcome);
        Assert.Equal(CouncilOutcome.NotPassed, VoteResult.Count(rule, 6, 6, 0, 1, new Tally(4, 1)).Outcome);

        static (int, CouncilOutcome) Of(VotingRule r)
        {
            var result = VoteResult.Count(r, 10, 10, 0, 1, new Tally(7, 2));
            return (result.Base, result.Outcome);
        }
    }

    [Fact]
    public void Plan_OverridesSingleValues_TheRestStaysTheLaws()
    {
        // LTN-TD-26/V.1.b: thresholds are configurable (C-20).
        var rule = Rule("giay-khen", plan: new CouncilRule { Clause = "LTN-TD-26/V.1.b", Threshold = 0.6667m, Of = VoteBase.AllMembers });
        Assert.Equal((new Share(2, 3), new Share(2, 3), VoteBase.AllMembers, Ballot.Secret), (rule.Threshold, rule.Quorum, rule.Of, rule.Ballot));
        Assert.Equal(["threshold", "of"], rule.FromPlan);
        Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule, 6, 6, 0, 0, new Tally(4, 2)).Outcome);
        Assert.Equal("LTN-TD-26/V.1.b", rule.PlanClause);
        Assert.Contains("quá nửa", rule.LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_LaxerThanTheLaw_TheLawStays()
    {
        // C-20: a plan may ask for more than Điều 30.7, never for less.
        var plan = new CouncilRule { Clause = "LTN-TD-26/V.1.b", Quorum = 0, Threshold = 0.01m, Of = VoteBase.Voting, Ballot = Ballot.Open, WrittenOpinions = true };
        var law = Rule("chien-si-thi-dua-tp");
        var rule = Rule("chien-si-thi-dua-tp", plan: plan);
        Assert.Equal(law with { PlanClause = "LTN-TD-26/V.1.b", FromPlan = rule.FromPlan }, rule);
        Assert.Equal(["writtenOpinions"], rule.FromPlan);

        var stricter = Rule("co-khac", flag: true, plan: plan with { Quorum = 0.75m, Threshold = 0.9m, Of = VoteBase.AllMembers, Ballot = Ballot.Secret, WrittenOpinions = false });
        Assert.Equal((new Share(3, 4), new Share(9, 10), false), (stricter.Quorum, stricter.Threshold, stricter.WrittenOpinions));
        Assert.Equal(["quorum", "threshold", "of", "ballot", "writtenOpinions"], stricter.FromPlan);
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("0.4")]
    public void Plan_HalfOrLess_TieHasNotPassed(string threshold)
    {
        // docs/adr/0026
        var rule = Rule("giay-khen", plan: new CouncilRule { Clause = "x", Threshold = decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.True(rule.MoreThan);
        Assert.Equal(CouncilOutcome.NotPassed, VoteResult.Count(rule, 8, 8, 0, 0, new Tally(4, 4)).Outcome);
        Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule, 8, 8, 0, 0, new Tally(5, 3)).Outcome);
        Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule with { ChairBreaksTie = true }, 8, 8, 0, 0, new Tally(4, 4), Choice.Yes).Outcome);
    }

    [Fact]
    public void Law_ByDay_KnowsWhatWasInForce()
    {
        Assert.False(Law.For(Title("chien-si-thi-dua-co-so"), null, new DateOnly(2025, 6, 30)).Assumed);
        Assert.True(Law.For(Title("chien-si-thi-dua-co-so"), null, new DateOnly(2025, 7, 1)).Assumed);
        Assert.Equal(new Share(4, 5), Law.For(Title("co-khac", flag: true), null, Day).Threshold);
    }

    [Theory]
    [InlineData("""{"version":"1","rules":[]}""")]
    [InlineData("""{"version":"1","rules":[{"key":"default","name":"x","quorum":"3/2","threshold":"1/2","of":"voting","ballot":"open","writtenOpinions":true,"legalBasis":"x","from":"2020-01-01"}]}""")]
    public void Law_FaultyTable_StopsTheStart(string json) => Assert.ThrowsAny<Exception>(() => CouncilLaw.Read(json));

    [Theory]
    [InlineData("0.6667", 2, 3)]
    [InlineData("0.8", 4, 5)]
    [InlineData("0.9", 9, 10)]
    [InlineData("0.75", 3, 4)]
    [InlineData("0.55", 5500, 10000)]
    [InlineData("1", 1, 1)]
    public void Share_OfDecimal_IsTheFractionLawWouldWrite(string value, int numerator, int denominator) =>
        Assert.Equal(new Share(numerator, denominator), Share.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Result_OrderOfVotes_NeverMatters()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 500; round++)
        {
            var votes = Enumerable.Range(0, random.Next(1, 30)).Select(_ => (Choice)random.Next(4)).ToArray();
            var rule = Rule(random.Next(2) == 0 ? "co-thi-dua-tp" : "giay-khen");
            var members = votes.Length + random.Next(5);
            var straight = Count(votes);
            random.Shuffle(votes);
            Assert.Equal(straight, Count(votes));
            // Papers are marks: nothing is lost and nothing added.
            Assert.Equal(votes.Length, straight.Tally.Papers);
            // One more yes in the place of a no never turns a passed item down.
            if (straight.Outcome == CouncilOutcome.Passed && straight.Tally.No > 0)
                Assert.Equal(CouncilOutcome.Passed, VoteResult.Count(rule, members, votes.Length, 0, 0, straight.Tally with { Yes = straight.Tally.Yes + 1, No = straight.Tally.No - 1 }).Outcome);

            VoteResult Count(Choice[] all) => VoteResult.Count(rule, members, votes.Length, 0, 0, all.Aggregate(new Tally(), (t, c) => t.Plus(c)));
        }
    }

    [Fact]
    public async Task Flag_EightOfElevenMembers_IsNotPassed()
    {
        var room = await CouncilRoom.NewAsync(service, 11);
        var session = await room.SessionAsync(await room.NominateAsync("flag"));
        await room.BallotAsync(session, absent: [10]);
        await room.CastAllAsync(session, [.. Enumerable.Repeat("yes", 8), "no", "abstain"]);
        var result = (await room.ConcludeAsync(session))["items"]![0]!["result"]!;
        Assert.Equal(("notPassed", 0.7272m, 11), ((string?)result["outcome"], (decimal)result["share"]!, (int)result["base"]!));
    }

    [Fact]
    public async Task Conflicts_FoundByMachine_MemberGetsNoLineForTheItem()
    {
        var room = await CouncilRoom.NewAsync(service, 6, more: i => i switch
        {
            2 => new { personCode = "CB-002" },
            3 => new { unitCode = "OFFICE" },
            4 => new { relations = new[] { "Nguyễn Văn Mẫu" } },
            5 => new { accountId = "test-handler" },
            _ => null,
        });
        await room.Section.PutAsJsonAsync($"/councils/{room.Council["id"]}", new
        {
            from = "2026-01-01", decisionNumber = "12/QĐ-UBND", decisionDate = "2026-01-05", reason = "Bổ sung nơi công tác",
            members = Enumerable.Range(0, 6).Select(i => room.Member(i, more: i switch { 2 => new { personCode = "CB-002" }, 3 => new { unitCode = room.Office }, 4 => new { relations = new[] { "Nguyễn Văn Mẫu" } }, 5 => new { accountId = "test-handler" }, _ => null })),
        }).OkAsync();
        var nominee = await service.PostAsync(room.Unit, Person(room, "Ủy viên khác tên", "CB-002"));
        var office = await room.NominateAsync(unit: room.Office);
        var relative = await service.PostAsync(room.Unit, Person(room, "NGUYỄN VĂN MẪU", "CB-900"));
        var handled = await service.As(room.Unit, "test-handler", []).PostAsJsonAsync("/nominations", Body(room.Plan, "ward", room.Unit, 2026, submit: true)).OkAsync();
        var session = await room.SessionAsync(nominee, office, relative, handled);
        string[] Found(int item) => [.. session["items"]![item]!["conflicts"]!.AsArray().Select(c => $"{c!["memberName"]} {c["kind"]}")];
        Assert.Equal(["Ủy viên 2 nominee"], Found(0));
        Assert.Equal(["Ủy viên 3 ownOffice"], Found(1));
        Assert.Equal(["Ủy viên 4 relation"], Found(2));
        Assert.Equal(["Ủy viên 5 handledDossier"], Found(3));

        await room.BallotAsync(session);
        var mine = (await room.As(3).GetAsync($"/councils/sessions/{session["id"]}").OkAsync())["mine"]!["secretItems"]!.AsArray().Select(i => (string)i!);
        var own = (string)session["items"]![1]!["id"]!;
        Assert.DoesNotContain(own, mine);
        await (await room.As(3).PostAsJsonAsync($"/councils/sessions/{session["id"]}/papers",
            new { lines = session["items"]!.AsArray().Select(i => new { itemId = (string)i!["id"]!, choice = "yes" }) })).ProblemAsync(409, "NOM-0085");
    }

    [Fact]
    public async Task Conflict_DismissedByTheChairWithReason_IsRecordedAndNotFoundAgain()
    {
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync(await room.NominateAsync());
        var path = $"items/{session["items"]![0]!["id"]}/conflicts";
        var declared = await CouncilRoom.DoAsync(room.As(3), session, path, new { detail = "Có người thân trong tập thể" });
        await CouncilRoom.DoAsync(room.As(0), session, path, new { detail = "Phụ trách trực tiếp" });
        await (await room.As(3).PostAsJsonAsync($"/councils/sessions/{session["id"]}/{path}", new { memberId = room.MemberId(2), detail = "x" })).ProblemAsync(403, "EMU-0004");
        var conflict = (string)declared["items"]![0]!["conflicts"]![0]!["id"]!;
        await (await room.As(3).PostAsJsonAsync($"/councils/sessions/{session["id"]}/{path}/{conflict}/dismiss", new { reason = "x" })).ProblemAsync(403, "NOM-0091");
        await (await room.As(0).PostAsJsonAsync($"/councils/sessions/{session["id"]}/{path}/{conflict}/dismiss", new { reason = "" })).ProblemAsync(400, "EMU-0001");
        var after = await CouncilRoom.DoAsync(room.As(0), session, $"{path}/{conflict}/dismiss", new { reason = "Không phải thân nhân theo quy định" });
        var own = (string)after["items"]![0]!["conflicts"]!.AsArray().Single(c => (string)c!["memberName"]! == "Ủy viên 0")!["id"]!;
        await (await room.As(0).PostAsJsonAsync($"/councils/sessions/{session["id"]}/{path}/{own}/dismiss", new { reason = "x" })).ProblemAsync(403, "NOM-0091");
        await room.BallotAsync(session);
        Assert.Equal(204, (int)(await room.CastAsync(session, 3, "yes")).StatusCode);
        await (await room.As(0).PostAsJsonAsync($"/councils/sessions/{session["id"]}/papers", new { lines = new[] { new { itemId = session["items"]![0]!["id"], choice = "yes" } } })).ProblemAsync(409, "NOM-0085");
        // Once papers are out nobody can be moved in or out of the vote.
        await (await room.As(4).PostAsJsonAsync($"/councils/sessions/{session["id"]}/{path}", new { detail = "x" })).ProblemAsync(409, "NOM-0076");
    }

    [Theory]
    [InlineData("""{"attendance":[null]}""", "open")]
    [InlineData("""{"attendance":[]}""", "open")]
    [InlineData("""{"nominationIds":[],"resolutions":[null]}""", "items")]
    [InlineData("""{"nominationIds":[]}""", "items")]
    [InlineData("""{"lines":[null]}""", "papers")]
    [InlineData("""{"votes":[null]}""", "votes")]
    [InlineData("""{"memberIds":[],"lines":[null]}""", "envelopes")]
    [InlineData("""{"conclusions":[null]}""", "conclude")]
    [InlineData("""{"leaveOut":[null]}""", "approve")]
    public async Task NullOrEmptyItems_AnyStep_Is400(string body, string step)
    {
        var room = await CouncilRoom.NewAsync(service);
        var session = await room.SessionAsync(await room.NominateAsync());
        var client = service.As(room.Unit);
        await (await client.PostAsync($"/councils/sessions/{session["id"]}/{step}", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).ProblemAsync(400);
    }

    private static object Person(CouncilRoom room, string name, string code) => new
    {
        campaign = room.Plan, category = "person", year = 2026, achievement = "Sáng kiến một cửa số", submit = true, nominee = new { kind = "individual", name, unitCode = room.Unit, personCode = code },
    };
}
