using System.ComponentModel.DataAnnotations;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Appoints the council of a unit for a term (LTN-TD-26/V.1).</summary>
public sealed record AppointCouncilRequest : IValidatableObject
{
    /// <summary>Code of the unit: a commune, a department, or <c>31</c> for the city; in the caller's scope.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Name; left out = “Hội đồng Thi đua - Khen thưởng” and the unit's name.</summary>
    [Text(300)]
    public string? Name { get; init; }

    /// <summary>First day of the term, civil date of Vietnam.</summary>
    [CivilDay]
    public required DateOnly TermFrom { get; init; }

    /// <summary>Last day of the term, included; null = open.</summary>
    [CivilDay]
    public DateOnly? TermTo { get; init; }

    /// <summary>Number and symbol of the founding decision.</summary>
    [Text(60)]
    public required string DecisionNumber { get; init; }

    /// <summary>Date of the founding decision.</summary>
    [CivilDay]
    public required DateOnly DecisionDate { get; init; }

    /// <summary>Members, 3–60, exactly one of them chair. Fewer than three have no secret.</summary>
    [Items(3, 60)]
    public required CouncilMemberInput[] Members { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TermTo < TermFrom)
            yield return new ValidationResult("Nhiệm kỳ kết thúc trước khi bắt đầu.", [nameof(TermTo)]);
    }
}

/// <summary>A member as a decision lists it.</summary>
[ValidatableType]
public sealed record CouncilMemberInput
{
    /// <summary>Account with which the member votes (its id); null = votes on paper.</summary>
    [Text(100)]
    public string? AccountId { get; init; }

    /// <summary>Name of the person.</summary>
    [Text(200)]
    public required string Name { get; init; }

    /// <summary>Title in the council.</summary>
    public required MemberTitle Title { get; init; }

    /// <summary>Post; left out for the chair = chairman of the committee.</summary>
    [Text(200)]
    public string? Position { get; init; }

    /// <summary>Code of the office or unit where the member works; its nominees are a conflict of interest.</summary>
    [Text(60)]
    public string? UnitCode { get; init; }

    /// <summary>Staff code.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Names or staff codes of persons the member declares a relation to; at most 50.</summary>
    [Items(0, 50)]
    public string[] Relations { get; init; } = [];

    internal CouncilMember Of(DateOnly from) => new()
    {
        AccountId = AccountId,
        Name = Name,
        Title = Title,
        Position = Position ?? (Title == MemberTitle.Chair ? "Chủ tịch Ủy ban nhân dân" : null),
        UnitCode = UnitCode,
        PersonCode = NomineeRef.Code(PersonCode),
        Relations = Relations,
        From = from,
    };
}

internal static class AppointCouncil
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/", Handle)
        .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
        .WithName(nameof(AppointCouncil)).WithSummary("Lập Hội đồng Thi đua - Khen thưởng của đơn vị theo nhiệm kỳ")
        .Produces<CouncilResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(AppointCouncilRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (!user.Sees(request.UnitCode))
            return Problems.NotYourUnit.At("/unitCode").Result();
        if (await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Code == request.UnitCode, ct) is not { } unit || unit.Kind == UnitKind.Office)
            return Problems.UnknownUnit.At("/unitCode", $"Không có đơn vị cấp xã, sở, ngành mang mã “{request.UnitCode}”.").Result();
        if (Faults(request.Members) is { } fault)
            return fault.Result();
        var (from, to) = (request.TermFrom, request.TermTo ?? DateOnly.MaxValue);
        if (await db.Councils.AnyAsync(c => c.UnitCode == unit.Code && c.TermFrom <= to && (c.TermTo == null || from <= c.TermTo), ct))
            return Problems.CouncilOverlaps.At("/termFrom").Result();
        var council = new Council
        {
            UnitCode = unit.Code,
            UnitName = unit.Name,
            Name = request.Name ?? $"Hội đồng Thi đua - Khen thưởng {unit.Name}",
            TermFrom = from,
            TermTo = request.TermTo,
            DecisionNumber = request.DecisionNumber,
            DecisionDate = request.DecisionDate,
            Members = [.. request.Members.Select(m => m.Of(from))],
        };
        var now = time.GetUtcNow();
        db.Councils.Add(council);
        db.Audit("council", council.Id, "appointed", user.Id, now, request.DecisionNumber, new { council.UnitCode, Members = council.Members.Count }, user.RemoteAddress);
        var answer = intake.Created($"/councils/{council.Id}", CouncilResponse.Of(council, VietnamTime.DateOf(now)), council.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    internal static Problem? Faults(CouncilMemberInput[] members)
    {
        if (members.Count(m => m.Title == MemberTitle.Chair) != 1)
            return Problems.OneChair.At("/members");
        for (var i = 0; i < members.Length; i++)
        {
            var m = members[i];
            if (members.Take(i).Any(o => (m.AccountId is not null && o.AccountId == m.AccountId) || (NomineeRef.Code(m.PersonCode) is { } code && NomineeRef.Code(o.PersonCode) == code)
                || (o.Name == m.Name && o.Position == m.Position && o.UnitCode == m.UnitCode)))
                return Problems.MemberTwice.At($"/members/{i}");
        }
        return null;
    }
}
