namespace Emulation.Portal.Clients;

/// <summary>Drafting and moving nominations, and the registers they rest on.</summary>
public sealed partial class GatewayClient
{
    // A register longer than this is read page by page on its own screen, not picked from in a form.
    private const int MostToPickFrom = 1000;

    /// <summary>The unit itself, then those in force right below it.</summary>
    public async Task<UnitAnswer[]> UnitAndBelow(string code)
    {
        var below = Get<Listing<UnitAnswer>>("/api/units" + Query(("parent", code), ("active", "true"), ("limit", Most)));
        return [await Unit(code), .. (await below).Items];
    }

    public Task<EligibilityAnswer> CheckNomination(NominationBody nomination) => Act<EligibilityAnswer>("/api/nominations/check", nomination);

    public Task<NominationDetail> DraftNomination(NominationBody nomination, string key) => Act<NominationDetail>("/api/nominations", nomination, key: key);

    public Task<NominationDetail> EditNomination(Guid id, NominationBody n, int? version) => Act<NominationDetail>($"/api/nominations/{id}", new
    {
        nomineeName = n.Nominee.Name, nomineePosition = n.Nominee.Position, personCode = n.Nominee.PersonCode, female = n.Nominee.Female, womenShare = n.Nominee.WomenShare,
        directRole = n.Nominee.DirectRole, leadingPost = n.Nominee.LeadingPost, n.OutsideQuotaReason, n.Achievement, n.InitiativeIds, n.MeritIds, n.Attestations, n.Grades, n.Service,
    }, version, method: HttpMethod.Put);

    /// <param name="id">Nomination.</param>
    /// <param name="step">submit, forward, appraise, reject, withdraw, return or attest.</param>
    /// <param name="body">What the step asks for.</param>
    /// <param name="version">Version that the person saw.</param>
    /// <param name="key">Key of the form.</param>
    public Task<NominationDetail> MoveNomination(Guid id, string step, object body, int? version, string key) => Act<NominationDetail>($"/api/nominations/{id}/{step}", body, version, key);

    public Task<Listing<InitiativeItem>> Initiatives(string? unit, bool? recognised, string? after) => Get<Listing<InitiativeItem>>("/api/initiatives" + Query(
        ("unitCode", unit), ("recognised", recognised switch { true => "true", false => "false", null => null }), ("after", after)));

    public Task<InitiativeItem[]> InitiativesToPick() => ToPick<InitiativeItem>("/api/initiatives");

    public Task<InitiativeItem> InitiativeInFull(Guid id) => Get<InitiativeItem>($"/api/initiatives/{id}");

    public async Task<InitiativeUseAnswer[]> InitiativeUses(Guid id) => (await Get<Listing<InitiativeUseAnswer>>($"/api/initiatives/{id}/uses")).Items;

    public Task<InitiativeItem> ProposeInitiative(InitiativeBody initiative, string key) => Act<InitiativeItem>("/api/initiatives", initiative, key: key);

    public Task<InitiativeItem> RecogniseInitiative(Guid id, RecognitionBody recognition, int? version, string key) => Act<InitiativeItem>($"/api/initiatives/{id}/recognise", recognition, version, key);

    public Task<Listing<MeritItem>> Merits(string? unit, string? personCode, string? after) =>
        Get<Listing<MeritItem>>("/api/merits" + Query(("unitCode", unit), ("personCode", personCode), ("after", after)));

    public Task<MeritItem[]> MeritsToPick() => ToPick<MeritItem>("/api/merits");

    public Task<MeritItem> RecordMerit(MeritBody merit, string key) => Act<MeritItem>("/api/merits", merit, key: key);

    private async Task<T[]> ToPick<T>(string path) => [.. await Whole(after => Get<Listing<T>>(path + Query(("after", after), ("limit", Most))), MostToPickFrom)];
}
