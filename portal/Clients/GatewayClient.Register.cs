namespace Emulation.Portal.Clients;

/// <summary>The award register, what may not be used again, and holds.</summary>
public sealed partial class GatewayClient
{
    public Task<Listing<RegisterEntryAnswer>> Register(RegisterSearch s) => Get<Listing<RegisterEntryAnswer>>("/api/register" + Query(
        ("search", s.Words), ("unitCode", s.Unit), ("year", Text(s.Year)), ("award", s.Award), ("number", s.Number), ("after", s.After)));

    public Task<RegisterEntryAnswer> RegisterEntry(Guid id) => Get<RegisterEntryAnswer>($"/api/register/{id}");

    public Task<InitiativeAnswer> Initiative(Guid id) => Get<InitiativeAnswer>($"/api/initiatives/{id}");

    public async Task<UsedUpAnswer[]> UsedUp(string? nominee, string? unitCode, string? personCode) =>
        (await Get<Listing<UsedUpAnswer>>("/api/register/uses" + Query(("nominee", nominee), ("unitCode", unitCode), ("personCode", personCode)))).Items;

    public async Task<RegisterEntryAnswer[]> PostChecks(bool overdue) =>
        (await Get<Listing<RegisterEntryAnswer>>("/api/register/post-checks" + Query(("overdue", overdue ? "true" : null), ("limit", Most)))).Items;

    public Task<RegisterEntryAnswer> PostCheck(Guid id, bool confirmed, string? note, int? version) => Act<RegisterEntryAnswer>($"/api/register/{id}/post-check", new { confirmed, note }, version);

    public Task<RegisterEntryAnswer> Recover(Guid id, decimal? money, bool objectReturned, string? note, int? version, string key) =>
        Act<RegisterEntryAnswer>($"/api/register/{id}/recovery", new { money, objectReturned, note }, version, key);

    public Task<DecisionAnswer> Revoke(Guid decisionId, Guid nominationId, string reason, string legalBasis, string? decisionNumber, string key) =>
        Act<DecisionAnswer>($"/api/decisions/{decisionId}/revoke", new { nominationIds = new[] { nominationId }, reason, legalBasis, decisionNumber }, key: key);

    public Task<Listing<HoldAnswer>> Holds(string? unit, bool? inForce, string? after) => Get<Listing<HoldAnswer>>("/api/holds" + Query(
        ("unitCode", unit), ("inForce", inForce switch { true => "true", false => "false", null => null }), ("after", after)));

    public Task<HoldAnswer> RecordHold(HoldBody hold, string key) => Act<HoldAnswer>("/api/holds", hold, key: key);

    public Task<HoldAnswer> LiftHold(Guid id, string reason, DateOnly? lastDay, int? version) => Act<HoldAnswer>($"/api/holds/{id}/lift", new { reason, lastDay }, version);
}
