using System.Diagnostics;
using System.Globalization;

namespace Emulation.AppHost.Local.Supervision;

/// <summary>What the operator reads in the terminal.</summary>
internal sealed class ConsoleView
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> last = [];

    public void Say(string text)
    {
        lock (gate) Console.WriteLine(text);
    }

    /// <summary>One line per change of state, none for the steps between.</summary>
    public void Show(Resource resource)
    {
        var state = StateFile.StateOf(resource.Status);
        lock (gate)
        {
            var between = state is "Waiting" or "Starting" or "Stopping" || (resource.Kind == ResourceKind.Step && state == "Running");
            if (between || last.GetValueOrDefault(resource.Name) == state) return;
            last[resource.Name] = state;
            var time = clock.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            Console.WriteLine($"{time,7} s  {resource.Name,-24} {state,-10} {resource.Url}");
        }
    }

    public void Table(IEnumerable<Resource> resources)
    {
        var rows = resources.Where(r => r.Kind != ResourceKind.Step).Select(r => $"  {r.Name,-16} {StateFile.StateOf(r.Status),-10} {r.Url}");
        Say($"\n{string.Join('\n', rows)}\n");
    }

    public void Tail(Resource resource, int count = 15)
    {
        Say($"--- {resource.Name}: {StateFile.StateOf(resource.Status)}; last lines of its log:");
        foreach (var line in resource.Log.Tail(count)) Say($"    {line.Text}");
    }
}
