using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

[assembly: AssemblyFixture(typeof(Emulation.EndToEnd.Tests.RunningSystem))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Emulation.EndToEnd.Tests;

/// <summary>The whole system as `./run` starts it, in a data folder and on ports of its own, with the play behind it.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
    private readonly string _data = Directory.CreateTempSubdirectory("emulation-e2e-").FullName;
    private readonly StringBuilder _output = new();
    private readonly Dictionary<string, string> _tokens = [];
    private Process? _host;

    public HttpClient Http { get; private set; } = null!;

    public Uri Portal { get; private set; } = null!;

    /// <summary>Everything the host and the play printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public async ValueTask InitializeAsync()
    {
        var root = FindRoot(AppContext.BaseDirectory);
        var host = Path.Combine(root, "AppHost", "bin", Configuration, "net10.0", "Emulation.AppHost.dll");
        var start = new ProcessStartInfo("dotnet", [host, "--data", _data, "--port-base", "auto", "--no-dashboard"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = root,
        };
        // Should the tests be killed, the host must not stay behind.
        _host = await OnItsOwnThread(start);
        await Until(() => State("gateway")?["state"]?.ToString() == "Running" && State("portal")?["state"]?.ToString() == "Running", TimeSpan.FromMinutes(3));
        Http = new HttpClient { BaseAddress = new Uri(State("gateway")!["url"]!.ToString().TrimEnd('/') + "/api/"), Timeout = TimeSpan.FromSeconds(100) };
        Portal = new Uri(State("portal")!["url"]!.ToString());
        await Until(() => State("play")?["state"]?.ToString() is "Finished" or "Failed" or "Exited", TimeSpan.FromMinutes(5));
    }

    public JsonNode? State(string resource)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(_data, "state.json")))!.AsArray().FirstOrDefault(r => r!["name"]!.ToString() == resource);
        }
        catch (Exception e) when (e is IOException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    public void Kill(string resource)
    {
        using var victim = Process.GetProcessById((int)State(resource)!["pid"]!);
        victim.Kill();
    }

    /// <summary>Which link between the services is dead, as far as can be seen from outside.</summary>
    public Task<string> DiagnoseAsync() => new Diagnosis(_data, State).TellAsync();

    public string AdminSecret => File.ReadAllText(Path.Combine(_data, "secrets", "admin")).Trim();

    /// <summary>A client that speaks for the city.</summary>
    public Task<HttpClient> AsCityAsync() => AsAsync("emulation-admin", new() { ["grant_type"] = "client_credentials", ["client_id"] = "emulation-admin", ["client_secret"] = AdminSecret });

    /// <summary>A client with the token of a development account.</summary>
    public Task<HttpClient> AsAccountAsync(string userName) => AsAsync(userName, new() { ["grant_type"] = "urn:emulation:dev-account", ["username"] = userName });

    private async Task<HttpClient> AsAsync(string who, Dictionary<string, string> form)
    {
        if (!_tokens.TryGetValue(who, out var token))
        {
            var answer = await Http.PostAsync("connect/token", new FormUrlEncodedContent(form));
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            _tokens[who] = token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.ToString();
        }
        var client = new HttpClient { BaseAddress = Http.BaseAddress, Timeout = Http.Timeout };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_host is { HasExited: false })
        {
            Process.Start("kill", ["-TERM", $"{_host.Id}"]).WaitForExit();
            if (!_host.WaitForExit(TimeSpan.FromSeconds(40)))
                _host.Kill(entireProcessTree: true);
        }
        _host?.Dispose();
        Directory.Delete(_data, recursive: true);
        await ValueTask.CompletedTask;
    }

    private Task<Process> OnItsOwnThread(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>();
        new Thread(() =>
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.ArgumentList.Insert(0, "TERM");
            start.ArgumentList.Insert(0, "--pdeathsig");
            start.FileName = "setpriv";
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, e) => Keep(e.Data);
            process.ErrorDataReceived += (_, e) => Keep(e.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            started.SetResult(process);
            process.WaitForExit();
        }) { IsBackground = true }.Start();
        return started.Task;
    }

    private void Keep(string? line)
    {
        lock (_output)
            _output.AppendLine(line);
    }

    public async Task Until(Func<bool> condition, TimeSpan patience)
    {
        var end = DateTime.UtcNow + patience;
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end && _host is { HasExited: false }, $"The system did not get there:\n{Output}");
            await Task.Delay(200);
        }
    }

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Emulation.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
