using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Whether an award scheme can be judged by: keys, deadlines, quotas, dossiers, standards.</summary>
internal static partial class SchemeCheck
{
    private const int MaxCategories = 100;

    public static void Run(CampaignPlan plan, Findings found)
    {
        const string at = "/scheme/categories";
        if (plan.Scheme.Categories is not { Length: > 0 } categories)
        {
            found.Warn(at, "C-18", "Kế hoạch chưa có hạng mục khen thưởng nào: chưa thể đề nghị khen thưởng.");
            return;
        }
        found.Each(at, categories, MaxCategories, (pointer, category) => Category(pointer, plan, category, found));
        QuotaCheck.Groups(at, categories, found);
        found.Unique(at, categories, c => c.Key, "Khóa này đã dùng cho hạng mục ở trên.", "/key");
    }

    /// <summary>A day of the year that exists; the 29th of February stands for the last of the month in other years.</summary>
    public static void Day(string pointer, int month, int day, Findings found)
    {
        if (month is < 1 or > 12)
            found.Error($"{pointer}/month", "Tháng từ 1 đến 12.");
        else if (day < 1 || day > DateTime.DaysInMonth(2024, month))
            found.Error($"{pointer}/day", $"Tháng {month} không có ngày {day}.");
        else if (month == 2 && day == 29)
            found.Warn($"{pointer}/day", "C-01", "Năm không nhuận sẽ tính là ngày 28/02.");
    }

    private static void Category(string at, CampaignPlan plan, AwardCategory category, Findings found)
    {
        found.ErrorIf(category.Key.Length > 60 || !CategoryKey().IsMatch(category.Key), $"{at}/key", "Khóa gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá 60 ký tự.");
        found.Text($"{at}/name", category.Name, 500);
        found.Clause(at, category.Clause);
        found.ErrorIf(category.Award.Code.Length > 60 || !CategoryKey().IsMatch(category.Award.Code), $"{at}/award/code", "Mã gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá 60 ký tự.");
        found.Text($"{at}/award/name", category.Award.Name, 300);
        AwardCatalogue.Check(at, category, found);
        var inner = Deadline($"{at}/internalDeadline", category.InternalDeadline, found);
        var city = Deadline($"{at}/cityDeadline", category.CityDeadline, found);
        if (category.Cadence == Cadence.Unplanned && (category.InternalDeadline ?? category.CityDeadline) is not null)
            found.Warn(at, "C-28", "Khen thưởng đột xuất không có hạn gửi hồ sơ.");
        if (inner && city && InternalNotBeforeCity(plan, category))
            found.Warn($"{at}/internalDeadline", "C-03", "Hạn nội bộ không sớm hơn hạn gửi thành phố.");
        QuotaCheck.Run(at, category, found);
        Dossier(at, category, found);
        Council(at, category, found);
        StandardCheck.Run($"{at}/standard", plan, category, found);
    }

    /// <summary>True when the deadline is there and sound.</summary>
    private static bool Deadline(string at, Deadline? deadline, Findings found)
    {
        if (deadline is null)
            return false;
        found.Clause(at, deadline.Clause);
        if (deadline.Date is null == deadline.EveryYear is null)
        {
            found.Error(at, "Ghi đúng một trong hai: ngày cụ thể (date) hoặc ngày hằng năm (everyYear).");
            return false;
        }
        if (deadline.Date is { } date)
        {
            found.Within($"{at}/date", date.Year, 2000, 2105);
            return true;
        }
        var day = deadline.EveryYear!;
        Day($"{at}/everyYear", day.Month, day.Day, found);
        found.Within($"{at}/everyYear/yearsAfter", day.YearsAfter, 0, 2);
        return day is { Month: >= 1 and <= 12, Day: >= 1, YearsAfter: >= 0 and <= 2 } && day.Day <= DateTime.DaysInMonth(2024, day.Month);
    }

    private static bool InternalNotBeforeCity(CampaignPlan plan, AwardCategory category) =>
        plan.FromYear is >= 2000 and <= 2100 && plan.ToYear is >= 2000 and <= 2100
        && new[] { plan.FromYear, plan.ToYear }.Any(year => category.InternalDeadline.TooLateFrom(year) >= category.CityDeadline.TooLateFrom(year));

    private static void Dossier(string category, AwardCategory of, Findings found)
    {
        found.Each($"{category}/dossier", of.Dossier, 30, (at, part) =>
        {
            found.ErrorIf(part.Key.Length > 60 || !CategoryKey().IsMatch(part.Key), $"{at}/key", "Khóa gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá 60 ký tự.");
            found.Text($"{at}/name", part.Name, 300);
            found.Clause(at, part.Clause);
            found.ErrorIf(part.Originals is < 0 or > 10, $"{at}/originals", "Phải từ 0 đến 10 bộ.");
            found.ErrorIf(part.Minutes is not null && !part.Key.StartsWith("bien-ban", StringComparison.Ordinal), $"{at}/minutes", "Chỉ dùng cho thành phần biên bản (bien-ban).");
        });
        found.Unique($"{category}/dossier", of.Dossier, p => p.Key, "Thành phần hồ sơ này đã có ở trên.", "/key");
    }

    private static void Council(string category, AwardCategory of, Findings found)
    {
        if (of.Council is not { } council)
            return;
        var at = $"{category}/council";
        found.Clause(at, council.Clause);
        found.ErrorIf(council.Quorum is < 0 or > 1, $"{at}/quorum", "Tỷ lệ từ 0 đến 1.");
        found.ErrorIf(council.Threshold is <= 0 or > 1, $"{at}/threshold", "Tỷ lệ lớn hơn 0, không quá 1.");
        CouncilFloor.Run(at, of.Award, council, found);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    internal static partial Regex CategoryKey();
}
