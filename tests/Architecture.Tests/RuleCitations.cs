using System.Text.RegularExpressions;

namespace Emulation.Architecture.Tests;

/// <summary>Which rules a test cites: in its own text, in the comment or rows directly above it, or in the member its rows come from.</summary>
internal static partial class RuleCitations
{
    public static bool Cites(string source, string method, string rule) =>
        Id().Matches(Text(source, method)).Any(cited => Covers(cited.Groups["id"].Value.TrimEnd('.'), cited.Groups["until"].Value.TrimEnd('.'), rule));

    /// <summary>The member as it stands in the source, with what is directly above it and the members its rows come from.</summary>
    private static string Text(string source, string member)
    {
        var lines = source.Split('\n');
        var at = Array.FindIndex(lines, l => Regex.IsMatch(l, $@"^    (?:public|private|internal) [^=(]*\b{member}\b *(?:\(|=|\{{)"));
        if (at < 0)
            return "";
        var (first, last, block) = (at, at, false);
        while (first > 0 && lines[first - 1].Trim() is not ("" or "{" or "}"))
            first--;
        for (; last < lines.Length - 1; last++)
        {
            block |= lines[last] == "    {";
            if (block ? lines[last] is "    }" or "    };" : lines[last].EndsWith(';'))
                break;
        }
        var own = string.Join('\n', lines[first..(last + 1)]);
        return own + string.Concat(Rows().Matches(own).Select(m => m.Groups[1].Value).Where(m => m != member).Select(m => Text(source, m)));
    }

    /// <summary>A range ends with its last letter or number: <c>III.2.3.a.c3–c5</c>, <c>III.1.a–f</c>, <c>III.4.1–3</c>.</summary>
    private static bool Covers(string from, string until, string rule)
    {
        if (from == rule)
            return true;
        if (until.Length == 0 || Tail().Match(from) is not { Success: true } first || Tail().Match(rule) is not { Success: true } asked || Tail().Match("." + until) is not { Success: true } last
            || first.Groups["stem"].Value != asked.Groups["stem"].Value)
            return false;
        static (string Letters, int Number) Split(Match m) => (m.Groups["letters"].Value, m.Groups["number"].Value is { Length: > 0 } n ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : -1);
        var (a, x, z) = (Split(first), Split(asked), Split(last));
        if (a.Number < 0 && x.Number < 0 && z.Number < 0)
            return Place(a.Letters) <= Place(x.Letters) && Place(x.Letters) <= Place(z.Letters);
        return a.Letters == x.Letters && (z.Letters == a.Letters || z.Letters == "") && a.Number <= x.Number && x.Number <= z.Number;
    }

    private static int Place(string letter) => letter.Length == 1 ? "abcdđefghiklmnopqrstuvxy".IndexOf(letter[0], StringComparison.Ordinal) : -1;

    [GeneratedRegex(@"(?<id>[A-Z]{2,3}(?:-[A-Z]{2})?-\d\d(?:-\d\d)?/[\w.]+(?:-\d+)?)(?:–(?<until>[\w.]+))?")]
    private static partial Regex Id();

    [GeneratedRegex(@"MemberData\(nameof\((\w+)\)")]
    private static partial Regex Rows();

    [GeneratedRegex(@"^(?<stem>.*\.)(?<letters>\p{L}*)(?<number>\d*)$")]
    private static partial Regex Tail();
}
