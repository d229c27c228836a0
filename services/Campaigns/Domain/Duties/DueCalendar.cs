using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>What the duties of one campaign are worked out from.</summary>
/// <param name="Campaign">The campaign, with its plan in force.</param>
/// <param name="Units">Active units directly below the launching one.</param>
/// <param name="Blocks">Emulation blocks of the launching unit.</param>
/// <param name="Rhythms">Rhythms set for reports whose plan says only “định kỳ”.</param>
internal sealed record DutyGround(Campaign Campaign, IReadOnlyList<string> Units, IReadOnlyList<EmulationBlock> Blocks, IReadOnlyList<DutyRhythm> Rhythms);

/// <summary>A rhythm set later for a report without one.</summary>
internal record DutyRhythm(string Key, int EveryMonths, DateOnly From, int DueDays);

/// <summary>From the plan of a campaign to what each unit owes for each period. A pure function: same plan, same units, same answer.</summary>
internal static class DueCalendar
{
    private const int DaysForOwnPlan = 30;

    /// <summary>All duties of the calendar years asked for, none of them done yet.</summary>
    public static IEnumerable<Due> Of(DutyGround ground, int fromYear, int toYear)
    {
        // Plans stored before their items had keys are given them on reading.
        var plan = ground.Campaign.Plan.Keyed();
        var years = Enumerable.Range(plan.FromYear, plan.ToYear - plan.FromYear + 1).Where(y => y >= fromYear && y <= toYear).ToList();
        return
        [
            .. from report in plan.Reports
               from year in years
               from when in OfReport(plan, report, year, ground.Rhythms)
               from owner in Owners(ground, report.Owes ?? new(DutyOwner.Offices), when.Period)
               let receiver = report.ReceiverUnitCode ?? plan.UnitCode
               where owner.Unit != receiver || receiver == plan.UnitCode
               select At(ground, DueKind.Report, report.Key!, report.Clause, report.Text, owner, receiver, year, when, report.Conditional),
            .. from task in plan.Tasks
               from year in years
               from when in OfTask(plan, task, year)
               from owner in Owners(ground, task.Owes ?? new(DutyOwner.LaunchingUnit), when.Period)
               select At(ground, DueKind.Task, task.Key!, task.Clause, task.Text, owner, plan.UnitCode, year, when, task.Conditional),
            .. from role in plan.Roles.Where(r => r.OwnPlan)
               let when = OfOwnPlan(ground.Campaign, role)
               let year = plan.FromYear
               where years.Contains(year)
               from owner in Owners(ground, role.Owes ?? new(DutyOwner.Offices), when.Period)
               select At(ground, DueKind.UnitPlan, role.Key!, role.Clause, role.Text, owner, plan.UnitCode, year, when, false),
            .. from deadline in CampaignDeadline.Of(ground.Campaign)
               let year = deadline.Year == 0 ? plan.ToYear : deadline.Year
               where years.Contains(year)
               let period = deadline.Year == 0 ? DutyPeriod.Campaign(plan.FromYear, plan.ToYear) : DutyPeriod.Year(year)
               let city = deadline.Stage == DeadlineStage.City
               from unit in city ? [plan.UnitCode] : ground.Units
               select new Due(
                   $"{deadline.Category}/{(city ? "city" : "internal")}", DueKind.DossierDeadline, ground.Campaign.Id, plan.Code, deadline.Clause, deadline.CategoryName, unit,
                   city ? Auth.CityUnit : plan.UnitCode, year, period.Code, VietnamTime.StartOf(deadline.LastDay.AddDays(1)), Conditional: true, DoneAt: null),
        ];
    }

    private static Due At(DutyGround ground, DueKind kind, string key, string clause, string text, Owner owner, string receiver, int year, When when, bool conditional) => new(
        owner.Block is { } block ? $"{key}@{block.Code}" : key, kind, ground.Campaign.Id, ground.Campaign.Code, clause, owner.Block is { } of ? $"{text} ({of.Name})" : text, owner.Unit, receiver,
        year, when.Period.Code,
        // What was over before the launch can still be recorded, but nobody is late with it.
        when.TooLate <= ground.Campaign.LaunchedAt ? null : when.TooLate, conditional, DoneAt: null);

    private static IEnumerable<When> OfReport(CampaignPlan plan, PlanReport report, int year, IReadOnlyList<DutyRhythm> rhythms) => report.Schedule switch
    {
        ReportSchedule.Yearly => [Asked(DutyPeriod.Year(year), report.Quarter, report.Before, report.Clause, year)],
        ReportSchedule.HalfYearly => Halves(report.Quarter, report.Before, report.Clause, year),
        ReportSchedule.HalfYearAndYear => [Asked(DutyPeriod.Half(year, 1), null, null, report.Clause, year), Asked(DutyPeriod.Year(year), report.Quarter, report.Before, report.Clause, year)],
        ReportSchedule.Quarterly => Enumerable.Range(1, 4).Where(q => report.Quarter is null || report.Quarter == q)
            .Select(q => Asked(DutyPeriod.Quarter(year, q), null, q == 4 || report.Quarter == q ? report.Before : null, report.Clause, year)),
        ReportSchedule.SchoolYearly => [Asked(DutyPeriod.SchoolYear(year - 1), report.Quarter, report.Before, report.Clause, year)],
        ReportSchedule.Once => year == plan.ToYear ? [Asked(DutyPeriod.Campaign(plan.FromYear, plan.ToYear), report.Quarter, report.Before, report.Clause, year)] : [],
        ReportSchedule.EveryMonths => Months(new DutyRhythm(report.Key!, report.EveryMonths ?? 12, new(plan.FromYear, 1, 1), 0), plan, year),
        _ => rhythms.FirstOrDefault(r => r.Key == report.Key) is { } rhythm ? Months(rhythm, plan, year) : [],
    };

    private static IEnumerable<When> OfTask(CampaignPlan plan, PlanTask task, int year) => (task.Period ?? (task.Quarter is null ? TaskPeriod.Year : TaskPeriod.Quarter)) switch
    {
        TaskPeriod.Quarter => (task.Quarter is { } q ? [q] : Enumerable.Range(1, 4)).Select(n => Asked(DutyPeriod.Quarter(year, n), n, task.Before, task.Clause, year)),
        TaskPeriod.HalfYear => Halves(task.Quarter, task.Before, task.Clause, year),
        // A school year is dealt with from its second half on until the next one has begun: that of 2025-2026 in quarters I to III of 2026.
        TaskPeriod.SchoolYear => [Asked(DutyPeriod.SchoolYear(task.Quarter == 4 ? year : year - 1), task.Quarter ?? 2, task.Before, task.Clause, year)],
        TaskPeriod.Campaign => year == plan.ToYear ? [Asked(DutyPeriod.Campaign(plan.FromYear, plan.ToYear), task.Quarter, task.Before, task.Clause, year)] : [],
        _ => [Asked(DutyPeriod.Year(year), task.Quarter, task.Before, task.Clause, year)],
    };

    /// <summary>A half-year is looked back on in the quarter that ends it or the one after.</summary>
    private static IEnumerable<When> Halves(int? quarter, DayOfYear? before, string clause, int year) => quarter switch
    {
        null => [Asked(DutyPeriod.Half(year, 1), null, null, clause, year), Asked(DutyPeriod.Half(year, 2), null, before, clause, year)],
        1 => [Asked(DutyPeriod.Half(year - 1, 2), 1, before, clause, year)],
        4 => [Asked(DutyPeriod.Half(year, 2), 4, before, clause, year)],
        _ => [Asked(DutyPeriod.Half(year, 1), quarter, before, clause, year)],
    };

    private static IEnumerable<When> Months(DutyRhythm rhythm, CampaignPlan plan, int year)
    {
        var end = new DateOnly(plan.ToYear, 12, 31);
        for (var first = rhythm.From; first <= end; first = first.AddMonths(rhythm.EveryMonths))
        {
            var last = first.AddMonths(rhythm.EveryMonths).AddDays(-1);
            var period = DutyPeriod.Days(first, last < end ? last : end);
            if (period.To.Year == year)
                yield return new When(period, VietnamTime.StartOf(period.To.AddDays(rhythm.DueDays + 1)));
        }
    }

    /// <summary>The day that the plan prints, read strictly; else the end of the quarter asked for; else of the quarter in which the period ends.</summary>
    private static When Asked(DutyPeriod period, int? quarter, DayOfYear? before, string clause, int year) => new(period,
        before is not null ? new Deadline { EveryYear = new YearlyDay { Month = before.Month, Day = before.Day, YearsAfter = before.YearsAfter }, Clause = clause }.TooLateFrom(year)!.Value
        : DutyPeriod.AfterQuarterOf(quarter is { } q ? new DateOnly(year, q * 3, 1) : period.To));

    private static When OfOwnPlan(Campaign campaign, PlanRole role)
    {
        var plan = campaign.Plan;
        var period = DutyPeriod.Campaign(plan.FromYear, plan.ToYear);
        if (role.Before is not null)
            return Asked(period, null, role.Before, role.Clause, plan.FromYear);
        var launched = VietnamTime.DateOf(campaign.LaunchedAt ?? VietnamTime.StartOf(period.From)).AddDays(DaysForOwnPlan);
        return new(period, DutyPeriod.AfterQuarterOf(launched > period.From ? launched : period.From));
    }

    private static IEnumerable<Owner> Owners(DutyGround ground, PlanOwes owes, DutyPeriod period)
    {
        var plan = ground.Campaign.Plan;
        return owes.Who switch
        {
            DutyOwner.Offices => ground.Units.Select(u => new Owner(u)),
            DutyOwner.Units => (owes.Units ?? []).Distinct().Select(u => new Owner(u)),
            DutyOwner.BlockHeads => ground.Blocks.Where(b => b.Active && (b.PeriodKind == EmulationPeriodKind.SchoolYear) == IsSchoolYear(period) && b.From <= period.To && b.To >= period.From)
                .Select(b => new Owner(b.HeadUnitCode, b)),
            DutyOwner.StandingSection => [new Owner(plan.StandingUnitCode ?? plan.UnitCode)],
            _ => [new Owner(plan.UnitCode)],
        };
    }

    private static bool IsSchoolYear(DutyPeriod period) => period.Code == string.Create(CultureInfo.InvariantCulture, $"{period.From.Year}-{period.From.Year + 1}");

    private sealed record When(DutyPeriod Period, DateTimeOffset TooLate);

    private sealed record Owner(string Unit, EmulationBlock? Block = null);
}
