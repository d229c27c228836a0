using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings.Goals;
using Emulation.Scoring.Domain.ScoreSheets;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>The figure that a leaf of the shipped commune set needs, and how it is said (domain 2.5).</summary>
public class LadderTests
{
    private static readonly IndexDefinition Definition = Samples.Commune.Definition;

    private static string InWords(string leaf, LeafInput? from, decimal? meanOfOthers = null)
    {
        var l = Definition.LeafByCode[leaf];
        var ladder = Ladder.Of(l.Formula, l.Max, from, meanOfOthers);
        var chance = new Chance { Code = leaf, Name = l.Name, Area = l.Area, Max = l.Max, Formula = l.Formula, Points = null, From = from, Ladder = ladder, AtBest = new Place(null, null, 1, 0), Enough = null };
        return new FigureWords(Definition).Of(chance, ladder.Top);
    }

    [Fact]
    public void Best_OfEachKind_IsTheFigureThatGivesAllPoints()
    {
        Assert.Equal("từ 50 trên 50 (100%) trở lên", InWords("I.1.2", Samples.Of(39, 50)));
        Assert.Equal("từ 100% trở lên", InWords("I.1.2", null));
        Assert.Equal("từ 2.000 trên 2.000 (100%) trở lên", InWords("III.3.1", Samples.Of(1982, 2000)));
        Assert.Equal("từ 30% trở lên", InWords("VII.4.2", Samples.Value(24.6m)));
        Assert.Equal("từ 301 trên 1.003 (30,01%) trở lên", InWords("VII.4.2", Samples.Of(246, 1003)));
        Assert.Equal("từ 2 sáng kiến trở lên", InWords("I.5", new LeafInput { Count = 1 }));
        Assert.Equal("từ 2 sáng kiến trở lên", InWords("I.5", null));
        Assert.Equal("từ 4 báo cáo trở lên", InWords("I.2", new LeafInput { Count = 1 }));
        Assert.Equal("không quá 0 ngày chậm", InWords("I.1.1", Samples.Value(20)));
        Assert.Equal("không quá 0,2%", InWords("VIII.2", Samples.Value(0.25m)));
        Assert.Equal("từ 1.050 trên 1.000 (105%) trở lên", InWords("VI.1", Samples.Of(980, 1000)));
        Assert.Equal("từ 100% trở lên", InWords("IX.1.1", new LeafInput { SurveyPercent = 91.87m }));
        Assert.Equal("đạt", InWords("I.7.1", Samples.Met(false)));
        // A mean has no end of decimals; two are asked for, rounded up.
        Assert.StartsWith("từ 40,13", InWords("VII.5", Samples.Value(10), meanOfOthers: 361m / 9 + 0.0123m), StringComparison.Ordinal);
        Assert.Equal("không quá 0 người", InWords("V.3", new LeafInput { Count = 3 }));
    }

    [Fact]
    public void Rungs_OfAFigure_AreAsFineAsTheFigureIsGiven()
    {
        decimal? Second(string leaf, LeafInput from) => Definition.LeafByCode[leaf] is var l && Ladder.Of(l.Formula, l.Max, from, null).At(2) is var input ? input.Value ?? input.Done ?? input.Count : null;
        Assert.Equal(24.62m, Second("VII.4.2", Samples.Value(24.6m)));
        Assert.Equal(24.603m, Second("VII.4.2", Samples.Value(24.601m)));
        Assert.Equal(248, Second("VII.4.2", Samples.Of(246, 1003)));
        Assert.Equal(12.500002m, Second("III.5.1", Samples.Of(12.5m, 100)));
        Assert.Equal(0.23m, Second("VIII.2", Samples.Value(0.25m)));
    }

    [Fact]
    public void Search_ForASheetWithNothingOnIt_StartsFromTheLastPlace()
    {
        var definition = Samples.Small();
        var other = Samples.Score(definition, ("A.1", Samples.Of(20, 40)), ("A.2", Samples.Met()), ("B.1", Samples.Value(50)));
        var search = new GoalSearch(new OwnSheet(definition, _ => null, _ => null), [other, other], 2, cityLeaves: false);
        Assert.Equal((null, 3), (search.Now.Score, search.Now.Rank));
        Assert.Equal(["A.1", "A.2", "B.1"], search.Chances.Select(c => c.Code));
        // The others have 60 of 100: with one leaf entered, 60% of it is 60% of all there is.
        Assert.Equal("từ 60% trở lên", Assert.Single(search.Smallest()!.Steps) is var (chance, rung) ? new FigureWords(definition).Of(chance, rung) : null);
        Assert.Equal(1, search.AtBest.Rank);
    }
}
