using System.Text.RegularExpressions;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Whether reports, tasks and roles say enough to work out who owes what by when.</summary>
internal static partial class DutyCheck
{
    private const int MaxUnits = 200;
    private static readonly string[] TaskDocuments = ["KH", "CT"];

    public static void Run(CampaignPlan plan, Findings found)
    {
        found.ErrorIf(plan.StandingUnitCode is { } standing && !Within(plan, standing), "/standingUnitCode", "Cơ quan thường trực là đơn vị phát động hoặc đơn vị trực thuộc.");
        found.Each("/reports", plan.Reports, PlanCheck.MaxList, (at, r) => Report(plan, at, r, found));
        found.Each("/tasks", plan.Tasks, PlanCheck.MaxList, (at, t) => Task(plan, at, t, found));
        found.Each("/roles", plan.Roles, PlanCheck.MaxList, (at, r) =>
        {
            ClauseAndText(at, r.Clause, r.Text, found);
            found.Text($"{at}/unit", r.Unit, 500);
            Common(plan, at, r.Key, r.Owes, r.Before, found);
            found.ErrorIf(r.Before is not null && !r.OwnPlan, $"{at}/before", "Chỉ ghi ngày khi đơn vị phải lập chương trình, kế hoạch riêng (ownPlan).");
        });
        found.Unique("/reports", plan.Reports, r => r.Key, "Khóa báo cáo bị trùng.", "/key");
        found.Unique("/tasks", plan.Tasks, t => t.Key, "Khóa nhiệm vụ bị trùng.", "/key");
        found.Unique("/roles", plan.Roles, r => r.Key, "Khóa phân công bị trùng.", "/key");
    }

    private static void Report(CampaignPlan plan, string at, PlanReport r, Findings found)
    {
        ClauseAndText(at, r.Clause, r.Text, found);
        found.TextIfAny($"{at}/receiver", r.Receiver, 500);
        found.TextIfAny($"{at}/through", r.Through, 500);
        Common(plan, at, r.Key, r.Owes, r.Before, found);
        found.ErrorIf(r.Quarter is < 1 or > 4, $"{at}/quarter", "Quý từ 1 đến 4.");
        found.ErrorIf(r.EveryMonths is < 1 or > 12, $"{at}/everyMonths", "Từ 1 đến 12 tháng.");
        found.ErrorIf((r.Schedule == ReportSchedule.EveryMonths) != r.EveryMonths.HasValue, $"{at}/everyMonths", "Số tháng chỉ đi với, và phải có với, báo cáo theo tháng (everyMonths).");
        foreach (var (field, code) in new[] { ("receiverUnitCode", r.ReceiverUnitCode), ("throughUnitCode", r.ThroughUnitCode) })
            found.ErrorIf(code is not null && (code.Length > 40 || !UnitCode().IsMatch(code)), $"{at}/{field}", "Mã đơn vị không hợp lệ.");
        if (r.Schedule == ReportSchedule.Unset)
            found.ErrorIf(r.Before is not null || r.Quarter is not null, at, "Báo cáo chưa rõ kỳ thì không có ngày, không có quý.");
    }

    private static void Task(CampaignPlan plan, string at, PlanTask t, Findings found)
    {
        ClauseAndText(at, t.Clause, t.Text, found);
        found.ErrorIf(t.Quarter is < 1 or > 4, $"{at}/quarter", "Quý từ 1 đến 4.");
        found.ErrorIf(t.DocumentType is not null && !TaskDocuments.Contains(t.DocumentType), $"{at}/documentType", "Loại văn bản là KH hoặc CT.");
        found.ErrorIf(t.DocumentType is not null && t.Conference is not null, $"{at}/conference", "Nhiệm vụ kết thúc bằng văn bản hoặc bằng hội nghị.");
        Common(plan, at, t.Key, t.Owes, t.Before, found);
    }

    private static void ClauseAndText(string at, string clause, string text, Findings found)
    {
        found.Clause(at, clause);
        found.Text($"{at}/text", text, PlanCheck.MaxText);
    }

    private static void Common(CampaignPlan plan, string at, string? key, PlanOwes? owes, DayOfYear? before, Findings found)
    {
        found.ErrorIf(key is not null && (key.Length > CriterionKeys.MaxLength || !KeyForm().IsMatch(key)), $"{at}/key", $"Khóa gồm chữ thường không dấu, chữ số, gạch nối; dài không quá {CriterionKeys.MaxLength} ký tự.");
        if (before is not null)
        {
            SchemeCheck.Day($"{at}/before", before.Month, before.Day, found);
            found.ErrorIf(before.YearsAfter is < 0 or > 2, $"{at}/before/yearsAfter", "Từ 0 đến 2 năm.");
        }
        if (owes is null)
            return;
        found.ErrorIf((owes.Who == DutyOwner.Units) != (owes.Units is { Length: > 0 }), $"{at}/owes/units", "Danh sách đơn vị chỉ đi với, và phải có với, “units”.");
        found.Each($"{at}/owes/units", owes.Units, MaxUnits, (unit, code) => found.ErrorIf(!Within(plan, code), unit, "Phải là đơn vị phát động hoặc đơn vị trực thuộc."));
    }

    private static bool Within(CampaignPlan plan, string code) =>
        code == plan.UnitCode || (code.Length <= 40 && UnitCode().IsMatch(code) && (plan.Level == CampaignLevel.City || code.StartsWith(plan.UnitCode + "-", StringComparison.Ordinal)));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyForm();

    [GeneratedRegex("^[0-9]{2,5}(-[A-Z0-9]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex UnitCode();
}
