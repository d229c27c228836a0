using Emulation.Portal.Clients;

namespace Emulation.Portal.Scoring;

/// <summary>Words for what stands on a score sheet.</summary>
internal static class SheetWords
{
    /// <summary>A unit that has no sheet yet.</summary>
    public const string None = "none";

    public static readonly (string Code, string Name)[] States =
    [
        (None, "Chưa bắt đầu"), ("draft", "Đang tự chấm"), ("awaitingApproval", "Chờ phê duyệt"), ("submitted", "Chờ thẩm định lần 1"), ("underExplanation", "Đang giải trình"),
        ("explained", "Chờ thẩm định lần 2"), ("appraised", "Đã thẩm định"), ("final", "Đã chốt"),
    ];

    private static readonly Dictionary<string, (string Act, string Who)> Acts = new()
    {
        ["create"] = ("Lập phiếu", Unit), ["createAndSubmit"] = ("Lập và nộp phiếu", Unit), ["edit"] = ("Sửa số liệu", Unit), ["submit"] = ("Trình lãnh đạo phê duyệt", Unit),
        ["approve"] = ("Phê duyệt, nộp phiếu", "Lãnh đạo đơn vị"), ["return"] = ("Trả lại để hoàn thiện", "Lãnh đạo đơn vị"), ["appraise"] = ("Thẩm định", City),
        ["survey"] = ("Nhập kết quả điều tra", City), ["explain"] = ("Giải trình", Unit), ["agree"] = ("Đồng ý với kết quả thẩm định", Unit),
        ["finalise"] = ("Chốt phiếu", City), ["reopen"] = ("Mở lại phiếu", City),
    };

    private const string Unit = "Đơn vị", City = "Thành phố";

    public static string State(string? code) => States.FirstOrDefault(s => s.Code == (code ?? None)).Name ?? code!;

    public static string Act(string code) => Acts.TryGetValue(code, out var act) ? act.Act : code;

    /// <summary>On whose behalf an act is done; the account itself stands beside it.</summary>
    public static string Side(string code) => Acts.TryGetValue(code, out var act) ? act.Who : "";

    /// <summary>An account stands in the log by its id: its end tells one from another, the rest is in the title.</summary>
    public static string Account(string by) => Guid.TryParse(by, out _) ? $"tài khoản …{by[^8..]}" : Words.Actor(by);

    /// <summary>Figures of a leaf: “47/50”, “24,6%”, “Đạt”.</summary>
    public static string Say(Figures? figures, IndexLeaf leaf) => figures switch
    {
        null => "chưa nhập",
        { LeavesBothSums: true } => "Không áp dụng",
        { Met: { } met } => met ? "Đạt" : "Không đạt",
        { Done: { } done, Total: { } total } => $"{Numbers.Show(done)}/{Numbers.Show(total)} ({Words.Score(done * 100 / total)}%)",
        { Value: { } value } => FormulaWords.Value(leaf, value),
        { Count: { } count } => FormulaWords.WithUnit(Numbers.Show(count), leaf.Unit ?? (leaf.Formula.Cases is { Length: > 0 } ? "trường hợp" : null)),
        { Counts: { } counts } => counts.Values.All(n => n == 0) ? "Không có trường hợp nào"
            : string.Join("; ", counts.Where(c => c.Value != 0).Select(c => $"{leaf.Formula.Cases?.FirstOrDefault(k => k.Key == c.Key)?.Name ?? c.Key}: {Numbers.Show(c.Value)}")),
        { SurveyPercent: { } percent } => Numbers.Show(percent) + "%",
        _ => "chưa nhập",
    };

    /// <summary>What an appraisal put in the place of the self score.</summary>
    public static string Say(AppraisalAnswer appraisal, IndexLeaf leaf) => appraisal.Points is { } points ? $"{Numbers.Show(points)} điểm (cho điểm trực tiếp)" : Say(appraisal.Input, leaf);

    public static string Size(int bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{Numbers.Show(Math.Round(bytes / 1048576m, 1))} MB";
}
