using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using static Emulation.Documents.Composition.Plans.PlanWords;

namespace Emulation.Documents.Composition.Plans;

/// <summary>A quota in words: “mỗi đơn vị đề nghị không quá 01 tập thể”.</summary>
internal static class QuotaText
{
    public static IEnumerable<string> Of(AwardCategory category, Draft draft, LaunchPlan plan) => category.Quotas.Select(quota => Of(quota, category, draft, plan)).Distinct();

    private static string Of(Quota quota, AwardCategory category, Draft draft, LaunchPlan plan)
    {
        var noun = quota.Group is { } group ? Nouns(plan, group) : Noun(category);
        var shared = quota.Group is { } key && plan.Scheme.Categories.Count(c => c.Quotas.Any(q => q.Group == key)) > 1 ? " (tính chung)" : "";
        if (quota.OutsideQuota)
            return $"không tính vào số lượng đề nghị của đơn vị{Reasons(quota)}";
        if (quota.AllottedByCity)
            return $"theo phân bổ của {draft.Wording.CityAppraiser}".TrimEnd();
        List<string> parts = [];
        if (quota.ShareOfParticipants is { } share)
            parts.Add($"{Who(quota, draft)} không quá {Number(share)}% số {noun} tham gia phong trào{(quota.AtLeast > 0 ? $", được đề nghị ít nhất {quota.AtLeast:00} {noun}" : "")}{shared}");
        if (quota.AtMost is { } most)
            parts.Add($"{Who(quota, draft)} không quá {most:00} {noun}{shared}");
        if (quota.AtMostWithFlagNominee is { } raised)
            parts.Add($"đơn vị có tập thể được đề nghị tặng Cờ thi đua được đề nghị {(quota.FlagRaise == FlagRaise.OnTop ? "thêm " : "")}không quá {raised:00} {noun}");
        if (quota.PerUnit.Length > 0)
            parts.Add($"riêng {string.Join(", ", quota.PerUnit.Select(unit => $"{plan.UnitNames.GetValueOrDefault(unit.UnitCode, $"đơn vị mã {unit.UnitCode}")} không quá {unit.AtMost:00} {noun}"))}");
        return string.Join("; ", parts);
    }

    private static string Who(Quota quota, Draft draft) => quota.Scope switch
    {
        QuotaScope.City => "trong toàn thành phố",
        QuotaScope.CityBlock => "mỗi khối xếp hạng của thành phố",
        QuotaScope.SubUnit => "mỗi phòng, đơn vị đề nghị",
        _ when draft.ProposingUnit.IsCommuneLevel => "đề nghị",
        _ => "mỗi địa phương, đơn vị đề nghị",
    };

    private static string Reasons(Quota quota) => quota.Reasons switch
    {
        [] => "",
        [var only] => $", do {Continued(Bare(only.Text))}",
        var several => $", thuộc một trong các trường hợp: {string.Join("; ", several.Select(reason => Continued(Bare(reason.Text))))}",
    };

    private static string Nouns(LaunchPlan plan, string group) =>
        string.Join(" hoặc ", plan.Scheme.Categories.Where(c => c.Quotas.Any(q => q.Group == group)).Select(Noun).Distinct());

    private static string Noun(AwardCategory category) => category.Recipient == Recipient.Collective ? "tập thể" : "cá nhân";
}
