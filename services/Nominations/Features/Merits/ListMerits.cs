using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Merits;

internal static class ListMerits
{
    public static void Map(IEndpointRouteBuilder merits)
    {
        merits.MapGet("/", Handle).RequireAuthorization(Policies.NominationsRead)
            .WithName(nameof(ListMerits)).WithSummary("Thành tích của các đối tượng trong phạm vi, mới nhất trước, kèm khen thưởng đã dùng đến")
            .Produces<Page<MeritResponse>>();
        merits.MapGet("/{id:guid}", Get).RequireAuthorization(Policies.NominationsRead)
            .WithName("GetMerit").WithSummary("Một thành tích và khen thưởng đã dùng đến").Produces<MeritResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> Handle(string? unitCode, string? personCode, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var size = Paging.Limit(limit);
        var rows = db.Merits.AsNoTracking().VisibleTo(user, m => m.UnitCode);
        if (unitCode is not null)
            rows = rows.Where(m => m.UnitCode == unitCode);
        if (NomineeRef.Code(personCode) is { } code)
            rows = rows.Where(m => m.PersonCode == code);
        if (after is { } last)
            rows = rows.Where(m => m.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(m => m.Id).Take(size + 1).ToListAsync(ct);
        var book = await MeritBook.OfAsync(page, db, ct);
        return TypedResults.Ok(page.ConvertAll(m => MeritResponse.Of(m, book, user)).ToPage(size, m => m.Id.ToString()));
    }

    private static async Task<IResult> Get(Guid id, NominationsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (await db.Merits.AsNoTracking().VisibleTo(user, m => m.UnitCode).FirstOrDefaultAsync(m => m.Id == id, ct) is not { } merit)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, merit.Version);
        return TypedResults.Ok(MeritResponse.Of(merit, await MeritBook.OfAsync([merit], db, ct), user));
    }
}
