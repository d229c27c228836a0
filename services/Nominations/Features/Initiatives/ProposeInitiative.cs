using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Initiatives;

/// <summary>Enters an initiative into the register (LTN-26-30/II.4).</summary>
public sealed record ProposeInitiativeRequest
{
    /// <summary>Code of the unit it belongs to; must be in the caller's scope.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Title; two entries whose titles differ only in case, marks or spacing count as one.</summary>
    [Text(500)]
    public required string Title { get; init; }

    /// <summary>What it does; at most 4,000 characters.</summary>
    [Text(4000)]
    public required string Summary { get; init; }

    /// <summary>Already applied? Left out = not known.</summary>
    public bool? Applied { get; init; }

    /// <summary>Fit to be replicated? Left out = not known.</summary>
    public bool? Replicable { get; init; }

    /// <summary>Authors with their shares, at most 20; left out = the unit as a whole. Each author may use it once for an award, a stranger may not.</summary>
    [Items(0, 20)]
    public InitiativeAuthor[] Authors { get; init; } = [];
}

/// <summary>An initiative of the register.</summary>
public sealed record InitiativeResponse(Guid Id, int Version, string UnitCode, string Title, string Summary, bool Recognised, bool? Applied, bool? Replicable,
    Attester? RecognisedBy, string? DecisionNumber, DateOnly? DecisionDate, bool Duplicate, InitiativeAuthor[] Authors)
{
    internal static InitiativeResponse Of(Initiative i, bool duplicate = false) =>
        new(i.Id, i.Version, i.UnitCode, i.Title, i.Summary, i.Recognised, i.Applied, i.Replicable, i.RecognisedBy, i.DecisionNumber, i.DecisionDate, duplicate, i.Authors);
}

internal static class ProposeInitiative
{
    public static void Map(IEndpointRouteBuilder initiatives) => initiatives.MapPost("/", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(ProposeInitiative)).WithSummary("Đăng ký sáng kiến; “duplicate” cho biết đã có sáng kiến cùng tên")
        .Produces<InitiativeResponse>(201).ProducesProblem(400).ProducesProblem(403);

    private static async Task<IResult> Handle(ProposeInitiativeRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (!user.Sees(request.UnitCode))
            return Problems.NotYourUnit.At("/unitCode").Result();
        if (!await db.Units.AnyAsync(u => u.Code == request.UnitCode, ct))
            return Problems.UnknownUnit.At("/unitCode", $"Không có đơn vị mang mã “{request.UnitCode}”.").Result();
        if (request.Authors.Sum(a => a.Share) > 100)
            return Problems.AuthorShares.At("/authors").Result();
        var now = time.GetUtcNow();
        var initiative = Initiative.Propose(request.UnitCode, request.Title, request.Summary, request.Applied, request.Replicable, user.Id, now, request.Authors);
        var duplicate = await db.Initiatives.AnyAsync(i => i.Key == initiative.Key, ct);
        db.Initiatives.Add(initiative);
        db.Audit("initiative", initiative.Id, "proposed", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/initiatives/{initiative.Id}", InitiativeResponse.Of(initiative, duplicate), initiative.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
