using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Clients;

// Campaigns and their plans, as far as they are read on the screen.

public sealed record CampaignFilter(string? Unit, int? Year, string? State, string? Search, string? After);

public sealed record CampaignItemAnswer(
    Guid Id, string Code, string Name, string? ShortName, string UnitCode, string UnitName, int FromYear, int ToYear, string State, DateTimeOffset? LaunchedAt, DateTimeOffset? ClosedAt);

public sealed record CampaignDetailAnswer(
    Guid Id, int Version, string Code, string Name, string? ShortName, string UnitCode, string UnitName, string Level, int FromYear, int ToYear,
    string State, DateTimeOffset CreatedAt, DateTimeOffset? LaunchedAt, DateTimeOffset? ClosedAt, FullPlanAnswer Plan)
{
    public PlanWarningAnswer[] Warnings { get; init; } = [];

    public FullCategoryAnswer[] Categories => Plan.Scheme.Categories;

    /// <summary>By its key, or by the clause that sets it up.</summary>
    public FullCategoryAnswer? Category(string? key) => Array.Find(Categories, c => c.Key == key) ?? Array.Find(Categories, c => c.Clause == key);
}

public sealed record PlanWarningAnswer(string Pointer, string Rule, string Detail);

/// <summary>A plan; what it leaves out is empty.</summary>
public sealed record FullPlanAnswer
{
    public string? Theme { get; init; }
    public string? Participants { get; init; }
    public ParentPlanAnswer? Parent { get; init; }
    public PlanNumberAnswer? Number { get; init; }
    public LegalBasisAnswer[] LegalBases { get; init; } = [];
    public ClauseAnswer[] Purposes { get; init; } = [];
    public ClauseAnswer[] Requirements { get; init; } = [];
    public ClauseAnswer[] Contents { get; init; } = [];
    public ClauseAnswer[] Principles { get; init; } = [];
    public PlanCriterionAnswer[] Criteria { get; init; } = [];
    public ClassScaleAnswer[] ClassScales { get; init; } = [];
    public FullSchemeAnswer Scheme { get; init; } = new([]);
    public PlanReportAnswer[] Reports { get; init; } = [];
    public PlanTaskAnswer[] Tasks { get; init; } = [];
    public PlanRoleAnswer[] Roles { get; init; } = [];
    public string? StandingUnitCode { get; init; }
    public ClauseAnswer? Feedback { get; init; }
    public ClauseAnswer? Funding { get; init; }
    public string[] Recipients { get; init; } = [];
}

public sealed record ParentPlanAnswer(string Number, DateOnly Date, string Issuer, string Abstract);

public sealed record PlanNumberAnswer(int Number, string Symbol, DateOnly Date);

public sealed record LegalBasisAnswer(string Verb, string Type, string? Number, DateOnly? Date, string Issuer, string Abstract);

public sealed record ClauseAnswer(string Clause, string Text);

public sealed record PlanCriterionAnswer(string Clause, string Text, string? Kind, string Operator, decimal? Value, string? Unit, bool Gate, decimal? Aim, string? Period, CriterionClassAnswer? Class, CriterionRankAnswer? Rank);

public sealed record CriterionClassAnswer(string Scale, string AtLeast);

public sealed record CriterionRankAnswer(string Name, string? BlockName, TopAnswer[] Tops);

public sealed record ClassScaleAnswer(string Key, string Name, ScaleClassAnswer[] Classes);

public sealed record ScaleClassAnswer(string Key, string Name);

public sealed record FullSchemeAnswer(FullCategoryAnswer[] Categories);

public sealed record FullCategoryAnswer(string Key, string Name, string Clause, string Level, AwardAnswer Award, string Recipient, string Cadence, StandardAnswer Standard)
{
    public PlanDeadlineAnswer? InternalDeadline { get; init; }
    public PlanDeadlineAnswer? CityDeadline { get; init; }
    public PlanQuotaAnswer[] Quotas { get; init; } = [];
    public PlanPartAnswer[] Dossier { get; init; } = [];
    public ClauseOnlyAnswer? Council { get; init; }

    public bool Individual => Recipient == "individual";

    /// <summary>The council has its say first; an unplanned award goes the short way (CH-26-30/III.3.a.2).</summary>
    public bool CouncilFirst => Council is not null && Cadence != "unplanned";

    /// <summary>The deadline that a unit hands in by.</summary>
    public PlanDeadlineAnswer? HandIn => InternalDeadline ?? CityDeadline;

    /// <summary>Reasons of which an award outside the quota gives one.</summary>
    public IEnumerable<QuotaReasonAnswer> OutsideReasons => Quotas.Where(q => q.OutsideQuota).SelectMany(q => q.Reasons);
}

public sealed record ClauseOnlyAnswer(string Clause);

public sealed record PlanPartAnswer(string Name, string Clause);

public sealed record PlanDeadlineAnswer(DateOnly? Date, YearlyDayAnswer? EveryYear, string Boundary, string Clause)
{
    private Deadline Read => new()
    {
        Date = Date, EveryYear = EveryYear is { } day ? new YearlyDay { Month = day.Month, Day = day.Day, YearsAfter = day.YearsAfter } : null, Clause = Clause,
        Boundary = Boundary == "inclusive" ? DeadlineBoundary.Inclusive : DeadlineBoundary.Strict,
    };

    /// <summary>First instant that is too late for an achievement of the year.</summary>
    public DateTimeOffset? TooLateFrom(int year) => Read.TooLateFrom(year);
}

public sealed record YearlyDayAnswer(int Month, int Day, int YearsAfter);

public sealed record PlanQuotaAnswer(string Clause, string Scope, int? AtMost, int? AtMostWithFlagNominee, string? FlagRaise, bool AllottedByCity, bool OutsideQuota, string? Group, decimal? ShareOfParticipants, int AtLeast)
{
    public QuotaReasonAnswer[] Reasons { get; init; } = [];
    public UnitQuotaAnswer[] PerUnit { get; init; } = [];
}

public sealed record QuotaReasonAnswer(string Key, string Text);

public sealed record UnitQuotaAnswer(string UnitCode, int AtMost);

public sealed record StandardAnswer(string Reading, ConditionAnswer Canonical, ConditionAnswer? Literal)
{
    /// <summary>The tree that is judged.</summary>
    public ConditionAnswer InForce => Reading == "literal" && Literal is not null ? Literal : Canonical;
}

/// <summary>A condition of any kind; what a kind does not have is absent.</summary>
public sealed record ConditionAnswer(string Kind, string Clause, string Text)
{
    public ConditionAnswer[] Conditions { get; init; } = [];
    public TopAnswer[] Tops { get; init; } = [];

    /// <summary>A number, or the code of a grade.</summary>
    public JsonElement? AtLeast { get; init; }
    public int? Year { get; init; }
    public int? FromYear { get; init; }
    public int? ToYear { get; init; }
    public decimal? YearsAtLeast { get; init; }
    public bool Recognised { get; init; }
    public bool Applied { get; init; }
    public bool Replicable { get; init; }
    public string? RecognisedBy { get; init; }
    public string? Statement { get; init; }
    public string[] By { get; init; } = [];
    public bool EvidenceRequired { get; init; }
    public string? Basis { get; init; }

    /// <summary>The condition and all below it.</summary>
    public IEnumerable<ConditionAnswer> All() => Conditions.SelectMany(c => c.All()).Prepend(this);
}

public sealed record TopAnswer(string Block, int Rank);

public sealed record PlanReportAnswer(string Clause, string Text, string Schedule, DayOfYearAnswer? Before, string? Receiver, OwesAnswer? Owes, string? Through, int? Quarter, int? EveryMonths, bool Conditional, string? Key = null);

public sealed record PlanTaskAnswer(string Clause, string Text, int? Quarter, bool Conditional, OwesAnswer? Owes, string? Period, DayOfYearAnswer? Before, string? Key = null);

public sealed record PlanRoleAnswer(string Clause, string Unit, string Text, bool Asked, bool OwnPlan);

public sealed record DayOfYearAnswer(int Month, int Day, int YearsAfter);

public sealed record OwesAnswer(string Who, string[]? Units);

public sealed record LinkedCampaignAnswer(Guid Id, string Code, string Name, string UnitCode, string State, int FromYear, int ToYear);

public sealed record LinkedCampaignsAnswer(LinkedCampaignAnswer? Predecessor, LinkedCampaignAnswer[] Successors, ParentPlanAnswer? Parent, LinkedCampaignAnswer[] Linked, string[] UnknownCodes);

public sealed record PlanChangeAnswer(string Pointer, JsonNode? Before, JsonNode? After);

public sealed record CampaignStepAnswer(int Version, string Action, DateTimeOffset At, string ActedBy, string? Reason, PlanChangeAnswer[] Changes);

public sealed record CampaignHistoryAnswer(CampaignStepAnswer[] Items);

public sealed record CampaignVersionAnswer(Guid CampaignId, int Version, string Action, DateTimeOffset At, string ActedBy, string? Reason, FullPlanAnswer Plan);

public sealed record NextDeadlineAnswer(Guid CampaignId, string CategoryName, int? Year, string Stage, DateOnly PrintedDate, DateOnly LastDay, string Boundary);

public sealed record NextDeadlinesAnswer(NextDeadlineAnswer[] Items);

/// <summary>Both deadlines of one category, as an amendment sends them: the one that is not sent would be taken away.</summary>
public sealed record MovedDeadlineBody(string Category, PlanDeadlineAnswer? InternalDeadline, PlanDeadlineAnswer? CityDeadline);

public sealed record UnitPlanEditionAnswer(Guid Id, int Edition, string Title, string? Number, DateOnly? Date, Guid FileId, string? Reason, DateTimeOffset FiledAt, string FiledBy);

public sealed record UnitPlanLineAnswer(string Key, string Clause, string UnitCode, string UnitName, string State, DateOnly? LastDay, UnitPlanEditionAnswer[] Editions);

public sealed record UnitPlansAnswer(Guid CampaignId, string CampaignCode, int Without, UnitPlanLineAnswer[] Items);

public sealed record UnitPlanBody(Guid CampaignId, string Key, string UnitCode, string Title, string? Number, DateOnly? Date, Guid FileId, string? Reason);

public sealed record FeedbackAnswer(Guid Id, int Version, string UnitCode, string Text, DateTimeOffset SentAt, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredByUnit);
