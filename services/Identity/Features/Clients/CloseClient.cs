using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.Identity.Features.Accounts;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Clients;

/// <summary>A closed client gets no more tokens.</summary>
internal static class CloseClient
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/clients/{id}/close", Handle)
            .WithName(nameof(CloseClient)).WithSummary("Ngừng quyền của hệ thống kết nối")
            .RequireAuthorization(Policies.AccountsWrite)
            .Produces(204).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(string id, AccountsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var client = await db.Accounts.VisibleTo(user, a => a.UnitCode)
            .SingleOrDefaultAsync(a => a.Kind == AccountKind.Client && a.UserName == id, cancellationToken);
        return await CloseAccount.CloseAsync(client, db, user, time, cancellationToken);
    }
}

internal static class ClientEndpoints
{
    public static void MapClients(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Hệ thống kết nối");
        RegisterClient.Map(group);
        ListClients.Map(group);
        RotateSecret.Map(group);
        CloseClient.Map(group);
    }
}
