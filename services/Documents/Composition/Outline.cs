using System.Globalization;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Composition;

/// <summary>How a paragraph of the body is marked. The decree knows mục, khoản, điểm (I., 1., a)); plans also use “-”, “+” and “*”.</summary>
internal enum Mark
{
    /// <summary>No mark; still a paragraph of its own (CVA-26/L.1).</summary>
    None,
    /// <summary>I., II. in capitals, bold.</summary>
    Roman,
    /// <summary>1.; below another number 2.1., 2.1.1.</summary>
    Number,
    /// <summary>a), b), c), d), đ), e), g): letters of the Vietnamese alphabet.</summary>
    Letter,
    Dash,
    Plus,
    Star,
}

/// <summary>A paragraph with what stands under it. Marks are counted here, so none is skipped, doubled or foreign (C-32).</summary>
/// <param name="Mark">How it is marked.</param>
/// <param name="Text">What it says.</param>
/// <param name="Heading">A heading of its own line: bold for a number, italic for a star.</param>
/// <param name="Items">What stands under it.</param>
internal sealed record Outline(Mark Mark, string Text, bool Heading = false, IReadOnlyList<Outline>? Items = null)
{
    // f, j, w and z are not in the Vietnamese alphabet (CVA-26/III.1.f.n); marks with diacritics are not used for counting.
    private const string Letters = "abcdđeghiklmnopqrstuvxy";

    public static IEnumerable<Block> Blocks(IReadOnlyList<Outline> items) => Blocks(items, "");

    private static IEnumerable<Block> Blocks(IReadOnlyList<Outline> items, string parentNumber)
    {
        Dictionary<Mark, int> counts = [];
        foreach (var item in items)
        {
            var count = counts[item.Mark] = counts.GetValueOrDefault(item.Mark) + 1;
            var number = item.Mark == Mark.Number ? $"{parentNumber}{count}." : "";
            yield return item.Block(count, number);
            foreach (var block in Blocks(item.Items ?? [], number))
                yield return block;
        }
    }

    private Block Block(int count, string number) => Mark switch
    {
        Mark.Roman => new Heading(1, $"{Roman(count)}. {VietnameseText.Upper(Text)}"),
        Mark.Number when Heading => new Heading(2, $"{number} {Text}"),
        Mark.Number => Paragraph.Of($"{number} {Text}"),
        Mark.Letter => Paragraph.Of($"{Letter(count)}) {Text}"),
        Mark.Dash => Paragraph.Of($"- {Text}"),
        Mark.Plus => Paragraph.Of($"+ {Text}"),
        Mark.Star => new Paragraph([new Run($"* {Text}", Italic: Heading)]),
        _ => Paragraph.Of(Text),
    };

    /// <summary>After y comes aa: no plan has so many points, but a mark is never left out.</summary>
    internal static string Letter(int count) => count <= Letters.Length ? Letters[count - 1].ToString() : Letter((count - 1) / Letters.Length) + Letters[(count - 1) % Letters.Length];

    internal static string Roman(int number)
    {
        var text = "";
        foreach (var (value, letters) in (ReadOnlySpan<(int, string)>)[(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
        {
            for (; number >= value; number -= value)
                text += letters;
        }

        return text.Length > 0 ? text : number.ToString(CultureInfo.InvariantCulture);
    }
}
