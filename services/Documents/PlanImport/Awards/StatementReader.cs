using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>What a plan gives, in one sentence of it.</summary>
internal enum Given
{
    /// <summary>Giấy khen.</summary>
    WardForm,
    /// <summary>Bằng khen of the city's chairman.</summary>
    CityForm,
    /// <summary>Cờ thi đua.</summary>
    Flag,
    /// <summary>Bằng khen besides, outside the quota.</summary>
    Extra,
    /// <summary>Something of the State.</summary>
    State,
    /// <summary>Something that is not named.</summary>
    Unnamed,
    /// <summary>Đột xuất.</summary>
    Unplanned,
}

/// <summary>A sentence that sets up an award.</summary>
internal sealed record Statement(Given Given, Cadence? Cadence, AwardLevel Level, Recipient[] Recipients, Part Part, SourceSpan Span, string Bare, bool ByCouncil, string[] Doubts);

/// <summary>Finds the sentences that set up an award.</summary>
internal static partial class StatementReader
{
    public static List<Statement> Read(AwardParts parts)
    {
        List<Statement> found = [];
        foreach (var part in parts.Parts)
            foreach (var (start, length) in Sentences(part))
            {
                var bare = part.Bare.Substring(start, length);
                if (Of(bare, parts[part], part) is { } given)
                    found.AddRange(Make(given, bare, parts[part], part, part.Span(start, length)));
            }
        Unnamed(parts, found);
        return found;
    }

    public static IEnumerable<(int Start, int Length)> Sentences(Part part)
    {
        var from = 0;
        foreach (Match end in SentenceEnd().Matches(part.Words.Value))
        {
            yield return (from, end.Index - from);
            from = end.Index + end.Length;
        }
        if (from < part.Words.Length)
            yield return (from, part.Words.Length - from);
    }

    private static Given? Of(string bare, AwardContext context, Part part) =>
        Unplanned().IsMatch(bare) && !bare.Contains("neu co", StringComparison.Ordinal) ? Given.Unplanned
        : Raise().IsMatch(bare) ? null
        : Besides().IsMatch(bare) && bare.Contains("bang khen", StringComparison.Ordinal) ? Given.Extra
        : bare.Contains("tang co thi dua", StringComparison.Ordinal) ? Given.Flag
        : GivesCityForm().IsMatch(bare) ? Given.CityForm
        : GivesWardForm().IsMatch(bare) ? Given.WardForm
        : context.Levels is [AwardLevel.State] && part.Node.Kind > MarkKind.Letter && StateHead().IsMatch(bare) ? Given.State
        : null;

    private static IEnumerable<Statement> Make(Given given, string bare, AwardContext context, Part part, SourceSpan span)
    {
        List<string> doubts = [];
        var level = given switch { Given.WardForm or Given.Unplanned => AwardLevel.Ward, Given.State => AwardLevel.State, _ => AwardLevel.City };
        var recipients = RecipientsIn(bare);
        if (recipients.Length == 0 && context.Recipient is { } one)
            recipients = [one];
        if (recipients.Length == 0)
        {
            recipients = [Recipient.Collective, Recipient.Individual];
            if (given != Given.State)
                doubts.Add("Không ghi tặng cho tập thể hay cá nhân.");
        }
        if (given == Given.Flag)
            recipients = [Recipient.Collective];
        if (given == Given.Unplanned)
            doubts.Add("Khen thưởng đột xuất: kế hoạch không nêu hình thức, tiêu chuẩn; hiểu là Giấy khen, do Chủ tịch Ủy ban nhân dân cấp xã quyết định.");
        var cadence = given == Given.Unplanned ? Cadence.Unplanned : AwardParts.CadenceOf(bare) is { } own and not Cadence.Unplanned ? own : context.Cadence;
        yield return new(given, cadence, level, recipients, part, span, bare, Council().IsMatch(bare), [.. doubts]);
        // “… tặng Giấy khen và đề nghị cấp trên khen thưởng”: the council has its say in both.
    }

    /// <summary>“Khen thưởng cấp phường: … khen thưởng các tập thể, cá nhân”: the form is not named.</summary>
    private static void Unnamed(AwardParts parts, List<Statement> found)
    {
        foreach (var part in parts.Parts)
        {
            var context = parts[part];
            if (context.Levels is not [AwardLevel.Ward] || context.Cadence is not (Cadence.Yearly or Cadence.Period) || found.Exists(s => s.Level == AwardLevel.Ward && s.Cadence == context.Cadence))
                continue;
            if (!Considers().IsMatch(part.Bare) || RecipientsIn(part.Bare) is not { Length: > 0 } recipients)
                continue;
            found.Add(new(Given.Unnamed, context.Cadence, AwardLevel.Ward, recipients, part, part.Node.Span, part.Bare, Council().IsMatch(part.Bare), ["Kế hoạch không nêu hình thức khen thưởng; theo thẩm quyền của cấp xã là Giấy khen."]));
        }
    }

    public static Recipient[] RecipientsIn(string bare) =>
        [.. new[] { (bare.Contains("tap the", StringComparison.Ordinal), Recipient.Collective), (bare.Contains("ca nhan", StringComparison.Ordinal), Recipient.Individual) }.Where(r => r.Item1).Select(r => r.Item2)];

    [GeneratedRegex(@"[.;]\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"khen (?:thuong )?dot xuat", RegexOptions.CultureInvariant)]
    private static partial Regex Unplanned();

    [GeneratedRegex(@"tap the (?:da )?duoc (?:de xuat|de nghi|xet)[^.;]{0,30}tang co thi dua", RegexOptions.CultureInvariant)]
    public static partial Regex Raise();

    [GeneratedRegex(@"^ngoai ra|^ngoai (?:so luong|chi tieu)|khong tinh vao (?:so luong|chi tieu)|ngoai chi tieu", RegexOptions.CultureInvariant)]
    private static partial Regex Besides();

    [GeneratedRegex(@"(?:tang|trao|tang thuong|khen tang) (?:tang )?bang khen|bang khen cua chu tich (?:uy ban nhan dan|ubnd) thanh pho", RegexOptions.CultureInvariant)]
    private static partial Regex GivesCityForm();

    [GeneratedRegex(@"(?:tang|trao|tang thuong|khen tang) giay khen|giay khen cua chu tich (?:uy ban nhan dan|ubnd) (?:phuong|xa|dac khu)", RegexOptions.CultureInvariant)]
    private static partial Regex GivesWardForm();

    [GeneratedRegex(@"^(?:khen thuong )?cap nha nuoc|phan bo|xem xet, lua chon", RegexOptions.CultureInvariant)]
    private static partial Regex StateHead();

    [GeneratedRegex(@"hoi dong thi dua", RegexOptions.CultureInvariant)]
    private static partial Regex Council();

    [GeneratedRegex(@"(?:xem xet|chu dong|bieu duong)[^.;]{0,60}khen thuong", RegexOptions.CultureInvariant)]
    private static partial Regex Considers();
}
