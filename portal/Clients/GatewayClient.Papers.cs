namespace Emulation.Portal.Clients;

/// <summary>Typed papers, and what they are made of.</summary>
public sealed partial class GatewayClient
{
    private const int MostOwed = 500;

    /// <summary>Begins a draft of the caller's unit.</summary>
    /// <param name="route">Kind of paper: <c>launch-plans</c>.</param>
    public Task<DocumentAnswer> BeginPaper(string route, object content, string key) => Act<DocumentAnswer>($"/api/documents/{route}", content, key: key);

    public Task<CampaignAnswer> Campaign(Guid id) => Get<CampaignAnswer>($"/api/campaigns/{id}");

    /// <summary>What is overdue in a campaign, the most urgent first.</summary>
    public async Task<DutyItem[]> Overdue(Guid campaign, int year)
    {
        List<DutyItem> owed = [];
        string? after = null;
        do
        {
            var page = await Duties(new DutyFilter(campaign.ToString(), null, "overdue", null, year, after));
            owed.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null && owed.Count < MostOwed);
        return [.. owed.Take(MostOwed)];
    }

    public async Task<EmulationBlockItem[]> BlocksOf(string member) =>
        (await Get<Listing<EmulationBlockItem>>("/api/emulation-blocks" + Query(("member", member), ("active", "true"), ("limit", Most)))).Items;

    public async Task<BlockScaleItem?> ScaleOf(Guid block) => (await Get<Listing<BlockScaleItem>>("/api/block-scales" + Query(("block", block.ToString())))).Items.FirstOrDefault();

    public async Task<BlockSheetItem[]> PledgesOf(Guid block) =>
        (await Get<Listing<BlockSheetItem>>("/api/block-sheets" + Query(("block", block.ToString()), ("period", "year"), ("limit", Most)))).Items;
}
