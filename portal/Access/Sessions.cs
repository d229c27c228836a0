using System.Net;
using System.Security.Claims;
using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Emulation.Portal.Access;

/// <summary>A session is the access token in an encrypted cookie; it ends when the token does.</summary>
internal static class Sessions
{
    public const string AccessToken = "access_token";
    public const string UnitCode = "unit";
    public const string RoleName = "role-name";
    public const string Scope = "scope";

    public static async Task SignIn(HttpContext http, TokenAnswer token, MeAnswer me, TimeProvider time)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, me.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, me.DisplayName));
        identity.AddClaim(new Claim(UnitCode, me.UnitCode));
        identity.AddClaim(new Claim(RoleName, me.RoleName));
        identity.AddClaims(me.Scopes.Select(s => new Claim(Scope, s)));
        var properties = new AuthenticationProperties { ExpiresUtc = time.GetUtcNow().AddSeconds(token.ExpiresIn), AllowRefresh = false };
        properties.StoreTokens([new AuthenticationToken { Name = AccessToken, Value = token.AccessToken }]);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), properties);
    }

    public static async Task<IResult> SignOut(HttpContext http, Microsoft.AspNetCore.Antiforgery.IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect("/");
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Redirect("/dang-nhap");
    }

    /// <summary>The gateway no longer takes the token (keys changed, account closed): back to signing in, not to an error page.</summary>
    public static async Task EndWhenTokenIsRefused(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (GatewayException e) when (e.Status == HttpStatusCode.Unauthorized && !http.Response.HasStarted)
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            http.Response.Redirect("/dang-nhap?tro-lai=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
        }
    }

    /// <summary>Only a path of this site: a link in a mail must not send an official elsewhere after signing in.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) && !path.Any(char.IsControl) ? path : "/";
}
