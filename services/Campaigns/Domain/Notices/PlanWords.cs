using System.Globalization;
using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain.Notices;

/// <summary>What differs between two versions of a plan, in the words in which units are told.</summary>
internal sealed record PlanNews(string[] Deadlines, string[] Others, string? Clause, bool CityDeadlineMoved)
{
    public bool Any => Deadlines.Length + Others.Length > 0;
}

internal static class PlanWords
{
    public static PlanNews Between(CampaignPlan before, CampaignPlan after)
    {
        var deadlines = new List<string>();
        Deadline? first = null;
        var city = false;
        foreach (var category in after.Scheme.Categories)
        {
            // A new category is told as a whole.
            if (before.Scheme.Categories.FirstOrDefault(c => c.Key == category.Key) is not { } old)
                continue;
            foreach (var (stage, was, now) in new[] { (DeadlineStage.Internal, old.InternalDeadline, category.InternalDeadline), (DeadlineStage.City, old.CityDeadline, category.CityDeadline) })
            {
                if (was == now)
                    continue;
                deadlines.Add($"{Upper(Of(stage))}, hạng mục “{category.Name}”: từ {Of(was)} thành {Of(now)}");
                first ??= now ?? was;
                city |= stage == DeadlineStage.City;
            }
        }
        var others = PlanDiff.Between(before, after).Select(c => Sentence(c, before, after)).OfType<string>().Distinct().ToArray();
        return new([.. deadlines], others, first?.Clause, city);
    }

    public static string Of(DeadlineStage stage) => stage == DeadlineStage.Internal ? "hạn gửi hồ sơ về đơn vị phát động" : "hạn gửi hồ sơ lên thành phố";

    /// <summary>A deadline as plans print it.</summary>
    public static string Of(Deadline? deadline) => deadline switch
    {
        { Date: { } date } => $"{Boundary(deadline)} ngày {Of(date)}",
        { EveryYear: { } day } => string.Create(CultureInfo.InvariantCulture, $"{Boundary(deadline)} ngày {day.Day:00}/{day.Month:00} hằng năm{(day.YearsAfter == 0 ? "" : $" (sau năm thành tích {day.YearsAfter} năm)")}"),
        _ => "không có hạn",
    };

    public static string Of(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Upper(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    /// <summary>Items as lines of a list; the last one ends with a full stop.</summary>
    public static string Lines(IEnumerable<string> items) => string.Join(";\n", items.Select(i => $"- {i}")) + ".";

    private static string Boundary(Deadline deadline) => deadline.Boundary == DeadlineBoundary.Strict ? "trước" : "đến hết";

    private static string? Sentence(PlanChange change, CampaignPlan before, CampaignPlan after)
    {
        var path = change.Pointer.Split('/')[1..];
        return path switch
        {
            ["scheme", "categories", var key, .. var rest] => Category(key, rest, before, after),
            ["criteria", var key, ..] => Criterion(key, before, after),
            ["classScales", ..] => "Thang phân loại được điều chỉnh",
            ["legalBases", ..] => "Căn cứ pháp lý của kế hoạch được điều chỉnh, bổ sung",
            ["linkedCodes" or "predecessorCode" or "parent", ..] => $"Liên kết với phong trào, kế hoạch khác: {Links(after)}",
            ["reminders", ..] => $"Lịch nhắc hạn được điều chỉnh: {(after.Reminders ?? ReminderSteps.Default).InWords()}",
            ["reports", ..] => "Chế độ báo cáo được điều chỉnh",
            ["tasks", ..] => "Danh mục nhiệm vụ được điều chỉnh",
            _ => "Nội dung khác của kế hoạch được điều chỉnh",
        };
    }

    private static string? Category(string key, string[] rest, CampaignPlan before, CampaignPlan after)
    {
        var (old, now) = (before.Scheme.Categories.FirstOrDefault(c => c.Key == key), after.Scheme.Categories.FirstOrDefault(c => c.Key == key));
        var name = (now ?? old)!.Name;
        if (old is null)
            return $"Bổ sung hạng mục khen thưởng “{name}”; hạn gửi hồ sơ về đơn vị phát động: {Of(now!.InternalDeadline)}; lên thành phố: {Of(now.CityDeadline)}";
        return rest switch
        {
            // Told with the deadlines, from which date to which.
            ["internalDeadline" or "cityDeadline", ..] => null,
            ["standard", "reading"] => $"Cách hiểu tiêu chuẩn của hạng mục “{name}”: chuyển sang {(now!.Standard.Reading == Reading.Literal ? "hiểu theo câu chữ" : "điều kiện cần và một trong các tiêu chuẩn")}",
            ["standard", ..] => $"Tiêu chuẩn của hạng mục “{name}” được quy định lại",
            ["quotas", ..] => $"Chỉ tiêu của hạng mục “{name}”: từ {Quotas(old)} thành {Quotas(now!)}",
            ["dossier", ..] => $"Thành phần hồ sơ của hạng mục “{name}” được điều chỉnh: {Dossier(now!)}",
            _ => $"Quy định chung của hạng mục “{name}” được điều chỉnh",
        };
    }

    private static string Quotas(AwardCategory category) => category.Quotas.Length == 0 ? "không giới hạn" : string.Join(", ", category.Quotas.Select(q =>
        q.OutsideQuota ? "ngoài chỉ tiêu" : q.AllottedByCity ? "do thành phố phân bổ"
        : $"tối đa {q.AtMost}{(q.AtMostWithFlagNominee is { } flag ? $" (khi có tập thể được đề nghị tặng Cờ: {flag})" : "")} {Scope(q.Scope)}"));

    private static string Scope(QuotaScope scope) => scope switch
    {
        QuotaScope.ProposingUnit => "mỗi đơn vị đề nghị",
        QuotaScope.SubUnit => "mỗi phòng, ban",
        _ => "mỗi khối toàn thành phố",
    };

    private static string Dossier(AwardCategory category) =>
        category.Dossier.Length == 0 ? "theo mẫu chung" : string.Join(", ", category.Dossier.Select(p => p.Name));

    private static string Criterion(string key, CampaignPlan before, CampaignPlan after)
    {
        var (old, now) = (before.Keyed().Criteria.FirstOrDefault(c => c.Key == key), after.Keyed().Criteria.FirstOrDefault(c => c.Key == key));
        var text = (now ?? old)!.Text;
        return old is null ? $"Bổ sung tiêu chí “{text}”"
            : now is not null && old.Value != now.Value ? $"Tiêu chí “{text}”: mức phải đạt từ {Figure(old)} thành {Figure(now)}"
            : $"Tiêu chí “{text}” được điều chỉnh";
    }

    private static string Figure(PlanCriterion criterion) => criterion.Value is { } value
        ? $"{value.ToString("0.####", CultureInfo.GetCultureInfo("vi-VN"))}{(criterion.Unit == "%" ? "%" : $" {criterion.Unit}")}".TrimEnd()
        : "chưa ấn định";

    private static string Links(CampaignPlan plan)
    {
        string[] links =
        [
            .. plan.Parent is { } parent ? new[] { $"thực hiện kế hoạch số {parent.Number} của {parent.Issuer}" } : [],
            .. plan.PredecessorCode is { } predecessor ? new[] { $"tiếp nối {predecessor}" } : [],
            .. plan.LinkedCodes.Length > 0 ? new[] { $"lồng ghép với {string.Join(", ", plan.LinkedCodes)}" } : [],
        ];
        return links.Length == 0 ? "không còn" : string.Join("; ", links);
    }
}
