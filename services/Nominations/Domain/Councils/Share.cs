using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>A share as law writes it: “2/3”, “4/5”. Compared by whole numbers, so that no rounding carries a vote over the line.</summary>
[JsonConverter(typeof(AsText))]
public readonly record struct Share(int Numerator, int Denominator)
{
    private const int LargestOfLaw = 12;

    /// <summary>A plan's decimal. 0.6667 means two thirds: a share that law would write with a small denominator is taken for that one.</summary>
    public static Share Of(decimal value)
    {
        for (var d = 1; d <= LargestOfLaw; d++)
        {
            var n = (int)Math.Round(value * d);
            if (value == (decimal)n / d || (decimal.Round(value, 4) == value && value == decimal.Round((decimal)n / d, 4)))
                return new(n, d);
        }
        const int exact = 10_000;
        return new((int)Math.Ceiling(value * exact), exact);
    }

    /// <summary>A plan's decimal; null when it names none.</summary>
    public static Share? Of(decimal? value) => value is { } given ? Of(given) : null;

    public static bool operator >=(Share a, Share b) => (long)a.Numerator * b.Denominator >= (long)b.Numerator * a.Denominator;

    public static bool operator <=(Share a, Share b) => b >= a;

    public static bool operator >(Share a, Share b) => !(b >= a);

    public static bool operator <(Share a, Share b) => b > a;

    public static Share? Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d > 0 && n <= d ? new(n, d) : null;
    }

    /// <summary>Whether so many of so many reach the share, or are more than it. Nothing of nothing reaches no share.</summary>
    public bool ReachedBy(int count, int of, bool moreThan = false)
    {
        var (have, need) = ((long)count * Denominator, (long)Numerator * of);
        return of > 0 && (moreThan ? have > need : have >= need);
    }

    public override string ToString() => $"{Numerator}/{Denominator}";

    private sealed class AsText : JsonConverter<Share>
    {
        public override Share Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString() ?? "") ?? throw new JsonException("Cần một phân số từ 0 đến 1, như “2/3”.");

        public override void Write(Utf8JsonWriter writer, Share value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
