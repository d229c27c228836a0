using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Opens a session with the attendance of all members, or corrects the attendance before papers are given out.</summary>
public sealed record OpenSessionRequest
{
    /// <summary>Every member of the day, once.</summary>
    [Items(1, 60)]
    public required AttendanceInput[] Attendance { get; init; }
}

/// <summary>How a member takes part.</summary>
[ValidatableType]
public sealed record AttendanceInput
{
    /// <summary>The member.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>Here, away with a written opinion, or away.</summary>
    public required Attendance Attendance { get; init; }

    /// <summary>Why away, or number of the written opinion.</summary>
    [Text(300)]
    public string? Note { get; init; }
}

internal static class OpenSession
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/sessions/{id:guid}/open", Handle)
        .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
        .WithName(nameof(OpenSession)).WithSummary("Mở phiên họp với điểm danh: có mặt, vắng có ý kiến bằng văn bản, vắng")
        .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, OpenSessionRequest request, SessionWork work, ConflictFinder conflicts, CancellationToken ct) =>
        work.ManageAsync(id, async (session, council) =>
        {
            var members = council.On(VietnamTime.DateOf(session.At));
            if (Array.FindIndex(request.Attendance, a => members.All(m => m.Id != a.MemberId)) is >= 0 and var stranger)
                return Problems.NotAMember.At($"/attendance/{stranger}/memberId");
            if (request.Attendance.Select(a => a.MemberId).Distinct().Count() != request.Attendance.Length || request.Attendance.Length != members.Length)
                return Problems.AttendanceIncomplete.At("/attendance", $"Hội đồng có {members.Length} thành viên vào ngày họp.");
            var roll = members.Select(m => (Member: m, Said: Array.Find(request.Attendance, a => a.MemberId == m.Id)!))
                .Select(x => new Seat(x.Member.Id, x.Member.Name, x.Member.Title, x.Member.AccountId, x.Said.Attendance, x.Said.Note)).ToArray();
            if (session.Open(roll, work.Now) is { } refused)
                return refused;
            await conflicts.FindAsync(session, council, ct);
            work.Audit(session, "opened", changes: new { session.Present, session.Written, Members = roll.Length });
            return null;
        }, ct);
}
