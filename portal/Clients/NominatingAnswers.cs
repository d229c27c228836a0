namespace Emulation.Portal.Clients;

// What a nomination says, and the registers it rests on.

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
