namespace Emulation.Gateway.Features.City;

// What the city views read of the services' answers. Fields that are not needed are left out; a field that is missing reads as empty.

internal sealed record UnitRow(string Code, string Name, string Kind, string? ParentCode, string? RankingBlock, bool Active = true);

internal sealed record CampaignRow(Guid Id, string Code, string Name, string? ShortName, string UnitCode, string UnitName, string? Level, int FromYear, int ToYear, string State);

internal sealed record DeadlineRow(
    Guid CampaignId, string Code, string Name, string UnitCode, string UnitName, string Category, string CategoryName, int? Year,
    string Stage, DateOnly PrintedDate, DateOnly LastDay, string Boundary, string Clause);

internal sealed record RankingHead(Guid Id, string IndexSet, int Year, string Block, int Version, DateTimeOffset PublishedAt);

internal sealed record RankingRow(
    Guid Id, string IndexSet, int Year, string Block, int Version, DateTimeOffset PublishedAt, string? CorrectionReason, RankedRow[]? Ranked, UnrankedRow[]? Unranked,
    CityMoved[]? Moved);

internal sealed record RankedRow(string UnitCode, string UnitName, int Rank, bool Tied, decimal Index, string? Class);

internal sealed record UnrankedRow(string UnitCode, string? UnitName, string Reason);

internal sealed record NominationCountRow(
    string UnitCode, Guid CampaignId, string CampaignCode, string CategoryKey, int Year, string State, string Eligibility, bool Late, int Count);
