using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.References;

/// <summary>How a unit is written before the date of its documents.</summary>
public sealed record SetPlaceNameRequest
{
    /// <summary>“Phường Lê Thanh Nghị” for a unit named after a person, a number or an event; otherwise the bare name holds and nothing need be set (Nghị định 30/2020, Phụ lục I.II.4).</summary>
    [Text(100)]
    public required string PlaceName { get; init; }
}

/// <summary>A place name that departs from the bare name of the unit.</summary>
public sealed record PlaceNameResponse(string UnitCode, string PlaceName);

internal static class PlaceNames
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/place-names", ListAsync).RequireAuthorization(Policies.DocumentsRead)
            .WithName("ListPlaceNames").WithSummary("Địa danh ghi đầy đủ trên văn bản").Produces<PlaceNameResponse[]>();
        documents.MapPut("/place-names/{unitCode}", SetAsync).RequireAuthorization(Policies.UnitsWrite)
            .WithName("SetPlaceName").WithSummary("Đặt địa danh ghi trên văn bản của một đơn vị").Produces<PlaceNameResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(DocumentsDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await db.PlaceNames.AsNoTracking().OrderBy(p => p.UnitCode).Select(p => new PlaceNameResponse(p.UnitCode, p.Text)).ToArrayAsync(ct));

    private static async Task<IResult> SetAsync(string unitCode, SetPlaceNameRequest request, DocumentsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (!user.Sees(unitCode) || !await db.Units.AnyAsync(u => u.Code == unitCode, ct))
            return Problems.UnknownUnit.Result();
        var place = await db.PlaceNames.FindAsync([unitCode], ct);
        if (place is null)
            db.PlaceNames.Add(place = new PlaceName { UnitCode = unitCode, Text = request.PlaceName });
        place.Text = request.PlaceName;
        db.Audit("place-name", unitCode, "set", user.Id, time.GetUtcNow(), changes: new { request.PlaceName }, from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new PlaceNameResponse(unitCode, place.Text));
    }
}
