using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Emulation.AppHost.Local;

/// <summary>What to start, as whom, and which signal ends it when the host dies.</summary>
internal sealed record ProcessSpec(string File, params string[] Arguments)
{
    public string? WorkingDirectory { get; init; }

    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The account the child runs as; null = the host's own.</summary>
    public string? User { get; init; }

    public string DeathSignal { get; init; } = "TERM";
}

/// <summary>A child process in a session of its own, tied to the life of this program.</summary>
internal sealed class ManagedProcess
{
    public const int SigInt = 2;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    private readonly Process process;
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ManagedProcess(Process process) => this.process = process;

    public int Pid { get; private set; }

    public Task<int> Exited => exited.Task;

    public bool HasExited => exited.Task.IsCompleted;

    /// <param name="output">Gets every line; the flag says that it came from standard error.</param>
    public static async Task<ManagedProcess> StartAsync(ProcessSpec spec, Action<string, bool> output)
    {
        var process = new Process { StartInfo = StartInfo(spec), EnableRaisingEvents = true };
        var managed = new ManagedProcess(process);
        process.Exited += (_, _) => managed.OnExit();
        await ChildStarter.StartAsync(process);
        managed.Pid = process.Id;
        process.StandardInput.Close();
        _ = PumpAsync(process.StandardOutput, line => output(line, false));
        _ = PumpAsync(process.StandardError, line => output(line, true));
        return managed;
    }

    /// <summary>Runs to the end; gives the exit code and everything printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessSpec spec, TimeSpan limit)
    {
        var lines = new List<string>();
        var process = await StartAsync(spec, (line, _) => { lock (lines) lines.Add(line); });
        if (await Task.WhenAny(process.Exited, Task.Delay(limit)) != process.Exited)
        {
            await process.StopAsync(SigKill, TimeSpan.FromSeconds(5));
            throw new TimeoutException($"{spec.File} did not end within {limit.TotalSeconds:0} s.");
        }
        // The last lines may still be in the pipe when the exit is reported.
        await Task.Delay(20);
        lock (lines) return (process.Exited.Result, string.Join('\n', lines));
    }

    /// <summary>Asks with <paramref name="signal"/>; what is still there after <paramref name="grace"/> is killed with its whole session.</summary>
    public async Task StopAsync(int signal, TimeSpan grace)
    {
        if (HasExited) return;
        _ = Kill(Pid, signal);
        if (await Task.WhenAny(Exited, Task.Delay(grace)) == Exited) return;
        _ = Kill(-Pid, SigKill);
        await Exited.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static ProcessStartInfo StartInfo(ProcessSpec spec)
    {
        // setsid: Ctrl-C in the terminal reaches the host alone, which then ends its children in order.
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = spec.WorkingDirectory ?? "/",
        };
        start.ArgumentList.Add("setpriv");
        start.ArgumentList.Add("--pdeathsig");
        start.ArgumentList.Add(spec.DeathSignal);
        if (spec.User is not null)
        {
            start.ArgumentList.Add($"--reuid={spec.User}");
            start.ArgumentList.Add($"--regid={SystemUsers.GroupOf(spec.User)}");
            start.ArgumentList.Add("--init-groups");
        }
        start.ArgumentList.Add(spec.File);
        foreach (var argument in spec.Arguments) start.ArgumentList.Add(argument);
        foreach (var (name, value) in spec.Environment) start.Environment[name] = value;
        return start;
    }

    private void OnExit()
    {
        var code = process.ExitCode;
        // Its own helpers (PostgreSQL's backends after a kill -9) must not hold ports and memory of the next start.
        // Not the property Pid: this may come before it is set, and kill(-0) would hit the host itself.
        _ = Kill(-process.Id, SigKill);
        exited.TrySetResult(code);
    }

    private static async Task PumpAsync(StreamReader reader, Action<string> line)
    {
        try
        {
            while (await reader.ReadLineAsync() is { } text) line(text);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe ended with the process.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
