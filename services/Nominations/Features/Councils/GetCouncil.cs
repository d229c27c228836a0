using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>A council.</summary>
public sealed record CouncilResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string Name { get; init; }
    public required DateOnly TermFrom { get; init; }
    public required DateOnly? TermTo { get; init; }
    public required string DecisionNumber { get; init; }
    public required DateOnly DecisionDate { get; init; }
    /// <summary>Members of today, by title; of the first day of the term when that is still to come.</summary>
    public required MemberResponse[] Members { get; init; }
    /// <summary>Members of earlier days.</summary>
    public required MemberResponse[] Former { get; init; }
    /// <summary>What may be looked at again, though nothing forbids it.</summary>
    public required string[] Warnings { get; init; }

    internal static CouncilResponse Of(Council c, DateOnly today)
    {
        var day = today < c.TermFrom ? c.TermFrom : today;
        var members = c.On(day);
        return new()
        {
            Id = c.Id,
            Version = c.Version,
            UnitCode = c.UnitCode,
            UnitName = c.UnitName,
            Name = c.Name,
            TermFrom = c.TermFrom,
            TermTo = c.TermTo,
            DecisionNumber = c.DecisionNumber,
            DecisionDate = c.DecisionDate,
            Members = [.. members.Select(MemberResponse.Of)],
            Former = [.. c.Members.Except(members).OrderBy(m => m.From).Select(MemberResponse.Of)],
            Warnings = c.Warnings(day),
        };
    }
}

/// <summary>A member of a council.</summary>
public sealed record MemberResponse(Guid Id, string? AccountId, string Name, MemberTitle Title, string? Position, string? UnitCode, string? PersonCode, string[] Relations, DateOnly From, DateOnly? To)
{
    internal static MemberResponse Of(CouncilMember m) => new(m.Id, m.AccountId, m.Name, m.Title, m.Position, m.UnitCode, m.PersonCode, m.Relations, m.From, m.To);
}

internal static class GetCouncil
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapGet("/", List).RequireAuthorization(Policies.CouncilRead)
            .WithName("ListCouncils").WithSummary("Các Hội đồng Thi đua - Khen thưởng, nhiệm kỳ mới nhất trước").Produces<Page<CouncilResponse>>();
        councils.MapGet("/{id:guid}", Handle).RequireAuthorization(Policies.CouncilRead)
            .WithName(nameof(GetCouncil)).WithSummary("Một Hội đồng với thành viên đương nhiệm và trước đây").Produces<CouncilResponse>().ProducesProblem(404);
    }

    private static async Task<IResult> List(string? unitCode, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (size, today) = (Paging.Limit(limit), VietnamTime.Today(time));
        var rows = db.Councils(user, today).AsNoTracking();
        if (unitCode is not null)
            rows = rows.Where(c => c.UnitCode == unitCode);
        if (after is { } last)
            rows = rows.Where(c => c.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(c => c.Id).Take(size + 1).Include(c => c.Members).ToListAsync(ct);
        return TypedResults.Ok(page.ConvertAll(c => CouncilResponse.Of(c, today)).ToPage(size, c => c.Id.ToString()));
    }

    private static async Task<IResult> Handle(Guid id, NominationsDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var today = VietnamTime.Today(time);
        if (await db.Councils(user, today).AsNoTracking().Include(c => c.Members).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } council)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, council.Version);
        return TypedResults.Ok(CouncilResponse.Of(council, today));
    }
}
