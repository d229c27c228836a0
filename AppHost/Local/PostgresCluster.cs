using System.Buffers.Binary;

namespace Emulation.AppHost.Local;

/// <param name="Folder">Data and nothing else; made when absent. The server's account must be able to reach it.</param>
/// <param name="Durable">False turns fsync off: for tests, whose data may be lost.</param>
internal sealed record PostgresOptions(string Folder, int Port, string Password, bool Durable = true);

/// <summary>A private PostgreSQL cluster from the local binaries; never the machine's own server.</summary>
internal sealed class PostgresCluster(PostgresOptions options)
{
    private const string Superuser = "postgres";
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(60);

    private readonly string bin = FindBinaries()
        ?? throw new InvalidOperationException("PostgreSQL 15 or newer is not installed: apt-get install postgresql-15");

    private readonly string? account = SystemUsers.For("postgres");
    private readonly string data = Path.Combine(options.Folder, "data");

    public int Port => options.Port;

    /// <summary>Folder of the newest server binaries, 15 or newer; null when there are none.</summary>
    public static string? FindBinaries() =>
        !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql")
            .Where(folder => int.TryParse(Path.GetFileName(folder), out var version) && version >= 15)
            .OrderByDescending(folder => int.Parse(Path.GetFileName(folder), null))
            .Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={options.Port};Username={Superuser};Password={options.Password};Database={database}";

    /// <summary>Starts the server, makes the cluster first when there is none. Ready means <see cref="IsReadyAsync"/>.</summary>
    public async Task<ManagedProcess> StartAsync(Action<string, bool> output)
    {
        await SystemUsers.PrivateFolderAsync(options.Folder, account);
        if (!File.Exists(Path.Combine(data, "PG_VERSION"))) await InitialiseAsync();
        await WaitForFormerServerAsync();
        var arguments = new List<string>
        {
            "-D", data, "-p", $"{options.Port}",
            "-c", "listen_addresses=127.0.0.1",
            // A socket path may not exceed 107 bytes; TCP with a password serves everyone here.
            "-c", "unix_socket_directories=",
            "-c", "max_connections=300",
            "-c", "timezone=UTC",
            "-c", "log_timezone=UTC",
        };
        if (!options.Durable) arguments.AddRange(["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]);
        // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is written out.
        return await ManagedProcess.StartAsync(Spec("postgres", [.. arguments]) with { DeathSignal = "INT" }, output);
    }

    public static Task StopAsync(ManagedProcess server) => server.StopAsync(ManagedProcess.SigInt, TimeSpan.FromSeconds(20));

    /// <summary>Ready = it asks for the password; while starting up or recovering it answers with an error instead.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        var parameters = System.Text.Encoding.ASCII.GetBytes($"user\0{Superuser}\0database\0postgres\0\0");
        var startup = new byte[8 + parameters.Length];
        BinaryPrimitives.WriteInt32BigEndian(startup, startup.Length);
        BinaryPrimitives.WriteInt32BigEndian(startup.AsSpan(4), 3 << 16);
        parameters.CopyTo(startup, 8);
        return await Ports.FirstByteAsync(options.Port, startup, cancellationToken) == 'R';
    }

    /// <summary>Makes each database that does not exist yet.</summary>
    public async Task CreateDatabasesAsync(params string[] names)
    {
        var present = (await SqlAsync("select datname from pg_database")).Split('\n');
        foreach (var name in names.Except(present)) await SqlAsync($"create database \"{name}\"");
    }

    private async Task<string> SqlAsync(string sql)
    {
        var spec = Spec("psql", "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1",
            "-h", "127.0.0.1", "-p", $"{options.Port}", "-U", Superuser, "-d", "postgres", "-c", sql) with
        {
            Environment = new Dictionary<string, string?> { ["PGPASSWORD"] = options.Password },
        };
        var (code, text) = await ManagedProcess.RunAsync(spec, StepLimit);
        return code == 0 ? text : throw new InvalidOperationException($"psql: {text}");
    }

    private async Task InitialiseAsync()
    {
        // A half-made cluster of an interrupted first start has no PG_VERSION, and initdb refuses a folder with files.
        if (Directory.Exists(data)) Directory.Delete(data, recursive: true);
        var passwordFile = Path.Combine(options.Folder, "password");
        await File.WriteAllTextAsync(passwordFile, options.Password);
        File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await SystemUsers.GiveAsync(passwordFile, account);
        List<string> arguments =
        [
            "-D", data, "-U", Superuser, "-E", "UTF8", "--locale=C.UTF-8", $"--pwfile={passwordFile}",
            "--auth-local=scram-sha-256", "--auth-host=scram-sha-256",
        ];
        if (!options.Durable) arguments.Add("--no-sync");
        var (code, text) = await ManagedProcess.RunAsync(Spec("initdb", [.. arguments]), StepLimit);
        File.Delete(passwordFile);
        if (code != 0) throw new InvalidOperationException($"initdb: {text}");
    }

    /// <summary>
    /// A server of a host that was killed may still be ending (or be a zombie not yet reaped), and its lock file stops the next one.
    /// A lock file that names a process of someone else is a leftover of a machine that stopped hard.
    /// </summary>
    private async Task WaitForFormerServerAsync()
    {
        var lockFile = Path.Combine(data, "postmaster.pid");
        for (var until = DateTime.UtcNow.AddSeconds(20); File.Exists(lockFile) && DateTime.UtcNow < until; await Task.Delay(100))
        {
            var pid = (await File.ReadAllLinesAsync(lockFile)).FirstOrDefault();
            if (!Directory.Exists($"/proc/{pid}")) return;
            var folder = new FileInfo($"/proc/{pid}/cwd").LinkTarget;
            if (folder is null || folder == data) continue;
            File.Delete(lockFile);
        }
    }

    private ProcessSpec Spec(string tool, params string[] arguments) =>
        new(Path.Combine(bin, tool), arguments) { User = account, WorkingDirectory = "/" };
}
