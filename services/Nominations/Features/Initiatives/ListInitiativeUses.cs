using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Initiatives;

/// <summary>An award that rests on the initiative.</summary>
/// <param name="Award">The award.</param>
/// <param name="Name">Who got it.</param>
/// <param name="ForTitle">True for a title (danh hiệu), false for a form (hình thức).</param>
public sealed record InitiativeUse(EarlierAward Award, string Name, bool ForTitle);

/// <summary>Awards in force that rest on an initiative.</summary>
/// <param name="Items">Newest year first; those of other units by their year alone.</param>
public sealed record InitiativeUsesResponse(IReadOnlyList<InitiativeUse> Items);

internal static class ListInitiativeUses
{
    public static void Map(IEndpointRouteBuilder initiatives) => initiatives.MapGet("/{id:guid}/uses", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ListInitiativeUses)).WithSummary("Sáng kiến đã được dùng làm căn cứ cho những khen thưởng nào")
        .Produces<InitiativeUsesResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (await db.Initiatives.AsNoTracking().VisibleTo(user, i => i.UnitCode).FirstOrDefaultAsync(i => i.Id == id, ct) is not { } initiative)
            return CommonProblems.NotFound.Result();
        var entries = await (from use in db.Uses.AsNoTracking()
                             where use.Kind == UseKind.Initiative && use.Subject == initiative.Key && !use.Released
                             join entry in db.Register on use.EntryId equals entry.Id
                             orderby entry.Year descending
                             select entry).ToListAsync(ct);
        return TypedResults.Ok(new InitiativeUsesResponse([.. entries.Select(e => new InitiativeUse(EarlierAward.Of(e, user), user.Sees(e.UnitCode) ? e.Name : "", e.AwardKind == Contracts.Campaigns.AwardKind.Title))]));
    }
}
