namespace Emulation.AppHost.Local.Supervision;

/// <summary>Every port of one installation, counted from one base.</summary>
internal sealed record PortMap(int Base)
{
    /// <summary>All ports stay below 32768, where the range of outgoing connections begins.</summary>
    public const int HighestBase = 32767 - Last;

    private const int Last = 120;

    public int Postgres => Base + 32;
    public int Epmd => Base + 69;
    public int Rabbit => Base + 72;
    public int RabbitDistribution => Base + 73;
    public int RabbitManagement => Base + 74;
    public int Gateway => Base + 80;
    public int Portal => Base + 90;
    public int Dashboard => Base + 100;
    public int OtlpGrpc => Base + 101;
    public int OtlpHttp => Base + 102;
    public int ResourceService => Base + 103;
    public int RabbitTools => Base + 110;

    public IReadOnlyDictionary<int, string> All => new Dictionary<int, string>
    {
        [Postgres] = "postgres",
        [Epmd] = "epmd",
        [Rabbit] = "messaging",
        [RabbitDistribution] = "messaging (distribution)",
        [RabbitManagement] = "messaging (management)",
        [Gateway] = "gateway",
        [Service(0)] = "identity",
        [Service(1)] = "campaigns",
        [Service(2)] = "scoring",
        [Service(3)] = "nominations",
        [Service(4)] = "documents",
        [Portal] = "portal",
        [Dashboard] = "dashboard",
        [OtlpGrpc] = "dashboard (OTLP gRPC)",
        [OtlpHttp] = "dashboard (OTLP HTTP)",
        [ResourceService] = "resource service",
    };

    public int Service(int index) => Base + 81 + index;

    public static PortMap PickFree()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var map = new PortMap(Random.Shared.Next(20000 / 150, HighestBase / 150) * 150);
            if (map.Taken().Count == 0) return map;
        }
        throw new InvalidOperationException("No free block of ports between 20000 and 32768.");
    }

    public IReadOnlyList<string> Taken() =>
        [.. All.Where(port => !Ports.IsFree(port.Key)).Select(port => $"{port.Key} ({port.Value})")];
}
