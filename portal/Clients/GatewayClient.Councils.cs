using System.Text;
using System.Text.Json;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>Councils, their sessions and votes.</summary>
public sealed partial class GatewayClient
{
    public async Task<CouncilAnswer[]> Councils() => (await Get<Listing<CouncilAnswer>>("/api/councils" + Query(("limit", Most)))).Items;

    public async Task<SessionItem[]> CouncilSessions() => (await Get<Listing<SessionItem>>("/api/councils/sessions" + Query(("limit", Most)))).Items;

    public Task<SessionAnswer> CouncilSession(Guid id) => Get<SessionAnswer>($"/api/councils/sessions/{id}");

    public Task<MinutesAnswer> CouncilMinutes(Guid session) => Get<MinutesAnswer>($"/api/councils/sessions/{session}/minutes");

    public Task<NominationDetail> AgendaNomination(Guid session, Guid item) => Get<NominationDetail>($"/api/councils/sessions/{session}/items/{item}/nomination");

    public async Task<WaitingAnswer[]> WaitingForCouncil(Guid council) => (await Get<Listing<WaitingAnswer>>($"/api/councils/{council}/waiting" + Query(("limit", Most)))).Items;

    public Task<CouncilAnswer> Council(Guid id) => Get<CouncilAnswer>($"/api/councils/{id}");

    public Task<CouncilAnswer> AppointCouncil(CouncilBody council, string key) => Act<CouncilAnswer>("/api/councils", council, key: key);

    public Task<CouncilAnswer> ReformCouncil(Guid id, ReformBody reform, int? version) => Act<CouncilAnswer>($"/api/councils/{id}", reform, version, method: HttpMethod.Put);

    public async Task<VoterAnswer[]> Voters(string unit) => (await Get<Listing<VoterAnswer>>("/api/accounts/voters" + Query(("unitCode", unit), ("limit", Most)))).Items;

    public async Task<SessionItem[]> SessionsOf(Guid council) => (await Get<Listing<SessionItem>>("/api/councils/sessions" + Query(("councilId", council.ToString()), ("limit", Most)))).Items;

    public Task<SessionAnswer> PlanSession(Guid council, SessionPlanBody plan, string key) => Act<SessionAnswer>($"/api/councils/{council}/sessions", plan, key: key);

    public Task<SessionAnswer> EditSession(Guid id, SessionPlanBody plan, int? version) => Act<SessionAnswer>($"/api/councils/sessions/{id}", plan, version, method: HttpMethod.Put);

    /// <summary>A step of a session that answers with the session.</summary>
    public Task<SessionAnswer> SessionStep(Guid id, string step, object? body, int? version) => Act<SessionAnswer>($"/api/councils/sessions/{id}/{step}", body, version);

    /// <summary>The secret paper. No key and no version go with it: nothing may tie a paper to who sent it.</summary>
    public Task CastPaper(Guid id, BallotLine[] lines) => ActQuietly($"/api/councils/sessions/{id}/papers", new { lines = lines.Select(l => new { l.ItemId, l.Choice }) });

    /// <summary>Papers without names: who sent one, and sums.</summary>
    public Task EnterEnvelopes(Guid id, object body) => ActQuietly($"/api/councils/sessions/{id}/envelopes", body);

    /// <param name="id">The session.</param>
    /// <param name="votes">The votes.</param>
    /// <param name="memberId">The member for whom the section enters them; null = the caller's own.</param>
    public Task CastVotes(Guid id, BallotLine[] votes, Guid? memberId = null) => ActQuietly($"/api/councils/sessions/{id}/votes", new { memberId, votes });

    private async Task ActQuietly(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(JsonSerializer.Serialize(body, body.GetType(), Options), Encoding.UTF8, "application/json") };
        using var _ = await Send(request, await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken), Patience, HttpCompletionOption.ResponseContentRead);
    }
}
