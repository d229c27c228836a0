using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>The gateway said no, or did not answer.</summary>
public sealed class GatewayException(HttpStatusCode status, string? code, string? title) : Exception($"{(int)status} {code}")
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;

    /// <summary>What is wrong, in Vietnamese, as the gateway says it.</summary>
    public string? Title { get; } = title;
}

/// <summary>All that the portal reads, under the token of who has signed in.</summary>
public sealed class GatewayClient(HttpClient http, IHttpContextAccessor accessor)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public Task<CityOverview> Overview(int? year, string? block, string? campaign, string? state) =>
        Get<CityOverview>("/api/city/overview" + Query(("year", Text(year)), ("block", block), ("campaign", campaign), ("state", state)));

    public Task<CityRankings> Rankings(string block) => Get<CityRankings>("/api/city/rankings" + Query(("block", block)));

    public Task<Listing<NominationItem>> Nominations(NominationFilter f) => Get<Listing<NominationItem>>("/api/nominations" + Query(
        ("unitCode", f.Unit), ("campaign", f.Campaign), ("year", Text(f.Year)), ("state", f.State), ("eligibility", f.Eligibility),
        ("late", f.Late ? "true" : null), ("block", f.Block), ("after", f.After)));

    public Task<NominationDetail> Nomination(Guid id) => Get<NominationDetail>($"/api/nominations/{id}");

    public Task<Listing<HistoryEntry>> History(Guid id) => Get<Listing<HistoryEntry>>($"/api/nominations/{id}/history");

    public Task<MeAnswer> Me(string token) => Send<MeAnswer>(new HttpRequestMessage(HttpMethod.Get, "/api/me"), token);

    public Task<TokenAnswer> TokenForPassword(string userName, string password) =>
        Token(new() { ["grant_type"] = "password", ["username"] = userName, ["password"] = password });

    public Task<TokenAnswer> TokenForDevAccount(string userName) => Token(new() { ["grant_type"] = "urn:emulation:dev-account", ["username"] = userName });

    public Task<DevAccount[]> DevAccounts() => Send<DevAccount[]>(new HttpRequestMessage(HttpMethod.Get, "/api/dev-accounts"), token: null);

    private Task<TokenAnswer> Token(Dictionary<string, string> form) =>
        Send<TokenAnswer>(new HttpRequestMessage(HttpMethod.Post, "/api/connect/token") { Content = new FormUrlEncodedContent(form) }, token: null);

    private async Task<T> Get<T>(string path) =>
        await Send<T>(new HttpRequestMessage(HttpMethod.Get, path), await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken));

    private async Task<T> Send<T>(HttpRequestMessage request, string? token)
    {
        using var _ = request;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.SendAsync(request, accessor.HttpContext!.RequestAborted);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadFromJsonAsync<T>(Options) ?? throw new JsonException();
            var problem = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                ? await response.Content.ReadFromJsonAsync<ProblemAnswer>(Options) : null;
            throw new GatewayException(response.StatusCode, problem?.Code, problem?.Title);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !accessor.HttpContext!.RequestAborted.IsCancellationRequested))
        {
            throw new GatewayException(HttpStatusCode.ServiceUnavailable, null, null);
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Query(params (string Name, string? Value)[] fields)
    {
        var given = fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!.Trim())}").ToArray();
        return given.Length == 0 ? "" : "?" + string.Join('&', given);
    }

    private sealed record ProblemAnswer(string? Code, string? Title);
}
