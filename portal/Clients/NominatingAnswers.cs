using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Clients;

// What the portal reads of a launched campaign to nominate under it, and of the registers a nomination rests on.

public sealed record SchemeOfCampaignAnswer(Guid Id, string Code, string Name, string UnitCode, string UnitName, int FromYear, int ToYear, string State, SchemePlanAnswer Plan)
{
    public AwardCategoryAnswer[] Categories => Plan.Scheme.Categories;

    /// <summary>By its key, or by the clause that sets it up.</summary>
    public AwardCategoryAnswer? Category(string? key) => Array.Find(Categories, c => c.Key == key) ?? Array.Find(Categories, c => c.Clause == key);
}

public sealed record SchemePlanAnswer(AwardSchemeAnswer Scheme);

public sealed record AwardSchemeAnswer(AwardCategoryAnswer[] Categories);

public sealed record AwardCategoryAnswer(
    string Key, string Name, string Clause, string Level, AwardAnswer Award, string Recipient, string Cadence, DeadlineAnswer? InternalDeadline, DeadlineAnswer? CityDeadline,
    CategoryQuotaAnswer[] Quotas, CouncilRuleAnswer? Council, StandardAnswer Standard)
{
    public bool Individual => Recipient == "individual";

    /// <summary>The council has its say first; an unplanned award goes the short way (CH-26-30/III.3.a.2).</summary>
    public bool CouncilFirst => Council is not null && Cadence != "unplanned";

    /// <summary>The deadline that a unit hands in by.</summary>
    public DeadlineAnswer? HandIn => InternalDeadline ?? CityDeadline;

    /// <summary>Reasons of which an award outside the quota gives one.</summary>
    public IEnumerable<QuotaReasonAnswer> OutsideReasons => Quotas.Where(q => q.OutsideQuota).SelectMany(q => q.Reasons);
}

public sealed record DeadlineAnswer(DateOnly? Date, YearlyDayAnswer? EveryYear, string Boundary, string Clause)
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

public sealed record CategoryQuotaAnswer(string Clause, string Scope, int? AtMost, bool AllottedByCity, bool OutsideQuota, QuotaReasonAnswer[] Reasons, decimal? ShareOfParticipants);

public sealed record QuotaReasonAnswer(string Key, string Text);

public sealed record CouncilRuleAnswer(string Clause);

public sealed record StandardAnswer(string Reading, ConditionAnswer Canonical, ConditionAnswer? Literal)
{
    /// <summary>The tree that is judged.</summary>
    public ConditionAnswer InForce => Reading == "literal" && Literal is not null ? Literal : Canonical;
}

public sealed record ConditionAnswer(
    string Kind, string Clause, string Text, ConditionAnswer[]? Conditions = null, string? Statement = null, string[]? By = null, bool EvidenceRequired = false, string? Basis = null, int? FromYear = null, int? ToYear = null)
{
    /// <summary>The condition and all below it.</summary>
    public IEnumerable<ConditionAnswer> All() => (Conditions ?? []).SelectMany(c => c.All()).Prepend(this);
}

public sealed record AttestationAnswer(string Statement, bool Holds, string By, string? Evidence = null, string? Clause = null);

public sealed record YearGradeAnswer(int Year, string Grade, string? Decision = null);

public sealed record ServicePeriodAnswer(DateOnly From, DateOnly? To, string Role);

public sealed record EligibilityAnswer(string Eligibility, string Reading, DateTimeOffset? TooLateFrom, VerdictNode[] Missing, VerdictNode Verdict);

public sealed record InitiativeItem(
    Guid Id, int Version, string UnitCode, string Title, string Summary, bool Recognised, bool? Applied, bool? Replicable, string? RecognisedBy, string? DecisionNumber, DateOnly? DecisionDate,
    bool Duplicate, AuthorAnswer[] Authors);

public sealed record AuthorAnswer(string Name, string? PersonCode, decimal Share);

public sealed record InitiativeUseAnswer(EarlierAwardAnswer Award, string Name, bool ForTitle);

public sealed record MeritItem(
    Guid Id, int Version, string NomineeKind, string Name, string? PersonCode, string UnitCode, string Kind, string Title, string Description, DateOnly From, DateOnly To, string? Evidence,
    EarlierAwardAnswer[] Awards, bool Duplicate, Guid? DuplicateOf);

public sealed record NomineeBody(string Kind, string Name, string? Position, string UnitCode, string? PersonCode, bool? Female, decimal? WomenShare, bool? DirectRole, bool? LeadingPost);

public sealed record NominationBody(
    string Campaign, string Category, int? Year, NomineeBody Nominee, string Achievement, Guid[] InitiativeIds, Guid[] MeritIds, AttestationAnswer[] Attestations, YearGradeAnswer[] Grades,
    ServicePeriodAnswer[] Service, string? OutsideQuotaReason, bool Submit, string? LateReason);

public sealed record InitiativeBody(string UnitCode, string Title, string Summary, bool? Applied, bool? Replicable, AuthorAnswer[] Authors);

public sealed record RecognitionBody(string By, string DecisionNumber, DateOnly DecisionDate, bool Applied, bool Replicable);

public sealed record MeritBody(string NomineeKind, string Name, string? PersonCode, string UnitCode, string Kind, string Title, string Description, DateOnly From, DateOnly To, string? Evidence);
