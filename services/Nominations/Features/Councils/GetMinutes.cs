using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Minutes of a session as data (biên bản họp Hội đồng): all that a paper needs, and no more about secret votes than their sums.</summary>
public sealed record MinutesResponse
{
    public required Guid SessionId { get; init; }
    public required string CouncilName { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    /// <summary>Number and date of the decision that founded or last changed the council.</summary>
    public required string CouncilDecision { get; init; }
    public required DateOnly CouncilDecisionDate { get; init; }
    public required string Title { get; init; }
    /// <summary>Planned beginning, UTC.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>When the roll was called, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>When the ballot was closed, UTC.</summary>
    public required DateTimeOffset ConcludedAt { get; init; }
    public required string Place { get; init; }
    public required string ChairName { get; init; }
    public required string SecretaryName { get; init; }
    public required MinutesSeat[] Attendance { get; init; }
    public required int Members { get; init; }
    public required int Present { get; init; }
    public required int Written { get; init; }
    public required AgendaItemResponse[] Items { get; init; }
    /// <summary>True once the chairman has approved (LTN-TD-26/V.1.b).</summary>
    public required bool Approved { get; init; }
    public required DateTimeOffset? ApprovedAt { get; init; }
    public required string? ApprovalNote { get; init; }
}

/// <summary>A line of the attendance.</summary>
public sealed record MinutesSeat(string Name, MemberTitle Title, string? Position, Attendance Attendance, string? Note);

internal static class GetMinutes
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapGet("/sessions/{id:guid}/minutes", Handle)
        .RequireAuthorization(Policies.CouncilRead)
        .WithName(nameof(GetMinutes)).WithSummary("Dữ liệu biên bản phiên họp, từ khi đã kết luận")
        .Produces<MinutesResponse>().ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(Guid id, SessionWork work, CancellationToken ct)
    {
        if (await work.FindAsync(id, ct, track: false) is not var (session, council))
            return CommonProblems.NotFound.Result();
        if (session.State is not (SessionState.Concluded or SessionState.Approved))
            return session.Wrong("lập biên bản").Result();
        var view = await work.ViewAsync(session, council, ct);
        var members = council.Members.ToDictionary(m => m.Id);
        return TypedResults.Ok(new MinutesResponse
        {
            SessionId = session.Id,
            CouncilName = council.Name,
            UnitCode = council.UnitCode,
            UnitName = council.UnitName,
            CouncilDecision = council.DecisionNumber,
            CouncilDecisionDate = council.DecisionDate,
            Title = session.Title,
            At = session.At,
            OpenedAt = session.OpenedAt!.Value,
            ConcludedAt = session.ConcludedAt!.Value,
            Place = session.Place,
            ChairName = members[session.ChairId].Name,
            SecretaryName = members[session.SecretaryId].Name,
            Attendance = [.. session.Roll.Select(s => new MinutesSeat(s.Name, s.Title, members[s.MemberId].Position, s.Attendance, s.Note))],
            Members = session.Roll.Length,
            Present = session.Present,
            Written = session.Written,
            Items = view.Items,
            Approved = session.State == SessionState.Approved,
            ApprovedAt = session.ApprovedAt,
            ApprovalNote = session.ApprovalNote,
        });
    }
}
