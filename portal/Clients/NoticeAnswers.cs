namespace Emulation.Portal.Clients;

/// <summary>A notice as the API gives it.</summary>
public sealed record NoticeItem(
    Guid Id, string Kind, string UnitCode, string UnitName, string SenderUnitCode, Guid CampaignId, string CampaignCode, string? Clause,
    string Title, string Text, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

/// <summary>Numbers of notices not yet acknowledged.</summary>
public sealed record UnreadNotices(int Own, int Below);

/// <summary>What a list of notices is narrowed to.</summary>
public sealed record NoticeFilter(bool Sent, bool Unread, string? Kind, string? After);

/// <summary>Deadlines of a campaign with all the dates they have had.</summary>
public sealed record DeadlineHistoryAnswer(string Code, DeadlineStory[] Items);

/// <summary>One deadline and its dates, oldest first.</summary>
public sealed record DeadlineStory(string Category, string CategoryName, string Stage, int? Year, DeadlineDateItem[] Dates);

/// <summary>A date that a deadline had; none when it was taken away.</summary>
public sealed record DeadlineDateItem(DateOnly? PrintedDate, DateOnly? LastDay, string? Boundary, string? Clause, DateTimeOffset Since, string? Reason);
