using System.ComponentModel.DataAnnotations;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Eligibility;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Holds;

/// <summary>Records that a person or unit is not awarded for a time (Nghị định 152/2025 Điều 4.4). Holds personal data.</summary>
public sealed record RecordHoldRequest : IValidatableObject
{
    /// <summary>A person, or a unit as a collective. A member's hold does not hold the unit, nor the other way round.</summary>
    public required Recipient Whom { get; init; }

    /// <summary>The unit, or the unit of the person; must be in the caller's scope.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Name of the person; left out for a unit.</summary>
    [Text(200)]
    public string? Name { get; init; }

    /// <summary>Staff code of the person.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Why.</summary>
    public required HoldKind Kind { get; init; }

    /// <summary>First day, civil date of Vietnam.</summary>
    [CivilDay]
    public required DateOnly From { get; init; }

    /// <summary>Last day, included; left out = open.</summary>
    [CivilDay]
    public DateOnly? To { get; init; }

    /// <summary>True when what the person did holds the collective too.</summary>
    public bool HoldsCollective { get; init; }

    /// <summary>Number and date of the paper it rests on.</summary>
    [Text(300)]
    public required string Source { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (To < From)
            yield return new ValidationResult("Ngày kết thúc trước ngày bắt đầu.", [nameof(To)]);
    }
}

/// <summary>A hold, as those see it who keep the list.</summary>
/// <param name="OpenNominations">Nominations under way that it touches; only in the answer to recording and lifting.</param>
public sealed record HoldResponse(Guid Id, int Version, Recipient Whom, string UnitCode, string? Name, string? PersonCode, HoldKind Kind, DateOnly From, DateOnly? To,
    bool HoldsCollective, string Source, string RecordedBy, DateTimeOffset RecordedAt, string? LiftReason, string? LiftedBy, bool InForce, Guid[] OpenNominations)
{
    internal static HoldResponse Of(Hold h, DateOnly today, Guid[]? nominations = null) => new(h.Id, h.Version, h.Whom, h.UnitCode, h.Name, h.PersonCode, h.Kind, h.From, h.To,
        h.HoldsCollective, h.Source, h.RecordedBy, h.RecordedAt, h.LiftReason, h.LiftedBy, h.InForce(today), nominations ?? []);
}

internal static class RecordHold
{
    public static void Map(IEndpointRouteBuilder holds) => holds.MapPost("/", Handle)
        .RequireAuthorization(Policies.HoldsWrite).WithIdempotency()
        .WithName(nameof(RecordHold)).WithSummary("Ghi việc tạm dừng xét khen thưởng đối với cá nhân hoặc đơn vị")
        .Produces<HoldResponse>(201).ProducesProblem(400).ProducesProblem(403);

    private static async Task<IResult> Handle(RecordHoldRequest request, NominationsDbContext db, CurrentUser user, Intake intake, Rejudging rejudging, TimeProvider time, CancellationToken ct)
    {
        if (!user.Sees(request.UnitCode))
            return CommonProblems.Forbidden.At("/unitCode", "Đơn vị ngoài phạm vi được phân công.").Result();
        if (!await db.Units.AnyAsync(u => u.Code == request.UnitCode, ct))
            return Problems.UnknownUnit.At("/unitCode", $"Không có đơn vị mang mã “{request.UnitCode}”.").Result();
        if ((request.Whom == Recipient.Individual) == (request.Name is null) || (request.Whom == Recipient.Collective && request.PersonCode is not null))
            return Problems.WhomToHold.At("/name").Result();
        var now = time.GetUtcNow();
        var hold = Hold.Record(request.Whom, request.UnitCode, request.Name, request.PersonCode, request.Kind, request.From, request.To, request.HoldsCollective, request.Source, user.Id, now);

        // A decision about the same nominee is either finished before, or sees the hold.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockAsync(hold.Locks, ct);
        db.Holds.Add(hold);
        db.Audit("hold", hold.Id, "recorded", user.Id, now, changes: new { hold.Kind, hold.From, hold.To }, from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        var touched = await HeldNominations.TellAsync(hold, "held", db, rejudging, user, now, ct);
        var answer = intake.Created($"/holds/{hold.Id}", HoldResponse.Of(hold, VietnamTime.DateOf(now), touched), hold.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}

/// <summary>Nominations under way learn of a hold in their history, without its details.</summary>
internal static class HeldNominations
{
    public static async Task<Guid[]> TellAsync(Hold hold, string action, NominationsDbContext db, Rejudging rejudging, CurrentUser user, DateTimeOffset now, CancellationToken ct)
    {
        var root = hold.UnitCode.Split('-')[0];
        var below = root + "-";
        var near = await db.Nominations.AsNoTracking()
            .Where(n => n.State == Domain.NominationState.Draft || n.State == Domain.NominationState.Returned || Domain.Nomination.UnderWay.Contains(n.State))
            .Where(n => n.Nominee.UnitCode == root || n.Nominee.UnitCode.StartsWith(below) || (hold.PersonCode != null && n.Nominee.PersonCode == hold.PersonCode))
            .Select(n => new { n.Id, n.Nominee }).ToListAsync(ct);
        var touched = near.Where(n => hold.Holds(NomineeRef.Of(n.Nominee))).Select(n => n.Id).ToArray();
        foreach (var id in touched)
            db.Audit("nomination", id, action, user.Id, now);
        // After a discipline time counts from its end only.
        if (hold.Kind == HoldKind.Discipline && touched.Length > 0)
            await rejudging.RunAsync(n => touched.Contains(n.Id), "Thời gian tính thành tích thay đổi.", user.Id, ct);
        return touched;
    }
}
