using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Scoring.Domain.Criteria;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>The shipped figures fit the shipped plans: each criterion that asks for one has one of the right kind.</summary>
public class SampleFigureTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "figures"), "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Figures_OfAPilotWard_AreAllJudged(string file)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "figures", file)))!;
        var campaign = SamplePlans.Campaign((string)sample["campaign"]!);
        Assert.True(campaign.Covers((string)sample["unitCode"]!));
        var assessed = sample["assessments"]!.AsArray().Select(a => ((string)a!["criterion"]!, (string)a["period"]!)).ToHashSet();
        foreach (var row in sample["figures"]!.AsArray())
        {
            var criterion = campaign.Criterion((string)row!["criterion"]!)!;
            var (period, figure) = ((string)row["period"]!, row["figure"].Deserialize<ReportedFigure>(Json.Options)!);
            Assert.Contains(period, campaign.PeriodsOf(criterion));
            Assert.Null(figure.Fault(criterion)?.Errors[0].Detail);
            Assert.Equal(figure.Text is not null, assessed.Contains((criterion.Key!, period)));
        }
        var reported = sample["figures"]!.AsArray().Select(r => (string)r!["criterion"]!).ToHashSet();
        Assert.Equal(campaign.Criteria.Where(c => c is { Class: null, Rank: null }).Select(c => c.Key!).Order(), reported.Order());
    }
}
