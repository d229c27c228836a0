using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Register;

/// <summary>The check after an unplanned award (CH-26-30/III.3.a.2, C-28). What is not confirmed is to be cancelled by the deciding level.</summary>
public sealed record RecordPostCheckRequest
{
    /// <summary>Whether the award was right.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>Finding, in Vietnamese; needed when it was not confirmed.</summary>
    [Text(2000)]
    public string? Note { get; init; }
}

internal static class RecordPostCheck
{
    public static void Map(IEndpointRouteBuilder register) => register.MapPost("/{id:guid}/post-check", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(RecordPostCheck)).WithSummary("Ghi kết quả hậu kiểm một khen thưởng đột xuất")
        .Produces<RegisterEntryResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, RecordPostCheckRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Register.VisibleTo(user, e => e.UnitCode).FirstOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
            return CommonProblems.NotFound.Result();
        if (user.UnitCode != entry.DecidingUnitCode)
            return CommonProblems.Forbidden.With("Hậu kiểm do cấp quyết định khen thưởng thực hiện.").Result();
        if (Preconditions.IfMatch(http, entry.Version) is { } stale)
            return stale.Result();
        if (!request.Confirmed && request.Note is null)
            return CommonProblems.Invalid.At("/note", "Cần ghi lý do khi không xác nhận.").Result();
        var now = time.GetUtcNow();
        if (entry.PostCheck(request.Confirmed, request.Note, now) is { } refused)
            return refused.Result();
        db.Audit("award", entry.Id, "postChecked", user.Id, now, request.Note, new { request.Confirmed, entry.PostCheckDue }, user.RemoteAddress);
        if (entry.NominationId is { } nomination)
            db.Audit("nomination", nomination, "postChecked", user.Id, now, request.Note, new { request.Confirmed }, user.RemoteAddress);
        var answer = intake.Ok(RegisterEntryResponse.Of(entry), entry.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
