using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;

namespace Emulation.Architecture.Tests;

/// <summary>The documents cannot lie: what they list exists, and what exists is listed.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Events_AreAllDescribed()
    {
        var page = Repository.Read("docs", "events.md");
        var events = typeof(UnitRegistered).Assembly.GetTypes().Where(t => t.GetProperty("OccurredAt") is not null).Select(t => t.Name).ToList();
        Assert.True(events.Count >= 14);
        Assert.All(events, e => Assert.Contains($"`{e}`", page));
        var described = EventRow().Matches(page).Select(m => m.Groups[1].Value);
        Assert.Empty(described.Except(events));
    }

    [Fact]
    public void Rules_DoneOnes_NameTestsThatCiteThemOrSampleDataThatExists()
    {
        var rows = RuleRow().Matches(Repository.Read("docs", "rules.md")).ToList();
        Assert.True(rows.Count > 280, $"{rows.Count} rows");
        var tests = Repository.Files("*.cs").Where(f => f.Path.StartsWith("tests", StringComparison.Ordinal)).ToList();
        var missing = new List<string>();
        foreach (var row in rows.Where(r => r.Groups["state"].Value == "done"))
        {
            var (id, shownBy) = (row.Groups["id"].Value, row.Groups["by"].Value);
            var named = NamedTest().Matches(shownBy);
            foreach (var test in named.ToList())
            {
                var sources = tests.Where(f => f.Path.Contains(test.Groups["project"].Value, StringComparison.Ordinal)
                    && f.Text.Contains($"class {test.Groups["type"].Value}", StringComparison.Ordinal)
                    && f.Text.Contains($" {test.Groups["method"].Value}(", StringComparison.Ordinal)).ToList();
                if (sources.Count == 0)
                    missing.Add($"{id}: {test.Value} does not exist");
                else if (!sources.Any(f => RuleCitations.Cites(f.Text, test.Groups["method"].Value, id)))
                    missing.Add($"{id}: {test.Value} does not cite it");
            }
            if (shownBy.Contains("sample, by its clause", StringComparison.Ordinal))
            {
                if (!PlanOf(id).Contains($"\"{id}\"", StringComparison.Ordinal))
                    missing.Add($"{id}: not in the sample");
            }
            else if (SampleField().Match(shownBy) is { Success: true } field)
            {
                if (!PlanOf(id).Contains($"\"{field.Groups[1].Value}\":", StringComparison.Ordinal))
                    missing.Add($"{id}: the sample has no {field.Groups[1].Value}");
            }
            else if (named.Count == 0)
            {
                missing.Add($"{id}: done, but nothing shows it");
            }
        }
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static string PlanOf(string id) => Repository.Files("*.json")
        .Single(f => f.Path.Contains(Path.Combine("samples", "plans"), StringComparison.Ordinal) && f.Text.Contains($"\"code\": \"{id[..id.IndexOf('/')]}\"", StringComparison.Ordinal)).Text;

    [Fact]
    public void Rules_EveryIdOfTheAcceptanceTable_IsListed()
    {
        var table = Path.Combine(Repository.Root, "..", "shared", "domain.md");
        Assert.SkipUnless(File.Exists(table), "The acceptance table is not beside this checkout.");
        var asked = TableId().Matches(File.ReadAllText(table)).Select(m => m.Groups[1].Value).Distinct();
        var listed = RuleRow().Matches(Repository.Read("docs", "rules.md")).Select(m => m.Groups["id"].Value).ToHashSet();
        Assert.Equal([], asked.Except(listed));
    }

    [Fact]
    public void Walk_OfOneRequest_HasAtMostNineFilesAndTheyExist()
    {
        var page = Repository.Read("docs", "architecture.md");
        var walk = WalkFile().Matches(page[page.IndexOf("## One request", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value).ToList();
        Assert.InRange(walk.Count, 6, 9);
        Assert.All(walk, f => Assert.True(File.Exists(Path.Combine(Repository.Root, f)), f));
    }

    [Fact]
    public void Readme_IsShort() => Assert.InRange(Repository.Read("README.md").Split('\n').Length, 20, 121);

    [Fact]
    public void SourceFiles_StayUnder300Lines()
    {
        var long_ = Repository.Files("*.cs").Concat(Repository.Files("*.razor"))
            .Where(f => !f.Path.Contains("Migrations", StringComparison.Ordinal) && f.Text.Split('\n').Length > 301).Select(f => f.Path);
        Assert.Empty(long_);
    }

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex EventRow();

    [GeneratedRegex(@"^\| (?<id>[A-Z]{2,3}(?:-[A-Z]{2})?-\d\d(?:-\d\d)?/\S+) \| [^|]+\| [^|]+\| (?<state>done|next|not software) \| ?(?<by>[^|]*)\|", RegexOptions.Multiline)]
    private static partial Regex RuleRow();

    [GeneratedRegex(@"^\| ([A-Z]{2,3}(?:-[A-Z]{2})?-\d\d(?:-\d\d)?/\S+) \| [A-Z]{3} \|", RegexOptions.Multiline)]
    private static partial Regex TableId();

    [GeneratedRegex(@"`(?<project>\w+\.Tests): (?<type>\w+)\.(?<method>\w+)`")]
    private static partial Regex NamedTest();

    [GeneratedRegex("sample: `(\\w+)`")]
    private static partial Regex SampleField();

    [GeneratedRegex(@"^\d\. \[?`([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex WalkFile();
}
