using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Clients;

/// <summary>A machine client, without its secret.</summary>
public sealed record ClientResponse(string ClientId, string UnitCode, string Role, string[] Scopes, bool Active, DateTimeOffset CreatedAt);

internal static class ListClients
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/clients", Handle)
            .WithName(nameof(ListClients)).WithSummary("Danh sách hệ thống kết nối")
            .RequireAuthorization(Policies.AccountsWrite);

    private static async Task<Page<ClientResponse>> Handle(
        AccountsDbContext db, CurrentUser user, CancellationToken cancellationToken, string? unitCode = null, string? after = null, int? limit = null)
    {
        var size = Paging.Limit(limit);
        var rows = await db.Accounts.AsNoTracking().VisibleTo(user, a => a.UnitCode)
            .Where(a => a.Kind == AccountKind.Client && (unitCode == null || a.UnitCode == unitCode) && (after == null || a.UserName!.CompareTo(after) > 0))
            .OrderBy(a => a.UserName).Take(size + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(a => new ClientResponse(a.UserName!, a.UnitCode, a.Role, a.Scopes, a.Active, a.CreatedAt)).ToPage(size, c => c.ClientId);
    }
}
