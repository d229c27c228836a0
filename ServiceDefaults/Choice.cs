using System.Diagnostics.CodeAnalysis;

namespace Emulation.ServiceDefaults;

/// <summary>A value of an enumeration in a query string, spelled as in JSON: <c>?state=notYetKnown</c>. The framework by itself knows only the C# spelling, and numbers.</summary>
public readonly record struct Choice<T>(T Value) where T : struct, Enum
{
    [SuppressMessage("Design", "CA1000", Justification = "The framework looks for it here.")]
    public static bool TryParse(string? text, out Choice<T> choice)
    {
        var known = Enum.TryParse<T>(text, ignoreCase: true, out var value) && text is not null && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+') && Enum.IsDefined(value);
        choice = new(value);
        return known;
    }
}
