using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>The theme that a unit has set for a year (LTN-TD-26/II).</summary>
public sealed record ThemeResponse(int Year, CampaignLevel Level, string UnitCode, string UnitName, string Theme, Guid CampaignId, string CampaignCode);

/// <summary>Themes of one year, those of the city first.</summary>
public sealed record ThemesResponse(int Year, ThemeResponse[] Items);

internal static class ListThemes
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/themes", Handle)
            .WithName(nameof(ListThemes)).WithSummary("Chủ đề thi đua của một năm, theo cấp và đơn vị")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<ThemesResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken, int? year = null)
    {
        var asked = year ?? VietnamTime.Today(time).Year;
        var rows = await db.Campaigns.FromSql($"SELECT * FROM campaigns WHERE plan ->> 'theme' IS NOT NULL").AsNoTracking().Include(c => c.Unit).ReadableBy(user)
            .Where(c => c.State != CampaignState.Draft && c.FromYear <= asked && asked <= c.ToYear).OrderByDescending(c => c.Level == CampaignLevel.City).ThenBy(c => c.UnitCode).ThenBy(c => c.Code).ToListAsync(cancellationToken);
        return TypedResults.Ok(new ThemesResponse(asked, [.. rows.Select(c => new ThemeResponse(asked, c.Level, c.UnitCode, c.Unit.Name, c.Plan.Theme!, c.Id, c.Code))]));
    }
}
