using Emulation.AppHost.Local.Dashboard;

namespace Emulation.AppHost.Local.Supervision;

/// <summary>Starts the resources in order, keeps them up, ends them in the opposite order.</summary>
internal sealed class LocalHost(IReadOnlyList<Resource> resources, DataFolder data, PortMap ports, ConsoleView view)
{
    private readonly Dictionary<Resource, (Supervisor Supervisor, CancellationTokenSource Ending, Task Run)> running = [];

    /// <returns>True when the host ended because it was asked to; false when the system could not come up.</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        var supervisors = resources.Select(r => new Supervisor(r)).ToList();
        var states = new StateFile(data.StateFile, resources);
        var changed = new Pulse();
        foreach (var resource in resources)
        {
            resource.StateChanged += view.Show;
            resource.StateChanged += _ => states.Write();
            resource.StateChanged += _ => changed.Beat();
        }
        states.Write();
        await using var service = await new DashboardService(supervisors).StartAsync(ports.ResourceService, stop);
        foreach (var supervisor in supervisors)
        {
            var ending = new CancellationTokenSource();
            running[supervisor.Resource] = (supervisor, ending, supervisor.RunAsync(ending.Token));
        }
        var play = resources.FirstOrDefault(r => r.Name == "play");
        var up = false;
        try
        {
            up = await UntilUpAsync(changed, stop);
            if (up)
            {
                view.Table(resources);
                if (play is not null) await FollowAsync(play, stop);
                view.Say(Farewell());
                await Task.Delay(Timeout.Infinite, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            up = true;
        }
        view.Say("Ending …");
        await EndAsync();
        return up;
    }

    private string Farewell() =>
        $"Admin client: emulation-admin; its secret is in {Path.Combine(data.Path, "secrets", "admin")}\n" +
        $"Logs: {data.Logs}\nCtrl-C ends everything.";

    /// <summary>Up = all but the optional ones and the play are ready. A step that gave up ends the wait.</summary>
    private async Task<bool> UntilUpAsync(Pulse changed, CancellationToken stop)
    {
        var needed = resources.Where(r => !r.Optional && r.Name != "play").ToList();
        while (true)
        {
            var next = changed.Next;
            if (needed.Find(r => r.Status.GaveUp) is { } failed)
            {
                view.Tail(failed);
                return false;
            }
            if (needed.TrueForAll(r => r.IsReady)) return true;
            try
            {
                await next.WaitAsync(TimeSpan.FromSeconds(30), stop);
            }
            catch (TimeoutException)
            {
                var late = needed.Where(r => !r.IsReady).ToList();
                view.Say($"Still waiting for {string.Join(", ", late.Select(r => $"{r.Name} ({StateFile.StateOf(r.Status)})"))}");
                foreach (var resource in late.Where(r => r.Status.Restarts > 0)) view.Tail(resource, 5);
            }
        }
    }

    /// <summary>Shows what the play prints, as it prints it.</summary>
    private async Task FollowAsync(Resource play, CancellationToken stop)
    {
        var last = 0L;
        while (true)
        {
            var (log, state) = (play.Log.Changed.Next, play.Changed.Next);
            var over = play.Status.State is ResourceState.Finished or ResourceState.Exited || play.Status.GaveUp;
            foreach (var line in play.Log.After(last))
            {
                last = line.Number;
                view.Say($"play | {line.Text[(line.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..]}");
            }
            if (over) break;
            await Task.WhenAny(log, state).WaitAsync(stop);
        }
        if (play.Status.State == ResourceState.Finished) await File.WriteAllTextAsync(data.PlayedMarker, $"{DateTime.UtcNow:O}\n", stop);
        else view.Say("The play did not succeed. The system stays up; the play can be started again from the dashboard.");
    }

    private async Task EndAsync()
    {
        var ended = new Dictionary<Resource, Task>();
        await Task.WhenAll(resources.Select(End));
        foreach (var (_, (_, ending, _)) in running) ending.Dispose();
        foreach (var resource in resources) resource.Log.Dispose();

        Task End(Resource resource) => ended.TryGetValue(resource, out var task) ? task : ended[resource] = EndAfterUsersAsync(resource);

        async Task EndAfterUsersAsync(Resource resource)
        {
            await Task.WhenAll(resources.Where(other => other.After.Contains(resource)).Select(End));
            var (_, ending, run) = running[resource];
            await ending.CancelAsync();
            await run;
        }
    }
}
