using System.Text.Json;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Tests;

/// <summary>Who owes what by when: worked out from the shipped plans, and at the edges of days, half-years and school years.</summary>
public sealed class DueCalendarTests
{
    private static readonly DateTimeOffset Launch = new(2026, 1, 10, 2, 0, 0, TimeSpan.Zero);
    private static readonly string[] Offices = ["VP", "VHXH", "KT"];

    private static DutyGround Ground(CampaignPlan plan, DateTimeOffset? launched = null, DutyRhythm[]? rhythms = null)
    {
        var unit = Unit.Register(new UnitEntry(plan.UnitCode, "Đơn vị", UnitKind.Ward, "31", "phuong", false));
        var campaign = Campaign.Draft(plan, unit, launched ?? Launch);
        Assert.Null(campaign.Launch(launched ?? Launch));
        EmulationBlock Block(string code, EmulationPeriodKind kind, DateOnly from, DateOnly to, string head) => EmulationBlock.Form(
            plan.UnitCode, code, kind, from.Year, new EmulationBlockState($"Khối {code}", null, from, to, head, plan.UnitCode, [], Active: true), Launch);
        return new DutyGround(campaign, [.. Offices.Select(o => $"{plan.UnitCode}-{o}")],
        [
            Block("khoi-1", EmulationPeriodKind.CalendarYear, new(2026, 1, 1), new(2026, 12, 31), $"{plan.UnitCode}-KT"),
            Block("khoi-2", EmulationPeriodKind.CalendarYear, new(2026, 1, 1), new(2026, 12, 31), $"{plan.UnitCode}-KT"),
            Block("khoi-3", EmulationPeriodKind.SchoolYear, new(2025, 9, 1), new(2026, 5, 31), $"{plan.UnitCode}-VP"),
        ], rhythms ?? []);
    }

    private static CampaignPlan Sample(string code) => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples", "plans"), "*.json")
        .Select(f => JsonSerializer.Deserialize<DraftCampaignRequest>(File.ReadAllText(f), Json.Options)!).Single(p => p.Code == code);

    private static CampaignPlan Plan(PlanReport[]? reports = null, PlanTask[]? tasks = null, PlanRole[]? roles = null, int to = 2026) => new()
    {
        Code = "D", Name = "D", UnitCode = "10532", Level = CampaignLevel.Ward, FromYear = 2026, ToYear = to, Reports = reports ?? [], Tasks = tasks ?? [], Roles = roles ?? [], StandingUnitCode = "10532-VHXH",
    };

    private static string Line(Due d) => $"{d.Kind} {d.UnitCode} {d.Period} {(d.TooLateFrom is { } late ? VietnamTime.DateOf(late).AddDays(-1).ToString("yyyy-MM-dd") : "-")} {d.ReceiverUnitCode}";

    /// <summary>One row for each rule of the plans: kind, who (offices counted), period, last day in time, receiver.</summary>
    [Theory]
    [InlineData("CVA-26/IV.1", "Report 10549-KT 2026 2026-12-31 10549", 3)]
    [InlineData("CVA-26/IV.2", "Task 10549 2026 2026-12-31 10549", 1)]
    [InlineData("CVA-26/V.2.1", "UnitPlan 10549-KT 2026..2026 2026-03-31 10549", 3)]
    [InlineData("CVA-26/V.2.2", "Report 10549-KT 2026 2026-12-31 10549", 3)]
    [InlineData("CVA-26/V.3.2", "Task 10549-VHXH 2026 2026-12-31 10549", 1)]
    [InlineData("HA-25/IV.1", "Report 11413-KT 2025 - 11413", 3)]
    [InlineData("HA-25/IV.2", "Task 11413 2025 - 11413", 1)]
    [InlineData("HA-25/V.2.1", "UnitPlan 11413-KT 2025..2025 2026-03-31 11413", 3)]
    [InlineData("HA-25/V.2.2", "Report 11413-KT 2025 - 11413", 3)]
    [InlineData("HA-25/V.3.2", "Task 11413-VHXH 2025 - 11413", 1)]
    [InlineData("CH-26-30/IV.1.2", "Report 11914-KT 2026 2026-11-19 11914", 20)]
    [InlineData("CH-26-30/IV.2.2", "Task 11914-VHXH 2027 2027-12-31 11914", 5)]
    [InlineData("LTN-TD-26/IV.1.a", "Task 10532 2026-Q1 2026-03-31 10532", 3)]
    [InlineData("LTN-TD-26/IV.1.d", "Task 10532-VHXH 2025-2026 2026-03-31 10532", 1)]
    [InlineData("LTN-TD-26/IV.1.đ", "Task 10532 2026-Q1 2026-03-31 10532", 1)]
    [InlineData("LTN-TD-26/IV.2.b", "Report 10532-KT 2026-H1 2026-06-30 10532", 5)]
    [InlineData("LTN-TD-26/IV.2.c", "Report 10532 2026-H1 2026-06-30 31", 2)]
    [InlineData("LTN-TD-26/IV.2.d", "Task 10532 2026-Q2 2026-06-30 10532", 1)]
    [InlineData("LTN-TD-26/IV.3.b", "Task 10532 2026-H1 2026-09-30 10532", 1)]
    [InlineData("LTN-TD-26/IV.3.c", "Task 10532-KT 2026-H1 2026-09-30 10532", 2)]
    [InlineData("LTN-TD-26/IV.3.e", "Task 10532 2026-Q3 2026-09-30 10532", 1)]
    [InlineData("LTN-TD-26/IV.4.b", "Task 10532-VHXH 2026-Q4 2026-12-31 10532", 1)]
    [InlineData("LTN-TD-26/IV.4.c", "Report 10532 2026 2026-12-31 31", 1)]
    [InlineData("LTN-TD-26/IV.4.d", "Report 10532 2026 2026-12-31 31", 1)]
    [InlineData("LTN-TD-26/IV.4.đ", "Task 10532-VHXH 2026-Q4 2026-12-31 10532", 1)]
    [InlineData("LTN-TD-26/IV.4.g", "Task 10532 2026 2027-01-31 10532", 1)]
    [InlineData("LTN-TD-26/IV.4.h", "Task 10532 2026-Q4 2026-12-31 10532", 1)]
    [InlineData("LTN-TD-26/V.2.3", "Report 10532-VHXH 2026-H1 2026-06-30 31", 2)]
    public void SamplePlan_EachRule_IsOwedByWhomForWhatByWhen(string rule, string expected, int count)
    {
        var dues = DueCalendar.Of(Ground(Sample(rule[..rule.IndexOf('/')])), 2020, 2040).Where(d => d.Clause == rule).ToList();

        Assert.Contains(expected, dues.Select(Line));
        Assert.Equal(count, dues.Count);
    }

    [Fact]
    public void Heads_OfTwoBlocks_OweForEachOfThem_AndSchoolYearBlocksOnTheirOwnCalendar()
    {
        // LTN-TD-26/IV.2.b, IV.3.c: one office is head of two blocks.
        var dues = DueCalendar.Of(Ground(Sample("LTN-TD-26")), 2026, 2026).Where(d => d.Clause == "LTN-TD-26/IV.2.b" && d.Key.Contains('@', StringComparison.Ordinal)).ToList();

        Assert.Equal(["iv-2-b-2@khoi-1", "iv-2-b-2@khoi-2"], dues.Select(d => d.Key));
        Assert.All(dues, d => Assert.Equal("10532-KT", d.UnitCode));
        Assert.EndsWith("(Khối khoi-1)", dues[0].Text, StringComparison.Ordinal);
        var school = Plan([new("X", "x", ReportSchedule.SchoolYearly, Owes: new(DutyOwner.BlockHeads))]);
        Assert.Equal(["Report 10532-VP 2025-2026 2026-06-30 10532"], DueCalendar.Of(Ground(school), 2026, 2026).Select(Line));
    }

    [Fact]
    public void Before20November_19thAt235959IsInTime_20thAt000000IsLate()
    {
        // CH-26-30/IV.1.2, C-02, C-21: a report date of every year, strictly before.
        var due = DueCalendar.Of(Ground(Sample("CH-26-30")), 2026, 2026).First(d => d.Clause == "CH-26-30/IV.1.2" && d.UnitCode == "11914-KT");
        var late = new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.FromHours(7));

        Assert.Equal(late, due.TooLateFrom);
        Assert.Equal(DueState.Done, (due with { DoneAt = late.AddSeconds(-1) }).StateAt(late.AddYears(1)));
        Assert.Equal(DueState.DoneLate, (due with { DoneAt = late }).StateAt(late.AddYears(1)));
        Assert.Equal(DueState.DueSoon, due.StateAt(late.AddSeconds(-1)));
        Assert.Equal(DueState.Overdue, due.StateAt(late));
        Assert.Equal(DueState.DueSoon, due.StateAt(late.AddDays(-14)));
        Assert.Equal(DueState.NotYetDue, due.StateAt(late.AddDays(-14).AddSeconds(-1)));
    }

    [Fact]
    public void Conditional_NeverOverdue_AndMayBeNotArising()
    {
        // LTN-TD-26/IV.1.đ, IV.2.d, IV.3.e, IV.4.h.
        var dues = DueCalendar.Of(Ground(Sample("LTN-TD-26")), 2026, 2026).Where(d => d is { Kind: DueKind.Task, Conditional: true }).ToList();

        Assert.Equal(["LTN-TD-26/IV.1.đ", "LTN-TD-26/IV.2.d", "LTN-TD-26/IV.3.e", "LTN-TD-26/IV.4.h"], dues.Select(d => d.Clause));
        var after = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.All(dues, d => Assert.Equal(d.TooLateFrom is null ? DueState.NotYetDue : DueState.Past, d.StateAt(after)));
        Assert.Contains(dues, d => d.TooLateFrom is not null);
        Assert.All(dues, d => Assert.Equal(DueState.Done, (d with { DoneAt = after }).StateAt(after)));
        Assert.All(dues, d => Assert.Equal(DueState.NotApplicable, (d with { DoneAt = after, NotArising = true }).StateAt(after)));
    }

    [Theory]
    [InlineData(ReportSchedule.HalfYearly, null, null, "2026-H1 2026-06-30;2026-H2 2026-12-31")]
    [InlineData(ReportSchedule.HalfYearly, 2, null, "2026-H1 2026-06-30")]
    [InlineData(ReportSchedule.HalfYearly, 3, null, "2026-H1 2026-09-30")]
    [InlineData(ReportSchedule.HalfYearly, 1, null, "2025-H2 2026-03-31")]
    [InlineData(ReportSchedule.Quarterly, null, null, "2026-Q1 2026-03-31;2026-Q2 2026-06-30;2026-Q3 2026-09-30;2026-Q4 2026-12-31")]
    [InlineData(ReportSchedule.HalfYearAndYear, null, null, "2026-H1 2026-06-30;2026 2026-12-31")]
    [InlineData(ReportSchedule.SchoolYearly, null, null, "2025-2026 2026-06-30")]
    [InlineData(ReportSchedule.Once, null, null, "2026..2026 2026-12-31")]
    [InlineData(ReportSchedule.EveryMonths, null, 5, "2026-01-01..2026-05-31 2026-05-31;2026-06-01..2026-10-31 2026-10-31;2026-11-01..2026-12-31 2026-12-31")]
    [InlineData(ReportSchedule.Unset, null, null, "")]
    public void Schedule_GivesItsPeriods(ReportSchedule schedule, int? quarter, int? months, string expected)
    {
        var plan = Plan([new("X", "x", schedule, Quarter: quarter, EveryMonths: months, Owes: new(DutyOwner.StandingSection))]);

        Assert.Equal(expected, string.Join(';', DueCalendar.Of(Ground(plan), 2026, 2026).Select(d => Line(d)["Report 10532-VHXH ".Length..^" 10532".Length])));
    }

    [Fact]
    public void Unset_OnceARhythmIsSet_IsOwedByIt()
    {
        // LTN-26-30/IV.2.2, C-21.
        var plan = Sample("LTN-26-30");
        Assert.DoesNotContain(DueCalendar.Of(Ground(plan), 2026, 2030), d => d.Clause == "LTN-26-30/IV.2.2");

        var dues = DueCalendar.Of(Ground(plan, rhythms: [new DutyRhythm("iv-2-2", 6, new(2026, 7, 1), 10)]), 2026, 2027).Where(d => d.Clause == "LTN-26-30/IV.2.2");

        Assert.Equal(["2026-07-01..2026-12-31 2027-01-10", "2027-01-01..2027-06-30 2027-07-10", "2027-07-01..2027-12-31 2028-01-10"],
            dues.Select(d => Line(d)["Report 10532-VHXH ".Length..^" 10532".Length]));
    }

    [Fact]
    public void OverBeforeTheLaunch_HasNoDeadline_AndALeapDayIsTheEndOfFebruary()
    {
        var plan = Plan(
            [new("X", "x", ReportSchedule.HalfYearly, Owes: new(DutyOwner.Units, ["10532-KT"]))],
            [new("Y", "y", Before: new DayOfYear(2, 29, 1), Period: TaskPeriod.Campaign)]);

        var dues = DueCalendar.Of(Ground(plan, new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)), 2026, 2026).Select(Line);

        Assert.Equal(["Report 10532-KT 2026-H1 - 10532", "Report 10532-KT 2026-H2 2026-12-31 10532", "Task 10532 2026..2026 2027-02-28 10532"], dues);
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-H1")]
    [InlineData("2026-Q4")]
    [InlineData("2025-2026")]
    [InlineData("2026..2030")]
    [InlineData("2026-03-01..2026-05-31")]
    public void Period_IsReadAsItIsSpelled(string code) => Assert.Equal(code, DutyPeriod.Read(code)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("2026-H3")]
    [InlineData("2026-Q0")]
    [InlineData("2026-2028")]
    [InlineData("2030..2026")]
    [InlineData("2026-02-30..2026-05-31")]
    [InlineData("2026-05-31..2026-05-01")]
    [InlineData("2026\n")]
    public void Period_Nonsense_IsNone(string code) => Assert.Null(DutyPeriod.Read(code));

    [Fact]
    public void SchoolYear_RunsFrom1SeptemberTo31May()
    {
        // C-33.
        Assert.Equal(new DutyPeriod("2025-2026", new(2025, 9, 1), new(2026, 5, 31)), DutyPeriod.SchoolYear(2025));
        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1)), (DutyPeriod.Half(2026, 1).To, DutyPeriod.Half(2026, 2).From));
    }

    [Fact]
    public void StoredPlan_WithoutKeys_IsReadable_AndTheKeysAreTheSameEachTime()
    {
        var stored = """{"clause":"LTN-TD-26/IV.1.đ","text":"x","quarter":1,"conditional":true,"documentType":null}""";
        var task = JsonSerializer.Deserialize<PlanTask>(stored, Json.Options)!;

        var keyed = Plan(tasks: [task, task with { Text = "y" }]).Keyed();

        Assert.Equal(["iv-1-dd", "iv-1-dd-2"], keyed.Tasks.Select(t => t.Key));
        Assert.Equal(keyed.Tasks, keyed.Keyed().Tasks);
    }
}
