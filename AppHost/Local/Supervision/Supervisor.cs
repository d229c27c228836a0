using System.Threading.Channels;

namespace Emulation.AppHost.Local.Supervision;

internal enum Command
{
    Start,
    Stop,
    Restart,
}

/// <summary>Keeps one resource in the state that is wanted of it, from its turn in the start order to the end of the host.</summary>
internal sealed class Supervisor(Resource resource)
{
    private static readonly TimeSpan ProbeWhileStarting = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan ProbeWhileRunning = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StableAfter = TimeSpan.FromSeconds(60);

    private readonly Channel<Command> commands = Channel.CreateUnbounded<Command>();
    private Task<bool>? nextCommand;
    private int failuresInARow;

    private enum Outcome
    {
        Died,
        Stopped,
        Restart,
        Ended,
    }

    public Resource Resource => resource;

    public void Send(Command command) => commands.Writer.TryWrite(command);

    public async Task RunAsync(CancellationToken ending)
    {
        try
        {
            foreach (var other in resource.After) await UntilReadyAsync(other, ending);
            while (!ending.IsCancellationRequested)
            {
                switch (await RunOnceAsync(ending))
                {
                    case Outcome.Died when resource.Kind == ResourceKind.Step && await StepIsOverAsync():
                    case Outcome.Stopped:
                        await UntilStartedByHandAsync(ending);
                        break;
                    case Outcome.Died:
                        await BackOffAsync(ending);
                        break;
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            if (resource.Status.Pid is null && resource.Status.State == ResourceState.Waiting)
                resource.Update(s => s with { State = ResourceState.Exited });
        }
    }

    private static async Task UntilReadyAsync(Resource other, CancellationToken ending)
    {
        while (true)
        {
            var changed = other.Changed.Next;
            if (other.IsReady || (other.Optional && other.Status.GaveUp)) return;
            await changed.WaitAsync(ending);
        }
    }

    private async Task<Outcome> RunOnceAsync(CancellationToken ending)
    {
        resource.Update(s => s with { State = ResourceState.Starting, Healthy = false, ExitCode = null, GaveUp = false, StartedAt = DateTime.UtcNow, StoppedAt = null });
        ManagedProcess process;
        try
        {
            process = await resource.Start(resource.Log.Write);
        }
#pragma warning disable CA1031 // Whatever went wrong is this resource's failure, shown and tried again; the others go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            resource.Log.Write(e.Message, isError: true);
            resource.Update(s => s with { State = ResourceState.Failed, StoppedAt = DateTime.UtcNow });
            return Outcome.Died;
        }
        resource.Update(s => s with { Pid = process.Pid });
        var outcome = await WatchAsync(process, ending);
        if (!process.HasExited)
        {
            resource.Update(s => s with { State = ResourceState.Stopping, Healthy = false });
            await resource.Stop(process);
        }
        var code = await process.Exited;
        var state = (outcome, resource.Kind, code) switch
        {
            (Outcome.Died, ResourceKind.Step, 0) => ResourceState.Finished,
            (Outcome.Died, _, _) => ResourceState.Failed,
            _ => ResourceState.Exited,
        };
        resource.Update(s => s with { State = state, Pid = null, Healthy = false, ExitCode = code, StoppedAt = DateTime.UtcNow });
        return outcome;
    }

    private async Task<Outcome> WatchAsync(ManagedProcess process, CancellationToken ending)
    {
        if (resource.Ready is null) resource.Update(s => s with { State = ResourceState.Running, Healthy = true });
        var misses = 0;
        while (true)
        {
            var running = resource.Status.State == ResourceState.Running;
            nextCommand ??= commands.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            await Task.WhenAny(process.Exited, nextCommand, Task.Delay(running ? ProbeWhileRunning : ProbeWhileStarting, ending));
            if (process.HasExited) return Outcome.Died;
            if (ending.IsCancellationRequested) return Outcome.Ended;
            if (nextCommand.IsCompleted)
            {
                nextCommand = null;
                while (commands.Reader.TryRead(out var command))
                {
                    if (command == Command.Stop) return Outcome.Stopped;
                    if (command == Command.Restart) return Outcome.Restart;
                }
                continue;
            }
            if (resource.Ready is null) continue;
            // One slow answer on a loaded machine is not an illness.
            misses = await ProbeAsync(ending) ? 0 : misses + 1;
            if (misses == 0) resource.Update(s => s with { State = ResourceState.Running, Healthy = true });
            else if (running && misses >= 3) resource.Update(s => s with { Healthy = false });
        }
    }

    private async Task<bool> ProbeAsync(CancellationToken ending)
    {
        try
        {
            return await resource.Ready!(ending);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return true;
        }
    }

    private Task<bool> StepIsOverAsync()
    {
        if (resource.Status.ExitCode == 0) return Task.FromResult(true);
        failuresInARow++;
        if (failuresInARow < resource.Tries) return Task.FromResult(false);
        resource.Update(s => s with { GaveUp = true });
        return Task.FromResult(true);
    }

    private async Task BackOffAsync(CancellationToken ending)
    {
        var status = resource.Status;
        failuresInARow = status.StoppedAt - status.StartedAt > StableAfter ? 1 : failuresInARow + (resource.Kind == ResourceKind.Step ? 0 : 1);
        var pause = TimeSpan.FromSeconds(Math.Min(15, 0.5 * Math.Pow(2, Math.Min(failuresInARow - 1, 10))));
        resource.Log.Write($"Ended with exit code {status.ExitCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}; next try in {pause.TotalSeconds:0.#} s.", isError: true);
        resource.Update(s => s with { Restarts = s.Restarts + 1 });
        await Task.Delay(pause, ending);
    }

    private async Task UntilStartedByHandAsync(CancellationToken ending)
    {
        nextCommand = null;
        while (await commands.Reader.ReadAsync(ending) == Command.Stop) { }
        failuresInARow = 0;
    }
}
