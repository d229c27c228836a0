using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Register;

/// <summary>What a nominee has been awarded for and may not be awarded for again.</summary>
/// <param name="Award">The award; only its year for units outside the caller's scope.</param>
/// <param name="Achievement">The achievement in short; null outside the caller's scope.</param>
/// <param name="Commendation">Kind of commendation; unplanned and campaign results are no basis for merit (Nghị định 152/2025 Điều 4.3).</param>
/// <param name="MeritIds">Merits used up.</param>
/// <param name="InitiativeTitles">Initiatives used up.</param>
public sealed record UsedUp(EarlierAward Award, string? Achievement, Commendation? Commendation, Guid[] MeritIds, string[] InitiativeTitles);

/// <summary>Uses of a nominee, newest year first.</summary>
public sealed record UsesResponse(IReadOnlyList<UsedUp> Items);

internal static class ListUses
{
    public static void Map(IEndpointRouteBuilder register) => register.MapGet("/uses", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ListUses)).WithSummary("Những thành tích, sáng kiến của một đối tượng không được dùng lại")
        .Produces<UsesResponse>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(string? nominee, string? unitCode, string? personCode, Choice<Recipient>? kind, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var code = NomineeRef.Code(personCode);
        if (code is null && (string.IsNullOrWhiteSpace(nominee) || string.IsNullOrWhiteSpace(unitCode)))
            return CommonProblems.Invalid.At("?nominee", "Cần tên đối tượng và mã đơn vị, hoặc mã cán bộ.").Result();
        List<AwardEntry> entries;
        if (code is not null)
        {
            // The one question that looks beyond the caller's units; it is answered with the year alone.
            entries = await db.Register.AsNoTracking().Where(e => !e.Cancelled && e.PersonCode == code).ToListAsync(ct);
        }
        else
        {
            if (!user.Sees(unitCode!) || await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Code == unitCode, ct) is not { } unit)
                return CommonProblems.NotFound.Result();
            var keys = new[] { Recipient.Individual, Recipient.Collective }.Where(k => kind is null || k == kind.Value.Value)
                .Select(k => NomineeRef.Of(k, nominee!, unit.Code, unit.Name, null)).ToList();
            var names = keys.Select(k => k.NameKey).ToArray();
            entries = [.. (await db.Register.AsNoTracking().Where(e => !e.Cancelled && names.Contains(e.NameKey)).ToListAsync(ct)).Where(e => keys.Any(e.Nominee.Same))];
        }
        return TypedResults.Ok(new UsesResponse([.. entries.OrderByDescending(e => e.Year).ThenByDescending(e => e.DecisionDate).Select(e => Of(e, user))]));
    }

    internal static UsedUp Of(AwardEntry e, CurrentUser user) => user.Sees(e.UnitCode)
        ? new(EarlierAward.Of(e, user), e.Achievement, e.Commendation, e.MeritIds, e.InitiativeTitles)
        : new(EarlierAward.Of(e, user), null, null, [], []);
}
