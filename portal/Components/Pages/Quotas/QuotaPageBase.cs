using System.Globalization;
using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.Portal.Units;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages.Quotas;

/// <summary>A page about the quotas of one campaign, chosen by its name; the plan says which limits there are.</summary>
public abstract class QuotaPageBase : ActingPage
{
    [SupplyParameterFromQuery(Name = "phong-trao")]
    public string? CampaignCode { get; set; }

    [SupplyParameterFromQuery(Name = "nam")]
    public string? YearText { get; set; }

    [SupplyParameterFromQuery(Name = "da")]
    public string? Done { get; set; }

    /// <summary>Those to choose from; null while the page is drawn for the first time.</summary>
    protected CampaignOverview[]? Offered { get; private set; }

    /// <summary>The chosen one; null = none yet.</summary>
    protected CampaignOverview? Campaign { get; private set; }

    protected QuotaCategory[] Categories { get; private set; } = [];

    protected UnitNames Units { get; private set; } = UnitNames.None;

    protected RegisteredUnit[] Register { get; private set; } = [];

    protected int Year { get; private set; }

    protected bool OfTheCity => Campaign!.UnitCode == Auth.CityUnit;

    protected async Task LoadCampaign()
    {
        if (!Who.May(Policies.NominationsRead) || !Who.May(Policies.CampaignsRead))
            throw new GatewayException(System.Net.HttpStatusCode.Forbidden, null);
        Offered = [.. (await Gateway.Campaigns()).Where(c => Who.Sees(c.UnitCode) || c.UnitCode == Auth.CityUnit || Who.BelongsTo(c.UnitCode))];
        Campaign = Array.Find(Offered, c => c.Code == CampaignCode);
        if (Campaign is null)
        {
            if (!string.IsNullOrWhiteSpace(CampaignCode))
                Refuse(new Refusal(null, $"Không có phong trào mang mã “{CampaignCode}” trong phạm vi của đơn vị"));
            return;
        }
        var plan = Gateway.QuotaPlan(Campaign.Id);
        Register = await Gateway.RegisteredUnits();
        Units = new UnitNames(Register.Where(u => OfTheCity || Viewer.Within(u.Code, Campaign.UnitCode)));
        Categories = (await plan).Scheme.Categories;
        Year = int.TryParse(YearText, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked >= Campaign.FromYear && asked <= Campaign.ToYear
            ? asked : Math.Clamp(VietnamTime.Today(Time).Year, Campaign.FromYear, Campaign.ToYear);
    }

    protected IEnumerable<(string Code, string Name)> CampaignChoices => Offered!.Select(c => (c.Code, $"{c.UnitName}, {(c.FromYear == c.ToYear ? $"{c.FromYear}" : $"{c.FromYear}–{c.ToYear}")}: {c.Name}"));

    protected string Query => $"phong-trao={Uri.EscapeDataString(CampaignCode ?? "")}&nam={Year}";

    protected string Places => $"/chi-tieu?{Query}";

    protected Task No(string title, string pointer, string why)
    {
        Refuse(new Refusal(null, title, Errors: [new FieldFault(pointer, why)]));
        return Task.CompletedTask;
    }
}
