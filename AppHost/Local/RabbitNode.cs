using System.Security.Cryptography;

namespace Emulation.AppHost.Local;

/// <param name="CtlPorts">First of eleven ports that the command-line tools use.</param>
internal sealed record RabbitOptions(
    string Folder, string User, string Password, int Port, int DistributionPort, int ManagementPort, int EpmdPort, int CtlPorts, bool Management = true);

/// <summary>A private RabbitMQ node with its own port mapper (epmd) from the local binaries; never the machine's own server.</summary>
internal sealed class RabbitNode(RabbitOptions options)
{
    private const string Scripts = "/usr/lib/rabbitmq/bin";

    private readonly string? account = SystemUsers.For("rabbitmq");

    public static bool IsInstalled => File.Exists($"{Scripts}/rabbitmq-server") && File.Exists("/usr/bin/epmd");

    public string ConnectionString => $"amqp://{options.User}:{options.Password}@127.0.0.1:{options.Port}";

    /// <summary>Erlang's port mapper, which the node needs from its first moment; otherwise it would start one that outlives everything.</summary>
    public async Task<ManagedProcess> StartPortMapperAsync(Action<string, bool> output)
    {
        await PrepareAsync();
        return await ManagedProcess.StartAsync(
            new ProcessSpec("epmd", "-port", $"{options.EpmdPort}", "-address", "127.0.0.1") { User = account, WorkingDirectory = "/" }, output);
    }

    public Task<bool> IsPortMapperReadyAsync(CancellationToken cancellationToken) => Ports.AcceptsAsync(options.EpmdPort, cancellationToken);

    public async Task<ManagedProcess> StartAsync(Action<string, bool> output)
    {
        if (!IsInstalled) throw new InvalidOperationException("RabbitMQ is not installed: apt-get install rabbitmq-server");
        await PrepareAsync();
        return await ManagedProcess.StartAsync(
            new ProcessSpec($"{Scripts}/rabbitmq-server") { User = account, WorkingDirectory = options.Folder, Environment = Environment() }, output);
    }

    public static Task StopAsync(ManagedProcess server) => server.StopAsync(ManagedProcess.SigTerm, TimeSpan.FromSeconds(20));

    /// <summary>Ready = it answers the AMQP greeting; the open port alone comes too early.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await Ports.FirstByteAsync(options.Port, "AMQP\0\0\x09\x01"u8.ToArray(), cancellationToken) == 1;

    private async Task PrepareAsync()
    {
        var folder = options.Folder;
        foreach (var name in new[] { "", "mnesia", "log", "config", "schema" })
        {
            await SystemUsers.PrivateFolderAsync(Path.Combine(folder, name), account: null);
        }
        var cookie = Path.Combine(folder, ".erlang.cookie");
        if (!File.Exists(cookie))
        {
            await File.WriteAllTextAsync(cookie, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
            // With any right for others the node refuses to start.
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }
        var configuration = Path.Combine(folder, "rabbitmq.conf");
        await File.WriteAllTextAsync(configuration, Configuration());
        File.SetUnixFileMode(configuration, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await File.WriteAllTextAsync(Path.Combine(folder, "enabled_plugins"), options.Management ? "[rabbitmq_management]." : "[].");
        await SystemUsers.GiveAsync(folder, account);
    }

    private string Configuration()
    {
        var lines = new List<string>
        {
            $"listeners.tcp.1 = 127.0.0.1:{options.Port}",
            $"default_user = {options.User}",
            $"default_pass = {options.Password}",
            "log.console = true",
            "log.console.level = info",
            "log.file = false",
            // Every probe is a connection.
            "log.connection.level = error",
            "disk_free_limit.absolute = 50MB",
            // The default of 512 MB is for servers with nothing beside them.
            "raft.wal_max_size_bytes = 64000000",
        };
        if (options.Management) lines.AddRange(["management.tcp.ip = 127.0.0.1", $"management.tcp.port = {options.ManagementPort}"]);
        return string.Join('\n', lines) + "\n";
    }

    private Dictionary<string, string?> Environment()
    {
        var folder = options.Folder;
        return new()
        {
            ["HOME"] = folder,
            ["PATH"] = $"{Scripts}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["RABBITMQ_NODENAME"] = "emulation@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{options.Port}",
            ["RABBITMQ_DIST_PORT"] = $"{options.DistributionPort}",
            ["RABBITMQ_BASE"] = folder,
            ["RABBITMQ_MNESIA_BASE"] = $"{folder}/mnesia",
            ["RABBITMQ_LOG_BASE"] = $"{folder}/log",
            ["RABBITMQ_PID_FILE"] = $"{folder}/pid",
            ["RABBITMQ_CONFIG_FILE"] = $"{folder}/rabbitmq",
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = $"{folder}/advanced",
            ["RABBITMQ_CONF_ENV_FILE"] = $"{folder}/none",
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = $"{folder}/enabled_plugins",
            ["RABBITMQ_GENERATED_CONFIG_DIR"] = $"{folder}/config",
            ["RABBITMQ_SCHEMA_DIR"] = $"{folder}/schema",
            ["RABBITMQ_FEATURE_FLAGS_FILE"] = $"{folder}/feature_flags",
            ["ERL_CRASH_DUMP"] = $"{folder}/crash.dump",
            ["ERL_EPMD_PORT"] = $"{options.EpmdPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_CTL_DIST_PORT_MIN"] = $"{options.CtlPorts}",
            ["RABBITMQ_CTL_DIST_PORT_MAX"] = $"{options.CtlPorts + 10}",
            // Loopback only, also for Erlang's own port; and no busy waiting on a machine shared with the services.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
            // The start script then becomes the Erlang process itself, which takes our signals without a shell between.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
        };
    }
}
