using System.Collections.Concurrent;
using System.Diagnostics;

namespace Emulation.AppHost.Local;

/// <summary>
/// Starts every child from one thread that lives as long as the program.
/// Linux sends a child's death signal (PR_SET_PDEATHSIG) when the <i>thread</i> that started it ends:
/// children started from pool threads would be ended at random.
/// </summary>
internal static class ChildStarter
{
    private static readonly BlockingCollection<(Process Process, TaskCompletionSource Started)> Queue = [];

    static ChildStarter() =>
        new Thread(Work) { IsBackground = true, Name = "child starter" }.Start();

    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Queue.Add((process, started));
        return started.Task;
    }

    private static void Work()
    {
        foreach (var (process, started) in Queue.GetConsumingEnumerable())
        {
            try
            {
                process.Start();
                started.SetResult();
            }
#pragma warning disable CA1031 // Whatever the start threw belongs to the one who asked for it; this thread must go on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                started.SetException(e);
            }
        }
    }
}
