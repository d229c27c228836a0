using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>One line of a list of nominations.</summary>
public sealed record NominationListItem
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required NominationState State { get; init; }
    public required string CampaignCode { get; init; }
    public required string CategoryKey { get; init; }
    public string CategoryName { get; init; } = "";
    public required AwardLevel Level { get; init; }
    public required int Year { get; init; }
    public required string ProposingUnitCode { get; init; }
    public required string ProposingUnitName { get; init; }
    public required Nominee Nominee { get; init; }
    public required Outcome Eligibility { get; init; }
    public required bool Late { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required string? ExternalRef { get; init; }
    /// <summary>On file while the unit has more nominees than places.</summary>
    public required bool OverQuota { get; init; }
}

/// <summary>Order of the list.</summary>
public enum NominationSort
{
    /// <summary>Newest first.</summary>
    Newest,
    /// <summary>Those who work directly on the reform first (LTN-26-30/III.1.b.3), within them the newest.</summary>
    DirectRole,
}

/// <summary>Filters of the list; all optional.</summary>
/// <param name="UnitCode">Proposing unit or nominee's unit.</param>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="Block">Ranking block of the ranked unit.</param>
/// <param name="ExternalRef">The caller's own reference.</param>
/// <param name="Complete">Whether the dossier has all its parts.</param>
/// <param name="OverQuota">On file while the unit has more nominees than places.</param>
/// <param name="DirectRole">Whether the nominee works directly on the reform.</param>
/// <param name="Sort">Newest first, unless said otherwise.</param>
/// <param name="After">Id of the last line of the page before.</param>
/// <param name="Limit">1–200, default 50.</param>
public sealed record NominationFilter(
    string? UnitCode, string? Campaign, int? Year, Choice<NominationState>? State, Choice<Outcome>? Eligibility, bool? Late, bool? Complete, string? Block, string? ExternalRef,
    bool? OverQuota, bool? DirectRole, Choice<NominationSort>? Sort, Guid? After, int? Limit);

internal static class ListNominations
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapGet("/", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ListNominations)).WithSummary("Danh sách hồ sơ đề nghị, mới nhất trước")
        .Produces<Page<NominationListItem>>();

    private static async Task<IResult> Handle(
        [AsParameters] NominationFilter filter, NominationSearch search, NominationsDbContext db, CurrentUser user, CompleteDossiers dossiers, CancellationToken ct)
    {
        var limit = Paging.Limit(filter.Limit);
        search.VisibleToCaller();
        if (filter.UnitCode is { } unit)
        {
            // What an office nominates its commune proposes: by the proposer the index finds it. Only a code built from another can be an office's.
            var proposer = !unit.Contains('-', StringComparison.Ordinal) ? null
                : await db.Units.AsNoTracking().Where(u => u.Code == unit && u.Kind == UnitKind.Office).Select(u => u.ParentCode).FirstOrDefaultAsync(ct);
            if (proposer is null)
                search.And($"n.proposing_unit_code = {unit}");
            else
                search.And($"n.proposing_unit_code = {proposer} AND n.nominee_unit_code = {unit}");
        }
        if (filter.Campaign is { } campaign)
            search.And($"n.campaign_id IN (SELECT c.id FROM known_campaigns c WHERE c.code = {campaign})");
        if (filter.Year is { } year)
            search.And($"n.year = {year}");
        if (filter.State?.Value is { } state)
            search.And($"n.state = {state.ToString()}");
        if (filter.Eligibility?.Value is { } outcome)
            search.And($"n.eligibility = {outcome.ToString()}");
        if (filter.Late is { } late)
            search.And($"n.late = {late}");
        if (filter.Block is { } block)
            search.And($"EXISTS (SELECT FROM known_units u WHERE u.code = n.ranked_unit_code AND u.ranking_block = {block})");
        if (filter.ExternalRef is { } reference)
            search.And($"n.external_ref = {reference} AND n.created_by = {user.Id}");
        if (filter.OverQuota is { } over)
            search.And($"n.over_quota = {over}");
        if (filter.DirectRole is { } direct)
            search.And($"n.nominee_direct_role = {direct}");
        var directFirst = filter.Sort?.Value == NominationSort.DirectRole;
        if (filter.After is { } after)
        {
            if (!directFirst)
                search.And($"n.id < {after}");
            else if (await db.Nominations.AnyAsync(n => n.Id == after && n.Nominee.DirectRole == true, ct))
                search.And($"n.nominee_direct_role IS NOT TRUE OR n.id < {after}");
            else
                search.And($"n.nominee_direct_role IS NOT TRUE AND n.id < {after}");
        }
        if (filter.Complete is { } complete)
            search.And($"n.id = ANY ({await dossiers.NewestAsync(search.Rows(), complete, limit + 1, ct)})");
        return TypedResults.Ok((await search.ReadAsync(directFirst, limit + 1, ct)).ToPage(limit, n => n.Id.ToString()));
    }
}
