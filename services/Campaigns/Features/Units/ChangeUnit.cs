using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Units;

/// <summary>New state of a unit's entry: renamed, moved to another block, merged, dissolved, re-opened.</summary>
public sealed record ChangeUnitRequest
{
    /// <summary>Full official name with the type of unit, 1–200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Kind; changes only among ward, commune and special zone.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Ranking block; absent when not ranked.</summary>
    public string? RankingBlock { get; init; }

    /// <summary>True when documents print the place with its type.</summary>
    public bool PlaceNameInFull { get; init; }

    /// <summary>False when the unit is merged or dissolved.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Unit that takes over; only when not active.</summary>
    [Text(40)]
    public string? MergedInto { get; init; }

    /// <summary>Units merged into this one whose places in earlier rankings count for it, 0–20; absent = as they stand. Only the city says so.</summary>
    [Items(0, 20)]
    public string[]? PredecessorCodes { get; init; }

    /// <summary>Why, with the deciding document, 1–1000 characters.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class ChangeUnit
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPut("/units/{code}", Handle)
            .WithName(nameof(ChangeUnit)).WithSummary("Đổi tên, chuyển khối, sáp nhập hoặc ngừng hoạt động đơn vị")
            .RequireAuthorization(Policies.UnitsWrite)
            .Produces<UnitResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        string code, ChangeUnitRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var unit = await db.Units.VisibleTo(user, u => u.Code).SingleOrDefaultAsync(u => u.Code == code, cancellationToken);
        if (unit is null)
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http, unit.Version) is { } stale)
            return stale.Result();
        var entry = new UnitEntry(unit.Code, request.Name.Trim(), request.Kind, unit.ParentCode, request.RankingBlock, request.PlaceNameInFull);
        var now = time.GetUtcNow();
        var before = unit.Entry;
        var refused = entry.Check()
            ?? await CheckPredecessorsAsync(unit, request.PredecessorCodes, db, user, cancellationToken)
            ?? await CheckNeighboursAsync(unit, request, db, cancellationToken)
            ?? unit.Change(entry, request.Active, request.MergedInto, new UnitChangeReason(now, user.Id, request.Reason), request.PredecessorCodes);
        if (refused is not null)
            return refused.Result();
        db.Publish(unit.Event(now, user.Id));
        db.Audit("unit", unit.Code, "changed", user.Id, now, request.Reason, new { before, after = unit.Entry, unit.Active, unit.MergedInto, unit.PredecessorCodes }, user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, unit.Version);
        return TypedResults.Ok(UnitResponse.Of(unit));
    }

    private static async Task<Problem?> CheckPredecessorsAsync(Unit unit, string[]? codes, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (codes is null || codes.SequenceEqual(unit.PredecessorCodes))
            return null;
        if (!user.SeesWholeCity)
            return CommonProblems.Forbidden.At("/predecessorCodes", "Việc tính thứ hạng của đơn vị đã sáp nhập do thành phố quyết định.");
        var merged = await db.Units.Where(u => codes.Contains(u.Code) && !u.Active && u.MergedInto == unit.Code).Select(u => u.Code).ToListAsync(cancellationToken);
        var wrong = Array.FindIndex(codes, c => !merged.Contains(c) || codes.Count(o => o == c) > 1);
        return wrong < 0 ? null : Problems.UnitInvalid.At($"/predecessorCodes/{wrong}", "Chỉ ghi, mỗi mã một lần, đơn vị đã sáp nhập vào đơn vị này.");
    }

    private static async Task<Problem?> CheckNeighboursAsync(Unit unit, ChangeUnitRequest request, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        if (request.MergedInto is { } successor && !await db.Units.AnyAsync(u => u.Code == successor && u.Active, cancellationToken))
            return Problems.SuccessorUnknown.At("/mergedInto");
        if (unit.Active && !request.Active)
        {
            if (await db.Units.AnyAsync(u => u.ParentCode == unit.Code && u.Active, cancellationToken))
                return Problems.HasActiveChildren;
            if (await db.Campaigns.AnyAsync(c => c.UnitCode == unit.Code && c.State == CampaignState.Launched, cancellationToken))
                return Problems.HasOpenCampaigns;
        }
        return !unit.Active && request.Active && await db.Units.AnyAsync(u => u.Code == unit.ParentCode && !u.Active, cancellationToken)
            ? Problems.ParentInactive : null;
    }
}
