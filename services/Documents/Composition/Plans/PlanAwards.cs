using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using static Emulation.Documents.Composition.Plans.PlanWords;

namespace Emulation.Documents.Composition.Plans;

/// <summary>Công tác khen thưởng of a plan: forms with standards and quotas, council, dossiers, deadlines, money.</summary>
internal sealed class PlanAwards(Draft draft, LaunchPlan plan)
{
    private readonly List<(AwardCategory Category, ConditionItem Standard)> _printed = [];

    private AwardCategory[] Categories => plan.Scheme.Categories;

    public IEnumerable<Outline> Items()
    {
        if (plan.Principles.Length > 0)
            yield return new(Mark.Number, "Đối tượng, nguyên tắc khen thưởng", Heading: true, [.. plan.Principles.Select(p => new Outline(plan.Principles.Length == 1 ? Mark.None : Mark.Letter, Sentence(p.Text)))]);
        if (Categories.Length > 0)
            yield return new(Mark.Number, "Hình thức, tiêu chuẩn và số lượng khen thưởng", Heading: true, [.. Cadences()]);
        foreach (var part in (IEnumerable<Outline>)[.. Councils(), .. Dossiers(), .. Deadlines()])
            yield return part;
        if (plan.Funding is { } funding)
            yield return new(Mark.Number, "Kinh phí khen thưởng", Heading: true, [new(Mark.None, Sentence(funding.Text))]);
    }

    private IEnumerable<Outline> Cadences() =>
        from cadence in (Cadence[])[Cadence.Yearly, Cadence.Period, Cadence.Unplanned]
        let levels = Levels(cadence).ToList()
        where levels.Count > 0
        select new Outline(Mark.Number, CadenceName(cadence, "Khen thưởng"), Heading: true, levels);

    private IEnumerable<Outline> Levels(Cadence cadence) =>
        // In the order of the plan: what is printed first is referred to afterwards.
        from level in Categories.Where(c => c.Cadence == cadence).GroupBy(c => c.Level)
        select new Outline(Mark.Number, (Decides(level.Key) ? "Khen thưởng " : "Đề nghị khen thưởng ") + LevelName(level.Key), Heading: true, [.. level.Select(Category)]);

    private Outline Category(AwardCategory category)
    {
        var tree = category.Standard is { Reading: Reading.Literal, Literal: { } literal } ? literal : category.Standard.Canonical;
        var standard = ConditionText.Of(tree, plan);
        var (lead, conditions) = Standard(category, standard);
        _printed.Add((category, standard));
        var award = category.Name.Contains(category.Award.Name, StringComparison.OrdinalIgnoreCase) ? "" : $" ({category.Award.Name})";
        List<Outline> items = [.. Listed(conditions, Mark.Dash)];
        foreach (var quota in QuotaText.Of(category, draft, plan))
            items.Add(new(Mark.Star, $"Số lượng: {quota}."));
        return new(Mark.Letter, $"{Bare(category.Name)}{award}: {lead}", Items: items);
    }

    /// <summary>A standard that was printed before is referred to, not printed again.</summary>
    private (string Lead, IReadOnlyList<ConditionItem> Items) Standard(AwardCategory category, ConditionItem standard)
    {
        if (standard.Items.Count == 0)
            return ($"{Continued(standard.Text)}.", []);
        var earlier = _printed.Where(p => p.Category.Recipient == category.Recipient && p.Standard.Items.Count > 1).ToList();
        if (earlier.Find(p => p.Standard.OneOf == standard.OneOf && Keys(p.Standard).SetEquals(Keys(standard))) is { Category: { } same })
            return ($"đạt các tiêu chuẩn như đối với “{Bare(same.Name)}” nêu trên.", []);
        if (!standard.OneOf && earlier.Where(p => !p.Standard.OneOf && Keys(p.Standard).IsSubsetOf(Keys(standard))).OrderByDescending(p => p.Standard.Items.Count).ToList() is [var (part, most), ..])
        {
            var known = Keys(most);
            return ($"đạt các tiêu chuẩn như đối với “{Bare(part.Name)}” nêu trên và các tiêu chuẩn sau:", [.. standard.Items.Where(item => !known.Contains(item.Key))]);
        }

        return (standard.OneOf ? $"{Lead(standard)}:" : "đạt tất cả các tiêu chuẩn sau:", standard.Items);
    }

    private static HashSet<string> Keys(ConditionItem standard) => [.. standard.Items.Select(item => item.Key)];

    private static string Lead(ConditionItem item) =>
        item.Text.Contains("một trong", StringComparison.OrdinalIgnoreCase) ? Continued(Bare(item.Text)) : $"{Continued(Bare(item.Text))} (đạt một trong các tiêu chuẩn sau)";

    private static IEnumerable<Outline> Listed(IReadOnlyList<ConditionItem> items, Mark mark) => items.Select((item, i) => Listed(item, mark, last: i == items.Count - 1));

    private static Outline Listed(ConditionItem item, Mark mark, bool last)
    {
        if (item.Items.Count == 0)
            return new(mark, Item(item.Text, last));
        // Below “+” there is no further mark: what is left is said in one sentence.
        if (mark == Mark.Plus)
            return new(mark, Item(InOneSentence(item), last));
        var lead = item.OneOf ? VietnameseText.UpperFirst(Lead(item)) : $"{Bare(item.Text)}, gồm tất cả các nội dung sau";
        return new(mark, $"{lead}:", Items: [.. Listed(item.Items, Mark.Plus)]);
    }

    private static string InOneSentence(ConditionItem item) => item.Items.Count == 0
        ? item.Text
        : $"{Bare(item.Text)}: {string.Join(item.OneOf ? "; hoặc " : "; và ", item.Items.Select(part => part.Items.Count == 0 ? Continued(part.Text) : $"({InOneSentence(part)})"))}";

    private IEnumerable<Outline> Councils()
    {
        var rules = Categories.Where(c => c.Council is not null).GroupBy(c => c.Council! with { Clause = "" }).ToList();
        if (rules.Count == 0)
            yield break;
        yield return new(Mark.Number, "Xét, đề nghị khen thưởng", Heading: true,
            [.. rules.Select(rule => new Outline(rules.Count == 1 ? Mark.None : Mark.Letter, $"Hội đồng Thi đua - Khen thưởng xét trước khi trình cấp có thẩm quyền quyết định{Of(rule)}{Rule(rule.Key)}."))]);

        string Of(IEnumerable<AwardCategory> of) => of.Count() == Categories.Length ? "" : $" đối với: {Named(of)}";
    }

    private static string Rule(CouncilRule rule)
    {
        List<string> parts = [];
        if (rule.Quorum is { } quorum)
            parts.Add($"có từ {Number(quorum * 100)}% thành viên trở lên tham gia");
        if (rule.Threshold is { } threshold)
            parts.Add($"được từ {Number(threshold * 100)}% {(rule.Of == VoteBase.AllMembers ? "tổng số thành viên Hội đồng" : "số thành viên tham gia")} trở lên đồng ý");
        if (rule.Ballot is { } ballot)
            parts.Add(ballot == Ballot.Secret ? "bỏ phiếu kín" : "biểu quyết công khai");
        if (rule.WrittenOpinions is { } written)
            parts.Add(written ? "thành viên vắng mặt được lấy ý kiến bằng văn bản" : "không lấy ý kiến bằng văn bản");
        return parts.Count == 0 ? "" : $"; {string.Join(", ", parts)}";
    }

    private IEnumerable<Outline> Dossiers()
    {
        var groups = Categories.Where(c => c.Dossier.Length > 0).GroupBy(c => string.Join('\n', c.Dossier.Select(Part))).ToList();
        if (groups.Count == 0)
            yield break;
        yield return new(Mark.Number, "Hồ sơ đề nghị khen thưởng", Heading: true, groups is [var only] && only.Count() == Categories.Length
            ? [.. Parts(only.First(), Mark.Letter)]
            : [.. groups.Select(group => new Outline(Mark.Letter, $"Đối với {Named(group)}:", Items: [.. Parts(group.First(), Mark.Dash)]))]);

        static IEnumerable<Outline> Parts(AwardCategory category, Mark mark) => category.Dossier.Select((part, i) => new Outline(mark, Item(Part(part), i == category.Dossier.Length - 1)));
    }

    private static string Part(DossierPart part)
    {
        var confirmed = part.ConfirmedByHead && !part.Name.Contains("xác nhận", StringComparison.OrdinalIgnoreCase) ? ", có xác nhận của thủ trưởng đơn vị trình" : "";
        var asked = part.Asked == PartAsked.InitiativeUsed ? " (khi xét theo sáng kiến)" : "";
        return $"{Bare(part.Name)}{confirmed}{asked}{(part.Originals > 1 ? $" ({part.Originals:00} bản chính)" : "")}";
    }

    private IEnumerable<Outline> Deadlines()
    {
        List<string> sentences = [];
        foreach (var group in Categories.Where(c => c.InternalDeadline is not null).GroupBy(c => (Until(c.InternalDeadline!, plan), c.Cadence)))
            sentences.Add($"{Dossier(group)}: các đơn vị gửi về {draft.Issuer.InSentence}{(plan.StandingUnitName is { } section ? $" (qua {section})" : "")} {group.Key.Item1} để tổng hợp, báo cáo cấp có thẩm quyền xem xét, khen thưởng.");
        foreach (var group in Categories.Where(c => c.CityDeadline is not null).GroupBy(c => (Until(c.CityDeadline!, plan), c.Cadence)))
            sentences.Add($"{Dossier(group)}: {draft.Issuer.InSentence} gửi về {draft.Wording.CityAppraiser} {group.Key.Item1}.");
        if (sentences.Count > 0)
            yield return new(Mark.Number, "Thời gian gửi hồ sơ đề nghị khen thưởng", Heading: true, [.. sentences.Select(sentence => new Outline(sentences.Count == 1 ? Mark.None : Mark.Letter, sentence))]);
    }

    /// <summary>By level and cadence where that says it all, else by name.</summary>
    private string Dossier(IEnumerable<AwardCategory> group)
    {
        var categories = group.ToList();
        var levels = categories.Select(c => c.Level).Distinct().Order().Reverse().ToList();
        var all = Categories.Count(c => c.Cadence == categories[0].Cadence && levels.Contains(c.Level));
        return all == categories.Count
            ? $"Hồ sơ đề nghị {CadenceName(categories[0].Cadence, $"khen thưởng {string.Join(", ", levels.Select(LevelName))}")}"
            : $"Hồ sơ đề nghị khen thưởng đối với {Named(categories)}";
    }

    private static string Named(IEnumerable<AwardCategory> categories) => string.Join("; ", categories.Select(c => Continued(Bare(c.Name))).Distinct());

    private bool Decides(AwardLevel level) => level == AwardLevel.Ward || (level == AwardLevel.City && draft.ProposingUnit.Kind == UnitKind.City);

    private string LevelName(AwardLevel level) => level switch
    {
        AwardLevel.State => "cấp Nhà nước",
        AwardLevel.City => "cấp thành phố",
        _ => draft.ProposingUnit.IsCommuneLevel ? $"cấp {draft.Issuer.KindWord}" : "cấp cơ sở",
    };

    private string CadenceName(Cadence cadence, string what) => cadence switch
    {
        Cadence.Yearly => plan.FromYear == plan.ToYear ? $"{what} năm {plan.FromYear}" : $"{what} hằng năm",
        Cadence.Period => plan.FromYear == plan.ToYear ? $"{what} tổng kết phong trào" : $"{what} tổng kết giai đoạn {plan.FromYear} - {plan.ToYear}",
        _ => $"{what} đột xuất",
    };
}
