using System.Text.Json;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Reading;
using Emulation.Documents.PlanImport.Source;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>A fact that a real plan states.</summary>
/// <param name="Rule">Row of the acceptance table.</param>
/// <param name="Kind">Kind of fact.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Soft">True for what the importer is known not to read.</param>
public sealed record ExpectedFact(string Rule, string Kind, string Fact, bool Soft = false);

/// <summary>The five real plans, where their texts lie beside the checkout: everything is found, and nothing that is not there.</summary>
public sealed class SeedTests(ITestOutputHelper output)
{
    public const string Ocr = "hai-an-2025-ocr.txt";

    public static readonly Dictionary<string, ExpectedFact[]> Expected =
        JsonSerializer.Deserialize<Dictionary<string, ExpectedFact[]>>(File.ReadAllText(Path.Combine(Catalogue.Root, "tests", "Documents.Tests", "PlanImport", "expected-facts.json")), Json.Options)!;

    public static TheoryData<string> Plans => [.. Expected.Keys];

    internal static SourceText Seed(string name)
    {
        var folder = Environment.GetEnvironmentVariable("EMULATION_SEEDS") ?? Path.Combine(Catalogue.Root, "..", "shared", "seeds");
        var file = Path.Combine(folder, name);
        Assert.SkipUnless(File.Exists(file), "The texts of the five plans are not beside this checkout (EMULATION_SEEDS).");
        return PlainSource.Read(File.ReadAllBytes(file))!;
    }

    // LTN-26-30/B.1, LTN-26-30/B.2, LTN-26-30/H.2, LTN-26-30/B.4, CVA-26/H.1, CVA-26/H.3, CH-26-30/H.1, CH-26-30/H.3, CH-26-30/B.2, HA-25/H.2, HA-25/H.4, LTN-TD-26/H.2.
    [Theory, MemberData(nameof(Plans))]
    public void Read_RealPlan_FindsAllFactsAndInventsNone(string name)
    {
        var plan = PlanReader.Read(Seed(name), Catalogue.Units);
        var left = Facts.Of(plan).ToList();
        List<ExpectedFact> missed = [];
        foreach (var fact in Expected[name])
        {
            var at = left.FindIndex(f => f.Kind == fact.Kind && (name == Ocr ? Alike(f.Fact, fact.Fact) : f.Fact == fact.Fact));
            if (at < 0)
                missed.Add(fact);
            else
                left.RemoveAt(at);
        }
        output.WriteLine($"{name}\n{"kind",-10} expected found missed wrong");
        foreach (var kind in Facts.Kinds)
        {
            var (all, not) = (Expected[name].Count(f => f.Kind == kind), missed.Count(f => f.Kind == kind));
            output.WriteLine($"{kind,-10} {all,8} {all - not,5} {not,6} {left.Count(f => f.Kind == kind),5}");
        }
        foreach (var fact in missed)
            output.WriteLine($"missed {fact.Rule} {fact.Kind}: {fact.Fact}");
        foreach (var (kind, fact) in left)
            output.WriteLine($"wrong {kind}: {fact}");
        Assert.Equal([], missed.Where(f => !f.Soft));
        Assert.Equal([], left);
    }

    // LTN-26-30/H.1, CVA-26/H.4, CH-26-30/H.4, LTN-TD-26/H.3; HA-25/H.1 has half of it.
    [Theory, MemberData(nameof(Plans))]
    public void Read_HeaderLost_IsSaidToBeMissing(string name)
    {
        var plan = PlanReader.Read(Seed(name), Catalogue.Units);
        var motto = plan.Fields.Single(f => f.Key == "header.motto");
        Assert.Equal(FieldState.Missing, motto.State);
        Assert.False(string.IsNullOrEmpty(motto.Reason));
        var agency = plan.Fields.Single(f => f.Key == "header.agency");
        Assert.Equal(name == Ocr ? FieldState.Doubtful : FieldState.Missing, agency.State);
        Assert.Equal(name == Ocr ? 1 : 0, motto.Spans.Length);
    }

    // LTN-26-30/H.4, LTN-26-30/H.3: the name in the abstract is kept as printed, and doubted.
    [Fact]
    public void Read_UnitMistypedInAbstract_IsWarnedAndNeverMended()
    {
        var plan = PlanReader.Read(Seed("le-thanh-nghi-2026-2030.txt"), Catalogue.Units);
        var warning = Assert.Single(plan.Warnings, w => w.Code == "unit-unknown");
        Assert.Contains("Phường Lê Thanh Nghị", warning.Detail);
        var name = plan.Fields.Single(f => f.Key == "name");
        Assert.Equal(FieldState.Doubtful, name.State);
        Assert.Contains("Thanh Thanh", name.Value!.Value.GetString());
    }

    // CVA-26/III.1.f.n, CVA-26/L.1, CH-26-30/L.1, HA-25/L.1, LTN-26-30/L.1, LTN-TD-26/X.1.
    [Theory]
    [InlineData("chu-van-an-2026.txt", "mark-letter", "III.1.f")]
    [InlineData("cat-hai-2026-2030.txt", "mark-skipped", "III.2.3")]
    [InlineData("le-thanh-nghi-tdkt-2026.txt", "mark-doubled", "V.2[2]")]
    public void Read_MarkOutOfOrder_IsWarnedAndKept(string name, string code, string address)
    {
        var plan = PlanReader.Read(Seed(name), Catalogue.Units);
        Assert.Contains(address + ":", Assert.Single(plan.Warnings, w => w.Code.StartsWith("mark-", StringComparison.Ordinal) && w.Code == code).Detail);
        Assert.Contains(plan.Nodes, n => n.Address == address);
        Assert.True(plan.Nodes.Select(n => n.Address).Distinct().Count() == plan.Nodes.Length);
    }

    // LTN-26-30/K.1, LTN-26-30/K.2, LTN-26-30/K.3, HA-25/K.1, HA-25/K.2, HA-25/K.3; no stamp in CVA-26/K.0, CH-26-30/K.0, LTN-TD-26/K.0.
    [Theory]
    [InlineData("le-thanh-nghi-2026-2030.txt", 5)]
    [InlineData(Ocr, 4)]
    [InlineData("chu-van-an-2026.txt", 0)]
    [InlineData("cat-hai-2026-2030.txt", 0)]
    [InlineData("le-thanh-nghi-tdkt-2026.txt", 0)]
    public void Read_Stamps_AreReadPersonFirst(string name, int count)
    {
        var plan = PlanReader.Read(Seed(name), Catalogue.Units);
        var stamps = plan.Fields.Where(f => f.Group == "stamps").Select(f => f.Value!.Value.Deserialize<PrintedStamp>(Json.Options)!).ToArray();
        Assert.Equal(count, stamps.Length);
        if (count > 0)
            Assert.False(stamps[0].Agency);
        Assert.All(stamps.Skip(1), s => Assert.True(s.Agency && s.Time > stamps[0].Time));
        Assert.DoesNotContain(plan.Warnings, w => w.Code == "stamp-order");
        Assert.Equal(name == Ocr, plan.Warnings.Any(w => w.Code == "date-signed"));
        Assert.DoesNotContain(plan.Nodes, n => n.Text.Contains("đã ký lên", StringComparison.Ordinal) || n.Text.Contains("bookmark", StringComparison.Ordinal));
    }

    // HA-25/X.1
    [Fact]
    public void Read_OcrWithoutDiacritics_IsMarkedUncheckedAndGivesNoRule()
    {
        var plan = PlanReader.Read(Seed(Ocr), Catalogue.Units);
        Assert.True(plan.Unaccented);
        Assert.DoesNotContain(plan.Fields, f => f.State == FieldState.Sure);
        Assert.DoesNotContain(plan.Fields, f => f.Value is not null && f.Group is "criteria" or "categories" or "quotas" or "deadlines" && f.Value is not null);
        var (body, open, ready) = CampaignBody.Of(plan.Fields);
        Assert.False(ready);
        Assert.Empty(body["scheme"]!["categories"]!.AsArray());
        Assert.Empty(body["legalBases"]!.AsArray());
        Assert.Contains(open, o => o.Key == "bases/1" && o.Reason!.Contains("OCR, chưa kiểm tra", StringComparison.Ordinal));
    }

    // CVA-26/B.1, CVA-26/II.2.2 (C-12); LTN-26-30/X.1, LTN-TD-26/X.1 (C-36).
    [Fact]
    public void Read_Contradictions_AreWarned()
    {
        Assert.Contains(PlanReader.Read(Seed("chu-van-an-2026.txt"), Catalogue.Units).Warnings, w => w.Code == "basis-clash" && w.Detail.Contains("II.2", StringComparison.Ordinal));
        Assert.Contains(PlanReader.Read(Seed("le-thanh-nghi-2026-2030.txt"), Catalogue.Units).Warnings, w => w.Code == "date-styles");
        Assert.Contains(PlanReader.Read(Seed("le-thanh-nghi-tdkt-2026.txt"), Catalogue.Units).Warnings, w => w.Code == "recipients-archive");
        Assert.Contains(PlanReader.Read(Seed("cat-hai-2026-2030.txt"), Catalogue.Units).Warnings, w => w.Code == "repeated-words");
        Assert.Contains("cai cach hanh chinh", Spelling.ForSearch("cảnh cách hành chính"));
    }

    [Theory, MemberData(nameof(Plans))]
    public void Read_Spans_PointAtTheText(string name)
    {
        var plan = PlanReader.Read(Seed(name), Catalogue.Units);
        foreach (var field in plan.Fields.Where(f => f.Group == "recipients" && f.Value is not null && f.Spans.Length == 1))
            Assert.Equal(field.Value!.Value.GetString(), plan.Text[field.Spans[0].Start..field.Spans[0].End]);
        Assert.All(plan.Fields.SelectMany(f => f.Spans).Concat(plan.Nodes.Select(n => n.Span)), s => Assert.True(s.Start >= 0 && s.End <= plan.Text.Length && s.Start <= s.End && s.Line >= 1));
        Assert.All(plan.Fields.Where(f => f.State == FieldState.Sure), f => Assert.NotEmpty(f.Spans));
    }

    /// <summary>What is left of a text that lost its marks is judged by its bare letters.</summary>
    private static bool Alike(string read, string said)
    {
        var (a, b) = (Folding.Key(read), Folding.Key(said));
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                (corner, row[j]) = (row[j], next);
            }
        }
        return row[b.Length] * 5 <= b.Length;
    }
}
