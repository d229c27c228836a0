using System.Reflection;
using System.Text.Json.Serialization;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>A kind of formula as officials and machines call it.</summary>
/// <param name="Code">Number of the kind: <c>F5</c>.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Type">Record that holds its figures.</param>
internal sealed record FormulaKind(string Code, string Name, Type Type)
{
    public static readonly FormulaKind[] All =
    [
        new("F1", "Có/không", typeof(YesNo)),
        new("F2", "Tỷ lệ", typeof(Ratio)),
        new("F3", "Tỷ lệ có sàn", typeof(RatioWithFloor)),
        new("F4", "Nội suy giữa hai mức", typeof(LinearBetween)),
        new("F5", "Bậc thang", typeof(Steps)),
        new("F6", "Mục tiêu", typeof(Target)),
        new("F7", "Số lần × điểm", typeof(CountTimesPoints)),
        new("F8", "Trừ điểm", typeof(Deduction)),
        new("F9", "Càng thấp càng tốt", typeof(Inverse)),
        new("F10", "So với bình quân khối", typeof(Relative)),
        new("F11", "Điều tra xã hội học", typeof(Survey)),
        new("F12", "Điểm thưởng/trừ", typeof(BonusPenalty)),
    ];

    /// <summary>Value of <c>kind</c> in JSON.</summary>
    public string Kind { get; } = (string)typeof(Formula).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(a => a.DerivedType == Type).TypeDiscriminator!;

    public static FormulaKind Of(Formula formula) => Array.Find(All, k => k.Type == formula.GetType())!;

    /// <summary>By number, name or both: <c>F5</c>, <c>bậc thang</c>, <c>F5 Bậc thang</c>; null when it is none, or number and name are of two kinds.</summary>
    public static FormulaKind? Find(string text) =>
        Array.Find(All, k => new[] { k.Code, k.Name, k.ToString() }.Contains(text, StringComparer.OrdinalIgnoreCase));

    public override string ToString() => $"{Code} {Name}";
}
