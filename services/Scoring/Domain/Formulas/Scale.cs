using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>Scores are decimals: four places kept, two shown, half up (domain 2.6).</summary>
internal static class Scale
{
    /// <summary>Largest figure anyone may enter; keeps every product within decimal.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    public static decimal Keep(decimal points) => Math.Round(points, 4, MidpointRounding.AwayFromZero);

    /// <summary>Shown from what is kept, so that everyone who rounds the published figure gets the same.</summary>
    public static decimal Show(decimal kept) => Math.Round(kept, 2, MidpointRounding.AwayFromZero);

    public static string? NumberFault(decimal number) =>
        Math.Abs(number) > Largest ? "Số quá lớn."
        : Math.Round(number, 6) != number ? "Không quá 6 chữ số thập phân."
        : null;

    /// <summary>Faults of a figure in an index set: whole range first, then its own bounds.</summary>
    public static IEnumerable<FieldError> Check(string pointer, decimal number, decimal least, decimal most, string detail)
    {
        if (NumberFault(number) is { } fault)
            yield return new FieldError(pointer, fault);
        else if (number < least || number > most)
            yield return new FieldError(pointer, detail);
    }
}
