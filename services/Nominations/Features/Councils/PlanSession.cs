using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Plans a session of a council, or changes the plan.</summary>
public sealed record PlanSessionRequest
{
    /// <summary>What it is called: “Phiên họp xét khen thưởng năm 2026”, “… năm học 2025-2026”.</summary>
    [Text(300)]
    public required string Title { get; init; }

    /// <summary>When it begins, with offset.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where.</summary>
    [Text(300)]
    public required string Place { get; init; }

    /// <summary>Member who takes the chair, the chair or a vice-chair of the council; left out = the chair. Another member only with <see cref="ChairReason"/>.</summary>
    public Guid? ChairId { get; init; }

    /// <summary>Why another member takes the chair: both are away, and by which paper the chair of the council named the member; in Vietnamese.</summary>
    [Text(500)]
    public string? ChairReason { get; init; }

    /// <summary>Member who keeps the minutes; left out = the secretary of the council.</summary>
    public Guid? SecretaryId { get; init; }
}

internal static class PlanSession
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapPost("/{id:guid}/sessions", Plan)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName(nameof(PlanSession)).WithSummary("Lập phiên họp Hội đồng: thời gian, địa điểm, chủ trì, thư ký")
            .Produces<SessionResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404);
        councils.MapPut("/sessions/{id:guid}", Edit)
            .RequireAuthorization(Policies.CouncilManage)
            .WithName("EditSession").WithSummary("Sửa phiên họp còn là dự kiến")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static async Task<IResult> Plan(Guid id, PlanSessionRequest request, NominationsDbContext db, SessionWork work, Intake intake, CancellationToken ct)
    {
        var today = VietnamTime.DateOf(work.Now);
        if (await db.Councils(work.User, today).AsNoTracking().Include(c => c.Members).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } council)
            return CommonProblems.NotFound.Result();
        if (!work.User.Manages(council.UnitCode))
            return CommonProblems.Forbidden.Result();
        var (chair, secretary, problem) = Officers(council, request);
        if (problem is not null)
            return problem.Result();
        var session = new CouncilSession
        {
            CouncilId = council.Id,
            UnitCode = council.UnitCode,
            Title = request.Title,
            At = request.At.ToUniversalTime(),
            Place = request.Place,
            ChairId = chair,
            SecretaryId = secretary,
            CreatedBy = work.User.Id,
            CreatedAt = work.Now,
        };
        db.CouncilSessions.Add(session);
        work.Audit(session, "planned", request.ChairReason, new { session.At, session.ChairId });
        var answer = intake.Created($"/councils/sessions/{session.Id}", await work.ViewAsync(session, council, ct), session.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static Task<IResult> Edit(Guid id, PlanSessionRequest request, SessionWork work, CancellationToken ct) =>
        work.ManageAsync(id, (session, council) =>
        {
            var (chair, secretary, problem) = Officers(council, request);
            if (problem is not null)
                return problem;
            if (session.Edit(request.Title, request.At.ToUniversalTime(), request.Place, chair, secretary) is { } refused)
                return refused;
            work.Audit(session, "edited", request.ChairReason, new { session.At, session.ChairId });
            return null;
        }, ct);

    private static (Guid Chair, Guid Secretary, Problem? Problem) Officers(Council council, PlanSessionRequest request)
    {
        var day = VietnamTime.DateOf(request.At);
        if (day < council.TermFrom || day > council.TermTo)
            return (default, default, Problems.OutsideTerm.At("/at"));
        var members = council.On(day);
        var chair = members.FirstOrDefault(m => request.ChairId is { } asked ? m.Id == asked : m.Title == MemberTitle.Chair);
        if (chair is null)
            return (default, default, Problems.NotAMember.At("/chairId"));
        if (!chair.Title.Leads() && request.ChairReason is null)
            return (default, default, Problems.ChairTitle.At("/chairReason"));
        var secretary = request.SecretaryId is { } named ? members.FirstOrDefault(m => m.Id == named)
            : members.FirstOrDefault(m => m.Title == MemberTitle.Secretary) ?? members.FirstOrDefault(m => m.Title == MemberTitle.Standing);
        return secretary is null ? (default, default, Problems.NotAMember.At("/secretaryId")) : (chair.Id, secretary.Id, null);
    }
}
