using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.Identity.Features.Tokens;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

namespace Emulation.Identity.Features.Accounts;

/// <summary>Changes the caller's own password.</summary>
public sealed record ChangePasswordRequest
{
    /// <summary>The password so far.</summary>
    [StringLength(200, MinimumLength = 1, ErrorMessage = "Mật khẩu dài không quá 200 ký tự.")]
    public required string Current { get; init; }

    /// <summary>The new one, 12–200 characters.</summary>
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Mật khẩu dài 12–200 ký tự.")]
    public required string Password { get; init; }
}

internal static class ChangePassword
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/me/password", Handle)
            .WithName(nameof(ChangePassword)).WithSummary("Đổi mật khẩu của chính mình")
            .RequireAuthorization()
            .Produces(204).ProducesProblem(400);

    private static async Task<IResult> Handle(
        ChangePasswordRequest request, ClaimsPrincipal principal, AccountsDbContext db, UserManager<Account> users, Credentials credentials, TimeProvider time)
    {
        if (await users.GetUserAsync(principal) is not { Kind: AccountKind.Person } account
            || await credentials.PersonAsync(account.UserName!, request.Current) is null)
            return Problems.WrongPassword.At("/current").Result();
        db.Audit("account", account.Id, "passwordChanged", account.Subject, time.GetUtcNow());
        var result = await users.ChangePasswordAsync(account, request.Current, request.Password);
        return result.Succeeded ? TypedResults.NoContent() : Problems.PasswordRefused.At("/password", "Cần ít nhất 12 ký tự, trong đó 5 ký tự khác nhau.").Result();
    }
}
