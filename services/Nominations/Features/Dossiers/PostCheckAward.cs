using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>An unplanned award went without a dossier; who decided looks at it afterwards (C-28).</summary>
public sealed record PostCheckAwardRequest
{
    /// <summary>Whether the award proved right.</summary>
    public required bool Holds { get; init; }

    /// <summary>Finding, in Vietnamese; kept in the history.</summary>
    [Text(2000)]
    public required string Note { get; init; }
}

internal static class PostCheckAward
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/post-check", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(PostCheckAward)).WithSummary("Hậu kiểm khen thưởng đột xuất")
        .Produces<NominationResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, PostCheckAwardRequest request, Transition transition, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Decider, async (nomination, campaign) =>
        {
            var file = await db.Dossiers.FirstOrDefaultAsync(d => d.NominationId == id, ct);
            if (campaign.Category(nomination.CategoryKey)?.Cadence != Cadence.Unplanned || file?.PostCheckedAt is not null)
                return Problems.NoPostCheck;
            if (nomination.PostCheck() is { } refused)
                return refused;
            if (file is null)
                db.Dossiers.Add(file = new Dossier { NominationId = id });
            file.PostCheck(transition.User.Id, request.Holds, request.Note, transition.Now);
            db.Audit("nomination", id, "postChecked", transition.User.Id, transition.Now, request.Note, new { request.Holds }, transition.User.RemoteAddress);
            return null;
        }, ct);
}
