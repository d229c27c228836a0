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
}

/// <summary>Filters of the list; all optional.</summary>
/// <param name="UnitCode">Proposing unit or nominee's unit.</param>
/// <param name="Campaign">Code of the campaign.</param>
/// <param name="Block">Ranking block of the ranked unit.</param>
/// <param name="ExternalRef">The caller's own reference.</param>
/// <param name="Complete">Whether the dossier has all its parts.</param>
/// <param name="After">Id of the last line of the page before.</param>
/// <param name="Limit">1–200, default 50.</param>
public sealed record NominationFilter(
    string? UnitCode, string? Campaign, int? Year, Choice<NominationState>? State, Choice<Outcome>? Eligibility, bool? Late, bool? Complete, string? Block, string? ExternalRef, Guid? After, int? Limit);

internal static class ListNominations
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapGet("/", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ListNominations)).WithSummary("Danh sách hồ sơ đề nghị, mới nhất trước")
        .Produces<Page<NominationListItem>>();

    private static async Task<IResult> Handle([AsParameters] NominationFilter filter, NominationsDbContext db, CurrentUser user, CompleteDossiers dossiers, CancellationToken ct)
    {
        var limit = Paging.Limit(filter.Limit);
        var rows = db.Nominations.AsNoTracking().VisibleTo(user, n => n.Nominee.UnitCode);
        if (filter.UnitCode is { } unit)
        {
            // What an office nominates its commune proposes: by the proposer the index finds it.
            var proposer = await db.Units.AsNoTracking().Where(u => u.Code == unit && u.Kind == UnitKind.Office).Select(u => u.ParentCode).FirstOrDefaultAsync(ct);
            rows = proposer is null ? rows.Where(n => n.ProposingUnitCode == unit) : rows.Where(n => n.ProposingUnitCode == proposer && n.Nominee.UnitCode == unit);
        }
        if (filter.Campaign is { } campaign)
            rows = rows.Where(n => db.Campaigns.Any(c => c.Id == n.CampaignId && c.Code == campaign));
        if (filter.Year is { } year)
            rows = rows.Where(n => n.Year == year);
        if (filter.State?.Value is { } state)
            rows = rows.Where(n => n.State == state);
        if (filter.Eligibility?.Value is { } outcome)
            rows = rows.Where(n => n.Eligibility == outcome);
        if (filter.Late is { } late)
            rows = rows.Where(n => n.Late == late);
        if (filter.Block is { } block)
            rows = rows.Where(n => db.Units.Any(u => u.Code == n.RankedUnitCode && u.RankingBlock == block));
        if (filter.ExternalRef is { } reference)
            rows = rows.Where(n => n.ExternalRef == reference && n.CreatedBy == user.Id);
        if (filter.After is { } after)
            rows = rows.Where(n => n.Id.CompareTo(after) < 0);
        if (filter.Complete is { } complete)
        {
            var ids = await dossiers.NewestAsync(rows, complete, limit + 1, ct);
            rows = rows.Where(n => ids.Contains(n.Id));
        }
        var page = await rows.OrderByDescending(n => n.Id).Take(limit + 1).Select(n => new NominationListItem
        {
            Id = n.Id,
            Version = n.Version,
            State = n.State,
            CampaignCode = db.Campaigns.Where(c => c.Id == n.CampaignId).Select(c => c.Code).First(),
            CategoryKey = n.CategoryKey,
            Level = n.Level,
            Year = n.Year,
            ProposingUnitCode = n.ProposingUnitCode,
            ProposingUnitName = n.ProposingUnitName,
            Nominee = n.Nominee,
            Eligibility = n.Eligibility,
            Late = n.Late,
            SubmittedAt = n.SubmittedAt,
            ExternalRef = n.ExternalRef,
        }).ToListAsync(ct);
        var codes = page.Select(n => n.CampaignCode).Distinct().ToArray();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, ct);
        return TypedResults.Ok(page.ConvertAll(n => n with { CategoryName = campaigns[n.CampaignCode].Category(n.CategoryKey)?.Name ?? n.CategoryKey })
            .ToPage(limit, n => n.Id.ToString()));
    }
}
