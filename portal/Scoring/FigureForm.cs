using Emulation.Portal.Clients;

namespace Emulation.Portal.Scoring;

/// <summary>Ways to put something in for a leaf. Survey results have a page of their own.</summary>
[Flags]
public enum Asks
{
    Nothing = 0,
    Met = 1,
    Ratio = 2,
    Value = 4,
    Count = 8,
    Cases = 16,
}

/// <summary>The fields of one leaf, word for word as typed: what cannot be read is shown again, not lost.</summary>
public sealed class FigureForm
{
    private const string MetField = "met", DoneField = "done", TotalField = "total", ValueField = "value", CountField = "count", CaseField = "case.";

    /// <summary>Said in the place of “met” or beside the figures.</summary>
    public const string NotApplicable = "na";

    private readonly Dictionary<string, string> _typed = [];

    public static Asks For(FormulaAnswer formula, string? unit) => formula.Kind switch
    {
        "yesNo" => Asks.Met,
        "ratio" or "ratioWithFloor" => Asks.Ratio,
        "countTimesPoints" => Asks.Count,
        "deduction" or "bonusPenalty" => Asks.Cases,
        "linearBetween" or "target" or "inverse" or "relative" or "steps" => unit is null or "%" ? Asks.Value | Asks.Ratio : Asks.Value,
        // A kind that this page does not know yet: the service says what it takes.
        _ => Asks.Value | Asks.Ratio,
    };

    public string this[string field] => _typed.GetValueOrDefault(field, "");

    public static FigureForm Of(IndexLeaf leaf, Figures? figures)
    {
        var form = new FigureForm();
        if (figures is null)
            return form;
        form._typed[MetField] = figures.NotApplicable == true ? NotApplicable : figures.Met switch { true => "yes", false => "no", _ => "" };
        form._typed[NotApplicable] = figures.NotApplicable == true ? "true" : "";
        form._typed[DoneField] = Numbers.Plain(figures.Done);
        form._typed[TotalField] = Numbers.Plain(figures.Total);
        form._typed[ValueField] = Numbers.Plain(figures.Value ?? figures.Count);
        form._typed[CountField] = Numbers.Plain(figures.Count ?? figures.Value);
        foreach (var (key, count) in figures.Counts ?? [])
            form._typed[CaseField + key] = Numbers.Plain(count);
        if (figures.Count is { } all && leaf.Formula.Cases is [var only])
            form._typed[CaseField + only.Key] = Numbers.Plain(all);
        return form;
    }

    public static FigureForm Read(IFormCollection sent)
    {
        var form = new FigureForm();
        foreach (var (field, value) in sent)
            form._typed[field] = value.ToString();
        return form;
    }

    /// <summary>What was typed, as figures of the leaf; or what cannot be read, field by field. Nothing typed is a fault too.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="before">What stood there: a count that was sent as one stays one.</param>
    public (Figures Figures, FieldFault[] Faults) Parse(IndexLeaf leaf, Figures? before)
    {
        var asks = For(leaf.Formula, leaf.Unit);
        List<FieldFault> faults = [];
        if (this[NotApplicable] == "true" || (asks == Asks.Met && this[MetField] == NotApplicable))
            return (new Figures { NotApplicable = true }, []);
        var figures = new Figures();
        if (asks.HasFlag(Asks.Met))
            figures = figures with { Met = this[MetField] switch { "yes" => true, "no" => false, _ => null } };
        if (asks.HasFlag(Asks.Ratio))
            figures = figures with { Done = Number(DoneField), Total = Number(TotalField) };
        if (asks.HasFlag(Asks.Count))
            figures = figures with { Count = Whole(CountField) };
        if (asks.HasFlag(Asks.Value))
        {
            var value = Number(ValueField);
            figures = before?.Count is not null && value is { } whole && whole == Math.Truncate(whole) && whole is >= 0 and <= int.MaxValue
                ? figures with { Count = (int)whole } : figures with { Value = value };
        }
        if (asks.HasFlag(Asks.Cases))
        {
            var cases = (leaf.Formula.Cases ?? []).ToDictionary(c => c.Key, c => Whole(CaseField + c.Key));
            figures = cases.Values.All(n => n is null) ? figures
                : before?.Count is not null && cases.Count == 1 ? figures with { Count = cases.Values.Single() }
                // A case left empty beside others counts 0.
                : figures with { Counts = cases.ToDictionary(c => c.Key, c => c.Value ?? 0) };
        }
        if (faults.Count == 0 && figures == new Figures())
            faults.Add(new FieldFault("", "Chưa nhập số liệu của tiêu chí này."));
        return (figures, [.. faults]);

        decimal? Number(string field) => Kept(field, Numbers.Read(this[field]));
        int? Whole(string field) => Kept(field, Numbers.ReadWhole(this[field]));

        T? Kept<T>(string field, (T? Number, string? Fault) read)
            where T : struct
        {
            if (read.Fault is { } fault)
                faults.Add(new FieldFault("/" + field, fault));
            return read.Number;
        }
    }

    public static string CaseName(string key) => CaseField + key;
}
