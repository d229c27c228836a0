namespace Emulation.Portal.Clients;

public sealed record DutiesAnswer(DateOnly From, DateOnly To, Dictionary<string, int> Counts, DutyMonthAnswer[] Months, DutyItem[] Items, string? Next);

public sealed record DutyMonthAnswer(string Month, Dictionary<string, int> Counts);

public sealed record DutyItem(
    string Id, string Kind, string State, Guid CampaignId, string CampaignCode, string CampaignName, string Key, string Clause, string Text, string UnitCode, string UnitName,
    string ReceiverUnitCode, string? Receiver, string? Through, string Period, DateOnly? LastDay, DateTimeOffset? TooLateFrom, bool Conditional, bool WithIndexResult, string? DocumentType, string? Conference, DateTimeOffset? DoneAt, Guid? WorkId, bool Returned);

public sealed record MissingAnswer(Guid CampaignId, string CampaignCode, string CampaignName, int Year, MissingLine[] Items);

public sealed record MissingLine(string Kind, string Key, string Clause, string Text, string Period, DateOnly? LastDay, int Owed, int Done, MissingUnitLine[] Missing);

public sealed record MissingUnitLine(string UnitCode, string UnitName, string State, bool Returned);

public sealed record DutyFilter(string? Campaign, string? Unit, string? State, string? Kind, int Year, string? After);

public sealed record ReportFileItem(Guid Id, string Name, int Size);

public sealed record ReportFigureItem(string Name, decimal Value, string? Unit, string? Note);

public sealed record IndexResultItem(string UnitCode, int Year, decimal? Index, int? Rank, string? Class, string? UnrankedReason);

public sealed record ReportItem(
    Guid Id, int Version, string State, Guid CampaignId, string CampaignCode, string CampaignName, string Key, string Clause, string Title, string UnitCode, string UnitName,
    string ReceiverUnitCode, string? Receiver, string? ThroughUnitCode, string? Through, string Period, bool Late, string? LateReason, string? ReturnReason, DateTimeOffset SubmittedAt,
    string Text, ReportFigureItem[] Figures, decimal? SelfScore, IndexResultItem? IndexResult, ReportFileItem[] Files);

public sealed record ReportStepItem(string Action, DateTimeOffset At, string ActedBy, string? Reason);

public sealed record ReportAnswer(ReportItem Report, ReportStepItem[] History);

public sealed record OutcomeDraft(
    Guid CampaignId, string Key, string UnitCode, string Period, bool NotArising, DateOnly DoneOn, string? DocumentType, string? DocumentNumber, DateOnly? DocumentDate, string? Note, Guid[] Files);

public sealed record OutcomeItem(Guid Id);

public sealed record ReportDraft(Guid CampaignId, string Key, string UnitCode, string Period, string Text, ReportFigureItem[] Figures, decimal? SelfScore, string? LateReason, Guid[] Files);

public sealed record CampaignPlanAnswer(PlanAnswer Plan);

public sealed record PlanAnswer(SchemeAnswer Scheme);

public sealed record SchemeAnswer(CategoryAnswer[] Categories);

public sealed record CategoryAnswer(string Key, string Name, string Recipient);

public sealed record NominationCountAnswer(string UnitCode, string CategoryKey, string State, int Count);

public sealed record UnitItem(string Code, string Name);
