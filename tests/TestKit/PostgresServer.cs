using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Emulation.TestKit;

/// <summary>The PostgreSQL server of a test run: given from outside, or a private cluster that ends with this process.</summary>
internal static class PostgresServer
{
    private const string Bin = "/usr/lib/postgresql/15/bin";

    public static async Task<string> StartAsync(bool durable)
    {
        if (Environment.GetEnvironmentVariable("EMULATION_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        Assert(Directory.Exists(Bin), $"PostgreSQL 15 is missing ({Bin}): run ./test, or set EMULATION_TEST_POSTGRES.");
        var folder = Directory.CreateDirectory(Path.Combine("/var/tmp", $"emulation-test-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40])).FullName;
        var root = Environment.UserName == "root";
        if (root)
            Run("chown", "postgres", folder);
        Run(root, $"{Bin}/initdb", "-D", $"{folder}/data", "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var port = FreePort();
        // A thread of its own: the kernel sends the death signal when the starting thread ends.
        var started = new TaskCompletionSource<Process>();
        new Thread(() =>
        {
            List<string> arguments = root ? ["--reuid=postgres", "--regid=postgres", "--init-groups"] : [];
            arguments.AddRange(["--pdeathsig", "INT", $"{Bin}/postgres", "-D", $"{folder}/data", "-p", $"{port}", "-c", "listen_addresses=127.0.0.1",
                "-c", $"unix_socket_directories={folder}", "-c", $"fsync={(durable ? "on" : "off")}", "-c", "max_connections=400", "-c", "logging_collector=off"]);
            var process = Process.Start(new ProcessStartInfo("setpriv", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            started.SetResult(process);
            process.WaitForExit();
        }) { IsBackground = true }.Start();
        var server = await started.Task;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.Kill();
            // Hundreds of databases take their time to delete; a test host that does not end soon counts as hung.
            Process.Start("sh", ["-c", $"sleep 1; rm -rf '{folder}'"]);
        };
        for (var i = 0; !Answers(port); i++)
        {
            Assert(i < 200 && !server.HasExited, "The private PostgreSQL cluster did not start.");
            await Task.Delay(50);
        }
        return $"Host=127.0.0.1;Port={port};Username=postgres;Include Error Detail=true";
    }

    private static int FreePort()
    {
        // Below the ephemeral range: a retrying client must never be able to connect to itself there.
        for (var i = 0; i < 200; i++)
        {
            var port = Random.Shared.Next(20000, 32000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
        throw new InvalidOperationException("No free port.");
    }

    private static bool Answers(int port) => Process.Start($"{Bin}/pg_isready", $"-q -h 127.0.0.1 -p {port}") is { } p && p.WaitForExit(2000) && p.ExitCode == 0;

    private static void Run(bool asPostgres, params string[] command) => Run(asPostgres ? ["runuser", "-u", "postgres", "--", .. command] : command);

    private static void Run(params string[] command)
    {
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert(process.ExitCode == 0, $"{command[0]}: {error}");
    }

    private static void Assert(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
