using Emulation.Scoring.Spreadsheets;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>The figures of a formula on one line that an official can read and write (docs/adr/0016). What is written reads back as the same figures.</summary>
/// <remarks>
/// Decimal comma; items parted by <c>;</c>. The operator is always there, because ≥ is not &gt; (C-34). Names stand in quotes, a quote within one is doubled.
/// An inverse without a limit has no operator of the limit to keep.
/// </remarks>
internal static class FormulaNotation
{
    /// <summary>How each kind is written, as an example.</summary>
    public static string Example(FormulaKind kind) => kind.Code switch
    {
        "F3" => "sàn >= 80%",
        "F4" => "từ 95 đến 100",
        "F5" => ">= 105: 2; >= 100: 1,5; >= 90: 0,5",
        "F6" => "mục tiêu 80",
        "F7" => "mỗi lần 0,25",
        "F8" => "ky-luat \"Công chức bị kỷ luật\": 1; nhac-nho \"Phê bình bằng văn bản\": 0,25",
        "F9" => "mục tiêu 0,2; ngưỡng <= 5",
        "F10" => ">= bình quân; dưới bình quân: theo tỷ lệ",
        "F12" => "thưởng tối đa 2; mo-hinh \"Mô hình được nhân rộng\": 1",
        _ => "",
    };

    public static string Write(Formula formula) => formula switch
    {
        RatioWithFloor f => $"sàn {Sign(f.Operator, ">")} {Write(f.Floor * 100)}%",
        LinearBetween f => $"từ {Write(f.Low)} đến {Write(f.High)}",
        Steps f => string.Join("; ", f.Table.Select(s => $"{Sign(s.Operator, f.Better == Better.Higher ? ">" : "<")} {Write(s.Bound)}: {Write(s.Points)}")),
        Target f => $"mục tiêu {Write(f.Goal)}",
        CountTimesPoints f => $"mỗi lần {Write(f.Each)}",
        Deduction f => Write(f.Cases),
        Inverse f => $"mục tiêu {Write(f.Goal)}{(f.Limit is { } limit ? $"; ngưỡng {Sign(f.LimitOperator, "<")} {Write(limit)}" : "")}",
        Relative f => $"{Sign(f.Operator, ">")} bình quân; dưới bình quân: {(f.BelowMean == BelowMean.Zero ? "0 điểm" : "theo tỷ lệ")}",
        BonusPenalty f => $"{(f.Effect == Effect.Bonus ? "thưởng" : "trừ")} tối đa {Write(f.Cap)}; {Write(f.Cases)}",
        _ => "",
    };

    /// <summary>The formula of a kind with these figures, or what is not understood; whether the figures make sense is for the definition to say.</summary>
    public static (Formula? Formula, string? Fault) Read(FormulaKind kind, string text)
    {
        var at = new NotationCursor(text);
        Formula formula = kind.Code switch
        {
            "F1" => new YesNo(),
            "F2" => new Ratio(),
            "F3" => Floor(at),
            "F4" => new LinearBetween { Low = at.Skip("từ").Number(), High = at.Skip("đến").Number() },
            "F5" => Steps(at),
            "F6" => new Target { Goal = at.Skip("mục tiêu").Number() },
            "F7" => new CountTimesPoints { Each = at.Skip("mỗi lần").Number() },
            "F8" => new Deduction { Cases = Cases(at) },
            "F9" => Inverse(at),
            "F10" => Relative(at),
            "F11" => new Survey(),
            _ => BonusPenalty(at),
        };
        return at.End() is not { } fault ? (formula, null)
            : (null, Example(kind) is { Length: > 0 } example ? $"{fault} Cách ghi của {kind}: {example}" : $"Kiểu {kind} không có tham số; hãy để trống ô này.");
    }

    private static RatioWithFloor Floor(NotationCursor at)
    {
        var op = at.Skip("sàn").Operator(higher: true);
        var percent = at.Number();
        at.Skip("%");
        return new RatioWithFloor { Floor = percent / 100, Operator = op };
    }

    private static Steps Steps(NotationCursor at)
    {
        List<PointStep> table = [];
        var higher = at.Sees(">") || at.Sees("≥");
        do
            table.Add(new PointStep { Operator = at.Operator(higher), Bound = at.Number(), Points = at.Skip(":").Number() });
        while (at.More());
        return new Steps { Better = higher ? Better.Higher : Better.Lower, Table = [.. table] };
    }

    private static Inverse Inverse(NotationCursor at)
    {
        var goal = at.Skip("mục tiêu").Number();
        return at.More() ? new Inverse { Goal = goal, LimitOperator = at.Skip("ngưỡng").Operator(higher: false), Limit = at.Number() } : new Inverse { Goal = goal };
    }

    private static Relative Relative(NotationCursor at)
    {
        var op = at.Operator(higher: true);
        at.Skip("bình quân").Skip(";").Skip("dưới bình quân").Skip(":");
        var zero = at.Sees("0");
        at.Skip(zero ? "0 điểm" : "theo tỷ lệ");
        return new Relative { Operator = op, BelowMean = zero ? BelowMean.Zero : BelowMean.Proportional };
    }

    private static BonusPenalty BonusPenalty(NotationCursor at)
    {
        var penalty = at.Sees("trừ");
        var cap = at.Skip(penalty ? "trừ" : "thưởng").Skip("tối đa").Number();
        at.Skip(";");
        return new BonusPenalty { Effect = penalty ? Effect.Penalty : Effect.Bonus, Cap = cap, Cases = Cases(at) };
    }

    private static ScoredCase[] Cases(NotationCursor at)
    {
        List<ScoredCase> cases = [];
        do
            cases.Add(new ScoredCase { Key = at.Key(), Name = at.Quoted(), Points = at.Skip(":").Number() });
        while (at.More());
        return [.. cases];
    }

    private static string Write(ScoredCase[] cases) =>
        string.Join("; ", cases.Select(c => $"{c.Key} \"{c.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\": {Write(c.Points)}"));

    private static string Write(decimal number) => NumberText.Write(number);

    private static string Sign(BoundOperator op, string sign) => op == BoundOperator.Inclusive ? $"{sign}=" : sign;
}
