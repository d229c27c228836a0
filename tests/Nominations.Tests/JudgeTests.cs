using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>The engine by itself: facts in, verdict out.</summary>
public sealed class JudgeTests
{
    private static readonly Facts Blank = new() { Year = 2026, Cadence = Cadence.Yearly, Today = new DateOnly(2029, 12, 31) };

    private static Facts Ranked(params (int Year, int Rank)[] ranks) => Blank with
    {
        RankedUnit = new RankedUnitFact("10532", "Phường Lê Thanh Nghị", "phuong"),
        Ranks = [.. ranks.Select(r => new RankFact(r.Year, "phuong", r.Rank, 1, "Bảng xếp hạng"))],
        Cadence = Cadence.Period,
        LastKnowableYear = 2029,
    };

    [Theory]
    [InlineData(new[] { 3, 11, 8, 9 }, Outcome.Met)]
    [InlineData(new[] { 3, 11, 12, 9 }, Outcome.NotMet)]
    [InlineData(new[] { 10, 10, 10, 40 }, Outcome.Met)]
    [InlineData(new[] { 10, 10, 11 }, Outcome.NotYetKnown)]
    [InlineData(new[] { 3, 9 }, Outcome.NotYetKnown)]
    [InlineData(new[] { 30, 29 }, Outcome.NotMet)]
    [InlineData(new[] { 30 }, Outcome.NotYetKnown)]
    [InlineData(new int[0], Outcome.NotYetKnown)]
    public void YearsInTop_RanksFrom2026_JudgedOverFourYears(int[] ranks, Outcome expected)
    {
        // LTN-26-30/III.2.b.c3, C-04, C-06
        var facts = Ranked([.. ranks.Select((r, i) => (2026 + i, r))]);
        Assert.Equal(expected, Judge.Of(Plans.PeriodGate("LTN-26-30/III.2.b.c3", "phuong", 10), facts).Outcome);
    }

    [Fact]
    public void YearsInTop_YearsNotConsecutive_Met() =>
        Assert.Equal(Outcome.Met, Judge.Of(Plans.PeriodGate("x", "phuong", 10), Ranked((2026, 1), (2027, 99), (2028, 1), (2029, 1))).Outcome);

    [Fact]
    public void YearsInTop_2025And2030_DoNotCount() =>
        Assert.Equal(Outcome.NotMet, Judge.Of(Plans.PeriodGate("x", "phuong", 10), Ranked((2025, 1), (2026, 1), (2027, 1), (2028, 11), (2029, 11), (2030, 1))).Outcome);

    [Theory]
    [InlineData("so-nganh", 5, "CH-26-30/III.2.3.a.c3")]
    [InlineData("phuong", 10, "CH-26-30/III.2.3.a.c4")]
    [InlineData("xa-dac-khu", 15, "CH-26-30/III.2.3.a.c5")]
    public void YearsInTop_EachBlockItsOwnLimitAndClause(string block, int limit, string clause)
    {
        var gate = new YearsInTop
        {
            Clause = "CH-26-30/III.2.3.a.c", Text = "Tốp theo khối", AtLeast = 3, FromYear = 2026, ToYear = 2030,
            Tops =
            [
                new() { Block = "so-nganh", Rank = 5, Clause = "CH-26-30/III.2.3.a.c3" },
                new() { Block = "phuong", Rank = 10, Clause = "CH-26-30/III.2.3.a.c4" },
                new() { Block = "xa-dac-khu", Rank = 15, Clause = "CH-26-30/III.2.3.a.c5" },
            ],
        };
        Facts At(int rank) => Blank with
        {
            RankedUnit = new RankedUnitFact("1", "Đơn vị", block),
            Ranks = [.. Enumerable.Range(2026, 4).Select(y => new RankFact(y, block, rank, 1, ""))],
        };
        Assert.Equal((Outcome.Met, clause), (Judge.Of(gate, At(limit)).Outcome, Judge.Of(gate, At(limit)).Clause));
        Assert.Equal((Outcome.NotMet, clause), (Judge.Of(gate, At(limit + 1)).Outcome, Judge.Of(gate, At(limit + 1)).Clause));
    }

    [Fact]
    public void YearsInTop_UnitChangedBlock_EachYearByItsBlock()
    {
        var gate = new YearsInTop { Clause = "x", Text = "x", AtLeast = 2, FromYear = 2026, ToYear = 2027, Tops = [new() { Block = "phuong", Rank = 10 }, new() { Block = "xa-dac-khu", Rank = 15 }] };
        var facts = Ranked() with { Ranks = [new RankFact(2026, "xa-dac-khu", 15, 1, ""), new RankFact(2027, "phuong", 10, 1, "")] };
        Assert.Equal(Outcome.Met, Judge.Of(gate, facts).Outcome);
        Assert.Equal(Outcome.NotMet, Judge.Of(gate, facts with { Ranks = [new RankFact(2026, "phuong", 15, 1, ""), facts.Ranks[1]] }).Outcome);
    }

    [Fact]
    public void LeadsBlock_OnlyFirstPasses()
    {
        // CH-26-30/III.2.3.b.2
        var leads = new LeadsBlock { Clause = "CH-26-30/III.2.3.b.2", Text = "Dẫn đầu khối" };
        Assert.Equal(Outcome.Met, Judge.Of(leads, Ranked((2026, 1))).Outcome);
        Assert.Equal(Outcome.NotMet, Judge.Of(leads, Ranked((2026, 2))).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(leads, Ranked((2025, 1))).Outcome);
    }

    [Fact]
    public void Rank_UnitNotRankedAtAll_NotMet() =>
        Assert.Equal(Outcome.NotMet, Judge.Of(new LeadsBlock { Clause = "x", Text = "x" }, Blank).Outcome);

    [Theory]
    [InlineData(1, Outcome.NotMet)]
    [InlineData(2, Outcome.Met)]
    public void Initiatives_TwoNeeded_OneFailsTwoPass(int count, Outcome expected) =>
        // LTN-26-30/III.2.b.c2
        Assert.Equal(expected, Judge.Of(TwoInitiatives, Blank with { Initiatives = [.. Enumerable.Range(0, count).Select(i => Initiative($"{i}"))] }).Outcome);

    [Fact]
    public void Initiatives_SameOneEnteredTwice_CountsOnce()
    {
        var verdict = Judge.Of(TwoInitiatives, Blank with { Initiatives = [Initiative("mot-cua"), Initiative("mot-cua")] });
        Assert.Equal(Outcome.NotMet, verdict.Outcome);
        Assert.Single(verdict.Warnings);
    }

    [Fact]
    public void Initiatives_OneStillToBeRecognised_NotYetKnown() =>
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(TwoInitiatives, Blank with { Initiatives = [Initiative("a"), Initiative("b") with { Recognised = false }] }).Outcome);

    [Fact]
    public void Initiatives_RecognisedByLowerBody_DoesNotCount()
    {
        // LTN-26-30/III.2.a.2.i2: recognised by the ward's committee
        var asked = new RecognisedInitiatives { Clause = "x", Text = "x", AtLeast = 1, RecognisedBy = Attester.WardCommittee };
        Assert.Equal(Outcome.Met, Judge.Of(asked, Blank with { Initiatives = [Initiative("a")] }).Outcome);
        Assert.Equal(Outcome.NotMet, Judge.Of(asked, Blank with { Initiatives = [Initiative("a") with { RecognisedBy = Attester.HeadOfUnit }] }).Outcome);
    }

    [Theory]
    [InlineData("2026-01-01", "2028-12-31", Outcome.Met)]
    [InlineData("2026-01-01", "2028-11-30", Outcome.NotMet)]
    [InlineData("2024-01-01", "2027-12-31", Outcome.NotMet)]
    [InlineData("2027-06-15", null, Outcome.NotYetKnown)]
    public void DirectService_ThreeYearsWithinWindow(string from, string? to, Outcome expected)
    {
        // LTN-26-30/III.2.b.i0: periods are clipped to 2026–2030; what goes on may still suffice.
        var service = new DirectService { Clause = "x", Text = "x", YearsAtLeast = 3, FromYear = 2026, ToYear = 2030 };
        var verdict = Judge.Of(service, Blank with { Service = [new ServicePeriod { From = DateOnly.Parse(from), To = to is null ? null : DateOnly.Parse(to), Role = "Phụ trách" }] });
        Assert.Equal(expected, verdict.Outcome);
        Assert.Equal(to == "2028-11-30", verdict.Warnings.Length == 1);
    }

    [Fact]
    public void DirectService_OverlappingPeriods_CountOnce()
    {
        var service = new DirectService { Clause = "x", Text = "x", YearsAtLeast = 3, FromYear = 2026, ToYear = 2030 };
        ServicePeriod Period(string from, string to) => new() { From = DateOnly.Parse(from), To = DateOnly.Parse(to), Role = "Phụ trách" };
        Assert.Equal(Outcome.NotMet, Judge.Of(service, Blank with { Service = [Period("2026-01-01", "2027-12-31"), Period("2026-06-01", "2028-06-30")] }).Outcome);
        Assert.Equal(Outcome.Met, Judge.Of(service, Blank with { Service = [Period("2026-01-01", "2027-06-30"), Period("2028-01-01", "2029-06-30")] }).Outcome);
    }

    [Theory]
    [InlineData(Grade.CompletedOutstandingly, Outcome.Met)]
    [InlineData(Grade.CompletedWell, Outcome.NotMet)]
    public void CompletionGrade_OfTheYear(Grade grade, Outcome expected)
    {
        // LTN-26-30/III.2.a.2.i0, C-41
        var asked = new CompletionGrade { Clause = "x", Text = "x", AtLeast = Grade.CompletedOutstandingly };
        Assert.Equal(expected, Judge.Of(asked, Blank with { Grades = [new YearGrade { Year = 2026, Grade = grade }] }).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(asked, Blank with { Grades = [new YearGrade { Year = 2025, Grade = grade }] }).Outcome);
    }

    [Fact]
    public void Attested_WrongBodyOrNoEvidence_NotYetKnown()
    {
        var asked = new Attested { Clause = "x", Text = "x", Statement = "ethics", By = [Attester.WardCommittee], EvidenceRequired = true };
        Outcome Of(Attester by, bool holds, string? evidence) =>
            Judge.Of(asked, Blank with { Attestations = [new Attestation { Statement = "ethics", Holds = holds, By = by, Evidence = evidence }] }).Outcome;
        Assert.Equal(Outcome.NotYetKnown, Of(Attester.HeadOfUnit, true, "1/BC"));
        Assert.Equal(Outcome.NotYetKnown, Of(Attester.WardCommittee, true, null));
        Assert.Equal(Outcome.Met, Of(Attester.WardCommittee, true, "1/BC"));
        Assert.Equal(Outcome.NotMet, Of(Attester.WardCommittee, false, null));
    }

    [Fact]
    public void ByLaw_NeedsConfirmationWithEvidence()
    {
        // CVA-26/III.3.1
        var law = new ByLaw { Clause = "CVA-26/III.3.1", Text = "Theo luật", Basis = "Luật Thi đua, khen thưởng, Điều 74" };
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(law, Blank).Outcome);
        Assert.Equal(Outcome.Met, Judge.Of(law, Blank with { Attestations = [new Attestation { Statement = "byLaw", Holds = true, By = Attester.City, Evidence = "Tờ trình 5" }] }).Outcome);
    }

    [Fact]
    public void Reading_LiteralAndCanonical_DifferAsC05Says()
    {
        var gate = Plans.PeriodGate("LTN-26-30/III.2.b.c3", "phuong", 10);
        var leading = Plans.Leading("LTN-26-30/III.2.b.c1");
        var standard = new Standard
        {
            Canonical = new AllOf { Clause = "LTN-26-30/III.2.b.c", Text = "x", Conditions = [gate, new AnyOf { Clause = "LTN-26-30/III.2.b.c", Text = "x", Conditions = [leading] }] },
            Literal = new AnyOf { Clause = "LTN-26-30/III.2.b.c", Text = "x", Conditions = [leading, gate] },
        };
        var gateOnly = Ranked((2026, 1), (2027, 1), (2028, 1));
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(standard, gateOnly).Outcome);
        Assert.Equal(Outcome.Met, Judge.Of(standard with { Reading = Reading.Literal }, gateOnly).Outcome);
    }

    [Fact]
    public void AllOfAnyOf_AreKleene()
    {
        var outcomes = Enum.GetValues<Outcome>();
        var triples = (from a in outcomes from b in outcomes from c in outcomes select (a, b, c)).ToArray();
        foreach (var (a, b, c) in triples)
        {
            var (all, any) = (Of(true, a, b, c), Of(false, a, b, c));
            Assert.Equal(new[] { a, b, c }.Contains(Outcome.NotMet) ? Outcome.NotMet : new[] { a, b, c }.Contains(Outcome.NotYetKnown) ? Outcome.NotYetKnown : Outcome.Met, all);
            Assert.Equal(new[] { a, b, c }.Contains(Outcome.Met) ? Outcome.Met : new[] { a, b, c }.Contains(Outcome.NotYetKnown) ? Outcome.NotYetKnown : Outcome.NotMet, any);
            Assert.Equal(all, Of(true, c, b, a));
        }
    }

    [Fact]
    public void YearsInTop_MorePublishedYears_NeverTurnAVerdictBack() =>
        // Adding a fact settles what was open; it never re-opens what was settled.
        Prop.ForAll(Gen.Choose(1, 20).ArrayOf(4).ToArbitrary(), ranks =>
        {
            var verdicts = Enumerable.Range(0, 5).Select(n =>
                Judge.Of(Plans.PeriodGate("x", "phuong", 10), Ranked([.. ranks.Take(n).Select((r, i) => (2026 + i, r))])).Outcome).ToArray();
            var settled = verdicts.SkipWhile(v => v == Outcome.NotYetKnown).ToArray();
            return settled.Distinct().Count() == 1 && verdicts[4] == (ranks.Count(r => r <= 10) >= 3 ? Outcome.Met : Outcome.NotMet);
        }).QuickCheckThrowOnFailure();

    private static readonly RecognisedInitiatives TwoInitiatives = new() { Clause = "LTN-26-30/III.2.b.c2", Text = "Từ 02 sáng kiến", AtLeast = 2, Applied = true, Replicable = true };

    private static InitiativeFact Initiative(string key) => new(Guid.NewGuid(), key, key, true, true, true, Attester.WardCommittee, "1/QĐ");

    private static Outcome Of(bool all, params Outcome[] outcomes)
    {
        Condition[] parts = [.. outcomes.Select((_, i) => new Attested { Clause = $"{i}", Text = "x", Statement = $"s{i}" })];
        var facts = Blank with
        {
            Attestations = [.. outcomes.Select((o, i) => (o, i)).Where(p => p.o != Outcome.NotYetKnown).Select(p => new Attestation { Statement = $"s{p.i}", Holds = p.o == Outcome.Met, By = Attester.City })],
        };
        return Judge.Of(all ? new AllOf { Clause = "x", Text = "x", Conditions = parts } : new AnyOf { Clause = "x", Text = "x", Conditions = parts }, facts).Outcome;
    }
}
