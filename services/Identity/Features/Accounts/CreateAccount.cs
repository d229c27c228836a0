using System.ComponentModel.DataAnnotations;
using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

namespace Emulation.Identity.Features.Accounts;

/// <summary>Creates an account for a person.</summary>
public sealed record CreateAccountRequest
{
    /// <summary>Name to sign in with, unique among accounts and clients.</summary>
    [AccountName]
    public required string UserName { get; init; }

    /// <summary>Name shown in the portal.</summary>
    [Text(200)]
    public required string DisplayName { get; init; }

    /// <summary>Unit of the person; the scope is that unit and all below.</summary>
    [UnitCode]
    public required string UnitCode { get; init; }

    /// <summary>Role: <c>city-officer</c>, <c>unit-officer</c>, <c>office-officer</c>, <c>council-member</c>, <c>auditor</c>, <c>operator</c>.</summary>
    [Text(40)]
    public required string Role { get; init; }

    /// <summary>First password, 12–200 characters; absent = one is made up and told once.</summary>
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Mật khẩu dài 12–200 ký tự.")]
    public string? Password { get; init; }
}

/// <summary>An account just created.</summary>
/// <param name="Id">Id in tokens, events and the audit trail.</param>
/// <param name="InitialPassword">The password that was made up, told this once; null when one was given.</param>
public sealed record CreatedAccountResponse(Guid Id, string UserName, string DisplayName, string UnitCode, string Role, string[] Scopes, string? InitialPassword);

/// <summary>Not repeatable by Idempotency-Key, as <see cref="Clients.RegisterClient"/>.</summary>
internal static class CreateAccount
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/accounts", Handle)
            .WithName(nameof(CreateAccount)).WithSummary("Tạo tài khoản người dùng")
            .RequireAuthorization(Policies.AccountsWrite)
            .Produces<CreatedAccountResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        CreateAccountRequest request, HttpContext http, AccountsDbContext db, UserManager<Account> users, CurrentUser user, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (AccountRules.Check(user, request.UnitCode, request.Role, scopes: null) is { } refused)
            return refused.Result();
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = request.UserName, DisplayName = request.DisplayName, UnitCode = request.UnitCode,
            Role = request.Role, CreatedAt = time.GetUtcNow(),
        };
        var madeUp = request.Password is null ? SecretHasher.NewSecret()[..16] : null;
        db.Audit("account", account.Id, "created", user.Id, account.CreatedAt, changes: new { request.UnitCode, request.Role }, from: user.RemoteAddress);
        var result = await users.CreateAsync(account, request.Password ?? madeUp!);
        if (result.Succeeded)
            return TypedResults.Created($"/accounts/{account.Id}",
                new CreatedAccountResponse(account.Id, account.UserName, account.DisplayName, account.UnitCode, account.Role, account.Scopes, madeUp));
        return result.Errors.Any(e => e.Code.StartsWith("Password", StringComparison.Ordinal))
            ? Problems.PasswordRefused.At("/password", "Cần ít nhất 12 ký tự, trong đó 5 ký tự khác nhau.").Result()
            : Problems.AccountExists.At("/userName").Result();
    }
}
