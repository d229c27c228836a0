using Emulation.AppHost.Local.Dashboard;
using Microsoft.Extensions.Configuration;

namespace Emulation.AppHost.Local.Supervision;

/// <summary>The picture of the system for the local host: the same names and environment as AppHost.cs gives to Aspire.</summary>
internal sealed class Composition(LaunchOptions options, DataFolder data, string serverFolder, PortMap ports, IConfiguration configuration)
{
    private static readonly (string Name, string Project)[] Services =
    [
        ("identity", "services/Identity/Emulation.Identity.csproj"),
        ("campaigns", "services/Campaigns/Emulation.Campaigns.csproj"),
        ("scoring", "services/Scoring/Emulation.Scoring.csproj"),
        ("nominations", "services/Nominations/Emulation.Nominations.csproj"),
        ("documents", "services/Documents/Emulation.Documents.csproj"),
    ];

    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly List<Resource> resources = [];

    public string GatewayUrl => $"http://127.0.0.1:{ports.Gateway}";

    public IReadOnlyList<Resource> Build()
    {
        var dashboard = options.NoDashboard ? null : AddDashboard();
        var databases = Services.ToDictionary(s => s.Name, s => configuration.GetConnectionString(s.Name));
        var postgres = databases.Values.All(given => !string.IsNullOrEmpty(given)) ? null : AddPostgres(databases);
        var broker = configuration.GetConnectionString("messaging");
        var messaging = string.IsNullOrEmpty(broker) ? AddMessaging(out broker) : null;
        var otlp = configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } given ? given
            : dashboard is null ? null : $"http://127.0.0.1:{ports.OtlpGrpc}";

        var addresses = new Dictionary<string, string?>();
        var services = new List<Resource>();
        foreach (var ((name, project), index) in Services.Select((service, index) => (service, index)))
        {
            var environment = Environment(name, otlp);
            environment[$"ConnectionStrings__{name}"] = databases[name];
            environment["ConnectionStrings__messaging"] = broker;
            if (name == "identity") environment["Bootstrap__AdminSecret"] = data.Secret("admin");
            if (name == "documents")
            {
                environment["Verification__BaseUrl"] = $"http://127.0.0.1:{ports.Portal}/kiem-tra?ma=";
                environment["Signing__DevAuthority"] = "true";
                environment["Signing__KeyFolder"] = Path.Combine(data.Path, "signing", "keys");
                environment["Signing__RootFolder"] = Path.Combine(data.Path, "signing", "roots");
            }
            var migrations = AddStep($"{name}-migrations", project, environment, ["--migrate"], tries: 4, Present(postgres));
            // Only the gateway calls a service; the audit trail wants the address of the gateway's client.
            environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
            var url = $"http://127.0.0.1:{ports.Service(index)}";
            // On an empty key ring each of those that start at once would make a key of its own and overlook the one that signs the tokens.
            services.Add(AddProject(name, project, url, environment, Present(migrations, messaging, services.FirstOrDefault())));
            addresses[$"services__{name}__http__0"] = url;
        }

        var gateway = AddProject("gateway", "gateway/Emulation.Gateway.csproj", GatewayUrl,
            Environment("gateway", otlp, addresses), services);
        addresses["services__gateway__http__0"] = GatewayUrl;
        AddProject("portal", "portal/Emulation.Portal.csproj", $"http://127.0.0.1:{ports.Portal}",
            Environment("portal", otlp, addresses), [gateway]);
        if (options.Play || (!options.Empty && !File.Exists(data.PlayedMarker))) AddPlay(otlp, gateway);
        return Selected();
    }

    private Resource AddPlay(string? otlp, Resource gateway)
    {
        var environment = Environment("play", otlp);
        environment["services__gateway__http__0"] = GatewayUrl;
        environment["Bootstrap__AdminSecret"] = data.Secret("admin");
        return AddStep("play", "samples/Play/Emulation.Play.csproj", environment, [], tries: 1, [gateway]);
    }

    private List<Resource> Selected()
    {
        if (options.Only is null) return resources;
        var unknown = options.Only.Except(resources.Select(r => r.Name)).ToList();
        if (unknown.Count > 0) throw new ArgumentException($"--only: there is no {string.Join(", ", unknown)}. There are {string.Join(", ", resources.Select(r => r.Name))}");
        // The broker is nothing without its port mapper.
        var kept = resources.Where(r => options.Only.Contains(r.Name) || (r.Name == "epmd" && options.Only.Contains("messaging"))).ToList();
        foreach (var resource in kept) resource.After = [.. resource.After.Where(kept.Contains)];
        return kept;
    }

    private Dictionary<string, string?> Environment(string name, string? otlp, IReadOnlyDictionary<string, string?>? addresses = null)
    {
        var environment = new Dictionary<string, string?>(addresses ?? new Dictionary<string, string?>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["DataProtection__Keys"] = data.Keys,
            ["OTEL_SERVICE_NAME"] = name,
            ["OTEL_SERVICE_INSTANCE_ID"] = "1",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = otlp,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
            // As Aspire does: an operator who looks wants to see the last seconds.
            ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "5000",
        };
        return environment;
    }

    private Resource AddProject(string name, string project, string url, Dictionary<string, string?> environment, IReadOnlyList<Resource> after)
    {
        var own = new Dictionary<string, string?>(environment) { ["ASPNETCORE_URLS"] = url };
        return Add(new Resource(name, ResourceKind.Project, Log(name))
        {
            Source = project,
            Url = url,
            Environment = own,
            After = after,
            Start = output => StartProgramAsync(project, [], own, output),
            Ready = token => AnswersAsync($"{url}/health/ready", token),
        });
    }

    private Resource AddStep(string name, string project, Dictionary<string, string?> environment, string[] arguments, int tries, IReadOnlyList<Resource> after) =>
        Add(new Resource(name, ResourceKind.Step, Log(name))
        {
            Source = project,
            Environment = environment,
            After = after,
            Tries = tries,
            Start = output => StartProgramAsync(project, arguments, environment, output),
        });

    private static Task<ManagedProcess> StartProgramAsync(string project, string[] arguments, Dictionary<string, string?> environment, Action<string, bool> output)
    {
        var program = Repository.Program(project);
        if (!File.Exists(program)) throw new FileNotFoundException($"{project} is not built: {Path.GetRelativePath(Repository.Root, program)} is missing.");
        // The project folder, as with dotnet run: appsettings.json and wwwroot are found there.
        return ManagedProcess.StartAsync(
            new ProcessSpec("dotnet", [program, .. arguments]) { WorkingDirectory = Repository.Folder(project), Environment = environment }, output);
    }

    private Resource AddPostgres(Dictionary<string, string?> databases)
    {
        var cluster = new PostgresCluster(new PostgresOptions(Path.Combine(serverFolder, "postgres"), ports.Postgres, data.Secret("postgres")));
        foreach (var (name, _) in databases.Where(d => string.IsNullOrEmpty(d.Value)).ToList()) databases[name] = cluster.ConnectionString(name);
        var made = false;
        return Add(new Resource("postgres", ResourceKind.Server, Log("postgres"))
        {
            Source = "postgresql",
            Url = $"tcp://127.0.0.1:{ports.Postgres}",
            Start = cluster.StartAsync,
            Stop = PostgresCluster.StopAsync,
            Ready = async token =>
            {
                if (!await cluster.IsReadyAsync(token)) return false;
                if (!made) await cluster.CreateDatabasesAsync([.. Services.Select(s => s.Name)]);
                return made = true;
            },
        });
    }

    private Resource AddMessaging(out string connectionString)
    {
        var node = new RabbitNode(new RabbitOptions(Path.Combine(serverFolder, "rabbit"), "emulation", data.Secret("rabbit"),
            ports.Rabbit, ports.RabbitDistribution, ports.RabbitManagement, ports.Epmd, ports.RabbitTools));
        connectionString = node.ConnectionString;
        var mapper = Add(new Resource("epmd", ResourceKind.Server, Log("epmd"))
        {
            Source = "epmd",
            Url = $"tcp://127.0.0.1:{ports.Epmd}",
            Start = node.StartPortMapperAsync,
            Ready = node.IsPortMapperReadyAsync,
        });
        return Add(new Resource("messaging", ResourceKind.Server, Log("messaging"))
        {
            Source = "rabbitmq-server",
            Url = $"http://127.0.0.1:{ports.RabbitManagement}",
            After = [mapper],
            Start = node.StartAsync,
            Stop = RabbitNode.StopAsync,
            Ready = node.IsReadyAsync,
        });
    }

    private Resource? AddDashboard()
    {
        var tool = new DashboardTool(ports, Path.Combine(data.Path, "dashboard"));
        if (!DashboardTool.IsInstalled && !options.DashboardLater) return null;
        return Add(new Resource("dashboard", ResourceKind.Server, Log("dashboard"))
        {
            Source = "aspire-managed",
            Url = tool.Url,
            Optional = true,
            Start = tool.StartAsync,
            Ready = token => AnswersAsync(tool.Url, token),
        });
    }

    private static async Task<bool> AnswersAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Probe.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode < 400;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static IReadOnlyList<Resource> Present(params Resource?[] all) => [.. all.OfType<Resource>()];

    private ResourceLog Log(string name) => new(data.Logs, name);

    private Resource Add(Resource resource)
    {
        resources.Add(resource);
        return resource;
    }
}
