using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain;

/// <summary>A plan of a campaign (kế hoạch phong trào thi đua), part by part as it is printed.</summary>
public record CampaignPlan
{
    /// <summary>Short code, unique in the city: <c>LTN-26-30</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese, 1–500 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Short name for lists, up to 100 characters.</summary>
    public string? ShortName { get; init; }

    /// <summary>Unit that launches it.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Level of that unit.</summary>
    public required CampaignLevel Level { get; init; }

    /// <summary>First calendar year, 2000–2100.</summary>
    public required int FromYear { get; init; }

    /// <summary>Last calendar year, inclusive; the period has at most 10 years.</summary>
    public required int ToYear { get; init; }

    /// <summary>Code of the campaign that this one follows.</summary>
    public string? PredecessorCode { get; init; }

    /// <summary>Plan of the level above that this one carries out.</summary>
    public ParentPlan? Parent { get; init; }

    /// <summary>Codes of campaigns that belong together.</summary>
    public string[] LinkedCodes { get; init; } = [];

    /// <summary>Theme or motto of the campaign.</summary>
    public string? Theme { get; init; }

    /// <summary>Who takes part, as printed.</summary>
    public string? Participants { get; init; }

    /// <summary>Legal bases in order (LTN-26-30/B.1).</summary>
    public LegalBasis[] LegalBases { get; init; } = [];

    /// <summary>Purposes.</summary>
    public ClauseText[] Purposes { get; init; } = [];

    /// <summary>Requirements.</summary>
    public ClauseText[] Requirements { get; init; } = [];

    /// <summary>Contents, each under its areas of reform.</summary>
    public PlanContent[] Contents { get; init; } = [];

    /// <summary>Measurable criteria.</summary>
    public PlanCriterion[] Criteria { get; init; } = [];

    /// <summary>Scales of classes that criteria on the index refer to (C-13).</summary>
    public ClassScale[] ClassScales { get; init; } = [];

    /// <summary>Principles of award.</summary>
    public ClauseText[] Principles { get; init; } = [];

    /// <summary>Award scheme: the rules, as data.</summary>
    public AwardScheme Scheme { get; init; } = new() { Categories = [] };

    /// <summary>Reports that units owe.</summary>
    public PlanReport[] Reports { get; init; } = [];

    /// <summary>Tasks of the calendar.</summary>
    public PlanTask[] Tasks { get; init; } = [];

    /// <summary>Who does what.</summary>
    public PlanRole[] Roles { get; init; } = [];

    /// <summary>Standing section (cơ quan thường trực): the launching unit or one below it, which sees and presses all units of the campaign (CH-26-30/IV.2.1); absent when the plan names none.</summary>
    public string? StandingUnitCode { get; init; }

    /// <summary>When units are reminded of what is due; absent: 30, 7 and 1 days before, 1 and 7 after, leaders after 14.</summary>
    public ReminderSteps? Reminders { get; init; }

    /// <summary>Where to turn to with difficulties.</summary>
    public ClauseText? Feedback { get; init; }

    /// <summary>Where the money comes from.</summary>
    public ClauseText? Funding { get; init; }

    /// <summary>Recipients of the document (Nơi nhận).</summary>
    public string[] Recipients { get; init; } = [];

    /// <summary>Who signs.</summary>
    public PlanSigner? Signer { get; init; }

    /// <summary>Number and date; given after signing only (C-29).</summary>
    public PlanNumber? Number { get; init; }
}

/// <summary>Level of the launching unit.</summary>
public enum CampaignLevel
{
    /// <summary>Commune level, or a department.</summary>
    Ward,
    /// <summary>The city.</summary>
    City,
}

/// <summary>A clause of the plan and what it says.</summary>
/// <param name="Clause">Where in the plan: <c>LTN-26-30/I.1</c>.</param>
/// <param name="Text">What it says, 1–4000 characters.</param>
public sealed record ClauseText(string Clause, string Text);

/// <summary>Plan of the level above.</summary>
/// <param name="Number">Number and symbol: <c>119/KH-UBND</c>.</param>
/// <param name="Date">Civil date of Vietnam.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Abstract">What it is about.</param>
public sealed record ParentPlan(string Number, DateOnly Date, string Issuer, string Abstract);

/// <summary>A content of the campaign.</summary>
/// <param name="Clause">Where in the plan.</param>
/// <param name="Text">What it says.</param>
/// <param name="Areas">Areas of reform: <c>the-che</c>, <c>tthc</c>, <c>to-chuc-bo-may</c>, <c>cong-vu</c>, <c>tai-chinh-cong</c>, <c>chinh-quyen-so</c>.</param>
public sealed record PlanContent(string Clause, string Text, string[]? Areas = null);

/// <summary>Who signs the plan.</summary>
/// <param name="Authority">In whose name: <c>TM. ỦY BAN NHÂN DÂN</c>.</param>
/// <param name="Position">Post.</param>
/// <param name="Name">Name.</param>
public sealed record PlanSigner(string Authority, string Position, string Name);

/// <summary>Number and date of the issued plan.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Symbol">Symbol: <c>KH-UBND</c>.</param>
/// <param name="Date">Civil date of Vietnam.</param>
public sealed record PlanNumber(int Number, string Symbol, DateOnly Date);
