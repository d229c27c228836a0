using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Initiatives;

internal static class ListInitiatives
{
    public static void Map(IEndpointRouteBuilder initiatives)
    {
        initiatives.MapGet("/", Handle).RequireAuthorization(Policies.NominationsRead)
            .WithName(nameof(ListInitiatives)).WithSummary("Sổ sáng kiến, mới nhất trước").Produces<Page<InitiativeResponse>>();
        initiatives.MapGet("/{id:guid}", Get).RequireAuthorization(Policies.NominationsRead)
            .WithName("GetInitiative").WithSummary("Một sáng kiến").Produces<InitiativeResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> Handle(string? unitCode, bool? recognised, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var size = Paging.Limit(limit);
        var rows = db.Initiatives.AsNoTracking().VisibleTo(user, i => i.UnitCode);
        if (unitCode is not null)
            rows = rows.Where(i => i.UnitCode == unitCode);
        if (recognised is not null)
            rows = rows.Where(i => i.Recognised == recognised);
        if (after is { } last)
            rows = rows.Where(i => i.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(page.Select(i => InitiativeResponse.Of(i)).ToList().ToPage(size, i => i.Id.ToString()));
    }

    private static async Task<IResult> Get(Guid id, NominationsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (await db.Initiatives.AsNoTracking().VisibleTo(user, i => i.UnitCode).FirstOrDefaultAsync(i => i.Id == id, ct) is not { } initiative)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, initiative.Version);
        return TypedResults.Ok(InitiativeResponse.Of(initiative));
    }
}
