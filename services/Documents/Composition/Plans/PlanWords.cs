using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition.Plans;

/// <summary>Small words that the parts of a plan share: figures, days, names of blocks, ends of sentences.</summary>
internal static partial class PlanWords
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    // Names keep their capital inside a sentence.
    private static readonly string[] Names =
        ["Hội đồng", "Ủy ban", "Chủ tịch", "Phó Chủ tịch", "Chỉ số", "Đảng", "Nhà nước", "Luật", "Nghị", "Quyết định", "Chỉ thị", "Phòng ", "Sở ", "Ban ", "Trung tâm", "Bộ ", "Đề án", "Nhân dân", "Cổng", "Hệ thống"];

    public static string Number(decimal value) => value.ToString("0.####", Vietnamese);

    public static string Figure(decimal value, string? unit) => unit switch
    {
        null => Number(value),
        "%" => $"{Number(value)}%",
        _ => $"{Number(value)} {unit}",
    };

    public static string Span(int from, int to) => from == to ? $"năm {from}" : $"các năm {from} - {to}";

    /// <summary>A sentence of its own, with its stop, and days in the one style of the document (LTN-26-30/B.3).</summary>
    public static string Sentence(string text)
    {
        var trimmed = Days(text.Trim());
        return trimmed.Length > 0 && ".!?:…".Contains(trimmed[^1], StringComparison.Ordinal) ? trimmed : $"{trimmed.TrimEnd(';', ',', ' ')}.";
    }

    /// <summary>An item of a list: “;”, and the last “.”.</summary>
    public static string Item(string text, bool last) => $"{Bare(text)}{(last ? "." : ";")}";

    public static string Bare(string text) => Days(text.Trim()).TrimEnd('.', ';', ',', ' ');

    /// <summary>“ngày 24/4/2026” as “ngày 24 tháng 4 năm 2026”.</summary>
    public static string Days(string text) => Slashed().Replace(text, found =>
        DateOnly.TryParseExact(found.Groups[1].Value, ["d/M/yyyy", "dd/MM/yyyy", "d/MM/yyyy", "dd/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Date(day) : found.Value);

    /// <summary>The first letter as inside a sentence; names and abbreviations keep theirs.</summary>
    public static string Continued(string text) =>
        text.Length < 2 || char.IsUpper(text[1]) || Names.Any(name => text.StartsWith(name, StringComparison.Ordinal)) ? text : LowerFirst(text);

    public static string RankingBlock(string code) => code switch
    {
        "so-nganh" => "sở, ngành",
        "phuong" => "phường",
        "xa-dac-khu" => "xã, đặc khu",
        _ => code,
    };

    /// <summary>“trước ngày 15 tháng 02 hằng năm …”: strict or inclusive, exactly as the plan has it (C-02).</summary>
    public static string Until(Deadline deadline, LaunchPlan plan)
    {
        var word = deadline.Boundary == DeadlineBoundary.Strict ? "trước" : "chậm nhất";
        return deadline switch
        {
            { Date: { } date } => $"{word} {Date(date)}",
            { EveryYear: { } day } => $"{word} {EveryYear(day.Month, day.Day, day.YearsAfter, plan, "xét thành tích của ")}",
            _ => "",
        };
    }

    public static string Before(PlannedDay day, LaunchPlan plan) => $"trước {EveryYear(day.Month, day.Day, day.YearsAfter, plan, "đối với nhiệm vụ của ")}";

    private static string EveryYear(int month, int day, int yearsAfter, LaunchPlan plan, string about)
    {
        var start = $"ngày {day:00} tháng {(month <= 2 ? $"{month:00}" : month)}";
        if (plan.FromYear == plan.ToYear)
            return $"{start} năm {plan.FromYear + yearsAfter}";
        return yearsAfter switch { 0 => $"{start} hằng năm", 1 => $"{start} hằng năm ({about}năm liền trước)", _ => $"{start} hằng năm ({about}{yearsAfter} năm trước)" };
    }

    /// <summary>Whether the words name the figure, with a zero in front or without.</summary>
    public static bool Mentions(string text, decimal figure) => Regex.IsMatch(text, $@"(?<!\d)0?{Regex.Escape(Number(figure))}(?![\d,])");

    [GeneratedRegex(@"\bngày (\d{1,2}/\d{1,2}/\d{4})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();
}
