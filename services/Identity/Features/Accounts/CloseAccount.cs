using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Accounts;

/// <summary>A closed account gets no more tokens; its id stays in the audit trail.</summary>
internal static class CloseAccount
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/accounts/{id:guid}/close", Handle)
            .WithName(nameof(CloseAccount)).WithSummary("Ngừng quyền của tài khoản")
            .RequireAuthorization(Policies.AccountsWrite)
            .Produces(204).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(Guid id, AccountsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.VisibleTo(user, a => a.UnitCode)
            .SingleOrDefaultAsync(a => a.Kind == AccountKind.Person && a.Id == id, cancellationToken);
        return await CloseAsync(account, db, user, time, cancellationToken);
    }

    public static async Task<IResult> CloseAsync(Account? account, AccountsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (account is null)
            return CommonProblems.NotFound.Result();
        // Whoever closes the last way in has nobody left to open it.
        if (account.Role == Roles.Admin.Key)
            return Problems.InstallationClient.Result();
        if (account.Active)
        {
            account.Close();
            account.ConcurrencyStamp = Guid.NewGuid().ToString();
            db.Audit("account", account.Id, "closed", user.Id, time.GetUtcNow(), from: user.RemoteAddress);
            await db.SaveChangesAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
