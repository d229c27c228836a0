using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Clients;

/// <summary>The new secret takes the old one's place at once; tokens already given run out by themselves.</summary>
internal static class RotateSecret
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/clients/{id}/secret", Handle)
            .WithName(nameof(RotateSecret)).WithSummary("Đổi mã bí mật của hệ thống kết nối")
            .RequireAuthorization(Policies.AccountsWrite)
            .Produces<ClientSecretResponse>().ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        string id, HttpContext http, AccountsDbContext db, UserManager<Account> users, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var client = await db.Accounts.VisibleTo(user, a => a.UnitCode)
            .SingleOrDefaultAsync(a => a.Kind == AccountKind.Client && a.UserName == id, cancellationToken);
        if (client is null)
            return CommonProblems.NotFound.Result();
        // The configuration would put its own secret back at the next start.
        if (client.Role == Roles.Admin.Key)
            return Problems.InstallationClient.Result();
        var secret = SecretHasher.NewSecret();
        client.PasswordHash = users.PasswordHasher.HashPassword(client, secret);
        client.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.Audit("account", client.Id, "secretRotated", user.Id, time.GetUtcNow(), from: user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new ClientSecretResponse(client.UserName!, secret, client.UnitCode, client.Role, client.Scopes));
    }
}
