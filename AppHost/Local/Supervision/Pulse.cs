namespace Emulation.AppHost.Local.Supervision;

/// <summary>Wakes everybody who waits. Take <see cref="Next"/> before looking, then wait on it: nothing is missed.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource next = New();

    public Task Next => Volatile.Read(ref next).Task;

    public void Beat() => Interlocked.Exchange(ref next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
