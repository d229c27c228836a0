using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Register;

/// <summary>The deciding level lets a second award for one achievement pass (LTN-26-30/III.1.b.2); the reason stays with it.</summary>
public sealed record GrantExceptionRequest
{
    /// <summary>The earlier award: <c>entryId</c> of the mark.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class GrantException
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/exceptions", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(GrantException)).WithSummary("Ghi nhận ngoại lệ khi thành tích đã được khen thưởng")
        .Produces<NominationResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, GrantExceptionRequest request, Transition transition, RegisterRules register, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Decider, async (nomination, campaign) =>
        {
            // Only a double award can be excepted: not a hold, not a used initiative, not Điều 4.3.
            var marks = await register.MarksAsync(nomination, campaign, ct);
            if (!marks.Any(m => m.Kind == MarkKind.AchievementAwarded && m.Earlier?.EntryId == request.EntryId))
                return Problems.NoEarlierAward.At("/entryId");
            db.AchievementExceptions.Add(new ExceptionGrant
            {
                NominationId = id,
                EntryId = request.EntryId,
                Reason = request.Reason,
                GrantedBy = transition.User.Id,
                GrantedAt = transition.Now,
            });
            transition.Audit(nomination, "excepted", request.Reason);
            return null;
        }, ct);
}
