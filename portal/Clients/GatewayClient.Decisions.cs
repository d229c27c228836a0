namespace Emulation.Portal.Clients;

/// <summary>Award decisions, what may be decided, and lists made public.</summary>
public sealed partial class GatewayClient
{
    private const int AtOnce = 8, MostToDecide = 1000;

    public Task<Listing<DecisionAnswer>> Decisions(string? after = null) => Get<Listing<DecisionAnswer>>("/api/decisions" + Query(("after", after)));

    public Task<DecisionAnswer> Decision(Guid id) => Get<DecisionAnswer>($"/api/decisions/{id}");

    public Task<DecisionAnswer> IssueDecision(Guid[] nominationIds, string signerName, string signerPosition, string key) =>
        Act<DecisionAnswer>("/api/decisions", new { nominationIds, signerName, signerPosition }, key: key);

    public Task<DecisionAnswer> NumberDecision(Guid id, string number, DateOnly date, int? version, string key) => Act<DecisionAnswer>($"/api/decisions/{id}/number", new { number, date }, version, key);

    public Task<DecisionAnswer> RevokeDecision(Guid id, RevocationBody body, int? version, string key) => Act<DecisionAnswer>($"/api/decisions/{id}/revoke", body, version, key);

    /// <summary>Nominations in one state, the newest first; a whole list, as far as a decision can hold it.</summary>
    public async Task<NominationItem[]> NominationsIn(string state, string? campaign, int? year) => [.. await Whole(
        after => Get<Listing<NominationItem>>("/api/nominations" + Query(("state", state), ("campaign", campaign), ("year", Text(year)), ("after", after), ("limit", Most))), MostToDecide)];

    /// <summary>Several nominations in full, in the order asked for; one that is no longer there is left out.</summary>
    public async Task<NominationDetail[]> NominationsInFull(IEnumerable<Guid> ids)
    {
        List<NominationDetail> read = [];
        foreach (var some in ids.Chunk(AtOnce))
            read.AddRange((await Task.WhenAll(some.Select(InFull))).OfType<NominationDetail>());
        return [.. read];

        async Task<NominationDetail?> InFull(Guid id)
        {
            try
            {
                return await Nomination(id);
            }
            catch (GatewayException e) when (e.Status == System.Net.HttpStatusCode.NotFound)
            {
                return null;
            }
        }
    }

    /// <summary>Every campaign that one may read, by its id.</summary>
    public async Task<Dictionary<Guid, CampaignOverview>> CampaignsById() => (await Get<Listing<CampaignOverview>>("/api/campaigns" + Query(("limit", Most)))).Items.ToDictionary(c => c.Id);

    public async Task<DocumentSummaryAnswer[]> DocumentsNaming(Guid nomination) => (await Get<Listing<DocumentSummaryAnswer>>("/api/documents" + Query(("nominationId", nomination.ToString())))).Items;

    public Task<Listing<PublicationAnswer>> Publications(string? after = null) => Get<Listing<PublicationAnswer>>("/api/publications" + Query(("after", after)));

    public Task<PublicationAnswer> Publication(Guid id) => Get<PublicationAnswer>($"/api/publications/{id}");

    public Task<PublicationAnswer> Publish(string title, Guid[] nominationIds, Guid? decisionId, int workingDays, string key) =>
        Act<PublicationAnswer>("/api/publications", new { title, nominationIds, decisionId, workingDays }, key: key);

    public async Task<CommentAnswer[]> Comments(Guid publication) => (await Get<Listing<CommentAnswer>>($"/api/publications/{publication}/comments" + Query(("limit", Most)))).Items;

    public Task<CommentAnswer> Comment(Guid publication, Guid? nominationId, string text, string key) =>
        Act<CommentAnswer>($"/api/publications/{publication}/comments", new { nominationId, text }, key: key);

    public Task<CommentAnswer> AnswerComment(Guid publication, Guid comment, string answer, string key) =>
        Act<CommentAnswer>($"/api/publications/{publication}/comments/{comment}/answer", new { answer }, key: key);
}
