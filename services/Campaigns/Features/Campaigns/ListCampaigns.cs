using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A campaign in a list, without its plan.</summary>
public sealed record CampaignListItem(
    Guid Id, string Code, string Name, string? ShortName, string UnitCode, string UnitName, CampaignLevel Level, int FromYear, int ToYear,
    CampaignState State, int Version, DateTimeOffset CreatedAt, DateTimeOffset? LaunchedAt, DateTimeOffset? ClosedAt);

internal static class ListCampaigns
{
    private const int MaxQuery = 200;

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns", Handle)
            .WithName(nameof(ListCampaigns)).WithSummary("Danh sách phong trào thi đua, mới nhất trước")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<Page<CampaignListItem>>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken,
        string? unitCode = null, int? year = null, Choice<CampaignState>? state = null, string? q = null, Guid? after = null, int? limit = null)
    {
        if (q?.Length > MaxQuery)
            return CommonProblems.Invalid.At("?q", $"Dài không quá {MaxQuery} ký tự.").Result();
        var wanted = state?.Value;
        var campaigns = db.Campaigns.AsNoTracking().ReadableBy(user).Where(c =>
            (unitCode == null || c.UnitCode == unitCode) && (wanted == null || c.State == wanted)
            && (year == null || (c.FromYear <= year && year <= c.ToYear)) && (after == null || c.Id < after));
        if (q is { Length: > 0 })
        {
            var pattern = Folding.Pattern(q);
            campaigns = campaigns.Where(c => EF.Functions.Like(c.SearchText, pattern, "\\"));
        }
        var size = Paging.Limit(limit);
        var rows = await campaigns.OrderByDescending(c => c.Id).Take(size + 1)
            .Select(c => new CampaignListItem(
                c.Id, c.Code, c.Name, c.ShortName, c.UnitCode, c.Unit.Name, c.Level, c.FromYear, c.ToYear,
                c.State, c.Version, c.CreatedAt, c.LaunchedAt, c.ClosedAt))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(size, c => c.Id.ToString()));
    }
}
