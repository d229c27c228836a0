using Emulation.Portal.Access;
using Emulation.Portal.Campaigns;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages.Campaigns;

/// <summary>A page about one campaign, and who may do what with it.</summary>
public abstract class CampaignPageBase : ActingPage
{
    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    /// <summary>Null while the page is drawn for the first time.</summary>
    protected CampaignDetailAnswer? Campaign { get; set; }

    protected DateOnly Today => VietnamTime.Today(Time);

    protected string Address => $"/phong-trao/{Id}";

    /// <summary>Those who write for the launching unit: its own people and those above it.</summary>
    protected bool MayWrite => Who.May(Policies.CampaignsWrite) && Who.Sees(Campaign!.UnitCode);

    /// <summary>Whoever looks after the campaign as a whole: the launching unit, those above, the standing section.</summary>
    protected bool LooksAfter => Who.Sees(Campaign!.UnitCode) || Campaign.Plan.StandingUnitCode == Who.Unit();

    /// <summary>How many nominations are not yet decided, all or those of some categories; null when that is not this person's to know, or not to be had.</summary>
    protected async Task<int?> UnderWay(params string[] categories)
    {
        if (!Who.May(Policies.NominationsRead))
            return null;
        try
        {
            return (await Gateway.NominationCounts(Campaign!.Code)).Where(c => CampaignWords.UnderWay.Contains(c.State) && (categories.Length == 0 || categories.Contains(c.CategoryKey))).Sum(c => c.Count);
        }
        catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            return null;
        }
    }

    /// <summary>Names of the units that the plan names by code.</summary>
    protected Task<Dictionary<string, string>> UnitsOf(FullPlanAnswer plan) => Gateway.UnitNames(
    [
        .. plan.StandingUnitCode is { } standing ? new[] { standing } : [],
        .. plan.Scheme.Categories.SelectMany(c => c.Quotas).SelectMany(q => q.PerUnit).Select(u => u.UnitCode),
        .. plan.Tasks.Select(t => t.Owes).Concat(plan.Reports.Select(r => r.Owes)).SelectMany(o => o?.Units ?? []),
    ]);

    protected Task No(string title, params FieldFault[] faults)
    {
        Refuse(new Refusal(null, title, null, faults));
        return Task.CompletedTask;
    }
}
