using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Quotas;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Candidates for the places of one quota, in the order that plan and law suggest; the council decides (C-38).</summary>
/// <param name="Clause">Clause that sets the quota.</param>
/// <param name="Rule">The quota, said in Vietnamese.</param>
/// <param name="ScopeKey">Code of the unit, of the ranking block, or of the city.</param>
/// <param name="Year">Year of the achievement; null = the whole period.</param>
/// <param name="Limit">How many may go on; null where the number is allotted unit by unit.</param>
/// <param name="TieRule">What the law says of equals.</param>
/// <param name="Version">Version of the decided order for <c>If-Match</c>; 0 = none decided.</param>
/// <param name="Order">The order the council decided; null = none.</param>
public sealed record CandidateListResponse(string Clause, string Rule, string ScopeKey, int? Year, int? Limit, string TieRule,
    int Version, DecidedOrder? Order, IReadOnlyList<CandidateItem> Candidates);

/// <summary>An order that was decided.</summary>
/// <param name="Departs">Whether it departs from the suggested order.</param>
public sealed record DecidedOrder(IReadOnlyList<Guid> NominationIds, bool Departs, string? Reason, string DecidedBy, DateTimeOffset DecidedAt);

/// <summary>One candidate.</summary>
public sealed record CandidateItem
{
    /// <summary>Place in the suggested order, from 1.</summary>
    public required int Position { get; init; }
    /// <summary>Place in the decided order, from 1; null = none decided, or not ranked in it.</summary>
    public required int? DecidedPosition { get; init; }
    public required Guid NominationId { get; init; }
    public required string CampaignCode { get; init; }
    public required string CategoryKey { get; init; }
    public required string ProposingUnitCode { get; init; }
    public required string ProposingUnitName { get; init; }
    public required Nominee Nominee { get; init; }
    public required NominationState State { get; init; }
    public required Outcome Eligibility { get; init; }
    /// <summary>Place of the unit in the newest published index up to the year; null = none.</summary>
    public required int? IndexRank { get; init; }
    /// <summary>A woman, or a collective with 70 % women or more.</summary>
    public required bool WomenFirst { get; init; }
    /// <summary>Of a special zone, which is an island.</summary>
    public required bool Island { get; init; }
    /// <summary>What sets it above the next one; null = the only one.</summary>
    public required PlacingRule? Rule { get; init; }
    /// <summary>The same in Vietnamese.</summary>
    public required string Because { get; init; }
    /// <summary>Candidates of equal merit (ngang nhau), before the rule on women.</summary>
    public required IReadOnlyList<Guid> EqualWith { get; init; }
    /// <summary>Whether the quota lets it go a step further now.</summary>
    public required bool MayGoOn { get; init; }
    /// <summary>Let in beside the quota.</summary>
    public required bool Excepted { get; init; }
    /// <summary>Chosen by the city's chairman.</summary>
    public required bool Chosen { get; init; }
}

internal static class ListCandidates
{
    private const string TieRule = "Khi ngang nhau, ưu tiên nữ hoặc tập thể có từ 70% nữ trở lên (Nghị định 152/2025/NĐ-CP Điều 4.6).";

    public static void Map(IEndpointRouteBuilder quotas) => quotas.MapGet("/candidates", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ListCandidates)).WithSummary("Các đề nghị cùng xét cho một chỉ tiêu, theo thứ tự gợi ý")
        .Produces<CandidateListResponse>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(
        string? campaign, string? category, int? year, string? unit, string? block, CandidateFinder finder, Data.NominationsDbContext db, HttpContext http, CancellationToken ct)
    {
        var (found, problem) = await finder.FindAsync("?", campaign, category, year, unit, block, ct);
        if (problem is not null)
            return problem.Result();
        var order = await OrderCandidates.FindAsync(db, found!.Standing.Window.Key, ct);
        Preconditions.SetETag(http, order?.Version ?? 0);
        return TypedResults.Ok(Of(found, order));
    }

    public static CandidateListResponse Of(CandidatesFound found, QuotaOrder? order)
    {
        var window = found.Standing.Window;
        var standing = found.Standing with { Order = order?.NominationIds };
        var (quota, open) = (window.Quota, window.OfTheCity && window.Quota.AllottedByCity);
        return new(quota.Clause, QuotaWords.Say(window), window.ScopeKey, window.Year, open ? null : standing.Limit.Number, TieRule, order?.Version ?? 0,
            order is null ? null : new(order.NominationIds, order.Departs, order.Reason, order.DecidedBy, order.DecidedAt),
            [.. found.Placed.Select(p => Item(p, found, order, open || p.Candidate.Place.Excepted || standing.MayGoOn(p.Candidate.Place.NominationId)))]);
    }

    private static CandidateItem Item(PlacedCandidate placed, CandidatesFound found, QuotaOrder? order, bool mayGoOn)
    {
        var place = placed.Candidate.Place;
        return new()
        {
            Position = placed.Position,
            DecidedPosition = order is not null && Array.IndexOf(order.NominationIds, place.NominationId) is >= 0 and var at ? at + 1 : null,
            NominationId = place.NominationId,
            CampaignCode = found.Book.Plan(place.CampaignId)?.Code ?? "",
            CategoryKey = place.CategoryKey,
            ProposingUnitCode = place.ProposingUnitCode,
            ProposingUnitName = place.ProposingUnitName,
            Nominee = place.Nominee,
            State = place.State,
            Eligibility = place.Eligibility,
            IndexRank = placed.Candidate.IndexRank,
            WomenFirst = placed.Candidate.WomenFirst,
            Island = placed.Candidate.Island,
            Rule = placed.Rule,
            Because = placed.Because,
            EqualWith = placed.EqualWith,
            MayGoOn = mayGoOn,
            Excepted = place.Excepted,
            Chosen = place.Chosen,
        };
    }
}
