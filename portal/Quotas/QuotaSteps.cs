using System.Security.Claims;
using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Quotas;

/// <summary>To whom a way beside the quota is offered; the service decides.</summary>
internal static class QuotaSteps
{
    public static bool Open(NominationDetail n) => n.State is not ("awarded" or "rejected" or "withdrawn" or "revoked");

    /// <summary>The level above: the city, and the commune for its own awards and for limits of its offices.</summary>
    /// <param name="subUnitsOnly">All limits of the category count by office.</param>
    public static bool MayExcept(ClaimsPrincipal who, NominationDetail n, bool subUnitsOnly = false) =>
        Open(n) && n.QuotaException is null && who.May(Policies.NominationsDecide)
        && (who.IsCity() || (who.Unit() == n.ProposingUnitCode && (n.Level == "ward" || subUnitsOnly)));
}
