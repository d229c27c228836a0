using System.Security.Claims;
using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Quotas;

/// <summary>To whom a way beside the quota is offered; the service decides.</summary>
internal static class QuotaSteps
{
    /// <summary>Where it would change something: over the limit, or not handed in yet because no place may be free.</summary>
    public static bool Needs(NominationDetail n) => n.OverQuota || n.State is "draft" or "returned";

    public static bool Open(NominationDetail n) => n.State is not ("awarded" or "rejected" or "withdrawn" or "revoked");

    /// <summary>The level above: the city, and the commune for its own awards and for limits of its offices.</summary>
    /// <param name="subUnitsOnly">All limits of the category count by office.</param>
    public static bool MayExcept(ClaimsPrincipal who, NominationDetail n, bool subUnitsOnly = false) =>
        Open(n) && n.QuotaException is null && who.May(Policies.NominationsDecide)
        && (who.IsCity() || (who.Unit() == n.ProposingUnitCode && (n.Level == "ward" || subUnitsOnly)));
}
