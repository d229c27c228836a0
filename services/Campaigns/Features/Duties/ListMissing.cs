using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>A unit that has not done something.</summary>
/// <param name="Returned">True when it reported and has to correct.</param>
public sealed record MissingUnit(string UnitCode, string UnitName, DueState State, bool Returned);

/// <summary>One item of the plan in one period: how many of the units that one sees owe it, and who has not done it.</summary>
/// <param name="LastDay">Last civil day of Vietnam that is in time; null without a deadline.</param>
/// <param name="Owed">Units that owe it.</param>
/// <param name="Done">Units that have done it, late ones among them.</param>
/// <param name="Missing">The others.</param>
public sealed record MissingItem(DueKind Kind, string Key, string Clause, string Text, string Period, DateOnly? LastDay, int Owed, int Done, MissingUnit[] Missing);

/// <summary>Who has not done what, of everything whose period has begun.</summary>
public sealed record MissingResponse(Guid CampaignId, string CampaignCode, string CampaignName, int Year, MissingItem[] Items);

internal static class ListMissing
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/duties/missing", Handle)
            .WithName(nameof(ListMissing)).WithSummary("Ai chưa làm: từng nội dung của một phong trào trong năm và các đơn vị còn thiếu")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<MissingResponse>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(
        Guid campaignId, CampaignsDbContext db, Dues dues, CurrentUser user, TimeProvider time, CancellationToken cancellationToken, int? year = null)
    {
        var campaign = await db.Campaigns.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(c => c.Id == campaignId && c.State != CampaignState.Draft, cancellationToken);
        if (campaign is null)
            return CommonProblems.NotFound.Result();
        var (now, today) = (time.GetUtcNow(), VietnamTime.Today(time));
        var asked = year ?? Math.Clamp(today.Year, campaign.FromYear, campaign.ToYear);
        var tracked = await dues.TrackedAsync(db.Campaigns.Where(c => c.Id == campaignId), user.SeesWork, asked, asked, cancellationToken);
        var begun = tracked.Where(t => t.Due is { Conditional: false, Kind: not DueKind.DossierDeadline } && DutyPeriod.Read(t.Due.Period)!.From <= today).ToList();
        var names = await db.NamesAsync(begun.Select(t => t.Due.UnitCode), cancellationToken);
        var items = begun.GroupBy(t => (t.Due.Kind, t.Due.Key, t.Due.Period)).OrderBy(g => g.First().Due.TooLateFrom ?? DateTimeOffset.MaxValue).ThenBy(g => g.Key.Key, StringComparer.Ordinal)
            .Select(g => new MissingItem(
                g.Key.Kind, g.Key.Key, g.First().Due.Clause, g.First().Due.Text, g.Key.Period, g.First().Due.TooLateFrom is { } late ? VietnamTime.DateOf(late).AddDays(-1) : null,
                g.Count(), g.Count(t => t.Due.DoneAt is not null),
                [.. g.Where(t => t.Due.DoneAt is null).Select(t => new MissingUnit(t.Due.UnitCode, names.GetValueOrDefault(t.Due.UnitCode, t.Due.UnitCode), t.Due.StateAt(now), t.Returned))]));
        return TypedResults.Ok(new MissingResponse(campaign.Id, campaign.Code, campaign.Name, asked, [.. items]));
    }
}
