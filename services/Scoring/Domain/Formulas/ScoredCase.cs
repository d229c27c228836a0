using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>A kind of case and what one of it is worth.</summary>
[ValidatableType]
public sealed record ScoredCase
{
    /// <summary>Key within the leaf: <c>bao-cao-tre</c>.</summary>
    [Code]
    public required string Key { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Points for one, over 0 and at most 100.</summary>
    public required decimal Points { get; init; }
}

internal static class ScoredCases
{
    public static InputKinds Inputs(this ScoredCase[] cases) => cases.Length == 1 ? InputKinds.Count | InputKinds.Counts : InputKinds.Counts;

    public static IEnumerable<FieldError> Faults(this ScoredCase[] cases)
    {
        if (cases.Length == 0)
            yield return new FieldError("/cases", "Cần ít nhất một trường hợp.");
        for (var i = 0; i < cases.Length; i++)
        {
            if (cases[i] is null)
            {
                yield return new FieldError($"/cases/{i}", "Trường hợp không được để trống.");
                yield break;
            }
            foreach (var fault in Scale.Check($"/cases/{i}/points", cases[i].Points, 0.000001m, 100, "Điểm mỗi trường hợp phải trên 0 và không quá 100."))
                yield return fault;
            if (cases.Take(i).Any(c => c.Key == cases[i].Key))
                yield return new FieldError($"/cases/{i}/key", "Mã trường hợp bị trùng.");
        }
    }

    public static string? InputFault(this ScoredCase[] cases, LeafInput input) =>
        input.Counts?.Keys.FirstOrDefault(k => !cases.Any(c => c.Key == k)) is { } unknown ? $"Không có trường hợp “{unknown}” ở tiêu chí này." : null;

    public static decimal Sum(this ScoredCase[] cases, LeafInput input) =>
        input.Count is { } count ? count * cases[0].Points : cases.Sum(c => input.Counts!.GetValueOrDefault(c.Key) * c.Points);
}
