using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>A number found, and what it is of.</summary>
internal sealed record ReadQuota(Quota Quota, Cadence? Cadence, AwardLevel[] Levels, Given? Given, Recipient[] Recipients, List<SourceSpan> Spans, string? Doubt = null)
{
    public ReadQuota With(SourceSpan span)
    {
        Spans.Add(span);
        return this;
    }
}

/// <summary>Reads how many may be proposed (QUO rows).</summary>
internal static partial class QuotaReader
{
    private static readonly (string Word, string Key, string Text)[] Reasons =
    [
        ("chi so cai cach hanh chinh", "city-index", "Có nhiều đóng góp duy trì, nâng cao Chỉ số cải cách hành chính của thành phố."),
        ("tuyen truyen", "propaganda", "Có nhiều đóng góp trong công tác tuyên truyền."),
        ("chuyen doi so", "digital-transformation", "Có nhiều đóng góp về chuyển đổi số."),
    ];

    /// <param name="parts">Parts that speak of awards.</param>
    /// <param name="statements">Awards found.</param>
    /// <param name="clauseOf">Clause of a part.</param>
    /// <returns>Quotas, and the numbers of individuals beside a flag nominee.</returns>
    public static (List<ReadQuota> Quotas, List<ReadQuota> Raises) Read(AwardParts parts, List<Statement> statements, Func<Part, string> clauseOf)
    {
        List<ReadQuota> quotas = [], raises = [];
        foreach (var part in parts.Parts)
            foreach (var (start, length) in StatementReader.Sentences(part))
            {
                var (bare, span, clause) = (part.Bare.Substring(start, length), part.Span(start, length), clauseOf(part));
                var context = parts[part];
                var given = GivenAbove(parts, statements, part, bare);
                var cadence = given?.Cadence ?? context.Cadence;
                AwardLevel[] levels = given is { } g ? [g.Level] : context.Levels ?? [];
                if (StatementReader.Raise().IsMatch(bare) && Individuals().Match(bare) is { Success: true } raise)
                    raises.Add(new(new Quota { Clause = clause, Scope = QuotaScope.ProposingUnit, AtMost = Number(raise) }, context.Cadence, [AwardLevel.City], Given.CityForm, [Recipient.Individual], [span]));
                else if (given is { Given: Given.Extra })
                    quotas.Add(new(new Quota { Clause = clause, Scope = QuotaScope.ProposingUnit, OutsideQuota = true, Reasons = [.. Reasons.Where(r => bare.Contains(r.Word, StringComparison.Ordinal)).Select(r => new QuotaReason { Key = r.Key, Text = r.Text })] }, cadence, levels, Given.Extra, given.Recipients, [span]));
                else if (Allotted().IsMatch(bare))
                    quotas.Add(new(new Quota { Clause = clause, Scope = QuotaScope.ProposingUnit, AllottedByCity = true }, cadence, levels, given?.Given, given?.Recipients ?? [Recipient.Collective, Recipient.Individual], [span]));
                else
                    Numbers(bare, clause, span, cadence, levels, given, quotas);
            }
        return (quotas, raises);
    }

    private static void Numbers(string bare, string clause, SourceSpan span, Cadence? cadence, AwardLevel[] levels, Statement? given, List<ReadQuota> quotas)
    {
        var block = Conditions.Block(bare) != "*" && BlockList().IsMatch(bare);
        foreach (var (pattern, recipient) in new[] { (Collectives(), Recipient.Collective), (Individuals(), Recipient.Individual) })
        {
            if (!Limits().IsMatch(bare) && !block || pattern.Match(bare) is not { Success: true } match)
                continue;
            var scope = block && given?.Given == Given.Flag ? QuotaScope.CityBlock : InnerUnits().IsMatch(bare) ? QuotaScope.SubUnit : QuotaScope.ProposingUnit;
            var share = match.Groups["share"].Success ? decimal.Parse(match.Groups["share"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : (decimal?)null;
            var quota = new Quota { Clause = clause, Scope = scope, AtMost = share is null ? Number(match) : null, ShareOfParticipants = share };
            // The same number block by block, or said twice, is one quota.
            var same = quotas.Find(q => q.Quota with { Clause = clause } == quota && q.Cadence == cadence && q.Given == given?.Given && q.Levels.SequenceEqual(levels) && q.Recipients.SequenceEqual([recipient]));
            if (same is not null)
                same.With(span);
            else
                quotas.Add(new(quota, cadence, levels, given?.Given, [recipient], [span]));
        }
    }

    /// <summary>The award that the sentence, or a part above it, sets up.</summary>
    private static Statement? GivenAbove(AwardParts parts, List<Statement> statements, Part part, string bare)
    {
        if (statements.Find(s => s.Part == part && s.Bare == bare) is { } own)
            return own;
        for (var above = part.Node.Parent; above is { } index; above = parts.Parts.Find(p => p.Node.Index == index)?.Node.Parent)
            if (statements.Find(s => s.Part.Node.Index == index && s.Given is Given.Flag or Given.CityForm or Given.WardForm or Given.State && s.Part.OpensList) is { } stated && stated.Part.Node.Index == index)
                return stated;
        return statements.FindLast(s => s.Part == part && s.Given is Given.Flag or Given.CityForm or Given.WardForm) is { } same && same.Part == part && !StatementReader.Raise().IsMatch(bare) ? same : null;
    }

    private static int Number(Match match) => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:\b(?<share>\d{1,3}(?:,\d{1,2})?)\s?%[^.;,]{0,40}?|\b(?<n>\d{1,4})\s+)tap the\b", RegexOptions.CultureInvariant)]
    private static partial Regex Collectives();

    [GeneratedRegex(@"(?:\b(?<share>\d{1,3}(?:,\d{1,2})?)\s?%[^.;,]{0,40}?|\b(?<n>\d{1,4})\s+)ca nhan\b", RegexOptions.CultureInvariant)]
    private static partial Regex Individuals();

    [GeneratedRegex(@"khong (?:vuot )?qua|toi da|nhieu nhat|(?:khen|thi dua)(?: cua [^.;]{0,60}?)? cho \d|de nghi \d|de xuat \d|gioi thieu \d|so luong", RegexOptions.CultureInvariant)]
    private static partial Regex Limits();

    [GeneratedRegex(@"^doi voi khoi [^:;.]{2,60}:\s*\d{1,4}\s+(?:tap the|ca nhan)", RegexOptions.CultureInvariant)]
    private static partial Regex BlockList();

    [GeneratedRegex(@"moi (?:phong|ban|truong|to dan pho|thon|phong, ban|phong, don vi)\b", RegexOptions.CultureInvariant)]
    private static partial Regex InnerUnits();

    [GeneratedRegex(@"(?:theo |do )[^.;]{0,40}phan bo|phan bo cua", RegexOptions.CultureInvariant)]
    private static partial Regex Allotted();
}
