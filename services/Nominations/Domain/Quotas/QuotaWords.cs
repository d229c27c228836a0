using System.Globalization;
using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Quotas;

/// <summary>A quota said in Vietnamese, the same wherever it is shown.</summary>
internal static class QuotaWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Say(QuotaWindow window) => Say(window.Quota, window.Category, window.Recipients);

    public static string Say(Quota quota, AwardCategory category, IReadOnlyList<Recipient> recipients)
    {
        var who = recipients.Count > 1 ? "trường hợp (tập thể hoặc cá nhân)" : Name(recipients[0]);
        var often = category.Cadence == Cadence.Period ? "trong cả giai đoạn" : "mỗi năm";
        if (quota.OutsideQuota)
            return "Ngoài chỉ tiêu" + (quota.Reasons.Length == 0 ? "" : $", khi có một trong các lý do: {string.Join("; ", quota.Reasons.Select(r => r.Text.TrimEnd('.')))}");
        if (quota.AllottedByCity)
            return "Theo phân bổ của Sở Nội vụ";
        if (quota.ShareOfParticipants is { } share)
            return $"{Whose(quota.Scope)} không quá {share.ToString("0.##", Vietnamese)}% số {who} tham gia phong trào {often}{(quota.AtLeast > 0 ? $", ít nhất {Number(quota.AtLeast)}" : "")}";
        return $"{Whose(quota.Scope)} không quá {Number(quota.AtMost ?? 0)} {who} {often}"
            + string.Concat(quota.PerUnit.Select(u => $"; riêng đơn vị {u.UnitCode} không quá {Number(u.AtMost)}"))
            + (quota.AtMostWithFlagNominee is not { } raised ? ""
                : quota.FlagRaise == FlagRaise.OnTop ? $"; có tập thể đề nghị tặng Cờ thi đua thì thêm {Number(raised)}"
                : $"; có tập thể đề nghị tặng Cờ thi đua thì không quá {Number(raised)}");
    }

    public static string Name(Recipient recipient) => recipient == Recipient.Collective ? "tập thể" : "cá nhân";

    /// <summary>As plans print small numbers: 01, 02 … 10.</summary>
    public static string Number(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Whose(QuotaScope scope) => scope switch
    {
        QuotaScope.ProposingUnit => "Mỗi đơn vị đề nghị",
        QuotaScope.SubUnit => "Mỗi phòng, ban, đơn vị trực thuộc đề nghị",
        QuotaScope.CityBlock => "Mỗi khối xếp hạng trong toàn thành phố được khen",
        _ => "Toàn thành phố khen",
    };
}
