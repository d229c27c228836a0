using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Register;

/// <summary>What came back of a cancelled award; may be recorded in parts until all is back.</summary>
public sealed record RecordRecoveryRequest
{
    /// <summary>Money paid back now, đồng, 0–2,000,000,000; at most what is still due.</summary>
    [Between(0, 2000000000)]
    public decimal? Money { get; init; }

    /// <summary>The certificate, flag or medal is back.</summary>
    public bool ObjectReturned { get; init; }

    /// <summary>Receipt, minutes.</summary>
    [Text(1000)]
    public string? Note { get; init; }
}

internal static class RecordRecovery
{
    public static void Map(IEndpointRouteBuilder register) => register.MapPost("/{id:guid}/recovery", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(RecordRecovery)).WithSummary("Ghi việc thu hồi hiện vật, tiền thưởng của khen thưởng đã hủy")
        .Produces<RegisterEntryResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, RecordRecoveryRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Register.VisibleTo(user, e => e.UnitCode).FirstOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
            return CommonProblems.NotFound.Result();
        if (user.UnitCode != entry.DecidingUnitCode)
            return CommonProblems.Forbidden.With("Thu hồi do cấp đã quyết định khen thưởng ghi nhận.").Result();
        if (Preconditions.IfMatch(http, entry.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        if (entry.Recover(request.Money, request.ObjectReturned, request.Note, VietnamTime.DateOf(now)) is { } refused)
            return refused.Result();
        db.Audit("award", entry.Id, "recovered", user.Id, now, request.Note, new { request.Money, request.ObjectReturned }, user.RemoteAddress);
        var answer = intake.Ok(RegisterEntryResponse.Of(entry), entry.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
