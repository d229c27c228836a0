using System.Security.Claims;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Access;

/// <summary>What the signed-in person may do, by the scopes of the token. It decides what is offered; the services decide what is done.</summary>
internal static class Viewer
{
    public static bool May(this ClaimsPrincipal who, string scope) => who.HasClaim(Sessions.Scope, scope);

    public static string Unit(this ClaimsPrincipal who) => who.FindFirstValue(Sessions.UnitCode) ?? "";

    public static bool IsCity(this ClaimsPrincipal who) => who.Unit() == Auth.CityUnit;

    /// <summary>Whether a unit is the person's own or below it; the city's is everyone.</summary>
    public static bool Sees(this ClaimsPrincipal who, string unit) => who.IsCity() || Within(unit, who.Unit());

    /// <summary>Whether the person belongs to a unit or to one below it.</summary>
    public static bool BelongsTo(this ClaimsPrincipal who, string unit) => Within(who.Unit(), unit);

    /// <summary>Whether a unit is the other or below it, by their codes.</summary>
    public static bool Within(string unit, string above) => unit == above || unit.StartsWith(above + "-", StringComparison.Ordinal);
}
