using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Reading;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>Puts statements, standards, quotas and deadlines together to categories of award.</summary>
internal sealed class AwardReader
{
    private readonly AwardParts _parts;
    private readonly (int From, int To)? _period;
    private readonly Func<Part, string> _clauseOf;
    private readonly Readings _found;
    private readonly string _ward;
    private readonly List<ReadStandard> _standards;
    private readonly List<Statement> _statements;
    private readonly Dictionary<string, (AwardCategory Category, Statement Statement)> _categories = new(StringComparer.Ordinal);

    private AwardReader(AwardParts parts, (int From, int To)? period, string ward, Func<Part, string> clauseOf, Readings found)
    {
        (_parts, _period, _ward, _clauseOf, _found) = (parts, period, ward, clauseOf, found);
        _standards = StandardReader.Read(parts, period, clauseOf);
        _statements = StatementReader.Read(parts);
    }

    public static void Read(AwardParts parts, (int From, int To)? period, string ward, Func<Part, string> clauseOf, Readings found)
    {
        if (parts.Parts.Count == 0)
        {
            found.Missing("categories", "Hạng mục khen thưởng", "Không có phần nào về khen thưởng.");
            return;
        }
        var reader = new AwardReader(parts, period, ward, clauseOf, found);
        reader.AddUnnamed();
        var (quotas, raises) = QuotaReader.Read(parts, reader._statements, clauseOf);
        foreach (var statement in reader._statements)
            foreach (var recipient in statement.Recipients)
                reader.Category(statement, recipient);
        if (reader._categories.Count == 0)
            found.Missing("categories", "Hạng mục khen thưởng", "Phần khen thưởng không nêu hình thức, đối tượng nào đọc được.", [parts.Parts[0].Node.Span]);
        reader.Quotas(quotas, raises);
    }

    /// <summary>Standards for a level at which nothing is named: the award is known by who decides only.</summary>
    private void AddUnnamed()
    {
        foreach (var group in _standards.Where(s => s.Recipient is not null).SelectMany(s => s.Levels.Select(l => (Standard: s, Level: l))).GroupBy(s => (s.Standard.Cadence, s.Level)))
            if (!_statements.Exists(s => s.Level == group.Key.Level && Cadence(s) == (group.Key.Cadence ?? Contracts.Campaigns.Cadence.Yearly) && s.Given is not (Given.Extra or Given.Unplanned)))
            {
                var first = group.First().Standard;
                _statements.Add(new(Given.Unnamed, group.Key.Cadence, group.Key.Level, [.. group.Select(g => g.Standard.Recipient!.Value).Distinct()], first.Part, first.Part.Node.Span, "", false,
                    ["Kế hoạch không nêu hình thức khen thưởng ở mục này; hiểu theo thẩm quyền của người quyết định."]));
            }
    }

    private static Cadence Cadence(Statement statement) => statement.Cadence ?? Contracts.Campaigns.Cadence.Yearly;

    private void Category(Statement statement, Recipient recipient)
    {
        var cadence = Cadence(statement);
        List<string?> doubts = [.. statement.Doubts];
        if (statement.Cadence is null && _period is not { } p || statement.Cadence is null && _period is { } q && q.From != q.To)
            doubts.Add("Không ghi khen hằng năm hay tổng kết giai đoạn; hiểu là hằng năm.");
        var kind = statement.Given switch { Given.Flag => "-flag", Given.Extra => recipient == Recipient.Collective ? "-extra-collective" : "-extra-individual", _ => recipient == Recipient.Collective ? "-collective" : "-individual" };
        var key = $"{cadence.ToString().ToLowerInvariant()}-{statement.Level.ToString().ToLowerInvariant()}{kind}";
        if (_categories.ContainsKey(key))
            return;
        var clause = _clauseOf(statement.Part);
        var award = Award(statement);
        List<SourceSpan> spans = [statement.Span];
        var standard = Standard(statement, cadence, recipient, clause, doubts, spans);
        var council = statement.ByCouncil || _statements.Exists(s => s.ByCouncil && s.Bare.Contains("cap tren khen thuong", StringComparison.Ordinal)) ? new CouncilRule { Clause = _clauseOf(_statements.First(s => s.ByCouncil).Part) } : null;
        var deadline = cadence == Contracts.Campaigns.Cadence.Unplanned ? null : _found.Fields.FirstOrDefault(f => f.Group == "deadlines" && f.Value is not null
            && _found.Get<ImportedDeadline>(f.Key) is { For: DeadlineFor.Dossier } d && (d.Cadence is null || d.Cadence == cadence) && (d.Level is null || d.Level == statement.Level))?.Key;
        var category = new AwardCategory
        {
            Key = key,
            Name = $"{(recipient == Recipient.Collective ? "Tập thể" : "Cá nhân")}: {award.Name}{(statement.Given == Given.Extra ? " ngoài chỉ tiêu" : "")}, {Words(cadence)}",
            Clause = clause,
            Level = statement.Level,
            Award = award,
            Recipient = recipient,
            Cadence = cadence,
            Council = council,
            Standard = standard,
        };
        _categories.Add(key, (category, statement));
        _found.Read($"categories/{key}", category.Name, new ImportedCategory { Category = category, DeadlineField = deadline }, "Câu nêu hình thức khen thưởng, đầu mục nêu cấp và kỳ khen, danh sách tiêu chuẩn của đối tượng ấy.", [.. spans], doubts);
    }

    private Standard Standard(Statement statement, Cadence cadence, Recipient recipient, string clause, List<string?> doubts, List<SourceSpan> spans)
    {
        if (statement.Given == Given.Extra)
        {
            var kinds = new[] { ("chi so cai cach hanh chinh", "contributesToCityIndex", "Có nhiều đóng góp cho Chỉ số cải cách hành chính của thành phố"), ("tuyen truyen", "reformPropaganda", "Có nhiều đóng góp trong tuyên truyền"), ("chuyen doi so", "reformDigital", "Có nhiều đóng góp về chuyển đổi số") }
                .Where(k => statement.Bare.Contains(k.Item1, StringComparison.Ordinal)).Select(k => (Condition)Conditions.Attest(clause, k.Item3, k.Item2, true, Attester.City)).ToArray();
            if (kinds.Length > 0)
                return new() { Canonical = kinds.Length == 1 ? kinds[0] : new AnyOf { Clause = clause, Text = "Đóng góp ở một trong các mặt", Conditions = kinds } };
        }
        if (statement.Given == Given.Unplanned)
            return new() { Canonical = Conditions.Attest(clause, "Có thành tích đột xuất", "unplannedAchievement", true, Attester.WardCommittee) };
        var read = statement.Given == Given.Extra ? null
            : _standards.Find(s => s.Recipient == recipient && s.Levels.Contains(statement.Level) && (s.Cadence ?? Contracts.Campaigns.Cadence.Yearly) == cadence)
            ?? _standards.Find(s => s.Recipient == recipient && s.Levels.Length == 0 && (s.Cadence is null || s.Cadence == cadence))
            ?? _standards.Find(s => s.Recipient is null && s.Levels.Contains(statement.Level) && (s.Cadence is null || s.Cadence == cadence));
        if (read is null)
        {
            doubts.Add("Không có danh sách tiêu chuẩn cho hạng mục này; để cơ quan có thẩm quyền xác nhận thành tích.");
            return new() { Canonical = Conditions.Attest(clause, "Có thành tích xuất sắc trong công tác cải cách hành chính", "outstandingInReform", false, Attester.HeadOfUnit, Attester.WardCommittee, Attester.Council) };
        }
        doubts.AddRange(read.Doubts);
        spans.AddRange(read.Spans);
        return With(read.Standard, Extra(statement, read.Part, clause, spans), clause);
    }

    /// <summary>What the sentence of the award itself asks beside the standard: to lead the block for the flag, years in the top for the certificate.</summary>
    private List<Condition> Extra(Statement statement, Part standard, string clause, List<SourceSpan> spans)
    {
        List<Condition> more = [];
        if (statement.Given == Given.Flag && statement.Bare.Contains("dan dau", StringComparison.Ordinal) && _period is { } period)
            more.Add(new LeadsBlock { Clause = clause, Text = "Dẫn đầu khối về Chỉ số cải cách hành chính", FromYear = Cadence(statement) == Contracts.Campaigns.Cadence.Period ? period.From : null, ToYear = Cadence(statement) == Contracts.Campaigns.Cadence.Period ? period.To : null });
        // The sentence may be the head of the standard itself; then its items are in it already.
        if (statement.Given != Given.CityForm || statement.Part == standard)
            return more;
        var under = statement.Part.OpensList ? [.. _parts.Children(statement.Part)] : Array.Empty<Part>();
        var gates = under.Select(c => (Part: c, Read: Conditions.Rank(c.Bare, _clauseOf(c), Conditions.Text(c.Words.Value), _period))).Where(c => c.Read is not null).ToList();
        foreach (var (part, _) in gates)
            spans.Add(part.Node.Span);
        Condition[] read = [.. gates.Select(g => g.Read!.Condition), .. Conditions.Rank(statement.Bare, clause, Conditions.Text(statement.Part.Words.Value), _period) is { } own ? [own.Condition] : Array.Empty<Condition>()];
        return [.. more, .. StandardReader.Merge(read, clause)];
    }

    private static Standard With(Standard standard, List<Condition> more, string clause)
    {
        if (more.Count == 0)
            return standard;
        Condition Add(Condition to) => new AllOf { Clause = clause, Text = "Đạt tiêu chuẩn chung và điều kiện riêng của hạng mục", Conditions = [to, .. more] };
        return standard with { Canonical = Add(standard.Canonical), Literal = standard.Literal is { } literal ? Add(literal) : null };
    }

    private Award Award(Statement statement) => statement.Given switch
    {
        Given.Flag => new() { Kind = AwardKind.Title, Code = "co-thi-dua-tp", Name = "Cờ thi đua của Ủy ban nhân dân thành phố", Flag = true },
        _ when statement.Level == AwardLevel.State => new() { Kind = AwardKind.Form, Code = "khen-cap-nha-nuoc", Name = "Khen thưởng cấp Nhà nước" },
        _ when statement.Level == AwardLevel.City => new() { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố" },
        _ => new() { Kind = AwardKind.Form, Code = "giay-khen", Name = $"Giấy khen của Chủ tịch Ủy ban nhân dân {_ward}" },
    };

    private static string Words(Cadence cadence) => cadence switch { Contracts.Campaigns.Cadence.Yearly => "hằng năm", Contracts.Campaigns.Cadence.Period => "tổng kết giai đoạn", _ => "đột xuất" };

    private void Quotas(List<ReadQuota> quotas, List<ReadQuota> raises)
    {
        var n = 0;
        HashSet<(string, QuotaScope)> taken = [];
        foreach (var read in quotas)
        {
            string[] keys = [.. _categories.Where(c => Limits(read, c.Value.Category, c.Value.Statement)).Select(c => c.Key)];
            var (quota, spans) = (read.Quota, read.Spans);
            if (read.Recipients is [Recipient.Individual] && quota is { Scope: QuotaScope.ProposingUnit, AtMost: { } usual } && raises.Find(r => r.Cadence == read.Cadence) is { } raise && keys.Any(k => _categories[k].Category.Award.Code == "bang-khen-tp") && raise.Quota.AtMost >= usual)
                (quota, spans) = (quota with { AtMostWithFlagNominee = raise.Quota.AtMost }, [.. spans, .. raise.Spans]);
            _found.Read($"quotas/{++n}", "Chỉ tiêu", new ImportedQuota { Quota = quota, Categories = keys }, "“không quá N tập thể, N cá nhân”, “đề nghị N tập thể”, “theo phân bổ”, “ngoài ra”.", [.. spans],
                keys.Length == 0 ? "Không rõ chỉ tiêu của hạng mục nào." : null, read.Doubt,
                keys.Any(k => !taken.Add((k, quota.Scope))) ? "Hạng mục này đã có một số khác cùng phạm vi." : null,
                quota.AtMostWithFlagNominee is not null ? "Không ghi số cá nhân kèm Cờ thay cho hay cộng thêm vào số thường; hiểu là thay cho." : null);
        }
        foreach (var raise in raises.Where(r => !quotas.Exists(q => q.Cadence == r.Cadence && q.Recipients is [Recipient.Individual] && q.Quota.AtMost <= r.Quota.AtMost)))
            _found.Missing($"quotas/{++n}", "Chỉ tiêu", "Có số cá nhân kèm Cờ thi đua nhưng không đọc được số cá nhân thường.", [.. raise.Spans]);
    }

    private static bool Limits(ReadQuota read, AwardCategory category, Statement statement) =>
        read.Recipients.Contains(category.Recipient)
        && (read.Cadence ?? Contracts.Campaigns.Cadence.Yearly) == category.Cadence
        && (read.Levels.Length == 0 || read.Levels.Contains(category.Level))
        && (read.Given is { } given ? Alike(given, statement.Given) : statement.Given is not (Given.Extra or Given.Unplanned or Given.Flag));

    private static bool Alike(Given one, Given other) => one == other || (one is Given.CityForm or Given.Unnamed && other is Given.CityForm or Given.Unnamed);
}
