using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Something odd in a plan that is allowed all the same.</summary>
/// <param name="Pointer">JSON pointer into the plan.</param>
/// <param name="Rule">Rule it touches: <c>C-03</c>.</param>
/// <param name="Detail">What is odd, in Vietnamese.</param>
public sealed record PlanWarning(string Pointer, string Rule, string Detail);

/// <summary>Collects everything that is wrong or odd, each at its place, so that a plan is corrected in one go.</summary>
internal sealed class Findings
{
    private const int MaxErrors = 100;
    private const int MaxClause = 120;
    private readonly List<FieldError> _errors = [];
    private readonly List<PlanWarning> _warnings = [];

    public PlanWarning[] Warnings => [.. _warnings];

    public Problem? Problem => _errors.Count == 0 ? null : Problems.PlanInvalid with
    {
        Detail = $"Có {_errors.Count} lỗi.", Errors = [.. _errors.Take(MaxErrors)],
    };

    public void Error(string pointer, string detail) => _errors.Add(new FieldError(pointer, detail));

    public void Warn(string pointer, string rule, string detail) => _warnings.Add(new PlanWarning(pointer, rule, detail));

    public void ErrorIf(bool wrong, string pointer, string detail)
    {
        if (wrong)
            Error(pointer, detail);
    }

    public void Text(string pointer, string? value, int max) =>
        ErrorIf(string.IsNullOrWhiteSpace(value) || value.Length > max, pointer, $"Phải có nội dung, dài không quá {max} ký tự.");

    public void TextIfAny(string pointer, string? value, int max)
    {
        if (value is not null)
            Text(pointer, value, max);
    }

    public void Clause(string pointer, string value) => Text($"{pointer}/clause", value, MaxClause);

    public void Within(string pointer, int value, int min, int max) => ErrorIf(value < min || value > max, pointer, $"Phải từ {min} đến {max}.");

    /// <summary>Each item with its pointer; the nullability of array items is not seen to by the JSON reader.</summary>
    public void Each<T>(string pointer, T[]? items, int max, Action<string, T> check)
    {
        if (items is null)
            return;
        ErrorIf(items.Length > max, pointer, $"Không quá {max} mục.");
        for (var i = 0; i < Math.Min(items.Length, max); i++)
        {
            if (items[i] is null)
                Error($"{pointer}/{i}", "Mục trống.");
            else
                check($"{pointer}/{i}", items[i]);
        }
    }

    /// <summary>An error at each item whose key an earlier one has.</summary>
    public void Unique<T, TKey>(string pointer, T[]? items, Func<T, TKey?> key, string detail, string field = "")
    {
        var seen = new HashSet<TKey>();
        for (var i = 0; i < (items?.Length ?? 0); i++)
            if (items![i] is not null && key(items[i]) is { } k && !seen.Add(k))
                Error($"{pointer}/{i}{field}", detail);
    }
}
