using Emulation.Scoring.Domain.Formulas;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.IndexSets;

/// <summary>Finds everything that is wrong with a definition at once, each with its place.</summary>
internal sealed class DefinitionCheck
{
    private static readonly CodeAttribute BlockCode = new();
    private readonly List<FieldError> _faults = [];
    private readonly Dictionary<string, string> _leaves = new(StringComparer.Ordinal);

    public static Problem? Of(IndexDefinition definition)
    {
        var check = new DefinitionCheck();
        check.Run(definition);
        return check._faults.Count == 0 ? null : Problems.IndexSetInvalid with { Errors = [.. check._faults.Take(100)] };
    }

    private void Run(IndexDefinition set)
    {
        if (!NoNulls(set.Blocks, "/blocks") || !NoNulls(set.Areas, "/areas") || !NoNulls(set.Adjustments, "/adjustments") || !NoNulls(set.Classes, "/classes") || !NoNulls(set.TieRule.BreakBy, "/tieRule/breakBy"))
            return;
        if (set.Blocks.Distinct().Count() != set.Blocks.Length)
            Fault("/blocks", "Khối bị trùng.");
        if (set.Blocks.Contains(InternalBlock.Of(Auth.CityUnit)))
            Fault("/blocks", "Các sở, ngành của thành phố thuộc khối riêng trong danh mục, không phải khối nội bộ.");
        if (set.Blocks.Length > 1 && set.Blocks.Any(InternalBlock.Is))
            Fault("/blocks", "Bộ chỉ số nội bộ của một đơn vị chỉ áp dụng cho khối nội bộ của chính đơn vị đó.");
        for (var b = 0; b < set.Blocks.Length; b++)
            if (!BlockCode.IsValid(set.Blocks[b]))
                Fault($"/blocks/{b}", BlockCode.ErrorMessage!);
        for (var a = 0; a < set.Areas.Length; a++)
            CheckArea(set.Areas[a], $"/areas/{a}");
        Distinct(set.Areas.Select(a => a.Code), i => $"/areas/{i}/code");
        if (set.Areas.Sum(a => Sane(a.Max)) is var total and not 100)
            Fault("/areas", $"Tổng điểm tối đa của các lĩnh vực phải là 100, đang là {total:0.######}.");
        for (var i = 0; i < set.Adjustments.Length; i++)
            CheckAdjustment(set.Adjustments[i], $"/adjustments/{i}");
        CheckClasses(set.Classes);
        for (var i = 0; i < set.TieRule.BreakBy.Length; i++)
            if (!set.Areas.Any(a => a.Code == set.TieRule.BreakBy[i]) || set.TieRule.BreakBy.Take(i).Contains(set.TieRule.BreakBy[i]))
                Fault($"/tieRule/breakBy/{i}", "Phải là mã của một lĩnh vực, mỗi lĩnh vực một lần.");
    }

    private void CheckArea(Area area, string at)
    {
        CheckMax(area.Max, at);
        if (!NoNulls(area.Criteria, $"{at}/criteria"))
            return;
        if (area.Criteria.Length == 0)
            Fault($"{at}/criteria", "Lĩnh vực phải có ít nhất một tiêu chí.");
        for (var c = 0; c < area.Criteria.Length; c++)
            CheckCriterion(area.Criteria[c], $"{at}/criteria/{c}");
        CheckSum(area.Max, area.Criteria.Select(c => c.Max), at, "tiêu chí");
        Distinct(area.Criteria.Select(c => c.Code), i => $"{at}/criteria/{i}/code");
    }

    private void CheckCriterion(Criterion criterion, string at)
    {
        CheckMax(criterion.Max, at);
        if (!NoNulls(criterion.Leaves, $"{at}/leaves"))
            return;
        if (criterion.Formula is { } own)
        {
            if (criterion.Leaves.Length > 0)
                Fault($"{at}/formula", "Tiêu chí đã chia thành phần thì không có công thức riêng.");
            CheckLeaf(criterion.Code, criterion.Name, criterion.Max, own, at);
            return;
        }
        if (criterion.Leaves.Length == 0)
            Fault($"{at}/formula", "Tiêu chí không chia thành phần thì phải có công thức chấm điểm.");
        if (criterion.NotApplicableAllowed)
            Fault($"{at}/notApplicableAllowed", "Chỉ đặt ở tiêu chí thành phần.");
        for (var l = 0; l < criterion.Leaves.Length; l++)
        {
            CheckMax(criterion.Leaves[l].Max, $"{at}/leaves/{l}");
            CheckLeaf(criterion.Leaves[l].Code, criterion.Leaves[l].Name, criterion.Leaves[l].Max, criterion.Leaves[l].Formula, $"{at}/leaves/{l}");
        }
        if (criterion.Leaves.Length > 0)
            CheckSum(criterion.Max, criterion.Leaves.Select(l => l.Max), at, "tiêu chí thành phần");
    }

    private void CheckLeaf(string code, string name, decimal max, Formula formula, string at)
    {
        OneLeaf(code, name, at);
        if (formula is BonusPenalty)
            Fault($"{at}/formula", "Điểm thưởng, điểm trừ nằm ngoài 100 điểm: đặt ở phần điểm thưởng, điểm trừ (adjustments).");
        else if (formula is AgainstLeader)
            Fault($"{at}/formula", "Công thức so với giao ước và đơn vị dẫn đầu chỉ dùng cho thang điểm của khối thi đua.");
        else
            Formula(formula, max, at);
    }

    private void CheckAdjustment(Adjustment adjustment, string at)
    {
        OneLeaf(adjustment.Code, adjustment.Name, at);
        if (adjustment.Formula is BonusPenalty)
            Formula(adjustment.Formula, 100, at);
        else
            Fault($"{at}/formula", "Điểm thưởng, điểm trừ dùng công thức kiểu bonusPenalty.");
    }

    private void CheckClasses(ClassCutOff[] classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            _faults.AddRange(Scale.Check($"/classes/{i}/from", classes[i].From, 0, 100, "Điểm sàn của loại phải từ 0 đến 100."));
            if (i > 0 && classes[i].From >= classes[i - 1].From)
                Fault($"/classes/{i}/from", "Các loại phải xếp từ cao xuống thấp.");
        }
        if (classes.Length > 0 && classes[^1].From != 0)
            Fault($"/classes/{classes.Length - 1}/from", "Loại cuối phải bắt đầu từ 0 để mọi đơn vị đều được xếp loại.");
        Distinct(classes.Select(c => c.Code), i => $"/classes/{i}/code");
        Distinct(classes.Select(c => c.Name), i => $"/classes/{i}/name");
    }

    private void Formula(Formula formula, decimal max, string at) =>
        _faults.AddRange(formula.Faults(max).Select(f => f with { Pointer = $"{at}/formula{f.Pointer}" }));

    private void CheckMax(decimal max, string at) =>
        _faults.AddRange(max is > 0 and <= 100 && decimal.Round(max, 4) == max ? [] : [new FieldError($"{at}/max", "Điểm tối đa phải trên 0, không quá 100 và không quá 4 chữ số thập phân.")]);

    private void CheckSum(decimal max, IEnumerable<decimal> parts, string at, string of)
    {
        if (parts.Sum(Sane) is var sum && sum != max)
            Fault($"{at}/max", $"Tổng điểm tối đa của các {of} là {sum:0.######}, khác {max:0.######}.");
    }

    // A figure out of range has its own fault already; here it must only not overflow.
    private static decimal Sane(decimal max) => Math.Clamp(max, -1000, 1000);

    private void OneLeaf(string code, string name, string at)
    {
        if (!_leaves.TryAdd(code, name))
            Fault($"{at}/code", $"Mã “{code}” đã dùng cho “{_leaves[code]}”.");
    }

    private void Distinct(IEnumerable<string> values, Func<int, string> at)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, value) in values.Index())
            if (!seen.Add(value))
                Fault(at(i), "Bị trùng.");
    }

    private bool NoNulls<T>(T?[] items, string at) where T : class
    {
        var hole = Array.FindIndex(items, i => i is null);
        if (hole >= 0)
            Fault($"{at}/{hole}", "Mục không được để trống.");
        return hole < 0;
    }

    private void Fault(string pointer, string detail) => _faults.Add(new FieldError(pointer, detail));
}
