using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Decisions;

internal static class GetDecision
{
    public static void Map(IEndpointRouteBuilder decisions)
    {
        decisions.MapGet("/", List).RequireAuthorization(Policies.NominationsRead)
            .WithName("ListDecisions").WithSummary("Các quyết định khen thưởng, mới nhất trước").Produces<Page<DecisionResponse>>();
        decisions.MapGet("/{id:guid}", Handle).RequireAuthorization(Policies.NominationsRead)
            .WithName(nameof(GetDecision)).WithSummary("Một quyết định khen thưởng").Produces<DecisionResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> List(Guid? after, int? limit, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var size = Paging.Limit(limit);
        var rows = db.Decisions.AsNoTracking().VisibleTo(user, d => d.DecidingUnitCode);
        if (after is { } last)
            rows = rows.Where(d => d.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(d => d.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(page.Select(DecisionResponse.Of).ToList().ToPage(size, d => d.Id.ToString()));
    }

    private static async Task<IResult> Handle(Guid id, NominationsDbContext db, CurrentUser user, CancellationToken ct) =>
        await db.Decisions.AsNoTracking().VisibleTo(user, d => d.DecidingUnitCode).FirstOrDefaultAsync(d => d.Id == id, ct) is { } decision
            ? TypedResults.Ok(DecisionResponse.Of(decision))
            : CommonProblems.NotFound.Result();
}
