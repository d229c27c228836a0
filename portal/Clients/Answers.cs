using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.Portal.Clients;

// What the portal reads of the gateway's answers; fields it does not show are left out.

public sealed record TokenAnswer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);

public sealed record MeAnswer(string Id, string DisplayName, string UnitCode, string RoleName, string[] Scopes);

public sealed record DevAccount(string UserName, string DisplayName, string Role, string UnitCode);

public sealed record Listing<T>(T[] Items, string? Next);

public sealed record Part(string State, DateTimeOffset? AsOf, string? Reason);

public sealed record CityOverview(
    Dictionary<string, Part> Parts, int? Year, int[] IndexYears, BlockOverview[] Blocks, CampaignOverview[] Campaigns,
    NominationTotals Nominations, UnitOverview[] Units, CityDeadline[] Deadlines)
{
    public bool Has(string part) => Parts.TryGetValue(part, out var p) && p.State != "missing";
}

public sealed record BlockOverview(string Block, int Units, Dictionary<string, int> UnitsByKind, int? IndexYear, int Ranked, decimal? AverageIndex);

public sealed record CampaignOverview(Guid Id, string Code, string Name, string UnitCode, string UnitName, int FromYear, int ToYear, string State);

public sealed record NominationTotals(int Total, int Late, Dictionary<string, int> ByState, Dictionary<string, int> ByEligibility);

public sealed record UnitOverview(string UnitCode, string UnitName, string Kind, string? Block, string[] Campaigns, UnitIndex? Index, NominationTotals Nominations);

public sealed record UnitIndex(int Year, int Rank, bool Tied, decimal Index, string? Class, int? PreviousRank);

public sealed record CityDeadline(
    string CampaignCode, string CampaignName, string UnitCode, string UnitName, string CategoryName, int? Year,
    string Stage, DateOnly PrintedDate, DateOnly LastDay, string Boundary, string Clause, int DaysLeft);

public sealed record CityRankings(Dictionary<string, Part> Parts, CityRanking[] Rankings);

public sealed record CityRanking(
    Guid Id, string IndexSet, int Year, string Block, int Version, DateTimeOffset PublishedAt, string? CorrectionReason, CityRankEntry[] Entries, CityUnranked[] Unranked, CityMoved[]? Moved);

public sealed record CityMoved(string UnitCode, string UnitName, int? FromRank, int? ToRank, decimal? FromIndex, decimal? ToIndex);

public sealed record CityRankEntry(string UnitCode, string UnitName, int Rank, bool Tied, decimal Index, string? Class, int? PreviousRank, decimal? PreviousIndex);

public sealed record CityUnranked(string UnitCode, string? UnitName, string Reason);

public sealed record NominationFilter(string? Unit, string? Campaign, int? Year, string? State, string? Eligibility, bool Late, string? Block, string? After);

public sealed record NomineeAnswer(string Kind, string Name, string? Position, string UnitCode, string UnitName,
    bool? Female = null, decimal? WomenShare = null, bool? DirectRole = null, bool? LeadingPost = null, string? PersonCode = null);

public sealed record NominationItem(
    Guid Id, string State, string CampaignCode, string CategoryKey, string? CategoryName, string Level, int Year, string ProposingUnitCode, string ProposingUnitName,
    NomineeAnswer Nominee, string Eligibility, bool Late, DateTimeOffset? SubmittedAt);

public sealed record AwardAnswer(string Kind, string Name);

public sealed record NominationDetail(
    Guid Id, int Version, string State, string CampaignCode, string CampaignName, string CategoryName, string Level, AwardAnswer? Award, int Year,
    string ProposingUnitCode, string ProposingUnitName, NomineeAnswer Nominee, string Achievement, string Eligibility, bool Late, string? LateReason,
    DateTimeOffset? TooLateFrom, VerdictNode? Verdict, string Reading, int CampaignVersion, DateTimeOffset? JudgedAt, DateTimeOffset? SubmittedAt,
    DateTimeOffset? ForwardedAt, string? ReturnReason, string? EndReason, Guid? DecisionId, int? OrderInDecision,
    bool OverQuota = false, QuotaExemptionAnswer? QuotaException = null, string? ChosenReason = null,
    MissingPartAnswer[]? Missing = null, WayStopAnswer[]? Way = null, IndexStandingAnswer[]? Index = null)
{
    public Guid? CampaignId { get; init; }

    public string CategoryKey { get; init; } = "";

    public Guid[] InitiativeIds { get; init; } = [];

    public Guid[] MeritIds { get; init; } = [];

    public AttestationAnswer[] Attestations { get; init; } = [];

    public YearGradeAnswer[] Grades { get; init; } = [];

    public ServicePeriodAnswer[] Service { get; init; } = [];

    public string? OutsideQuotaReason { get; init; }

    /// <summary>What stands beside the standard: earlier awards, used initiatives, holds.</summary>
    public MarkAnswer[] Marks { get; init; } = [];

    /// <summary>What became known after the decision.</summary>
    public string[] Notes { get; init; } = [];

    /// <summary>Reward money by law, were it decided today; null once it is.</summary>
    public RewardAnswer? Reward { get; init; }
}

public sealed record QuotaExemptionAnswer(string Reason, string AllowedBy, DateTimeOffset At);

public sealed record VerdictNode(string Kind, string Clause, string Text, string Outcome, string Explanation, VerdictFact[] Facts, string[] Warnings, VerdictNode[] Children);

public sealed record VerdictFact(string Name, string Value, string Source);

public sealed record HistoryEntry(DateTimeOffset At, string Action, string ActedBy, string? Reason, JsonElement? Changes);
