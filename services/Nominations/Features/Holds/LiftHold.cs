using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Eligibility;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Holds;

/// <summary>Ends a hold.</summary>
public sealed record LiftHoldRequest
{
    /// <summary>Last day it holds, civil date of Vietnam, not in the future; the day before its first = it never held. Left out = yesterday: from today on free.</summary>
    [CivilDay]
    public DateOnly? LastDay { get; init; }

    /// <summary>Why: conclusion, decision that ends the discipline.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class LiftHold
{
    public static void Map(IEndpointRouteBuilder holds) => holds.MapPost("/{id:guid}/lift", Handle)
        .RequireAuthorization(Policies.HoldsWrite).WithIdempotency()
        .WithName(nameof(LiftHold)).WithSummary("Kết thúc việc tạm dừng xét khen thưởng")
        .Produces<HoldResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, LiftHoldRequest request, NominationsDbContext db, CurrentUser user, Intake intake, Rejudging rejudging, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Holds.VisibleTo(user, h => h.UnitCode).FirstOrDefaultAsync(h => h.Id == id, ct) is not { } hold)
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http, hold.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        var today = VietnamTime.DateOf(now);
        if (hold.Lift(request.LastDay ?? today.AddDays(-1), request.Reason, user.Id, today) is { } refused)
            return refused.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAsync(hold.Locks, ct);
        db.Audit("hold", hold.Id, "lifted", user.Id, now, changes: new { hold.To }, from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        var touched = await HeldNominations.TellAsync(hold, "holdLifted", db, rejudging, user, now, ct);
        var answer = intake.Ok(HoldResponse.Of(hold, today, touched), hold.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
