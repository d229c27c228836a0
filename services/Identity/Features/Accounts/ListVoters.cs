using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Accounts;

/// <summary>An account with which a member of a council may vote.</summary>
/// <param name="Id">Id of the account, as a council's member carries it.</param>
/// <param name="DisplayName">Name of the person; personal data.</param>
public sealed record VoterResponse(Guid Id, string DisplayName, string UnitCode);

internal static class ListVoters
{
    private static readonly string[] VotingRoles = [.. Roles.With(Policies.CouncilVote).Select(r => r.Key)];

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/accounts/voters", Handle)
            .WithName(nameof(ListVoters)).WithSummary("Tài khoản của đơn vị có thể bỏ phiếu trong Hội đồng Thi đua - Khen thưởng, để chọn khi lập Hội đồng")
            .RequireAuthorization(Policies.CouncilManage);

    /// <summary>Only open accounts of the unit and its offices, and only what is needed to choose a member.</summary>
    private static async Task<Page<VoterResponse>> Handle(
        AccountsDbContext db, CurrentUser user, CancellationToken cancellationToken, string? unitCode = null, Guid? after = null, int? limit = null)
    {
        var size = Paging.Limit(limit);
        var (own, below) = (unitCode ?? user.UnitCode, (unitCode ?? user.UnitCode) + "-");
        var rows = await db.Accounts.AsNoTracking().VisibleTo(user, a => a.UnitCode)
            .Where(a => a.Kind == AccountKind.Person && a.Active && VotingRoles.Contains(a.Role) && (a.UnitCode == own || a.UnitCode.StartsWith(below)) && (after == null || a.Id > after))
            .OrderBy(a => a.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows.ToPage(size, a => a.Id.ToString());
        // A narrowed account may have lost the vote.
        return new([.. page.Items.Where(a => a.Scopes.Contains(Policies.CouncilVote)).Select(a => new VoterResponse(a.Id, a.DisplayName, a.UnitCode)).OrderBy(v => v.DisplayName, StringComparer.Ordinal)], page.Next);
    }
}
