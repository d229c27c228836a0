namespace Emulation.Scoring.Domain.Formulas;

/// <summary>Ways to put something in for a leaf.</summary>
[Flags]
internal enum InputKinds
{
    None = 0,
    Met = 1,
    DoneOfTotal = 2,
    Value = 4,
    Count = 8,
    Counts = 16,
    SurveyPercent = 32,
}

internal static class InputKindsWords
{
    private static readonly (InputKinds Kind, string Words)[] All =
    [
        (InputKinds.Met, "đạt hay không đạt"),
        (InputKinds.DoneOfTotal, "số đã làm trên tổng số"),
        (InputKinds.Value, "giá trị"),
        (InputKinds.Count, "số lượng"),
        (InputKinds.Counts, "số lượng từng trường hợp"),
        (InputKinds.SurveyPercent, "kết quả điều tra xã hội học do thành phố nhập"),
    ];

    public static string InWords(this InputKinds kinds) => string.Join(" hoặc ", All.Where(k => kinds.HasFlag(k.Kind)).Select(k => k.Words));

    public static bool IsOne(this InputKinds kinds) => kinds != 0 && (kinds & (kinds - 1)) == 0;
}
