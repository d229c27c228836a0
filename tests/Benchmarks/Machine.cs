namespace Emulation.Benchmarks;

/// <summary>What else the machine was doing.</summary>
internal static class Machine
{
    /// <summary>Load of the last minute and the number of cores: <c>1.93/2</c>.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? $"{File.ReadAllText("/proc/loadavg").Split(' ')[0]}/{Environment.ProcessorCount}" : $"?/{Environment.ProcessorCount}";
}
