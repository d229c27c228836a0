using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>A member's secret paper: one line for each item that is voted on in secret and on which the member has no conflict of interest.</summary>
/// <remarks>Not idempotent by key on purpose: a remembered answer would tie the caller to a hash of the paper. A second paper is refused, which is what a retry needs to know.</remarks>
public sealed record CastPaperRequest
{
    /// <summary>One line for each item, 1–500.</summary>
    [Items(1, 500)]
    public required PaperLine[] Lines { get; init; }
}

/// <summary>A line of a paper.</summary>
[ValidatableType]
public sealed record PaperLine
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Yes, no or abstain.</summary>
    public required Choice Choice { get; init; }
}

internal static class CastPaper
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/sessions/{id:guid}/papers", Handle)
        .RequireAuthorization(Policies.CouncilVote)
        .WithName(nameof(CastPaper)).WithSummary("Bỏ phiếu kín: mỗi thành viên một phiếu, không lưu ai bỏ thế nào")
        .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, CastPaperRequest request, BallotRoom room, CancellationToken ct) =>
        room.CastAsync(id, async (session, box) =>
        {
            if (room.SeatOf(session) is not { } seat)
                return Problems.NotYourVote;
            var items = BallotRoom.On(session, seat, Ballot.Secret).Select(i => i.Id).ToHashSet();
            if (items.Count == 0)
                return Problems.NotEntitled;
            var sums = new Dictionary<Guid, Tally>();
            for (var i = 0; i < request.Lines.Length; i++)
            {
                var line = request.Lines[i];
                if (session.Items.All(x => x.Id != line.ItemId))
                    return Problems.UnknownItem.At($"/lines/{i}/itemId");
                // It fell off after the papers were given out: the line is void, the paper is not.
                if (session.Items.Exists(x => x.Id == line.ItemId && x.OffAgenda))
                    continue;
                if (!items.Contains(line.ItemId))
                    return Problems.NotEntitled.At($"/lines/{i}/itemId");
                if (line.Choice == Choice.Invalid || !sums.TryAdd(line.ItemId, new Tally().Plus(line.Choice)))
                    return Problems.PaperIncomplete.At($"/lines/{i}");
            }
            if (sums.Count != items.Count)
                return Problems.PaperIncomplete.At("/lines", $"Phiếu có {items.Count} nội dung, mới có ý kiến ở {sums.Count}.");
            return await room.MarkAsync(session, seat.MemberId, ct) ? room.Drop(box, sums) : Problems.VotedAlready;
        }, ct);
}
