using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>The level above lets one nomination in beside its quota (LTN-26-30/III.2.a.2.q); it then holds no place.</summary>
public sealed record GrantQuotaExceptionRequest
{
    /// <summary>A nomination that is still open.</summary>
    public required Guid NominationId { get; init; }

    /// <summary>Why, in Vietnamese; shown with the nomination and kept in its history.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class GrantQuotaException
{
    public static void Map(IEndpointRouteBuilder quotas) => quotas.MapPost("/exceptions", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(GrantQuotaException)).WithSummary("Cho phép một hồ sơ ngoài số lượng chỉ tiêu, kèm lý do")
        .Produces<NominationResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        GrantQuotaExceptionRequest request, NominationsDbContext db, CurrentUser user, Intake intake, OverQuotaCount overQuota, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Nominations.VisibleTo(user, n => n.Nominee.UnitCode).FirstOrDefaultAsync(n => n.Id == request.NominationId, ct) is not { } nomination)
            return CommonProblems.NotFound.At("/nominationId").Result();
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == nomination.CampaignId, ct);
        if (!LevelAbove(user, nomination, campaign.Category(nomination.CategoryKey)))
            return CommonProblems.Forbidden.With("Việc vượt chỉ tiêu do cấp trên quyết định.").Result();
        if (Preconditions.IfMatch(http, nomination.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        if (nomination.Except(request.Reason, user.Id, now) is { } refused)
            return refused.Result();
        db.Audit("nomination", nomination.Id, "quotaExcepted", user.Id, now, request.Reason, new { nomination.State }, user.RemoteAddress);
        var answer = intake.Ok(NominationResponse.Of(nomination, campaign), nomination.Version);
        await overQuota.RunAsync(campaign, nomination.ProposingUnitCode, ct);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>The city for what goes to it; the commune for its own awards and for quotas of its offices.</summary>
    private static bool LevelAbove(CurrentUser user, Nomination nomination, AwardCategory? category) =>
        user.SeesWholeCity || (user.UnitCode == nomination.ProposingUnitCode
            && (nomination.Level == AwardLevel.Ward || category?.Quotas.All(q => q.Scope == QuotaScope.SubUnit) == true));
}
