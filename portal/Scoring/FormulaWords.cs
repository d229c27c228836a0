using Emulation.Portal.Clients;

namespace Emulation.Portal.Scoring;

/// <summary>A formula in words that an official would use.</summary>
internal static class FormulaWords
{
    private const string Exclusive = "exclusive";

    /// <summary>One sentence for each part of the rule.</summary>
    public static string[] Of(IndexLeaf leaf)
    {
        var (f, max) = (leaf.Formula, Points(leaf.Max));
        return f.Kind switch
        {
            "yesNo" => [$"Đạt: {max}.", "Không đạt: 0 điểm."],
            "ratio" => [$"{max} × số đã làm ÷ tổng số, không quá {max}."],
            "ratioWithFloor" => [$"{Reaching(f.Operator, Percent(f.Floor))}: {max} × số đã làm ÷ tổng số.", $"{Short(f.Operator, Percent(f.Floor))}: 0 điểm."],
            "linearBetween" => [$"Từ {Value(leaf, f.High)} trở lên: {max}.", $"Dưới {Value(leaf, f.Low)}: 0 điểm.", "Ở giữa: tăng đều từ 0 đến mức tối đa."],
            "steps" => [.. (f.Table ?? []).Select(s => $"{Step(leaf, f, s)}: {Points(s.Points)}."), "Còn lại: 0 điểm."],
            "target" => [$"Từ {Value(leaf, f.Goal)} trở lên: {max}.", $"Thấp hơn: {max} × kết quả ÷ {Value(leaf, f.Goal)}."],
            "countTimesPoints" => [$"Mỗi {leaf.Unit ?? "lần"}: {Points(f.Each)}; tối đa {max}."],
            "deduction" => [.. Cases(f, "trừ"), $"Trừ từ {max}, không xuống dưới 0."],
            "inverse" =>
            [
                $"Không quá {Value(leaf, f.Goal)}: {max}.",
                $"Cao hơn: {max} × {Value(leaf, f.Goal)} ÷ kết quả.",
                .. f.Limit is { } limit ? new[] { $"{(f.LimitOperator == Exclusive ? "Từ" : "Trên")} {Value(leaf, limit)}: 0 điểm." } : [],
            ],
            "relative" =>
            [
                $"{(f.Operator == Exclusive ? "Trên" : "Từ")} mức bình quân của khối{(f.Operator == Exclusive ? "" : " trở lên")}: {max}.",
                f.BelowMean == "zero" ? "Còn lại: 0 điểm." : $"Thấp hơn: {max} × kết quả ÷ bình quân của khối.",
            ],
            "survey" => [$"{max} × kết quả điều tra xã hội học (%). Do thành phố nhập."],
            "bonusPenalty" => [.. Cases(f, f.Effect == "penalty" ? "trừ" : "cộng"), $"Tối đa {(f.Effect == "penalty" ? "trừ" : "cộng")} {Points(f.Cap)}, ngoài thang 100 điểm."],
            _ => [$"Theo công thức “{f.Kind}” của bộ chỉ số, tối đa {max}."],
        };
    }

    /// <summary>A value in the unit of the leaf.</summary>
    public static string Value(IndexLeaf leaf, decimal? number) => WithUnit(Numbers.Show(number), leaf.Unit);

    public static string WithUnit(string number, string? unit) => unit is null ? number : unit == "%" ? number + "%" : $"{number} {unit}";

    private static IEnumerable<string> Cases(FormulaAnswer f, string does) => (f.Cases ?? []).Select(c => $"{c.Name}: {does} {Points(c.Points)} mỗi trường hợp.");

    private static string Step(IndexLeaf leaf, FormulaAnswer f, StepAnswer step) => (f.Better == "lower", step.Operator == Exclusive) switch
    {
        (true, true) => $"Dưới {Value(leaf, step.Bound)}",
        (true, false) => step.Bound == 0 ? $"Không có {leaf.Unit ?? "trường hợp nào"}" : $"Không quá {Value(leaf, step.Bound)}",
        (false, true) => $"Trên {Value(leaf, step.Bound)}",
        _ => $"Từ {Value(leaf, step.Bound)} trở lên",
    };

    private static string Reaching(string? op, string bound) => op == Exclusive ? $"Trên {bound}" : $"Từ {bound} trở lên";

    private static string Short(string? op, string bound) => op == Exclusive ? $"Từ {bound} trở xuống" : $"Dưới {bound}";

    private static string Percent(decimal? part) => Numbers.Show((part ?? 0) * 100) + "%";

    private static string Points(decimal? points) => $"{Numbers.Show(points)} điểm";
}
