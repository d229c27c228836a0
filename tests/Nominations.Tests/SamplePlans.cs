using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Tests;

/// <summary>The plans as they ship, and facts made for their conditions.</summary>
internal static class SamplePlans
{
    public static readonly int[] Years = [2025, 2026, 2027, 2028, 2029];

    /// <summary>Nothing is known yet of a nominee of an office of Lê Thanh Nghị, judged after the last index that can count.</summary>
    public static Facts Nothing { get; } = new()
    {
        Year = 2026,
        Cadence = Cadence.Yearly,
        Today = new DateOnly(2030, 1, 31),
        LastKnowableYear = 2029,
        RankedUnit = new RankedUnitFact("10532", "Đơn vị", "phuong"),
        Office = new RankedUnitFact("10532-VHXH", "Phòng", "noi-bo-10532"),
    };

    public static AwardCategory Category(string plan, string key) => Plans().Single(p => p.Code == plan).Categories.Single(c => c.Key == key);

    public static Standard Standard(string plan, string key) => Category(plan, key).Standard;

    public static List<(string Code, AwardCategory[] Categories)> Plans() => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "*.json").Order().Select(f =>
    {
        var plan = JsonDocument.Parse(File.ReadAllText(f)).RootElement;
        return (plan.GetProperty("code").GetString()!, plan.GetProperty("scheme").Deserialize<AwardScheme>(Json.Options)!.Categories);
    })];

    public static string Text(string code) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "*.json").Select(File.ReadAllText).Single(text => text.Contains($"\"code\": \"{code}\","));

    public static IEnumerable<Condition> NodesOf(Condition condition) => (condition switch
    {
        AllOf all => all.Conditions.SelectMany(NodesOf),
        AnyOf any => any.Conditions.SelectMany(NodesOf),
        _ => [],
    }).Prepend(condition);

    public static IEnumerable<Condition> LeavesOf(Condition condition) => NodesOf(condition).Where(c => c is not (AllOf or AnyOf));

    /// <summary>The one condition, or branch, of the shipped standard that carries the clause.</summary>
    public static Condition Find(string plan, string key, string clause) => NodesOf(Standard(plan, key).Canonical).First(c => c.Clause == clause);

    /// <summary>Facts that meet the given leaves and tell of nothing else.</summary>
    public static Facts Meeting(IReadOnlyCollection<Condition> met, string block = "phuong") => Nothing with
    {
        Cadence = Cadence.Period,
        RankedUnit = Nothing.RankedUnit! with { Block = block },
        Ranks = met.Any(m => m is IndexRank or YearsInTop or LeadsBlock) ? [.. Years.Select(y => new RankFact(y, block, 1, 1, ""))] : [],
        OfficeRanks = met.Any(m => m is LeadsOffices) ? [.. Years.Select(y => new RankFact(y, "noi-bo-10532", 1, 1, ""))] : [],
        Attestations = [.. met.OfType<Attested>().Select(a => Says(a.Statement, a.By, true)), .. met.OfType<ByLaw>().Select(_ => Says("byLaw", [], true))],
        Initiatives = [.. met.OfType<RecognisedInitiatives>().SelectMany(r => Enumerable.Range(0, r.AtLeast).Select(i => Initiative(r, i)))],
        Grades = met.Any(m => m is CompletionGrade) ? [.. Years.Select(y => new YearGrade { Year = y, Grade = Grade.CompletedOutstandingly })] : [],
        Service = met.Any(m => m is DirectService) ? [new ServicePeriod { From = new(2026, 1, 1), To = new(2029, 12, 31), Role = "Phụ trách" }] : null,
        HasFlagNominee = met.Any(m => m is FlagNomineeMember) ? true : null,
    };

    public static Attestation Says(string statement, Attester[] by, bool holds) => Says(statement, by.Length > 0 ? by[0] : Attester.City, holds);

    public static Attestation Says(string statement, Attester by, bool holds = true, string? evidence = "01/BC") => new() { Statement = statement, Holds = holds, By = by, Evidence = evidence };

    public static InitiativeFact Initiative(RecognisedInitiatives asked, int i) => Initiative($"sang-kien-{i}", asked.RecognisedBy ?? Attester.WardCommittee);

    public static InitiativeFact Initiative(string key, Attester? by = Attester.WardCommittee) => new(Guid.NewGuid(), key, $"Sáng kiến {key}", true, true, true, by, "01/QĐ");
}
