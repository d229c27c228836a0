using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Calls a planned session off.</summary>
public sealed record CancelSessionRequest
{
    /// <summary>Why, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class InviteMembers
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapPost("/sessions/{id:guid}/invite", Invite)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName(nameof(InviteMembers)).WithSummary("Gửi giấy mời kèm chương trình cho thành viên Hội đồng")
            .Produces<SessionResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        councils.MapPost("/sessions/{id:guid}/cancel", Cancel)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName("CancelSession").WithSummary("Hủy phiên họp chưa bỏ phiếu, kèm lý do; hồ sơ trở lại chờ Hội đồng")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static Task<IResult> Invite(Guid id, SessionWork work, CancellationToken ct) =>
        work.ManageAsync(id, (session, council) =>
        {
            if (session.Invite(work.Now) is { } refused)
                return refused;
            work.Audit(session, "invited", changes: new { Members = council.On(VietnamTime.DateOf(session.At)).Select(m => m.Id) });
            return null;
        }, ct);

    private static Task<IResult> Cancel(Guid id, CancelSessionRequest request, SessionWork work, CancellationToken ct) =>
        work.ManageAsync(id, (session, _) =>
        {
            if (session.Cancel(request.Reason) is { } refused)
                return refused;
            work.Audit(session, "cancelled", request.Reason);
            return null;
        }, ct);
}
