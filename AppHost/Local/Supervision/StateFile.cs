using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.AppHost.Local.Supervision;

/// <summary>One row of state.json, which tests and scripts read.</summary>
internal sealed record StateRow(string Name, int? Pid, string State, string? Url, int Restarts);

/// <summary>Keeps state.json true; a reader never sees half of it.</summary>
internal sealed class StateFile(string path, IReadOnlyList<Resource> resources)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    private readonly Lock gate = new();

    public void Write()
    {
        lock (gate)
        {
            var rows = resources.Select(r => new StateRow(r.Name, r.Status.Pid, StateOf(r.Status), r.Url, r.Status.Restarts));
            var next = path + ".next";
            File.WriteAllText(next, JsonSerializer.Serialize(rows, Json));
            File.Move(next, path, overwrite: true);
        }
    }

    /// <summary>Processes that a former host of this folder left behind, if they still live: they end within seconds.</summary>
    public static IReadOnlyList<int> FormerProcesses(string path)
    {
        try
        {
            var rows = JsonSerializer.Deserialize<StateRow[]>(File.ReadAllText(path), Json) ?? [];
            return [.. rows.Select(row => row.Pid ?? 0).Where(pid => pid > 0 && Directory.Exists($"/proc/{pid}"))];
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return [];
        }
    }

    public static string StateOf(ResourceStatus status) =>
        status is { State: ResourceState.Running, Healthy: false } ? "Unhealthy" : status.State.ToString();
}
