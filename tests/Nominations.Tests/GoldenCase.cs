using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;

namespace Emulation.Nominations.Tests;

/// <summary>A made nominee in plain values, from one seed; null = not known.</summary>
internal sealed class GoldenCase
{
    /// <summary>Statements that some category asks for, with the body that makes them here; for each one, yes, no or not said.</summary>
    private static readonly (string Statement, Attester By)[] Bodies =
    [
        ("ethics", Attester.HeadOfUnit), ("obeysLaw", Attester.HeadOfUnit), ("directRole", Attester.HeadOfUnit), ("discipline", Attester.HeadOfUnit),
        ("newSolution", Attester.HeadOfUnit), ("leadingInCampaign", Attester.WardCommittee), ("outstandingInReform", Attester.WardCommittee),
        ("leadsWardOffices", Attester.WardCommittee), ("unplannedAchievement", Attester.WardCommittee), ("completedOutstandingly", Attester.Council),
        ("contributesToCityIndex", Attester.City), ("reformPropaganda", Attester.City), ("reformDigital", Attester.City), ("votedByBlock", Attester.City), ("byLaw", Attester.City),
    ];

    private readonly Dictionary<string, bool?> _said;

    public GoldenCase(int seed)
    {
        var random = new Random(seed);
        // By turns mostly “yes”, undecided, mostly “no”, so that whole standards come out each way.
        var (yes, open) = (seed % 3) switch { 0 => (8, 9), 1 => (5, 8), _ => (2, 4) };
        bool? Answer() => random.Next(10) is var dice && dice < yes ? true : dice < open ? null : false;
        _said = Bodies.ToDictionary(b => b.Statement, _ => Answer());
        ChosenByUnit = Answer();
        ChosenByCommittee = Answer();
        Year = random.Next(2026, 2030);
        Block = new[] { "phuong", "xa-dac-khu", "so-nganh" }[random.Next(3)];
        // 0 = published without a rank.
        Ranks = Enumerable.Range(2025, 5).Where(_ => random.Next(6) > 0).ToDictionary(y => y, _ => random.Next(8) == 0 ? 0 : random.Next(3) == 0 ? random.Next(1, 21) : random.Next(1, 6));
        OfficeRank = random.Next(3) switch { 0 => null, 1 => 1, _ => random.Next(1, 5) };
        Grade = random.Next(6) switch { 0 => null, 1 => Emulation.Contracts.Campaigns.Grade.CompletedWell, _ => Emulation.Contracts.Campaigns.Grade.CompletedOutstandingly };
        Initiatives = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => new Entry($"{random.Next(3)}", random.Next(4) == 0 ? null : Enum.GetValues<Attester>()[random.Next(4)], Answer(), Answer()))];
        ServiceFrom = random.Next(4) == 0 ? null : random.Next(0, 36);
        ServiceMonths = random.Next(2) == 0 ? null : random.Next(24, 49);
    }

    public int Year { get; }
    public string Block { get; }
    public Dictionary<int, int> Ranks { get; }
    public int? OfficeRank { get; }
    public Grade? Grade { get; }
    public Entry[] Initiatives { get; }
    public bool? ChosenByUnit { get; }
    public bool? ChosenByCommittee { get; }

    /// <summary>Month, from 0 = January 2026, in which direct service began; null = nothing declared.</summary>
    public int? ServiceFrom { get; }

    /// <summary>Whole months it lasted; null = it goes on.</summary>
    public int? ServiceMonths { get; }

    public bool? Said(string statement) => _said[statement];

    public Facts Facts(bool period) => SamplePlans.Nothing with
    {
        Year = Year,
        Cadence = period ? Cadence.Period : Cadence.Yearly,
        LastKnowableYear = period ? 2029 : null,
        RankedUnit = new RankedUnitFact("10532", "Đơn vị", Block),
        Ranks = [.. Ranks.Select(r => new RankFact(r.Key, Block, r.Value == 0 ? null : r.Value, 1, "Bảng xếp hạng"))],
        OfficeRanks = OfficeRank is { } place ? [new RankFact(Year, "noi-bo-10532", place, 1, "Bảng xếp hạng nội bộ")] : [],
        Grades = Grade is { } grade ? [new YearGrade { Year = Year, Grade = grade }] : [],
        Initiatives = [.. Initiatives.Select(i => new InitiativeFact(Guid.NewGuid(), i.Key, i.Key, i.RecognisedBy is not null, i.Applied, i.Replicable, i.RecognisedBy, null))],
        Service = ServiceFrom is { } from
            ? [new ServicePeriod { From = new DateOnly(2026, 1, 1).AddMonths(from), To = ServiceMonths is { } months ? new DateOnly(2026, 1, 1).AddMonths(from + months).AddDays(-1) : null, Role = "Phụ trách" }]
            : null,
        Attestations =
        [
            .. Bodies.Where(b => _said[b.Statement] is not null).Select(b => SamplePlans.Says(b.Statement, b.By, _said[b.Statement]!.Value)),
            .. ChosenByUnit is { } unit ? new[] { SamplePlans.Says("chosenForAdvice", Attester.HeadOfUnit, unit) } : [],
            .. ChosenByCommittee is { } committee ? new[] { SamplePlans.Says("chosenForAdvice", Attester.WardCommittee, committee) } : [],
        ],
    };

    /// <param name="Key">Two entries with one key are one initiative.</param>
    /// <param name="RecognisedBy">Null = not recognised yet.</param>
    internal sealed record Entry(string Key, Attester? RecognisedBy, bool? Applied, bool? Replicable);
}
