using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.EndToEnd.Tests;

/// <summary>Where the way from an outbox to its listeners is broken: what a failed test says, so that nobody need guess.</summary>
internal sealed class Diagnosis(string data, Func<string, JsonNode?> state)
{
    private static readonly string[] Services = ["campaigns", "scoring", "nominations", "documents"];
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<string> TellAsync()
    {
        var text = new StringBuilder();
        foreach (var service in Services)
        {
            text.AppendLine($"{service}: {state(service)?["state"]}, restarts {state(service)?["restarts"]}, waiting in the outbox {await OutboxAsync(service)}, {await Tried(() => Http.GetStringAsync($"{state(service)!["url"]}/health/ready"))}");
        }
        text.AppendLine(await Tried(QueuesAsync));
        foreach (var log in Services.Append("messaging"))
            text.AppendLine($"--- {log}").AppendLine(await Tried(() => TailAsync(log)));
        return text.ToString();
    }

    private Task<string> OutboxAsync(string service) => Tried(async () =>
    {
        var server = new Uri(state("postgres")!["url"]!.ToString());
        var start = new ProcessStartInfo("psql", ["-X", "-A", "-t", "-h", server.Host, "-p", $"{server.Port}", "-U", "postgres", "-d", service, "-c", "SELECT count(*) FROM outbox"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = await File.ReadAllTextAsync(Path.Combine(data, "secrets", "postgres"));
        using var psql = Process.Start(start)!;
        var answer = await psql.StandardOutput.ReadToEndAsync() + await psql.StandardError.ReadToEndAsync();
        return answer.Trim();
    });

    private async Task<string> QueuesAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{state("messaging")!["url"]}/api/queues");
        var login = Encoding.UTF8.GetBytes($"emulation:{await File.ReadAllTextAsync(Path.Combine(data, "secrets", "rabbit"))}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(login));
        using var answer = await Http.SendAsync(request);
        var queues = JsonNode.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!.AsArray();
        return string.Join('\n', queues.Select(q => $"{q!["name"]}: {q["messages_ready"]} ready, {q["messages_unacknowledged"]} taken, {q["consumers"]} readers, {q["state"]}"));
    }

    private async Task<string> TailAsync(string resource)
    {
        await using var file = new FileStream(Path.Combine(data, "logs", $"{resource}.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return string.Join('\n', (await reader.ReadToEndAsync()).TrimEnd().Split('\n').TakeLast(20));
    }

    private static async Task<string> Tried(Func<Task<string>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception e)
        {
            return $"({e.GetType().Name}: {e.Message})";
        }
    }
}
