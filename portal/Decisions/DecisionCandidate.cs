using Emulation.Portal.Clients;

namespace Emulation.Portal.Decisions;

/// <summary>A nomination that may stand in a decision, with its place in the quota and what stands against it; the service looks at all of it again.</summary>
/// <param name="Of">The nomination.</param>
/// <param name="Quota">The quota in which it holds a place; null when none counts it.</param>
/// <param name="Against">Why it cannot be decided now; empty when nothing is known.</param>
/// <param name="Remarks">What is to be looked at, though it forbids nothing.</param>
internal sealed record DecisionCandidate(NominationDetail Of, QuotaUsageItem? Quota, string[] Against, string[] Remarks)
{
    public bool Ready => Against.Length == 0;

    public static DecisionCandidate Look(NominationDetail n, QuotaUsageItem[] quotas)
    {
        var quota = quotas.FirstOrDefault(q => q.Held.Concat(q.Excepted).Any(h => h.NominationId == n.Id));
        return new(n, quota, [.. Stops(n, quota)], [.. Minds(n)]);
    }

    /// <summary>Order of a decision's list: units before persons, within them by category and name.</summary>
    public static DecisionCandidate[] InOrder(IEnumerable<DecisionCandidate> candidates) =>
        [.. candidates.OrderBy(c => c.Of.Nominee.Kind == "individual").ThenBy(c => c.Of.CategoryName, StringComparer.Ordinal).ThenBy(c => c.Of.Nominee.Name, StringComparer.Create(Words.Vietnamese, ignoreCase: true))];

    private static IEnumerable<string> Stops(NominationDetail n, QuotaUsageItem? quota)
    {
        if (n.Eligibility != "met")
            yield return n.Eligibility == "notMet" ? "Chưa đạt tiêu chuẩn." : "Chưa đủ căn cứ để kết luận tiêu chuẩn.";
        if (n.State == "submitted" && n.Way?.Any(w => w.Point == "agree") == true)
            yield return "Chưa qua Hội đồng Thi đua - Khen thưởng.";
        if (n.Late && n.LateReason is null)
            yield return "Gửi chậm mà không có lý do: trả lại để đơn vị nộp kèm lý do.";
        if (quota?.Held.FirstOrDefault(h => h.NominationId == n.Id) is { MayGoOn: false })
            yield return quota.Ordered ? "Xếp sau số lượng được chọn theo thứ tự của Hội đồng." : "Số đề nghị đang vượt chỉ tiêu.";
        else if (quota is null && n is { OverQuota: true, QuotaException: null })
            yield return "Số đề nghị đang vượt chỉ tiêu.";
        foreach (var mark in n.Marks.Where(m => m.Stops))
            yield return mark.Text;
        // What goes on to the city was complete when it left its unit.
        if (n.Level == "ward" && n.Missing is { Length: > 0 } missing)
            yield return $"Hồ sơ còn thiếu thành phần: {string.Join(" ", missing.Select(m => m.Missing))}";
    }

    private static IEnumerable<string> Minds(NominationDetail n)
    {
        foreach (var part in n.Level == "ward" ? [] : n.Missing ?? [])
            yield return part.Missing;
        if (n.Late && n.LateReason is { } why)
            yield return $"Gửi chậm: {why}";
        if (n.QuotaException is { } beside)
            yield return $"Được phép ngoài số lượng: {beside.Reason}";
        foreach (var mark in n.Marks.Where(m => !m.Stops))
            yield return mark.Text;
    }
}

/// <summary>Nominations of one campaign, year and level that wait for a decision.</summary>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="Year">Year of the achievement.</param>
/// <param name="Level">Level of the award.</param>
/// <param name="Met">How many meet the standard.</param>
/// <param name="All">How many there are.</param>
internal sealed record DecisionGroup(string Campaign, int Year, string Level, int Met, int All)
{
    /// <summary>States in which nominations wait for the level of this person.</summary>
    public static string[] States(bool city) => city ? ["appraised"] : ["agreed", "submitted"];

    /// <summary>What a commune decides is its own level; everything above is the city's.</summary>
    public static bool Decides(bool city, string unit, NominationItem n) => city ? n.Level != "ward" : n.Level == "ward" && n.ProposingUnitCode == unit;

    public static DecisionGroup[] Of(IEnumerable<NominationItem> waiting) =>
        [.. waiting.GroupBy(n => (n.CampaignCode, n.Year, n.Level)).Select(g => new DecisionGroup(g.Key.CampaignCode, g.Key.Year, g.Key.Level, g.Count(n => n.Eligibility == "met"), g.Count())).OrderByDescending(g => g.Met)];
}
