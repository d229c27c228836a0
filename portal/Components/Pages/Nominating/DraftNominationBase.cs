using System.Globalization;
using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.Portal.Nominating;
using Emulation.Portal.Scoring;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages.Nominating;

/// <summary>Drafting in three steps: campaign, category, the nomination itself.</summary>
public abstract class DraftNominationBase : ActingPage
{
    private NominationBody? _sent;

    [SupplyParameterFromQuery(Name = "phong-trao")]
    public string? CampaignCode { get; set; }

    [SupplyParameterFromQuery(Name = "hang-muc")]
    public string? CategoryKey { get; set; }

    /// <summary>Null while the page is drawn for the first time.</summary>
    protected CampaignOverview[]? Campaigns { get; private set; }

    protected CampaignDetailAnswer? Campaign { get; private set; }

    protected FullCategoryAnswer? Category { get; private set; }

    protected UnitAnswer[] Units { get; private set; } = [];

    protected InitiativeItem[] Initiatives { get; private set; } = [];

    protected MeritItem[] Merits { get; private set; } = [];

    protected NominationForm Reader { get; private set; } = null!;

    protected FieldValues V { get; private set; } = null!;

    /// <summary>What the machine would say; nothing was saved.</summary>
    protected EligibilityAnswer? Tried { get; private set; }

    /// <summary>Years of the campaign that have begun: nobody has achieved anything in a later one.</summary>
    protected (string Code, string Name)[] Years =>
        [.. Enumerable.Range(Campaign!.FromYear, NominatingWords.LastYear(Campaign, Time.GetUtcNow()) - Campaign.FromYear + 1).Select(y => y.ToString(CultureInfo.InvariantCulture)).Select(y => (y, y))];

    /// <summary>Places of the own unit in this category, in the likely year; empty when the plan sets none or they cannot be told now.</summary>
    protected QuotaUsageItem[] Places { get; private set; } = [];

    /// <summary>The deadline of some year that can be chosen has passed.</summary>
    protected bool MayBeLate => Category?.HandIn is { } deadline && Years.Any(y => Time.GetUtcNow() >= deadline.TooLateFrom(int.Parse(y.Code, CultureInfo.InvariantCulture)));

    protected string CampaignPage => PageOf(Campaign!.Code);

    protected string QuotaPage => $"/chi-tieu?phong-trao={Uri.EscapeDataString(Campaign!.Code)}";

    protected static string PageOf(string campaign, string? category = null) =>
        $"/ho-so/moi?phong-trao={Uri.EscapeDataString(campaign)}{(category is null ? "" : $"&hang-muc={Uri.EscapeDataString(category)}")}";

    protected SheetStep[] Steps =>
    [
        new("Chọn phong trào", Campaign is null ? "now" : "done", Campaign?.Code ?? ""),
        new("Chọn hạng mục", Campaign is null ? "todo" : Category is null ? "now" : "done", Category?.Name ?? ""),
        new("Nội dung đề nghị", Category is null ? "todo" : "now", ""),
    ];

    /// <summary>The statement, initiative or merit that a pointer is into.</summary>
    protected string? Thing(string pointer) =>
        pointer.Split('/') is not ["", var list, var place, ..] || _sent is null || !int.TryParse(place, CultureInfo.InvariantCulture, out var i) ? null : list switch
        {
            "attestations" => Array.Find(Reader.Asked, a => a.Key == _sent.Attestations.ElementAtOrDefault(i)?.Statement)?.Text,
            "initiativeIds" => Array.Find(Initiatives, x => x.Id == _sent.InitiativeIds.ElementAtOrDefault(i))?.Title,
            "meritIds" => Array.Find(Merits, x => x.Id == _sent.MeritIds.ElementAtOrDefault(i))?.Title,
            _ => null,
        };

    protected override async Task Load()
    {
        if (!Who.May(Policies.NominationsWrite) || !Who.May(Policies.CampaignsRead))
            throw new GatewayException(System.Net.HttpStatusCode.Forbidden, null);
        var campaigns = await Gateway.Campaigns();
        if (Array.Find(campaigns, c => c.Code == CampaignCode) is { } chosen)
        {
            Campaign = await Gateway.CampaignDetail(chosen.Id);
            Category = CategoryKey is null ? null : Campaign.Category(CategoryKey);
        }
        if (Category is not null)
        {
            var (units, initiatives, merits) = (Gateway.UnitAndBelow(Who.Unit()), Gateway.InitiativesToPick(), Gateway.MeritsToPick());
            (Units, Initiatives, Merits) = (await units, await initiatives, await merits);
            Reader = new NominationForm(Campaign!, Category, Who) { Now = Time.GetUtcNow() };
            Places = await ReadPlaces();
            V = Sent("draft") ? FieldValues.Of(Form) : FieldValues.Fresh(
                ("year", LikelyYear.ToString(CultureInfo.InvariantCulture)), ("unit", Units.Length == 1 ? Units[0].Code : ""));
        }
        Campaigns = campaigns;
    }

    private int LikelyYear => NominatingWords.LikelyYear(Category!, Campaign!.FromYear, Campaign.ToYear, Time);

    private async Task<QuotaUsageItem[]> ReadPlaces()
    {
        if (Category!.Quotas.Length == 0)
            return [];
        try
        {
            var usage = await Gateway.QuotaUsage(Campaign!.Code, TypedNumber("year") ?? (Category.Cadence == "period" ? Campaign.ToYear : LikelyYear), Who.IsCity() ? null : Who.Unit());
            return [.. usage.Items.Where(i => i.Limit is not null && i.Scope is "proposingUnit" or "subUnit" && i.Categories.Any(c => c.Key == Category.Key) && i.ScopeKey == Who.Unit())];
        }
        catch (GatewayException)
        {
            // A help, not a condition: the service counts again when it is handed in.
            return [];
        }
    }

    protected Task Act()
    {
        var act = Typed("act");
        var unit = Array.Find(Units, u => u.Code == V["unit"]);
        _sent = Reader.Read(V, unit?.Code, unit?.Name, TypedNumber("year"), act == "submit");
        if (Reader.Faults.Count > 0)
        {
            Refuse(new Refusal(null, act switch { "check" => "Chưa đủ thông tin để xét thử", "submit" => "Chưa nộp được hồ sơ", _ => "Chưa lưu được dự thảo" }, "Nội dung đã nhập vẫn còn trên trang.", [.. Reader.Faults]));
            return Task.CompletedTask;
        }
        return Try(async () =>
        {
            if (act is not ("save" or "submit"))
            {
                Tried = await Gateway.CheckNomination(_sent);
                return null;
            }
            var made = await Gateway.DraftNomination(_sent, Key);
            return $"/ho-so/{made.Id}?da={(act == "submit" ? "nop" : "lap")}";
        });
    }
}
