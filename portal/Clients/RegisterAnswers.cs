namespace Emulation.Portal.Clients;

public sealed record RegisterEntryAnswer(
    Guid Id, int Version, string UnitCode, string UnitName, string Kind, string Name, string? Position, string? PersonCode, string AwardKind, string AwardName, string Level, string Commendation, int Year,
    string? CampaignCode, string? DecisionNumber, DateOnly? DecisionDate, string? DocumentUrl, string? DecidingUnitCode, string DecidingUnitName, string? SignerName, int Order, string Achievement,
    string[] InitiativeTitles, decimal? RewardMoney, string RewardBasis, bool Cancelled, CancellationAnswer? Cancellation,
    DateOnly? PostCheckDue, DateTimeOffset? PostCheckedAt, bool? PostCheckConfirmed, string? PostCheckNote, Guid? NominationId, Guid? DecisionId, bool Imported, string? SourceSystem);

public sealed record CancellationAnswer(string Reason, string LegalBasis, string? DecisionNumber, DateOnly? DecisionDate, DateTimeOffset At,
    decimal? MoneyDue, decimal MoneyRecovered, bool ObjectReturned, string? RecoveryNote, DateOnly? RecoveredOn);

public sealed record EarlierAwardAnswer(int Year, Guid? EntryId, string? AwardName, string? DecisionNumber, DateOnly? DecisionDate, string? DecidingUnitName);

public sealed record UsedUpAnswer(EarlierAwardAnswer Award, string? Achievement, string? Commendation, string[] InitiativeTitles);

public sealed record MarkAnswer(string Kind, string Text, bool Stops, string? Basis, Guid? OtherNominationId);

public sealed record HoldAnswer(Guid Id, int Version, string Whom, string UnitCode, string? Name, string? PersonCode, string Kind, DateOnly From, DateOnly? To, bool HoldsCollective, string Source,
    DateTimeOffset RecordedAt, string? LiftReason, bool InForce);

public sealed record HoldBody(string Whom, string UnitCode, string? Name, string? PersonCode, string Kind, DateOnly From, DateOnly? To, bool HoldsCollective, string Source);

public sealed record RegisterSearch(string? Words, string? Unit, int? Year, string? Award, string? Number, string? After);

public sealed record InitiativeAnswer(Guid Id, string Title, bool Recognised, string? DecisionNumber, DateOnly? DecisionDate);
