using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Initiatives;

/// <summary>Records the decision that recognises an initiative (LTN-26-30/III.2.a.2.c1, i2).</summary>
public sealed record RecogniseInitiativeRequest
{
    /// <summary>Level of the body that recognised it.</summary>
    public required Attester By { get; init; }

    /// <summary>Number and symbol of the decision: <c>15/QĐ-UBND</c>.</summary>
    [Text(60)]
    public required string DecisionNumber { get; init; }

    /// <summary>Date of the decision, civil date of Vietnam.</summary>
    [CivilDay]
    public required DateOnly DecisionDate { get; init; }

    /// <summary>Proven to be applied.</summary>
    public required bool Applied { get; init; }

    /// <summary>Stated to be fit for replication.</summary>
    public required bool Replicable { get; init; }
}

internal static class RecogniseInitiative
{
    public static void Map(IEndpointRouteBuilder initiatives) => initiatives.MapPost("/{id:guid}/recognise", Handle)
        .RequireAuthorization(Policies.InitiativesRecognise).WithIdempotency()
        .WithName(nameof(RecogniseInitiative)).WithSummary("Ghi nhận quyết định công nhận sáng kiến")
        .Produces<InitiativeResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        Guid id, RecogniseInitiativeRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Initiatives.VisibleTo(user, i => i.UnitCode).FirstOrDefaultAsync(i => i.Id == id, ct) is not { } initiative)
            return CommonProblems.NotFound.Result();
        if (request.By == Attester.City && !user.SeesWholeCity)
            return CommonProblems.Forbidden.With("Công nhận ở cấp thành phố do cơ quan thành phố ghi nhận.").Result();
        if (Preconditions.IfMatch(http, initiative.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        if (initiative.Recognise(request.By, request.DecisionNumber, request.DecisionDate, request.Applied, request.Replicable, VietnamTime.DateOf(now)) is { } refused)
            return refused.Result();
        db.Publish(new InitiativeRecognised
        {
            InitiativeId = initiative.Id,
            UnitCode = initiative.UnitCode,
            Title = initiative.Title,
            DecisionNumber = request.DecisionNumber,
            OccurredAt = now,
            ActedBy = user.Id,
        });
        db.Audit("initiative", initiative.Id, "recognised", user.Id, now, request.DecisionNumber, new { request.By, request.Applied, request.Replicable }, user.RemoteAddress);
        var answer = intake.Ok(InitiativeResponse.Of(initiative), initiative.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
