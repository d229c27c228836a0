using System.Security.Claims;
using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Accounts;

/// <summary>Who the bearer of the token is, and what the token allows.</summary>
/// <param name="Kind"><c>person</c> or <c>client</c>.</param>
/// <param name="Scopes">Scopes of this token.</param>
public sealed record MeResponse(string Id, AccountKind Kind, string UserName, string DisplayName, string UnitCode, string Role, string RoleName, string[] Scopes);

internal static class GetMe
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/me", Handle)
            .WithName(nameof(GetMe)).WithSummary("Thông tin người đang dùng")
            .RequireAuthorization()
            .Produces<MeResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(ClaimsPrincipal principal, AccountsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var isPerson = Guid.TryParse(user.Id, out var id);
        var account = await db.Accounts.AsNoTracking()
            .SingleOrDefaultAsync(a => isPerson ? a.Id == id : a.Kind == AccountKind.Client && a.UserName == user.Id, cancellationToken);
        if (account is null)
            return CommonProblems.NotFound.Result();
        string[] scopes = [.. principal.FindAll(TokenClaims.Scope).Select(c => c.Value)];
        return TypedResults.Ok(new MeResponse(user.Id, account.Kind, account.UserName!, account.DisplayName, user.UnitCode, user.Role, Roles.NameOf(user.Role), scopes));
    }
}

internal static class AccountEndpoints
{
    public static void MapAccounts(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Tài khoản");
        CreateAccount.Map(group);
        ListAccounts.Map(group);
        ListVoters.Map(group);
        CloseAccount.Map(group);
        GetMe.Map(group);
        ChangePassword.Map(group);
    }
}
