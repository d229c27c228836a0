using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.ScoreSheets;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>The golden values of domain 2.6, on the tree of domain 2.5 as it is shipped.</summary>
public class GoldenValueTests
{
    private static decimal? Points(string leaf, LeafInput input)
    {
        var found = Samples.Commune.Definition.LeafByCode[leaf];
        Assert.Null(found.Formula.Fault(input, found.NotApplicableAllowed));
        return found.Formula.Mark(input, found.Max);
    }

    [Theory]
    [InlineData("I.1.2", 47, 50, "1.4100")]
    [InlineData("I.1.2", 39, 50, "0")]
    [InlineData("I.1.2", 40, 50, "1.2")]
    [InlineData("III.3.1", 1982, 2000, "3.2800")]
    public void Leaf_DoneOfTotal_GivesGoldenPoints(string leaf, int done, int total, string points) =>
        Assert.Equal(decimal.Parse(points), Points(leaf, Samples.Of(done, total)));

    [Theory]
    [InlineData("VII.4.2", "24.6", "1.2300")]
    [InlineData("VIII.2", "0.25", "0.6000")]
    [InlineData("III.3.1", "99.1", "3.2800")]
    [InlineData("I.1.1", "0", "0.5")]
    [InlineData("I.1.1", "15", "0.25")]
    [InlineData("I.1.1", "16", "0")]
    public void Leaf_Value_GivesGoldenPoints(string leaf, string value, string points) =>
        Assert.Equal(decimal.Parse(points), Points(leaf, Samples.Value(decimal.Parse(value))));

    [Theory]
    [InlineData("V.3", 1, "1.5")]
    [InlineData("V.3", 5, "0")]
    [InlineData("I.5", 0, "0")]
    [InlineData("I.5", 1, "0.75")]
    [InlineData("I.5", 2, "1.5")]
    [InlineData("I.5", 3, "1.5")]
    [InlineData("I.2", 3, "0.75")]
    [InlineData("I.2", 9, "1")]
    public void Leaf_Count_GivesGoldenPoints(string leaf, int count, string points) =>
        Assert.Equal(decimal.Parse(points), Points(leaf, new LeafInput { Count = count }));

    [Fact]
    public void Survey_Of91Point87_Gives3Point6748() => Assert.Equal(3.6748m, Points("IX.1.1", new LeafInput { SurveyPercent = 91.87m }));

    [Fact]
    public void NoComplaintReceived_LeavesBothSums()
    {
        var definition = Samples.Commune.Definition;
        var with = Samples.Score(definition, ("III.6", Samples.Of(3, 3)), ("III.4", Samples.Met()));
        var without = Samples.Score(definition, ("III.6", Samples.Of(0, 0)), ("III.4", Samples.Met()));
        Assert.Equal((2.5m, 2.5m), (with.Points, with.Max));
        Assert.Equal((1m, 1m), (without.Points, without.Max));
        Assert.DoesNotContain("III.6", without.Missing);
    }

    [Fact]
    public void Index_Of90Point1234In98Point5_Is91Point4958Shown91Point50()
    {
        var score = new SheetScore { Points = 90.1234m, Max = 98.5m, Areas = [], Bonus = 0, Missing = [], Pending = [] };
        Assert.Equal(91.4958m, score.Index);
        Assert.Equal(91.50m, Scale.Show(score.Index!.Value));
    }

    [Theory]
    [InlineData("1.00005", "1.0001")]
    [InlineData("1.00004999", "1.0000")]
    [InlineData("-1.00005", "-1.0001")]
    public void Keep_Half_GoesUp(string exact, string kept) => Assert.Equal(decimal.Parse(kept), Scale.Keep(decimal.Parse(exact)));

    [Fact]
    public void CommuneTree_AsShipped_Has67LeavesAnd100Points()
    {
        var definition = Samples.Commune.Definition;
        Assert.Equal(67, definition.Leaves.Count);
        Assert.Equal(100, definition.Leaves.Sum(l => l.Max));
        Assert.Equal(30, definition.Leaves.Where(l => l.CityOnly).Sum(l => l.Max));
    }
}
