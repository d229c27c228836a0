using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class CouncilVoteTests
{
    private static readonly IndexDefinition Definition = Samples.Small(new TieRule { BreakBy = ["B"], ThenCouncil = true });

    // Few different values, so that groups are common.
    private static readonly Arbitrary<(int, int)[]> Blocks = Gen.Choose(0, 3).Two().Select(p => (p.Item1, p.Item2)).ArrayOf(14).ToArbitrary();

    private static List<RankingRow> Rank(IEnumerable<(int Done, int Percent)> units) => RankingTable.Rank(Definition,
        [.. units.Select((u, i) => new Candidate($"{10000 + i}", $"Phường {i}", Guid.Empty, 1,
            Samples.Score(Definition, ("A.1", Samples.Of(u.Done, 4)), ("A.2", Samples.Met()), ("B.1", Samples.Value(u.Percent * 10)))))]);

    private static CouncilOrder Vote(TiedGroup group) => new()
    {
        Units = [.. group.Units.Select(u => u.UnitCode).OrderByDescending(c => c, StringComparer.Ordinal)],
        MinutesNumber = "1", MinutesDate = new DateOnly(2026, 1, 5), Reason = "x",
    };

    [Fact]
    public void Settle_EveryGroupVotedOn_GivesEachUnitARankOfItsOwnAndMovesNobodyElse() =>
        Prop.ForAll(Blocks, units =>
        {
            var before = Rank(units);
            var rows = Rank(units);
            var open = CouncilVote.Settle(Definition, rows, [], []).Vote!;
            var votes = open.Undecided.Select(Vote).Reverse().ToArray();
            var (vote, problem) = CouncilVote.Settle(Definition, rows, votes, []);
            return problem is null && vote!.Undecided.Length == 0 && vote.Used.Length == votes.Length
                && rows.Select(r => r.Rank).SequenceEqual(Enumerable.Range(1, units.Length))
                && before.All(b => rows.Single(r => r.UnitCode == b.UnitCode) is var row && (b.Tied
                    ? row.DecidedBy == PartedBy.Council && !row.Tied && row.Rank >= b.Rank && row.Rank < b.Rank + before.Count(o => o.Rank == b.Rank)
                    : row.Rank == b.Rank && row.DecidedBy == b.DecidedBy));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Settle_VotesOfAnEarlierVersion_HoldForTheVerySameGroupsOnly() =>
        Prop.ForAll(Blocks, Blocks, (one, two) =>
        {
            var votes = CouncilVote.Settle(Definition, Rank(one), [], []).Vote!.Undecided.Select(Vote).ToArray();
            var rows = Rank(two);
            var groups = CouncilVote.Settle(Definition, Rank(two), [], []).Vote!.Undecided;
            var vote = CouncilVote.Settle(Definition, rows, [], votes).Vote!;
            string Key(IEnumerable<string> codes) => string.Join(",", codes.Order(StringComparer.Ordinal));
            var known = votes.Select(v => Key(v.Units)).ToHashSet();
            return vote.Undecided.Select(g => Key(g.Units.Select(u => u.UnitCode))).SequenceEqual(groups.Select(g => Key(g.Units.Select(u => u.UnitCode))).Where(k => !known.Contains(k)))
                && vote.Used.Length + vote.Undecided.Length == groups.Length;
        }).QuickCheckThrowOnFailure();
}
