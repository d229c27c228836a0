using System.Globalization;

namespace Emulation.AppHost.Local.Supervision;

internal sealed record LogLine(long Number, string Text, bool IsError);

/// <summary>Console output of one resource: a file (the former one is kept beside it) and the last lines in memory.</summary>
internal sealed class ResourceLog : IDisposable
{
    private const int Kept = 2000;
    private const long FileLimit = 32 * 1024 * 1024;

    private readonly string path;
    private readonly Queue<LogLine> lines = new(Kept);
    private StreamWriter? writer;
    private long number;
    private bool closed;

    public ResourceLog(string folder, string name) => path = Path.Combine(folder, $"{name}.log");

    public Pulse Changed { get; } = new();

    public void Write(string text, bool isError)
    {
        lock (lines)
        {
            if (closed) return;
            var stamped = $"{DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)} {text}";
            lines.Enqueue(new LogLine(++number, stamped, isError));
            if (lines.Count > Kept) lines.Dequeue();
            writer ??= Open();
            writer.WriteLine(stamped);
            if (writer.BaseStream.Length > FileLimit)
            {
                writer.Dispose();
                writer = null;
            }
        }
        Changed.Beat();
    }

    public IReadOnlyList<LogLine> After(long last)
    {
        lock (lines) return [.. lines.Where(line => line.Number > last)];
    }

    public IReadOnlyList<LogLine> Tail(int count)
    {
        lock (lines) return [.. lines.TakeLast(count)];
    }

    public void Dispose()
    {
        lock (lines)
        {
            closed = true;
            writer?.Dispose();
        }
    }

    private StreamWriter Open()
    {
        if (File.Exists(path)) File.Move(path, Path.ChangeExtension(path, ".previous.log"), overwrite: true);
        return new StreamWriter(path) { AutoFlush = true };
    }
}
