using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;

namespace Emulation.Nominations.Tests;

/// <summary>A made standard and made facts, both from one seed. Every kind of condition comes up.</summary>
internal sealed class AnyCase
{
    private static readonly string[] Blocks = ["phuong", "xa-dac-khu", "so-nganh"];
    private static readonly string[] Statements = ["a", "b", "c", "d"];
    private readonly Random _random;
    private int _clauses;

    public AnyCase(int seed)
    {
        _random = new Random(seed);
        Condition = Tree(_random.Next(0, 4));
        Facts = MakeFacts();
    }

    public Condition Condition { get; }

    public Facts Facts { get; }

    /// <summary>A year for which nothing is published yet.</summary>
    public RankFact? FreshRank(RankFact[] known, string block) =>
        Range(2025, 2031).Where(y => known.All(r => r.Year != y)).OrderBy(_ => _random.Next()).Select(y => (int?)y).FirstOrDefault() is { } year ? Rank(year, block) : null;

    /// <summary>The same facts and one more piece of news, of a kind that tells what was open and contradicts nothing.</summary>
    public IEnumerable<Facts> Informed()
    {
        var f = Facts;
        if (FreshRank(f.Ranks, Pick(Blocks)) is { } rank)
            yield return f with { Ranks = [.. f.Ranks, rank] };
        if (FreshRank(f.OfficeRanks, "noi-bo-10532") is { } place)
            yield return f with { OfficeRanks = [.. f.OfficeRanks, place] };
        foreach (var unsaid in Statements.Append("byLaw").Where(s => f.Attestations.All(a => a.Statement != s)))
            yield return f with { Attestations = [.. f.Attestations, Attestation(unsaid)] };
        for (var i = 0; i < f.Initiatives.Length; i++)
        {
            var open = f.Initiatives[i];
            foreach (var known in new[]
            {
                open with { Recognised = true, RecognisedBy = open.Recognised ? open.RecognisedBy : Any<Attester>() },
                open with { Applied = open.Applied ?? Flip() },
                open with { Replicable = open.Replicable ?? Flip() },
            })
                yield return f with { Initiatives = [.. f.Initiatives.Select((x, j) => j == i ? known : x)] };
        }
        if (f.Grades.All(g => f.Cadence == Cadence.Period ? g.Year > f.Year : g.Year != f.Year))
            yield return f with { Grades = [.. f.Grades, new YearGrade { Year = f.Year, Grade = Any<Grade>() }] };
        if (f.Service is null or [])
            yield return f with { Service = [Period(), Period()] };
        else
            yield return f with { Service = [.. f.Service.Select(p => p.To is null ? p with { To = Later(p.From > f.Today ? p.From : f.Today) } : p)] };
        yield return f with { Today = Later(f.Today) };
        yield return f with { HasFlagNominee = f.HasFlagNominee ?? Flip() };
    }

    public Attestation Attestation(string? statement = null) => new()
    {
        Statement = statement ?? Pick([.. Statements, "byLaw"]),
        Holds = _random.Next(4) > 0,
        By = Any<Attester>(),
        Evidence = Flip() ? "01/BC" : null,
        Clause = _random.Next(6) == 0 ? $"k{_random.Next(1, 8)}" : null,
    };

    public InitiativeFact Initiative()
    {
        var recognised = Flip();
        return new(Guid.NewGuid(), Pick(["x", "y", "z"]), "Sáng kiến", recognised, Maybe(), Maybe(), recognised ? Any<Attester>() : null, recognised ? "01/QĐ" : null);
    }

    public ServicePeriod Period()
    {
        var from = Day();
        return new ServicePeriod { From = from, To = _random.Next(3) == 0 ? null : from.AddDays(_random.Next(0, 1500)), Role = "Phụ trách" };
    }

    public YearGrade LaterGrade() => new() { Year = Facts.Grades.Length == 0 ? 2026 : Facts.Grades.Max(g => g.Year) + 1, Grade = Any<Grade>() };

    private Condition Tree(int depth)
    {
        var clause = $"k{++_clauses}";
        if (depth == 0)
            return Leaf(clause);
        Condition[] parts = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Tree(depth - 1))];
        return Flip() ? new AllOf { Clause = clause, Text = "tất cả", Conditions = parts } : new AnyOf { Clause = clause, Text = "một trong", Conditions = parts };
    }

    private Condition Leaf(string clause) => _random.Next(11) switch
    {
        0 => new IndexRank { Clause = clause, Text = "x", Tops = Tops(), Year = Flip() ? null : _random.Next(2026, 2030) },
        1 => new YearsInTop { Clause = clause, Text = "x", Tops = Tops(), AtLeast = _random.Next(1, 4), FromYear = 2026, ToYear = _random.Next(2027, 2031) },
        2 => new LeadsBlock { Clause = clause, Text = "x" },
        3 => new LeadsBlock { Clause = clause, Text = "x", FromYear = 2026, ToYear = 2030, AtLeast = _random.Next(1, 3) },
        4 => new LeadsOffices { Clause = clause, Text = "x", Year = Flip() ? null : _random.Next(2026, 2030) },
        5 => new RecognisedInitiatives { Clause = clause, Text = "x", AtLeast = _random.Next(1, 3), Recognised = Flip(), Applied = Flip(), Replicable = Flip(), RecognisedBy = Flip() ? null : Any<Attester>() },
        6 => new Attested { Clause = clause, Text = "x", Statement = Pick(Statements), By = [.. Enum.GetValues<Attester>().Where(_ => Flip())], EvidenceRequired = Flip() },
        7 => new CompletionGrade { Clause = clause, Text = "x", AtLeast = Any<Grade>() },
        8 => new DirectService { Clause = clause, Text = "x", YearsAtLeast = _random.Next(1, 16) / 4m, FromYear = 2026, ToYear = _random.Next(2028, 2031) },
        9 => new FlagNomineeMember { Clause = clause, Text = "x" },
        _ => new ByLaw { Clause = clause, Text = "x", Basis = "Luật" },
    };

    private TopOfBlock[] Tops() => Flip()
        ? [new() { Block = "*", Rank = _random.Next(1, 12) }]
        : [.. Blocks.Where(_ => _random.Next(4) > 0).Select(b => new TopOfBlock { Block = b, Rank = _random.Next(1, 12), Clause = Flip() ? b : null })];

    private Facts MakeFacts() => new()
    {
        Year = _random.Next(2026, 2030),
        Cadence = Any<Cadence>(),
        Today = Day(),
        LastKnowableYear = Flip() ? 2029 : null,
        RankedUnit = _random.Next(8) == 0 ? null : new RankedUnitFact("10532", "Phường", Pick(Blocks)),
        Ranks = [.. Range(2025, 2031).Where(_ => _random.Next(3) > 0).Select(y => Rank(y, Pick(Blocks)) with { Predecessor = _random.Next(6) == 0 ? "Phường cũ" : null })],
        Office = _random.Next(4) == 0 ? null : new RankedUnitFact("10532-VHXH", "Phòng", "noi-bo-10532"),
        OfficeRanks = [.. Range(2025, 2031).Where(_ => Flip()).Select(y => Rank(y, "noi-bo-10532") with { Rank = _random.Next(1, 4) })],
        Initiatives = [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Initiative())],
        Attestations = [.. Enumerable.Range(0, _random.Next(0, 7)).Select(_ => Attestation())],
        Grades = [.. Range(2025, 2031).Where(_ => Flip()).Select(y => new YearGrade { Year = y, Grade = Any<Grade>() })],
        Service = Flip() ? null : [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => Period())],
        HasFlagNominee = Maybe(),
    };

    private RankFact Rank(int year, string block) => new(year, block, _random.Next(8) == 0 ? null : _random.Next(1, 16), _random.Next(1, 3), "Bảng xếp hạng");

    private DateOnly Day() => new DateOnly(2025, 6, 1).AddDays(_random.Next(0, 2200));

    private DateOnly Later(DateOnly day) => day.AddDays(_random.Next(0, 400));

    private bool Flip() => _random.Next(2) == 0;

    private bool? Maybe() => _random.Next(3) switch { 0 => null, 1 => true, _ => false };

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private T Any<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

    private static IEnumerable<int> Range(int from, int until) => Enumerable.Range(from, until - from);
}
