using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Whether the quotas of a scheme can be counted by: one way to say how many, nothing that contradicts it.</summary>
internal static class QuotaCheck
{
    private const int Most = 100_000;

    public static void Run(string category, AwardCategory of, Findings found)
    {
        found.Each($"{category}/quotas", of.Quotas, 10, (at, quota) =>
        {
            found.Clause(at, quota.Clause);
            var ways = new[] { quota.AtMost is not null, quota.ShareOfParticipants is not null, quota.AllottedByCity, quota.OutsideQuota }.Count(w => w);
            found.ErrorIf(ways != 1, at, "Ghi đúng một trong bốn: số lượng tối đa (atMost), tỷ lệ người tham gia (shareOfParticipants), do thành phố phân bổ (allottedByCity), ngoài chỉ tiêu (outsideQuota).");
            found.ErrorIf(quota.AtMost is < 0 or > Most, $"{at}/atMost", $"Phải từ 0 đến {Most}.");
            Raise(at, quota, of, found);
            Share(at, quota, found);
            PerUnit(at, quota, found);
            Outside(at, quota, of, found);
            if (quota.Scope is QuotaScope.City or QuotaScope.CityBlock)
                found.ErrorIf(quota.AllottedByCity || quota.OutsideQuota, $"{at}/scope", "Phân bổ và ngoài chỉ tiêu tính theo đơn vị, không tính cho cả khối hoặc thành phố.");
            Group(at, quota, found);
        });
        found.Unique($"{category}/quotas", of.Quotas, q => q.OutsideQuota ? null : (QuotaScope?)q.Scope, "Phạm vi này đã có chỉ tiêu ở trên.", "/scope");
    }

    /// <summary>What is counted together must be limited alike.</summary>
    public static void Groups(string categories, AwardCategory[] all, Findings found)
    {
        var first = new Dictionary<(string, QuotaScope), (AwardCategory Category, Quota Quota)>();
        for (var i = 0; i < all.Length; i++)
            for (var j = 0; j < (all[i]?.Quotas?.Length ?? 0); j++)
            {
                if (all[i].Quotas[j] is not { Group: { } group } quota || first.TryAdd((group, quota.Scope), (all[i], quota)))
                    continue;
                var (category, other) = first[(group, quota.Scope)];
                found.ErrorIf(quota.AtMost != other.AtMost || quota.ShareOfParticipants != other.ShareOfParticipants || quota.AtLeast != other.AtLeast
                    || !Same(quota.PerUnit, other.PerUnit), $"{categories}/{i}/quotas/{j}/group", $"Nhóm “{group}” tính chung thì các hạng mục phải ghi cùng số lượng.");
                found.ErrorIf(all[i].Cadence != category.Cadence || all[i].Level != category.Level, $"{categories}/{i}/quotas/{j}/group", $"Nhóm “{group}” tính chung thì các hạng mục phải cùng cấp và cùng kỳ khen thưởng.");
            }
    }

    private static void Raise(string at, Quota quota, AwardCategory of, Findings found)
    {
        if (quota.AtMostWithFlagNominee is not { } withFlag)
        {
            found.ErrorIf(quota.FlagRaise != FlagRaise.InsteadOf, $"{at}/flagRaise", "Chỉ ghi khi có atMostWithFlagNominee.");
            return;
        }
        // Instead of the usual number it must not be smaller; on top of it any number will do.
        var tooSmall = quota.FlagRaise == FlagRaise.InsteadOf ? withFlag < quota.AtMost : withFlag < 0;
        found.ErrorIf(quota.AtMost is null || tooSmall || withFlag > Most, $"{at}/atMostWithFlagNominee", "Phải đi kèm atMost và không nhỏ hơn atMost (cộng thêm thì từ 0).");
        found.ErrorIf(of.Recipient != Recipient.Individual, $"{at}/atMostWithFlagNominee", "Chỉ áp dụng cho cá nhân.");
        found.ErrorIf(quota.Scope != QuotaScope.ProposingUnit, $"{at}/atMostWithFlagNominee", "Chỉ áp dụng cho chỉ tiêu của đơn vị đề nghị.");
    }

    private static void Share(string at, Quota quota, Findings found)
    {
        found.ErrorIf(quota.ShareOfParticipants is <= 0 or > 100, $"{at}/shareOfParticipants", "Phải lớn hơn 0 và không quá 100 phần trăm.");
        found.ErrorIf(quota.ShareOfParticipants is not null && quota.Scope is not (QuotaScope.ProposingUnit or QuotaScope.SubUnit), $"{at}/shareOfParticipants", "Chỉ áp dụng cho chỉ tiêu của đơn vị.");
        found.ErrorIf(quota.AtLeast is < 0 or > Most, $"{at}/atLeast", $"Phải từ 0 đến {Most}.");
        found.ErrorIf(quota.AtLeast != 0 && quota.ShareOfParticipants is null, $"{at}/atLeast", "Chỉ ghi khi có shareOfParticipants.");
    }

    private static void PerUnit(string at, Quota quota, Findings found)
    {
        found.Each($"{at}/perUnit", quota.PerUnit, 500, (unit, own) =>
        {
            found.Text($"{unit}/unitCode", own.UnitCode, 60);
            found.Within($"{unit}/atMost", own.AtMost, 0, Most);
        });
        found.Unique($"{at}/perUnit", quota.PerUnit, u => u.UnitCode, "Đơn vị này đã ghi ở trên.", "/unitCode");
        if (quota.PerUnit is { Length: > 0 })
            found.ErrorIf(quota.AtMost is null || quota.Scope is QuotaScope.City or QuotaScope.CityBlock, $"{at}/perUnit", "Phải đi kèm atMost cho các đơn vị còn lại, và chỉ áp dụng cho chỉ tiêu của đơn vị.");
    }

    private static void Outside(string at, Quota quota, AwardCategory of, Findings found)
    {
        found.Each($"{at}/reasons", quota.Reasons, 20, (reason, stated) =>
        {
            found.ErrorIf(stated.Key.Length > 60 || !SchemeCheck.CategoryKey().IsMatch(stated.Key), $"{reason}/key", "Khóa gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá 60 ký tự.");
            found.Text($"{reason}/text", stated.Text, 500);
        });
        found.Unique($"{at}/reasons", quota.Reasons, r => r.Key, "Lý do này đã ghi ở trên.", "/key");
        found.ErrorIf(quota.Reasons is { Length: > 0 } && !quota.OutsideQuota, $"{at}/reasons", "Chỉ ghi khi ngoài chỉ tiêu (outsideQuota).");
        found.ErrorIf(quota.OutsideQuota && of.Quotas.Length > 1, at, "Hạng mục ngoài chỉ tiêu không đi kèm chỉ tiêu khác.");
    }

    private static void Group(string at, Quota quota, Findings found)
    {
        if (quota.Group is not { } group)
            return;
        found.ErrorIf(group.Length > 60 || !SchemeCheck.CategoryKey().IsMatch(group), $"{at}/group", "Khóa gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá 60 ký tự.");
        found.ErrorIf(quota.AllottedByCity || quota.OutsideQuota || quota.AtMostWithFlagNominee is not null, $"{at}/group", "Chỉ tính chung được số lượng tối đa hoặc tỷ lệ.");
    }

    private static bool Same(UnitQuota[]? one, UnitQuota[]? other) => (one ?? []).ToHashSet().SetEquals(other ?? []);
}
