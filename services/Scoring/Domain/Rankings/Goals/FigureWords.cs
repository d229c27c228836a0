using System.Globalization;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;

namespace Emulation.Scoring.Domain.Rankings.Goals;

/// <summary>Figures in words that an officer reads: “từ 99,4% trở lên”, “từ 2 sáng kiến trở lên”, “từ 48 trên 50 (96%)”.</summary>
internal sealed class FigureWords(IndexDefinition definition)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private readonly Dictionary<string, string?> _units = definition.Areas.SelectMany(a => a.Criteria)
        .SelectMany(c => c.Formula is null ? c.Leaves.Select(l => (l.Code, l.Unit)) : [(c.Code, c.Unit)]).ToDictionary(l => l.Code, l => l.Unit);

    public string Of(Chance chance, long rung)
    {
        var input = chance.Ladder.At(rung);
        return input switch
        {
            { Met: true } => "đạt",
            // Nothing was entered yet: the total is not known, only the share.
            { Done: { } done, Total: 100 } when chance.From is null => Bound(chance, $"{Number(done)}%"),
            { Done: { } done, Total: { } total } => Bound(chance, $"{Number(done)} trên {Number(total)} ({Number(Scale.Show(done * 100 / total))}%)"),
            { SurveyPercent: { } percent } => Bound(chance, $"{Number(percent)}%"),
            { Counts: { } counts } => string.Join("; ", CasesOf(chance.Formula).Select(c => $"{c.Name}: {Number(counts.GetValueOrDefault(c.Key))}")),
            { Count: { } count } => Bound(chance, $"{Number(count)} {_units.GetValueOrDefault(chance.Code) ?? CaseName(chance.Formula)}".TrimEnd()),
            _ => Bound(chance, WithUnit(input.Value!.Value, _units.GetValueOrDefault(chance.Code))),
        };
    }

    private static string Bound(Chance chance, string figure) =>
        chance.Formula is Inverse or Deduction or Steps { Better: Better.Lower } or BonusPenalty { Effect: Effect.Penalty } ? $"không quá {figure}" : $"từ {figure} trở lên";

    private static string WithUnit(decimal value, string? unit) => unit switch
    {
        null => Number(value),
        "%" => $"{Number(value)}%",
        _ => $"{Number(value)} {unit}",
    };

    private static ScoredCase[] CasesOf(Formula formula) => formula is Deduction d ? d.Cases : ((BonusPenalty)formula).Cases;

    private static string? CaseName(Formula formula) => formula is Deduction or BonusPenalty ? $"({CasesOf(formula)[0].Name})" : null;

    private static string Number(decimal number) => number.ToString("#,0.######", Vietnamese);
}
