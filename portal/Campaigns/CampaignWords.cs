using System.Globalization;
using Emulation.Portal.Clients;
using Emulation.Portal.Nominating;
using Emulation.Portal.Scoring;

namespace Emulation.Portal.Campaigns;

/// <summary>A plan in the words in which people read it.</summary>
internal static class CampaignWords
{
    public static readonly (string Code, string Name)[] States = [("draft", "Dự thảo"), ("launched", "Đang thực hiện"), ("closed", "Đã kết thúc")];

    /// <summary>States of a nomination that is not yet decided.</summary>
    public static readonly string[] UnderWay = ["draft", "submitted", "returned", "agreed", "forwarded", "appraised"];

    public static string State(string code) => States.FirstOrDefault(s => s.Code == code).Name ?? code;

    public static string Action(string code) => code switch
    {
        "drafted" => "Lập dự thảo", "edited" => "Sửa dự thảo", "launched" => "Phát động", "amended" => "Điều chỉnh", "closed" => "Kết thúc", _ => code,
    };

    public static string Years(int from, int to) => from == to ? $"năm {from}" : $"giai đoạn {from}–{to}";

    /// <summary>What is odd in a plan, with the thing that it is about.</summary>
    public static string Warning(PlanWarningAnswer warning, FullPlanAnswer plan) => warning.Pointer.Split('/')[1..] switch
    {
        ["scheme", "categories", var at, ..] when int.TryParse(at, CultureInfo.InvariantCulture, out var i) && i < plan.Scheme.Categories.Length => $"Hạng mục “{plan.Scheme.Categories[i].Name}”: {warning.Detail}",
        ["criteria", var at, ..] when int.TryParse(at, CultureInfo.InvariantCulture, out var i) && i < plan.Criteria.Length => $"Tiêu chí “{plan.Criteria[i].Text.TrimEnd('.')}”: {warning.Detail}",
        _ => warning.Detail,
    };

    public static string Cadence(string code) => code switch { "yearly" => "Hằng năm", "period" => "Tổng kết giai đoạn", "unplanned" => "Đột xuất", _ => code };

    public static string Recipient(string code) => Words.Of(code);

    /// <summary>A deadline as plans print it: trước ngày 15/02 hằng năm, của năm sau năm xét.</summary>
    public static string Deadline(PlanDeadlineAnswer? deadline) => deadline switch
    {
        { Date: { } date } => $"{Boundary(deadline.Boundary)} ngày {Words.Date(date)}",
        { EveryYear: { } day } => $"{Boundary(deadline.Boundary)} ngày {DayMonth(day.Day, day.Month)} hằng năm, {YearsAfter(day.YearsAfter)}",
        _ => "không quy định",
    };

    public static string Boundary(string code) => code == "strict" ? "trước" : "hết";

    public static string YearsAfter(int years) => years switch { 0 => "ngay trong năm xét", 1 => "của năm sau năm xét", _ => $"sau năm xét {years} năm" };

    public static string DayMonth(int day, int month) => string.Create(CultureInfo.InvariantCulture, $"{day:00}/{month:00}");

    /// <summary>How many, counted where: “mỗi đơn vị đề nghị tối đa 1 tập thể”.</summary>
    public static string Quota(PlanQuotaAnswer quota, FullCategoryAnswer category, IEnumerable<FullCategoryAnswer> all, IReadOnlyDictionary<string, string> units)
    {
        var what = category.Recipient == "collective" ? "tập thể" : "cá nhân";
        var text = quota switch
        {
            { OutsideQuota: true } => $"Ngoài chỉ tiêu, không giới hạn số lượng{(quota.Reasons.Length == 0 ? "" : "; mỗi đề nghị nêu một lý do: " + string.Join(" ", quota.Reasons.Select(r => r.Text)))}",
            { AllottedByCity: true } => $"{Scope(quota.Scope)} theo số lượng thành phố phân bổ; chưa phân bổ thì chưa đề nghị được",
            { ShareOfParticipants: { } share } => $"{Scope(quota.Scope)} không quá {Numbers.Show(share)}% số {what} tham gia{(quota.AtLeast > 0 ? $", ít nhất {quota.AtLeast}" : "")}",
            _ => $"{Scope(quota.Scope)} tối đa {quota.AtMost} {what}",
        };
        if (quota.AtMostWithFlagNominee is { } flag)
            text += $"; khi có tập thể được đề nghị Cờ thi đua thì {(quota.FlagRaise == "onTop" ? "thêm" : "tối đa")} {flag} {what}";
        if (quota.PerUnit.Length > 0)
            text += $"; riêng {string.Join(", ", quota.PerUnit.Select(u => $"{units.GetValueOrDefault(u.UnitCode, u.UnitCode)}: {u.AtMost}"))}";
        if (quota.Group is { } group && all.Where(c => c.Key != category.Key && c.Quotas.Any(q => q.Group == group)).Select(c => $"“{c.Name}”").ToArray() is { Length: > 0 } others)
            text += $"; tính chung với {string.Join(", ", others)}";
        return text.TrimEnd('.') + ".";
    }

    private static string Scope(string code) => code switch
    {
        "proposingUnit" => "Mỗi đơn vị trình thành phố", "subUnit" => "Mỗi phòng, đơn vị", "cityBlock" => "Mỗi khối xếp hạng trong toàn thành phố", "city" => "Toàn thành phố", _ => code,
    };

    public static string Owes(OwesAnswer? owes, IReadOnlyDictionary<string, string> units, string otherwise) => owes?.Who switch
    {
        null => otherwise, "offices" => "mọi đơn vị trực thuộc", "blockHeads" => "trưởng các khối thi đua", "standingSection" => "cơ quan thường trực", "launchingUnit" => "đơn vị phát động",
        "units" => string.Join(", ", (owes.Units ?? []).Select(u => units.GetValueOrDefault(u, u))), _ => owes.Who,
    };

    public static string Report(PlanReportAnswer r)
    {
        var rhythm = r.Schedule switch
        {
            "yearly" => "hằng năm", "halfYearly" => r.Quarter is 2 ? "6 tháng đầu năm" : r.Quarter is 4 ? "6 tháng cuối năm" : "6 tháng một lần", "halfYearAndYear" => "6 tháng và cả năm", "quarterly" => "hằng quý",
            "schoolYearly" => "theo năm học", "once" => "một lần, cả phong trào", "everyMonths" => $"{r.EveryMonths} tháng một lần", "unset" => "định kỳ, kế hoạch chưa ghi kỳ", _ => r.Schedule,
        };
        return rhythm + Before(r.Before) + (r.Conditional ? ", nếu có" : "");
    }

    public static string Task(PlanTaskAnswer t)
    {
        var when = t.Quarter is { } quarter ? $"quý {Roman[quarter - 1]}" : t.Period switch { "halfYear" => "mỗi nửa năm", "quarter" => "hằng quý", "schoolYear" => "theo năm học", "campaign" => "cả phong trào", _ => "trong năm" };
        return when + Before(t.Before) + (t.Conditional ? ", nếu có" : "");
    }

    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private static string Before(DayOfYearAnswer? day) => day is null ? "" : $", trước ngày {DayMonth(day.Day, day.Month)}{(day.YearsAfter == 0 ? "" : " năm sau")}";

    /// <summary>What is to be reached: “trên 80%”.</summary>
    public static string Target(PlanCriterionAnswer c, ClassScaleAnswer[] scales)
    {
        if (c.Class is { } grade)
            return $"từ mức “{scales.FirstOrDefault(s => s.Key == grade.Scale)?.Classes.FirstOrDefault(k => k.Key == grade.AtLeast)?.Name ?? grade.AtLeast}”";
        if (c.Rank is { } rank)
            return $"{rank.Name}{(rank.BlockName is { } block ? $", {block}" : "")}{(rank.Tops.Length == 0 ? " (kế hoạch không nêu số hạng)" : $": {Tops(rank.Tops)}")}";
        if (c.Value is not { } value)
            return "đánh giá bằng lời";
        var by = c.Operator switch { "greaterOrEqual" => "từ", "greater" => "trên", "equal" => value == 0 ? "bằng" : "đạt", "lessOrEqual" => "không quá", "less" => "dưới", _ => "" };
        return $"{by} {WithUnit(value, c.Unit)}{(c.Aim is { } aim ? $", phấn đấu {WithUnit(aim, c.Unit)}" : "")}".Trim();
    }

    private static string WithUnit(decimal value, string? unit) => unit == "%" ? $"{Numbers.Show(value)}%" : $"{Numbers.Show(value)} {unit}".Trim();

    public static string Tops(TopAnswer[] tops) => string.Join("; ", tops.Select(t => $"{(t.Block == "*" ? tops.Length == 1 ? "mọi khối" : "khối khác" : $"khối {Words.Block(t.Block)}")}: hạng 1–{t.Rank}"));

    /// <summary>What a condition asks beyond its sentence; null when the sentence says all.</summary>
    public static string? Asks(ConditionAnswer c) => c.Kind switch
    {
        "indexRank" => $"Chỉ số năm {(c.Year is { } year ? $"{year}" : "xét khen")}, {Tops(c.Tops)}",
        "yearsInTop" => $"Ít nhất {c.AtLeast} năm trong {c.FromYear}–{c.ToYear}, không cần liên tục; {Tops(c.Tops)}",
        "leadsBlock" => c.FromYear is { } from ? $"Đứng đầu khối ít nhất {c.AtLeast} năm trong {from}–{c.ToYear}" : "Đứng đầu khối năm xét khen",
        "leadsOffices" => "Theo bảng xếp hạng của các phòng, đơn vị thuộc cấp xã",
        "initiatives" => $"Ít nhất {c.AtLeast} sáng kiến{string.Concat(new[] { c.Recognised ? ", đã được công nhận" : null, c.RecognisedBy is { } by ? $" bởi {NominatingWords.AttestersWithin([by])} hoặc cấp trên" : null, c.Applied ? ", đã áp dụng" : null, c.Replicable ? ", nhân rộng được" : null })}",
        "attested" when c.By.Length > 0 || c.EvidenceRequired => $"Xác nhận: {(c.By.Length == 0 ? "cơ quan có thẩm quyền" : NominatingWords.AttestersWithin(c.By))}{(c.EvidenceRequired ? ", kèm minh chứng" : "")}",
        "completionGrade" => $"Xếp loại từ: {Grade(c.AtLeast?.ToString())}",
        "directService" => $"Ít nhất {Numbers.Show(c.YearsAtLeast ?? 0)} năm trong {c.FromYear}–{c.ToYear}",
        "byLaw" => c.Basis,
        _ => null,
    };

    private static string Grade(string? code) => code switch
    {
        "completedOutstandingly" => "hoàn thành xuất sắc nhiệm vụ", "completedWell" => "hoàn thành tốt nhiệm vụ", "completed" => "hoàn thành nhiệm vụ", "notCompleted" => "không hoàn thành nhiệm vụ", _ => code ?? "",
    };
}
