using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Councils;

/// <summary>A member has a conflict of interest on an item and does not vote on it.</summary>
public sealed record DeclareConflictRequest
{
    /// <summary>The member; left out = the caller, who then sits on the council.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>What the conflict is, in Vietnamese.</summary>
    [Text(500)]
    public required string Detail { get; init; }
}

/// <summary>The chair sets a conflict of interest aside.</summary>
public sealed record DismissConflictRequest
{
    /// <summary>Why, in Vietnamese; stands in the minutes.</summary>
    [Text(500)]
    public required string Reason { get; init; }
}

internal static class DeclareConflict
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapPost("/sessions/{id:guid}/items/{itemId:guid}/conflicts", Declare)
            .RequireAuthorization(Policies.CouncilRead).WithIdempotency()
            .WithName(nameof(DeclareConflict)).WithSummary("Kê khai xung đột lợi ích của thành viên ở một nội dung")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        councils.MapPost("/sessions/{id:guid}/items/{itemId:guid}/conflicts/{conflictId:guid}/dismiss", Dismiss)
            .RequireAuthorization(Policies.CouncilRead).WithIdempotency()
            .WithName("DismissConflict").WithSummary("Chủ trì bác một xung đột lợi ích, kèm lý do")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static Task<IResult> Declare(Guid id, Guid itemId, DeclareConflictRequest request, SessionWork work, CancellationToken ct) =>
        work.RunAsync(id, (session, council) => Task.FromResult(Declared(session, council, itemId, request, work)), ct);

    private static Problem? Declared(CouncilSession session, Council council, Guid itemId, DeclareConflictRequest request, SessionWork work)
    {
        var members = council.On(VietnamTime.DateOf(session.At));
        var member = Array.Find(members, m => request.MemberId is { } asked ? m.Id == asked : m.AccountId == work.User.Id);
        if (member is null)
            return Problems.NotAMember.At("/memberId");
        // For others only the section that keeps the minutes writes it down.
        if (member.AccountId != work.User.Id && !work.User.Manages(session.UnitCode))
            return CommonProblems.Forbidden;
        if (session.Items.Find(i => i.Id == itemId) is not { } item)
            return CommonProblems.NotFound;
        if (!item.Live)
            return Problems.ItemOffAgenda;
        if (session.ConflictsChange() is { } refused)
            return refused;
        item.Declare(new(Guid.CreateVersion7(), member.Id, ConflictKind.Declared, request.Detail, work.User.Id));
        work.Audit(session, "conflictDeclared", request.Detail, new { ItemId = itemId, MemberId = member.Id });
        return null;
    }

    private static Task<IResult> Dismiss(Guid id, Guid itemId, Guid conflictId, DismissConflictRequest request, SessionWork work, CancellationToken ct) =>
        work.RunAsync(id, (session, council) => Task.FromResult(Dismissed(session, council, itemId, conflictId, request, work)), ct);

    private static Problem? Dismissed(CouncilSession session, Council council, Guid itemId, Guid conflictId, DismissConflictRequest request, SessionWork work)
    {
        if (session.Items.Find(i => i.Id == itemId) is not { } item || Array.Find(item.Conflicts, c => c.Id == conflictId) is not { } conflict)
            return CommonProblems.NotFound;
        var chair = council.Members.Single(m => m.Id == session.ChairId);
        // A chair without an account speaks through the section that keeps the minutes.
        var speaks = chair.AccountId is { } account ? account == work.User.Id : work.User.Manages(session.UnitCode);
        if (!speaks || conflict.MemberId == chair.Id)
            return Problems.NotChair;
        // A member named to take the chair holds it only once the roll shows that both are away.
        if (!chair.Title.Leads() && (session.Roll.Length == 0 || session.StandsIn(session.Roll)))
            return Problems.ChairIsPresent;
        if (!conflict.MayBeDismissed)
            return Problems.IsTheNominee;
        if (session.ConflictsChange() is { } refused)
            return refused;
        item.Dismiss(conflictId, work.User.Id, request.Reason);
        work.Audit(session, "conflictDismissed", request.Reason, new { ItemId = itemId, ConflictId = conflictId });
        return null;
    }
}
