using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>One caller of the public REST: signs in by itself, repeats what failed for a passing reason, tells refusals apart.</summary>
public sealed class Api(HttpClient http, string clientId, string secret)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private Task<string>? token;

    public string ClientId => clientId;

    public Task<JsonNode> Get(string path) => Expect(HttpMethod.Get, path, null, null);

    /// <summary>Sends with an Idempotency-Key made of the step and its subject: playing again gives the first answer again.</summary>
    public Task<JsonNode> Post(string path, JsonNode? body, string? key) => Expect(HttpMethod.Post, path, body, key);

    public Task<JsonNode> Put(string path, JsonNode body) => Expect(HttpMethod.Put, path, body, null);

    /// <summary>Waits for what an event has still to bring: repeats while the answer is one of the codes named.</summary>
    public async Task<JsonNode> PostWhenReady(string path, JsonNode? body, string key, params string[] notYet)
    {
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await Send(HttpMethod.Post, path, body, key);
            if (answer.Ok || DateTime.UtcNow > giveUp || !notYet.Contains(answer.Code))
                return answer.BodyOrThrow();
            await Task.Delay(200);
        }
    }

    /// <summary>Sends a file; the same one again is answered with what is known of it.</summary>
    public async Task<JsonNode> Upload(string path, string name, byte[] bytes) =>
        (await Send(HttpMethod.Post, path, () => new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } }, null)).BodyOrThrow();

    /// <summary>Files one paper; the same one again changes nothing.</summary>
    public async Task<JsonNode> PutFile(string path, string name, byte[] bytes) =>
        (await Send(HttpMethod.Put, path, () => new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } }, null)).BodyOrThrow();

    private async Task<JsonNode> Expect(HttpMethod method, string path, JsonNode? body, string? key) =>
        (await Send(method, path, body, key)).BodyOrThrow();

    /// <summary>Answers with whatever came, refusals included.</summary>
    public Task<Answer> Send(HttpMethod method, string path, JsonNode? body, string? key) =>
        Send(method, path, () => body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), key);

    private async Task<Answer> Send(HttpMethod method, string path, Func<HttpContent?> content, string? key)
    {
        var giveUp = DateTime.UtcNow + Patience;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, "api/" + path.TrimStart('/'));
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token());
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", "play-" + key);
                request.Content = content();
                using var response = await http.SendAsync(request);
                if (response.StatusCode == HttpStatusCode.Unauthorized && attempt < 3)
                {
                    lock (gate)
                        token = null;
                    continue;
                }
                if (!Passing(response.StatusCode) || DateTime.UtcNow > giveUp)
                    return await Answer.Read($"{method} {path} ({clientId})", response);
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(Math.Min(2000, 100 << Math.Min(attempt, 5))));
            }
            catch (HttpRequestException) when (DateTime.UtcNow < giveUp)
            {
                await Task.Delay(500);
            }
        }
    }

    /// <summary>Bytes of a generated file.</summary>
    public async Task<byte[]> Download(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/" + path.TrimStart('/'));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token());
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Signs in once, however many steps ask at the same moment.</summary>
    private Task<string> Token()
    {
        lock (gate)
            return token is { IsFaulted: false } ? token : token = SignIn();
    }

    private async Task<string> SignIn()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
        });
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            using var response = await http.PostAsync(new Uri("api/connect/token", UriKind.Relative), form);
            if (Passing(response.StatusCode) && DateTime.UtcNow < giveUp)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
                continue;
            }
            var answer = await Answer.Read($"POST connect/token ({clientId})", response);
            return (string)answer.BodyOrThrow()["access_token"]!;
        }
    }

    private static bool Passing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
