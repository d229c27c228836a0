using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Accounts;

/// <summary>An account of a person.</summary>
public sealed record AccountResponse(Guid Id, string UserName, string DisplayName, string UnitCode, string Role, string[] Scopes, bool Active, DateTimeOffset CreatedAt);

internal static class ListAccounts
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/accounts", Handle)
            .WithName(nameof(ListAccounts)).WithSummary("Danh sách tài khoản")
            .RequireAuthorization(Policies.AccountsWrite);

    private static async Task<Page<AccountResponse>> Handle(
        AccountsDbContext db, CurrentUser user, CancellationToken cancellationToken, string? unitCode = null, string? after = null, int? limit = null)
    {
        var size = Paging.Limit(limit);
        var rows = await db.Accounts.AsNoTracking().VisibleTo(user, a => a.UnitCode)
            .Where(a => a.Kind == AccountKind.Person && (unitCode == null || a.UnitCode == unitCode) && (after == null || a.UserName!.CompareTo(after) > 0))
            .OrderBy(a => a.UserName).Take(size + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(a => new AccountResponse(a.Id, a.UserName!, a.DisplayName, a.UnitCode, a.Role, a.Scopes, a.Active, a.CreatedAt))
            .ToPage(size, a => a.UserName);
    }
}
