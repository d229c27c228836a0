using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Publications;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Publications;

internal static class GetPublication
{
    public static void Map(IEndpointRouteBuilder publications)
    {
        publications.MapGet("/", List).RequireAuthorization(Policies.CampaignsRead)
            .WithName("ListPublications").WithSummary("Các danh sách được công khai mà đơn vị được xem, mới nhất trước").Produces<Page<PublicationResponse>>();
        publications.MapGet("/{id:guid}", Handle).RequireAuthorization(Policies.CampaignsRead)
            .WithName(nameof(GetPublication)).WithSummary("Một danh sách được công khai").Produces<PublicationResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> List(bool? open, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (size, today) = (Paging.Limit(limit), VietnamTime.Today(time));
        var rows = db.Publications.AsNoTracking().ReadableBy(user);
        if (open is { } wanted)
            rows = rows.Where(p => p.Until >= today == wanted);
        if (after is { } last)
            rows = rows.Where(p => p.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(p => p.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(page.ConvertAll(p => PublicationResponse.Of(p, today)).ToPage(size, p => p.Id.ToString()));
    }

    private static async Task<IResult> Handle(Guid id, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct) =>
        await db.Publications.AsNoTracking().ReadableBy(user).FirstOrDefaultAsync(p => p.Id == id, ct) is { } publication
            ? TypedResults.Ok(PublicationResponse.Of(publication, VietnamTime.Today(time)))
            : CommonProblems.NotFound.Result();
}

internal static class PublicationAccess
{
    /// <summary>Whoever is signed in may read (campaigns:read is every role's): public within the publishing unit and to those above it; what the city makes public all may read.</summary>
    public static IQueryable<Publication> ReadableBy(this IQueryable<Publication> rows, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return rows;
        var own = user.UnitCode;
        var below = own + "-";
        var above = UnitCodes.Above(own);
        return rows.Where(p => p.UnitCode == own || p.UnitCode.StartsWith(below) || above.Contains(p.UnitCode));
    }
}
