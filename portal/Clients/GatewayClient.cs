using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Portal.Access;
using Microsoft.AspNetCore.Authentication;

namespace Emulation.Portal.Clients;

/// <summary>All that the portal reads and does, under the token of who has signed in.</summary>
public sealed partial class GatewayClient(HttpClient http, IHttpContextAccessor accessor)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), PatienceWithFiles = TimeSpan.FromMinutes(2);

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

    private async Task<T> Get<T>(string path) => await SendAsCaller<T>(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Page after page, until there is no more or as many as asked for are there.</summary>
    private static async Task<List<T>> Whole<T>(Func<string?, Task<Listing<T>>> read, int most)
    {
        List<T> found = [];
        string? after = null;
        do
        {
            var page = await read(after);
            found.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null && found.Count < most);
        return found;
    }

    /// <param name="path">Where.</param>
    /// <param name="body">What, as JSON; null sends none.</param>
    /// <param name="version">Version that the person saw (If-Match).</param>
    /// <param name="key">Key of the form (Idempotency-Key): sent twice, it acts once.</param>
    /// <param name="method">POST unless said otherwise.</param>
    private Task<T> Act<T>(string path, object? body = null, int? version = null, string? key = null, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, path);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, body.GetType(), Options), Encoding.UTF8, "application/json");
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        if (!string.IsNullOrEmpty(key))
            request.Headers.Add("Idempotency-Key", key);
        return SendAsCaller<T>(request);
    }

    private async Task<T> SendAsCaller<T>(HttpRequestMessage request) => await Send<T>(request, await accessor.HttpContext!.GetTokenAsync(Sessions.AccessToken));

    private async Task<T> Send<T>(HttpRequestMessage request, string? token)
    {
        using var _ = request;
        try
        {
            using var response = await Send(request, token, request.Content is MultipartContent ? PatienceWithFiles : Patience, HttpCompletionOption.ResponseContentRead);
            return await response.Content.ReadFromJsonAsync<T>(Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new GatewayException(HttpStatusCode.ServiceUnavailable, null);
        }
    }

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, string? token, TimeSpan patience, HttpCompletionOption completion)
    {
        var gone = accessor.HttpContext!.RequestAborted;
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone);
        limit.CancelAfter(patience);
        try
        {
            var response = await http.SendAsync(request, completion, limit.Token);
            if (response.IsSuccessStatusCode)
                return response;
            using (response)
                throw new GatewayException(response.StatusCode, await Refusal.Read(response, Options));
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !gone.IsCancellationRequested))
        {
            throw new GatewayException(HttpStatusCode.ServiceUnavailable, null);
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Query(params (string Name, string? Value)[] fields)
    {
        var given = fields.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!.Trim())}").ToArray();
        return given.Length == 0 ? "" : "?" + string.Join('&', given);
    }
}
