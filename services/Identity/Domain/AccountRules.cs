using Emulation.ServiceDefaults;

namespace Emulation.Identity.Domain;

/// <summary>What must hold whenever somebody is given access.</summary>
internal static class AccountRules
{
    /// <summary>Nobody hands out access above their own unit, a role outside its place, or a scope the role lacks.</summary>
    public static Problem? Check(CurrentUser giver, string unitCode, string roleKey, string[]? scopes)
    {
        if (Roles.Find(roleKey) is not { } role)
            return Problems.UnknownRole.At("/role");
        if (!giver.Sees(unitCode))
            return Problems.UnitOutOfScope.At("/unitCode");
        if (role.CityOnly && unitCode != Auth.CityUnit)
            return Problems.CityOnlyRole.At("/unitCode");
        return scopes?.Select((scope, i) => (scope, i)).Where(s => !role.Scopes.Contains(s.scope))
            .Aggregate(default(Problem), (problem, s) => (problem ?? Problems.ScopeNotOfRole).At($"/scopes/{s.i}"));
    }
}
