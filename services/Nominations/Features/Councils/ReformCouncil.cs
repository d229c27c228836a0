using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Changes the members of a council within its term (kiện toàn), by a decision; earlier members stay in the history.</summary>
public sealed record ReformCouncilRequest
{
    /// <summary>First day of the new composition, within the term and not before an earlier change.</summary>
    [CivilDay]
    public required DateOnly From { get; init; }

    /// <summary>Number and symbol of the decision.</summary>
    [Text(60)]
    public required string DecisionNumber { get; init; }

    /// <summary>Date of the decision.</summary>
    [CivilDay]
    public required DateOnly DecisionDate { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }

    /// <summary>All members from that day on, 3–60, exactly one of them chair.</summary>
    [Items(3, 60)]
    public required CouncilMemberInput[] Members { get; init; }
}

internal static class ReformCouncil
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPut("/{id:guid}", Handle)
        .RequireAuthorization(Policies.CouncilManage)
        .WithName(nameof(ReformCouncil)).WithSummary("Kiện toàn Hội đồng trong nhiệm kỳ; thành viên cũ được giữ trong lịch sử")
        .Produces<CouncilResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(Guid id, ReformCouncilRequest request, NominationsDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var today = VietnamTime.DateOf(now);
        if (await db.Councils(user, today).Include(c => c.Members).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } council)
            return CommonProblems.NotFound.Result();
        if (!user.Manages(council.UnitCode))
            return CommonProblems.Forbidden.Result();
        if (Preconditions.IfMatch(http, council.Version) is { } stale)
            return stale.Result();
        if (AppointCouncil.Faults(request.Members) is { } fault)
            return fault.Result();
        var before = council.On(request.From).Select(m => new { m.Id, m.Title }).ToArray();
        if (council.Reform([.. request.Members.Select(m => m.Of(request.From))], request.From, request.DecisionNumber, request.DecisionDate) is { } refused)
            return refused.Result();
        db.Audit("council", council.Id, "reformed", user.Id, now, request.Reason,
            new { request.From, request.DecisionNumber, Before = before, After = council.On(request.From).Select(m => new { m.Id, m.Title }) }, user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, council.Version);
        return TypedResults.Ok(CouncilResponse.Of(council, today));
    }
}
