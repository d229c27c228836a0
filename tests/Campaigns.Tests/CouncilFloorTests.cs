using System.Text.Json.Nodes;
using Emulation.Campaigns.Domain.Checks;
using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Tests;

/// <summary>C-20: a plan may ask a council for more than law does, never for less.</summary>
public sealed class CouncilFloorTests
{
    [Theory]
    [InlineData("chien-si-thi-dua-tp", false, "0.89", true)]
    [InlineData("chien-si-thi-dua-tp", false, "0.9", false)]
    [InlineData("chien-si-thi-dua-co-so", false, "0.79", true)]
    [InlineData("chien-si-thi-dua-co-so", false, "0.8", false)]
    [InlineData("co-khac", true, "0.79", true)]
    [InlineData("giay-khen", false, "0.5", false)]
    public void Threshold_BelowTheLaws_IsRefused(string code, bool flag, string threshold, bool refused)
    {
        var found = new Findings();
        CouncilFloor.Run("/council", new Award { Kind = AwardKind.Title, Code = code, Name = code, Flag = flag },
            new CouncilRule { Clause = "x", Quorum = 0.6667m, Threshold = decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture) }, found);
        Assert.Equal(refused ? ["/council/threshold"] : [], found.Problem?.Errors.Select(e => e.Pointer) ?? []);
    }

    [Fact]
    public void Titles_AreThoseOfTheTableByWhichCouncilsVote()
    {
        var table = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "law", "council-votes.json")))!["rules"]!.AsArray().Where(r => (bool?)r!["binding"] == true).ToArray();
        Assert.Equal(["4/5", "9/10"], table.Select(r => (string)r!["threshold"]!).Distinct().Order());
        Assert.All(table, r => Assert.Equal(("2/3", "allMembers", "secret"), ((string)r!["quorum"]!, (string)r["of"]!, (string)r["ballot"]!)));
        string[] Of(string share) => [.. table.Where(r => (string)r!["threshold"]! == share).SelectMany(r => r!["awards"]!.AsArray()).Select(a => (string)a!).Distinct().Order()];
        Assert.Equal(Of("9/10"), CouncilFloor.NineTenths.Order());
        Assert.Equal(Of("4/5"), CouncilFloor.FourFifths.Order());
    }
}
