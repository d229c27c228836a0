using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Decisions;

/// <summary>Cancels awards of a decision, all of them or some; object and money are to come back (Luật Thi đua, khen thưởng, chương VII).</summary>
public sealed record RevokeDecisionRequest
{
    /// <summary>Nominations whose award is cancelled; left out = all that are still in force.</summary>
    [Items(1, 500)]
    public Guid[]? NominationIds { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    /// <summary>Article of law, or conclusion of the competent body, it rests on.</summary>
    [Text(500)]
    public required string LegalBasis { get; init; }

    /// <summary>Number of the decision that cancels.</summary>
    [Text(60)]
    public string? DecisionNumber { get; init; }

    /// <summary>Date of that decision, civil date of Vietnam.</summary>
    [CivilDay]
    public DateOnly? DecisionDate { get; init; }
}

internal static class RevokeDecision
{
    public static void Map(IEndpointRouteBuilder decisions) => decisions.MapPost("/{id:guid}/revoke", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(RevokeDecision)).WithSummary("Hủy bỏ toàn bộ hoặc một phần quyết định khen thưởng, thu hồi hiện vật và tiền thưởng")
        .Produces<DecisionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, RevokeDecisionRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Decisions.VisibleTo(user, d => d.DecidingUnitCode).FirstOrDefaultAsync(d => d.Id == id, ct) is not { } decision)
            return CommonProblems.NotFound.Result();
        if (user.UnitCode != decision.DecidingUnitCode)
            return CommonProblems.Forbidden.With("Việc này thuộc thẩm quyền của cấp quyết định khen thưởng.").Result();
        if (Preconditions.IfMatch(http, decision.Version) is { } stale)
            return stale.Result();
        if (Array.FindIndex(request.NominationIds ?? [], i => !decision.NominationIds.Contains(i)) is >= 0 and var stranger)
            return Problems.NotOfThisDecision.At($"/nominationIds/{stranger}").Result();

        var now = time.GetUtcNow();
        var entries = await db.Register.Where(e => e.DecisionId == id).OrderBy(e => e.Order).ToListAsync(ct);
        var chosen = request.NominationIds is { } ids ? entries.Where(e => ids.Contains(e.NominationId!.Value)).ToList() : entries.Where(e => !e.Cancelled).ToList();
        if (chosen.Count == 0)
            return Problems.NotInForce.Result();
        var nominationIds = chosen.Select(e => e.NominationId!.Value).ToArray();
        var nominations = await db.Nominations.Where(n => nominationIds.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == decision.CampaignId, ct);
        foreach (var entry in chosen)
        {
            var nomination = nominations[entry.NominationId!.Value];
            var cancellation = new Cancellation(request.Reason, request.LegalBasis, request.DecisionNumber, request.DecisionDate, user.Id, now, entry.RewardMoney, 0, false, null, null);
            if ((entry.Cancel(cancellation) ?? nomination.Revoke(request.Reason)) is { } refused)
                return refused.At(request.NominationIds is null ? "" : $"/nominationIds/{Array.IndexOf(request.NominationIds, nomination.Id)}").Result();
            db.Publish(new AwardRevoked
            {
                Nomination = nomination.Snapshot(campaign),
                DecisionId = decision.Id,
                Order = entry.Order,
                Reason = request.Reason,
                LegalBasis = request.LegalBasis,
                MoneyDue = entry.RewardMoney,
                OccurredAt = now,
                ActedBy = user.Id,
            });
            db.Audit("nomination", nomination.Id, "revoked", user.Id, now, request.Reason, new { DecisionId = decision.Id, request.LegalBasis }, user.RemoteAddress);
        }
        var entryIds = chosen.Select(e => e.Id).ToArray();
        foreach (var use in await db.Uses.Where(u => entryIds.Contains(u.EntryId)).ToListAsync(ct))
            use.Released = true;
        decision.Revoked(nominationIds);
        db.Audit("decision", decision.Id, "revoked", user.Id, now, request.Reason, new { Nominations = nominationIds, request.LegalBasis, request.DecisionNumber }, user.RemoteAddress);
        var answer = intake.Ok(DecisionResponse.Of(decision), decision.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
