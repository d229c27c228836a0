using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Quotas;

/// <summary>What sets one candidate above another; in the order in which it is asked.</summary>
public enum PlacingRule
{
    /// <summary>Met before not yet known before not met.</summary>
    Verdict,
    /// <summary>Better place of the unit in the reform index.</summary>
    IndexRank,
    /// <summary>Who works directly on the reform (LTN-26-30/III.1.b.3, CH-26-30/III.1.b.3).</summary>
    DirectRole,
    /// <summary>Who holds no leading post.</summary>
    LeadingPost,
    /// <summary>Who works at the border, at sea or on an island (Luật Thi đua, khen thưởng Điều 5).</summary>
    Island,
    /// <summary>Equal in all that; the woman or the collective with 70 % women or more is suggested (Nghị định 152/2025/NĐ-CP Điều 4.6).</summary>
    Women,
    /// <summary>Equal in every respect: only the council can tell them apart.</summary>
    Equal,
}

/// <summary>A candidate for a place.</summary>
/// <param name="IndexRank">Place of the ranked unit in the newest published index up to the year; null = none.</param>
/// <param name="Island">Belongs to a special zone, which in this city is an island.</param>
public sealed record Candidate(Place Place, int? IndexRank, bool Island)
{
    /// <summary>A woman, or a collective in which women are 70 % or more.</summary>
    public bool WomenFirst => Place.Nominee.Kind == Recipient.Individual ? Place.Nominee.Female == true : Place.Nominee.WomenShare >= 70;
}

/// <summary>A candidate at its place in the suggested order.</summary>
/// <param name="Rule">What sets it above the next one; for the last, what sets it below the one before.</param>
/// <param name="EqualWith">Candidates of equal merit, before the rule on women.</param>
public sealed record PlacedCandidate(Candidate Candidate, int Position, PlacingRule? Rule, string Because, IReadOnlyList<Guid> EqualWith);

/// <summary>The order that plan and law suggest among more candidates than places (C-38). The council decides.</summary>
public static class CandidateOrder
{
    private static readonly (PlacingRule Rule, Func<Candidate, int> Key)[] Merits =
    [
        (PlacingRule.Verdict, c => -(int)c.Place.Eligibility),
        (PlacingRule.IndexRank, c => c.IndexRank ?? int.MaxValue),
        (PlacingRule.DirectRole, c => c.Place.Nominee.DirectRole == true ? 0 : 1),
        (PlacingRule.LeadingPost, c => c.Place.Nominee.Kind == Recipient.Individual && c.Place.Nominee.LeadingPost == true ? 1 : 0),
        (PlacingRule.Island, c => c.Island ? 0 : 1),
    ];

    public static IReadOnlyList<PlacedCandidate> Of(IEnumerable<Candidate> candidates)
    {
        var sorted = candidates.OrderBy(c => c, Comparer<Candidate>.Create(Compare)).ThenBy(c => c.Place.CreatedAt).ThenBy(c => c.Place.NominationId).ToList();
        return sorted.ConvertAll(c =>
        {
            var at = sorted.IndexOf(c);
            (PlacingRule? Rule, string Because) between = at + 1 < sorted.Count ? Between(c, sorted[at + 1], "Xếp trên người kế tiếp: ")
                : at > 0 ? Between(sorted[at - 1], c, "Xếp dưới người liền trước, người đó: ")
                : (null, "Là đề nghị duy nhất.");
            return new PlacedCandidate(c, at + 1, between.Rule, between.Because, [.. sorted.Where(o => o != c && Merit(o, c) is null).Select(o => o.Place.NominationId)]);
        });
    }

    /// <summary>Whether a decided order puts one candidate above another that the suggestion puts strictly above it.</summary>
    public static bool Departs(IReadOnlyList<Candidate> decided) =>
        decided.Zip(decided.Skip(1)).Any(p => Compare(p.First, p.Second) > 0);

    private static (PlacingRule, string) Between(Candidate upper, Candidate lower, string how)
    {
        var rule = Merit(upper, lower) ?? (upper.WomenFirst != lower.WomenFirst ? PlacingRule.Women : PlacingRule.Equal);
        return (rule, rule switch
        {
            PlacingRule.Equal => "Ngang nhau về mọi mặt, Hội đồng lựa chọn.",
            PlacingRule.Women => $"Ngang nhau; gợi ý chọn {(upper.Place.Nominee.Kind == Recipient.Individual ? "nữ" : "tập thể có từ 70% nữ trở lên")} theo Nghị định 152/2025/NĐ-CP Điều 4.6.",
            _ => how + Say(rule, upper),
        });
    }

    private static string Say(PlacingRule rule, Candidate upper) => rule switch
    {
        PlacingRule.Verdict => upper.Place.Eligibility == Outcome.Met ? "đã đạt tiêu chuẩn." : "chưa bị xác định là không đạt tiêu chuẩn.",
        PlacingRule.IndexRank => $"đơn vị xếp hạng {upper.IndexRank} Chỉ số cải cách hành chính.",
        PlacingRule.DirectRole => "trực tiếp chỉ đạo, phụ trách, tham mưu hoặc thực hiện cải cách hành chính.",
        PlacingRule.LeadingPost => "không giữ chức vụ lãnh đạo, quản lý.",
        _ => "công tác ở đặc khu, biển, đảo (Luật Thi đua, khen thưởng Điều 5).",
    };

    private static int Compare(Candidate a, Candidate b) =>
        Merit(a, b) is { } rule ? Key(rule, a).CompareTo(Key(rule, b)) : b.WomenFirst.CompareTo(a.WomenFirst);

    /// <summary>The first merit in which they differ; null when they are equal.</summary>
    private static PlacingRule? Merit(Candidate a, Candidate b) =>
        Merits.Where(m => m.Key(a) != m.Key(b)).Select(m => (PlacingRule?)m.Rule).FirstOrDefault();

    private static int Key(PlacingRule rule, Candidate candidate) => Merits.First(m => m.Rule == rule).Key(candidate);
}
