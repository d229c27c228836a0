using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.Portal.Units;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Components.Pages.Accounts;

/// <summary>A page of those who give access: the register of units stands beside what it lists.</summary>
public abstract class AccountPageBase : ActingPage
{
    protected UnitNames Units { get; private set; } = UnitNames.None;

    /// <summary>Unit of the filter, by code; null = all, or a name that nobody has.</summary>
    protected string? Filtered { get; private set; }

    /// <summary>Why the filter finds nothing.</summary>
    protected string? FilterFault { get; private set; }

    protected async Task LoadUnits(string? filter)
    {
        if (!Who.May(Policies.AccountsWrite))
            throw new GatewayException(System.Net.HttpStatusCode.Forbidden, null);
        try
        {
            Units = new UnitNames((await Gateway.RegisteredUnits()).Where(u => Who.Sees(u.Code)));
        }
        catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            // Codes can still be typed.
        }
        if (!string.IsNullOrWhiteSpace(filter))
            (Filtered, FilterFault) = Units.Find(filter);
    }

    /// <summary>The unit of a form; when it is not clear which, the page says so and nothing is sent.</summary>
    protected string? TypedUnit(string title)
    {
        var (code, why) = Units.Find(Typed("unitCode"));
        if (why is not null)
            Refuse(new Refusal(null, title, Errors: [new FieldFault("/unitCode", why)]));
        return code;
    }

    /// <summary>The list again, with its filter and what was done; never with a name or a secret.</summary>
    protected string Again(string done) => $"{Http.Request.Path}?da={done}" + (Filtered is null ? "" : "&don-vi=" + Uri.EscapeDataString(Filtered));
}
