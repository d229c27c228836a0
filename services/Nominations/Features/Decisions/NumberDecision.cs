using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Decisions;

/// <summary>Number and date of a decision that was signed on paper. One issued as a document gets them by itself.</summary>
public sealed record NumberDecisionRequest
{
    /// <summary>Number and symbol: <c>125/QĐ-UBND</c>.</summary>
    [Text(60)]
    public required string Number { get; init; }

    /// <summary>Date of the decision, civil date of Vietnam, not in the future.</summary>
    [CivilDay]
    public required DateOnly Date { get; init; }
}

internal static class NumberDecision
{
    public static void Map(IEndpointRouteBuilder decisions) => decisions.MapPost("/{id:guid}/number", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(NumberDecision)).WithSummary("Ghi số, ngày của quyết định ban hành trên giấy")
        .Produces<DecisionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, NumberDecisionRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Decisions.VisibleTo(user, d => d.DecidingUnitCode).FirstOrDefaultAsync(d => d.Id == id, ct) is not { } decision)
            return CommonProblems.NotFound.Result();
        if (user.UnitCode != decision.DecidingUnitCode)
            return CommonProblems.Forbidden.With("Việc này thuộc thẩm quyền của cấp quyết định khen thưởng.").Result();
        if (Preconditions.IfMatch(http, decision.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        if (request.Date > VietnamTime.DateOf(now))
            return CommonProblems.Invalid.At("/date", "Ngày quyết định ở tương lai.").Result();
        if (decision.Numbered(request.Number, request.Date, null) is { } refused)
            return refused.Result();
        await EnterAsync(decision, null, db, ct);
        db.Audit("decision", decision.Id, "numbered", user.Id, now, changes: new { decision.Number, decision.Date }, from: user.RemoteAddress);
        var answer = intake.Ok(DecisionResponse.Of(decision), decision.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>The register carries what the decision carries.</summary>
    internal static async Task EnterAsync(Decision decision, string? url, NominationsDbContext db, CancellationToken ct)
    {
        foreach (var entry in await db.Register.Where(e => e.DecisionId == decision.Id).ToListAsync(ct))
            entry.Numbered(decision.Number!, decision.Date!.Value, url);
    }
}
