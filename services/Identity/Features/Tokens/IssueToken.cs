using System.Security.Claims;
using System.Text;
using System.Text.Json.Serialization;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Emulation.Identity.Features.Tokens;

/// <summary>A token request of RFC 6749, sent as a form.</summary>
public sealed record IssueTokenRequest
{
    /// <summary><c>client_credentials</c>, <c>password</c>, or in Development <c>urn:emulation:dev-account</c>.</summary>
    [JsonPropertyName("grant_type")]
    public string? GrantType { get; init; }

    /// <summary>Id of the client; may come in HTTP Basic authentication instead.</summary>
    [JsonPropertyName("client_id")]
    public string? ClientId { get; init; }

    /// <summary>Secret of the client; may come in HTTP Basic authentication instead.</summary>
    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; init; }

    /// <summary>Name of the account.</summary>
    [JsonPropertyName("username")]
    public string? UserName { get; init; }

    /// <summary>Password of the account.</summary>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    /// <summary>Scopes asked for, separated by spaces; absent = all that the caller has.</summary>
    [JsonPropertyName("scope")]
    public string? Scope { get; init; }
}

/// <summary>An access token (RFC 6749 §5.1).</summary>
/// <param name="AccessToken">Opaque; send it as <c>Authorization: Bearer …</c>.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Life in seconds.</param>
/// <param name="Scope">Scopes granted, separated by spaces.</param>
public sealed record TokenResponse(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("scope")] string Scope);

internal static class IssueToken
{
    private const string DevAccountGrant = "urn:emulation:dev-account";
    private const int MaxLength = 500;

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/connect/token", Handle)
            .WithName(nameof(IssueToken)).WithSummary("Cấp mã truy cập cho hệ thống hoặc tài khoản (OAuth 2.0)")
            .Produces<TokenResponse>().ProducesProblem(400).ProducesProblem(401)
            .ProducesProblem(415).AddOpenApiOperationTransformer(DescribeForm).AllowAnonymous();

    private static async Task<IResult> Handle(
        HttpContext http, Credentials credentials, IHostEnvironment environment,
        IOptions<AccessTokenOptions> tokens, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider time)
    {
        http.Response.Headers.CacheControl = "no-store";
        // Read by hand: a bound form would make routing refuse other media types before anonymous access is known, with a misleading 401.
        if (!http.Request.HasFormContentType)
            return CommonProblems.MediaType.With("Cần application/x-www-form-urlencoded.").Result();
        if (await ReadAsync(http.Request) is not { } request)
            return Problems.MalformedTokenRequest.Result();
        var (account, refused) = await AuthenticateAsync(request, http, credentials, environment);
        if (account is null)
            return refused!.Result();
        var scopes = account.Scopes;
        if (request.Scope is { Length: > 0 } asked)
        {
            var wanted = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (wanted.Except(scopes).Any())
                return Problems.ScopeNotGranted.Result();
            scopes = [.. wanted.Distinct()];
        }
        var lifetime = TimeSpan.FromMinutes(tokens.Value.LifetimeMinutes);
        var ticket = new AuthenticationTicket(
            Principal(account, scopes), new AuthenticationProperties { ExpiresUtc = time.GetUtcNow() + lifetime }, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        var token = bearer.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
        return TypedResults.Ok(new TokenResponse(token, "Bearer", (int)lifetime.TotalSeconds, string.Join(' ', scopes)));
    }

    private static async Task<IssueTokenRequest?> ReadAsync(HttpRequest http)
    {
        try
        {
            var form = await http.ReadFormAsync(http.HttpContext.RequestAborted);
            string? Field(string name) => form.TryGetValue(name, out var value) ? value.ToString() : null;
            return form.Any(f => f.Value.Count > 1 || f.Value.ToString().Length > MaxLength) ? null : new IssueTokenRequest
            {
                GrantType = Field("grant_type"), ClientId = Field("client_id"), ClientSecret = Field("client_secret"),
                UserName = Field("username"), Password = Field("password"), Scope = Field("scope"),
            };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task DescribeForm(OpenApiOperation operation, Microsoft.AspNetCore.OpenApi.OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/x-www-form-urlencoded"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(IssueTokenRequest), cancellationToken: cancellationToken) },
            },
        };

    private static async Task<(Account?, Problem?)> AuthenticateAsync(IssueTokenRequest request, HttpContext http, Credentials credentials, IHostEnvironment environment)
    {
        switch (request.GrantType)
        {
            case "client_credentials":
                var (id, secret) = Basic(http.Request.Headers.Authorization.ToString()) ?? (request.ClientId, request.ClientSecret);
                if (id is null || secret is null)
                    return (null, Problems.MalformedTokenRequest.With("Cần client_id và client_secret."));
                return (await credentials.ClientAsync(id, secret), Problems.WrongCredentials);
            case "password":
                if (request.UserName is null || request.Password is null)
                    return (null, Problems.MalformedTokenRequest.With("Cần username và password."));
                return (await credentials.PersonAsync(request.UserName, request.Password), Problems.WrongPassword);
            case DevAccountGrant when environment.IsDevelopment():
                if (request.UserName is null)
                    return (null, Problems.MalformedTokenRequest.With("Cần username."));
                return (await credentials.DevAccountAsync(request.UserName), Problems.WrongPassword);
            case null or "":
                return (null, Problems.MalformedTokenRequest.With("Cần grant_type."));
            default:
                return (null, Problems.UnsupportedGrant);
        }
    }

    /// <summary>RFC 6749 §2.3.1: id and secret, each form-encoded, in HTTP Basic authentication.</summary>
    private static (string?, string?)? Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out var length))
            return (null, null);
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (System.Net.WebUtility.UrlDecode(parts[0]), System.Net.WebUtility.UrlDecode(parts[1])) : (null, null);
    }

    private static ClaimsPrincipal Principal(Account account, string[] scopes)
    {
        var identity = new ClaimsIdentity(BearerTokenDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, account.Subject));
        identity.AddClaim(new Claim(TokenClaims.Unit, account.UnitCode));
        identity.AddClaim(new Claim(TokenClaims.Role, account.Role));
        identity.AddClaims(scopes.Select(s => new Claim(TokenClaims.Scope, s)));
        return new ClaimsPrincipal(identity);
    }
}
