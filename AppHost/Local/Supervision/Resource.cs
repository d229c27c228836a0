namespace Emulation.AppHost.Local.Supervision;

/// <summary>The words of the Aspire dashboard, which shows them.</summary>
internal enum ResourceState
{
    Waiting,
    Starting,
    Running,
    Stopping,

    /// <summary>Ended by an operator; starts again on demand.</summary>
    Exited,

    /// <summary>A step that did its work.</summary>
    Finished,

    /// <summary>Died or never came up; a new try may follow.</summary>
    Failed,
}

internal enum ResourceKind
{
    Server,
    Project,
    Step,
}

internal sealed record ResourceStatus(ResourceState State, long Version)
{
    public int? Pid { get; init; }
    public int Restarts { get; init; }
    public int? ExitCode { get; init; }
    public bool Healthy { get; init; }
    public bool GaveUp { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateTime? StoppedAt { get; init; }
}

/// <summary>Something the host starts and watches: a server, a service, or a step that runs once.</summary>
internal sealed class Resource(string name, ResourceKind kind, ResourceLog log)
{
    private readonly Lock gate = new();
    private ResourceStatus status = new(ResourceState.Waiting, 0);

    public string Name => name;
    public ResourceKind Kind => kind;
    public ResourceLog Log => log;
    public DateTime CreatedAt { get; } = DateTime.UtcNow;

    /// <summary>What runs, in a word: a project file or a program.</summary>
    public required string Source { get; init; }
    public required Func<Action<string, bool>, Task<ManagedProcess>> Start { get; init; }

    /// <summary>True once others may use it. Without it, started means ready.</summary>
    public Func<CancellationToken, Task<bool>>? Ready { get; init; }
    public Func<ManagedProcess, Task> Stop { get; init; } =
        process => process.StopAsync(ManagedProcess.SigTerm, TimeSpan.FromSeconds(15));

    public string? Url { get; init; }
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
    public IReadOnlyList<Resource> After { get; set; } = [];

    /// <summary>How often a step is tried; anything else is started again for ever.</summary>
    public int Tries { get; init; } = 1;

    /// <summary>Its failure does not stop the start of the others.</summary>
    public bool Optional { get; init; }

    public ResourceStatus Status => Volatile.Read(ref status);
    public Pulse Changed { get; } = new();
    public event Action<Resource>? StateChanged;

    /// <summary>Those that wait for it may go on.</summary>
    public bool IsReady => Status switch
    {
        { State: ResourceState.Finished } => true,
        { State: ResourceState.Running, Healthy: true } => Kind != ResourceKind.Step,
        _ => false,
    };

    public void Update(Func<ResourceStatus, ResourceStatus> change)
    {
        lock (gate)
        {
            var next = change(status);
            if (next == status) return;
            Volatile.Write(ref status, next with { Version = status.Version + 1 });
        }
        Changed.Beat();
        StateChanged?.Invoke(this);
    }
}
