using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Units;

/// <summary>Enters a unit into the register.</summary>
public sealed record RegisterUnitRequest
{
    /// <summary>Official code: <c>31</c>, five digits, or the parent's code + <c>-</c> + upper-case letters and digits.</summary>
    public required string Code { get; init; }

    /// <summary>Full official name with the type of unit, 1–200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of unit.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Code of the unit above; absent for the city.</summary>
    public string? ParentCode { get; init; }

    /// <summary>Ranking block: <c>so-nganh</c>, <c>phuong</c>, <c>xa-dac-khu</c>; absent when not ranked (C-10, C-14).</summary>
    public string? RankingBlock { get; init; }

    /// <summary>True when documents print the place with its type, as for names of persons (Nghị định 30/2020).</summary>
    public bool PlaceNameInFull { get; init; }

    internal UnitEntry Entry() => new(Code, Name.Trim(), Kind, ParentCode, RankingBlock, PlaceNameInFull);
}

/// <summary>A unit of the register.</summary>
/// <param name="Version">ETag, and order of <c>UnitRegistered</c>.</param>
public sealed record UnitResponse(
    string Code, string Name, UnitKind Kind, string? ParentCode, string? RankingBlock, bool PlaceNameInFull, bool Active, string? MergedInto, string[] PredecessorCodes, int Version)
{
    internal static UnitResponse Of(Unit u) => new(u.Code, u.Name, u.Kind, u.ParentCode, u.RankingBlock, u.PlaceNameInFull, u.Active, u.MergedInto, u.PredecessorCodes, u.Version);
}

/// <summary>An entry that stands already just so is answered with 200: registers are sent again and again.</summary>
internal static class RegisterUnit
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/units", Handle)
            .WithName(nameof(RegisterUnit)).WithSummary("Ghi một đơn vị vào danh mục đơn vị")
            .RequireAuthorization(Policies.UnitsWrite).WithIdempotency()
            .Produces<UnitResponse>(201).Produces<UnitResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        RegisterUnitRequest request, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var entry = request.Entry();
        var near = await db.Units.Where(u => u.Code == entry.Code || u.Code == entry.ParentCode).ToDictionaryAsync(u => u.Code, cancellationToken);
        var (unit, isNew, refused) = Enter(entry, near, user);
        if (refused is not null)
            return refused.Result();
        var answer = isNew
            ? intake.Created($"/units/{unit!.Code}", UnitResponse.Of(unit), unit.Version)
            : intake.Ok(UnitResponse.Of(unit!), unit!.Version);
        if (isNew)
            Save(db, unit, user, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    /// <summary>The unit as it stands or would stand, given the units known so far.</summary>
    public static (Unit? Unit, bool IsNew, Problem? Refused) Enter(UnitEntry entry, Dictionary<string, Unit> known, CurrentUser user)
    {
        if (entry.Check() is { } invalid)
            return (null, false, invalid);
        if (!user.Sees(entry.Code))
            return (null, false, CommonProblems.Forbidden.At("/code", "Đơn vị nằm ngoài phạm vi được phân công."));
        if (known.TryGetValue(entry.Code, out var standing))
            return standing.Entry == entry ? (standing, false, null) : (null, false, Problems.UnitExists.At("/code", "Dùng PUT để thay đổi."));
        if (entry.ParentCode is { } parentCode)
        {
            if (!known.TryGetValue(parentCode, out var parent))
                return (null, false, Problems.ParentUnknown.At("/parentCode"));
            if (!entry.MayBelongTo(parent.Kind))
                return (null, false, Problems.UnitInvalid.At("/parentCode", "Đơn vị loại này không trực thuộc đơn vị đã nêu."));
            if (!parent.Active)
                return (null, false, Problems.ParentInactive.At("/parentCode"));
        }
        return (Unit.Register(entry), true, null);
    }

    public static void Save(CampaignsDbContext db, Unit unit, CurrentUser user, DateTimeOffset now)
    {
        db.Units.Add(unit);
        db.Publish(unit.Event(now, user.Id));
        db.Audit("unit", unit.Code, "registered", user.Id, now, changes: unit.Entry, from: user.RemoteAddress);
    }
}
