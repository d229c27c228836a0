using System.ComponentModel.DataAnnotations;
using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;

namespace Emulation.Identity.Features.Clients;

/// <summary>Registers another system, which will ask for tokens by itself.</summary>
public sealed record RegisterClientRequest
{
    /// <summary>Id the client calls itself by, unique among clients and accounts: <c>ward-10532</c>.</summary>
    [ClientId]
    public required string ClientId { get; init; }

    /// <summary>Unit it acts for; its scope is that unit and all below.</summary>
    [UnitCode]
    public required string UnitCode { get; init; }

    /// <summary>Role, <c>machine</c> for a ward's own system.</summary>
    [Text(40)]
    public required string Role { get; init; }

    /// <summary>Narrows the role to these scopes; absent = all of the role's.</summary>
    [Length(1, 40, ErrorMessage = "Phải có từ 1 đến 40 quyền.")]
    public string[]? Scopes { get; init; }
}

/// <summary>A client with its secret, which is told this once.</summary>
/// <param name="ClientId">Id.</param>
/// <param name="ClientSecret">Secret, 256 random bits; only its hash is kept.</param>
/// <param name="UnitCode">Unit.</param>
/// <param name="Role">Role.</param>
/// <param name="Scopes">What its tokens may do.</param>
public sealed record ClientSecretResponse(string ClientId, string ClientSecret, string UnitCode, string Role, string[] Scopes);

/// <summary>Not repeatable by Idempotency-Key: a remembered answer would keep the secret in clear. A lost answer is healed by rotating.</summary>
internal static class RegisterClient
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/clients", Handle)
            .WithName(nameof(RegisterClient)).WithSummary("Đăng ký hệ thống kết nối; mã bí mật chỉ hiện một lần")
            .RequireAuthorization(Policies.AccountsWrite)
            .Produces<ClientSecretResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        RegisterClientRequest request, HttpContext http, AccountsDbContext db, UserManager<Account> users, CurrentUser user, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (AccountRules.Check(user, request.UnitCode, request.Role, request.Scopes) is { } refused)
            return refused.Result();
        var secret = SecretHasher.NewSecret();
        var client = new Account
        {
            Id = Guid.CreateVersion7(), Kind = AccountKind.Client, UserName = request.ClientId, UnitCode = request.UnitCode,
            Role = request.Role, NarrowedTo = request.Scopes is null ? null : [.. request.Scopes.Distinct()], CreatedAt = time.GetUtcNow(),
        };
        client.PasswordHash = users.PasswordHasher.HashPassword(client, secret);
        db.Audit("account", client.Id, "created", user.Id, client.CreatedAt, changes: new { request.ClientId, request.UnitCode, request.Role, client.Scopes }, from: user.RemoteAddress);
        var result = await users.CreateAsync(client);
        return result.Succeeded
            ? TypedResults.Created($"/clients/{client.UserName}", new ClientSecretResponse(client.UserName, secret, client.UnitCode, client.Role, client.Scopes))
            : Problems.ClientExists.At("/clientId").Result();
    }
}
