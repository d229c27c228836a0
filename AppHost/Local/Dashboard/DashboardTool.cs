using Emulation.AppHost.Local.Supervision;

namespace Emulation.AppHost.Local.Dashboard;

/// <summary>The standalone Aspire dashboard, which eng/dashboard.sh installs from npm.</summary>
internal sealed class DashboardTool(PortMap ports, string home)
{
    private static readonly string Folder = Path.Combine(ToolsFolder(), "aspire-dashboard-13.5.4");

    private static readonly string Program =
        Path.Combine(Folder, "node_modules/@microsoft/aspire-cli-linux-x64/bundle/managed/aspire-managed");

    /// <summary>The installer writes its mark last: the program alone may be half unpacked.</summary>
    public static bool IsInstalled => File.Exists(Path.Combine(Folder, "complete")) && File.Exists(Program);

    public string Url => $"http://127.0.0.1:{ports.Dashboard}";

    public async Task<ManagedProcess> StartAsync(Action<string, bool> output)
    {
        for (var seconds = 0; !IsInstalled; seconds++)
        {
            if (seconds == 0) output("The dashboard is still being installed.", false);
            if (seconds >= 600) throw new FileNotFoundException("The dashboard is not installed (eng/dashboard.sh).");
            await Task.Delay(1000);
        }
        Directory.CreateDirectory(home);
        return await ManagedProcess.StartAsync(new ProcessSpec(Program, "dashboard") { WorkingDirectory = home, Environment = Settings() }, output);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["HOME"] = home,
        ["ASPNETCORE_URLS"] = Url,
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://127.0.0.1:{ports.OtlpGrpc}",
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = $"http://127.0.0.1:{ports.OtlpHttp}",
        // All of it listens on the loopback interface only.
        ["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"] = "true",
        ["ASPIRE_DASHBOARD_API_ENABLED"] = "true",
        ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
        ["DASHBOARD__RESOURCESERVICECLIENT__URL"] = $"http://127.0.0.1:{ports.ResourceService}",
        ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "Unsecured",
        // It would export its own spans to itself.
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = null,
    };

    private static string ToolsFolder()
    {
        if (Environment.GetEnvironmentVariable("EMULATION_TOOLS") is { Length: > 0 } given) return given;
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cache, "emulation");
    }
}
