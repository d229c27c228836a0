using System.Globalization;

namespace Emulation.AppHost.Local.Supervision;

/// <summary>What the command line asked for.</summary>
internal sealed record LaunchOptions
{
    public const int DefaultPortBase = 26000;

    public const string Usage = """
        Usage: Emulation.AppHost [options]

          --data <folder>       data, logs and secrets of this installation (default: .local of the repository)
          --port-base <n|auto>  all ports lie at n+32 … n+120 (default 26000); auto picks free ones
          --only <a,b,…>        start these resources only (postgres, messaging, dashboard, identity, …)
          --empty               do not load and play the sample data
          --play                load and play the sample data even if that was done before
          --no-dashboard        without the Aspire dashboard; telemetry is off
          --dashboard-later     the dashboard is still being installed: go on, start it when it is there
          --help                this text

        ConnectionStrings__<name> (identity, campaigns, scoring, nominations, documents, messaging) from the
        environment take the place of the private servers. OTEL_EXPORTER_OTLP_ENDPOINT takes the place of the dashboard's.
        """;

    public string? Data { get; init; }
    public int? PortBase { get; init; } = DefaultPortBase;
    public IReadOnlySet<string>? Only { get; init; }
    public bool Empty { get; init; }
    public bool Play { get; init; }
    public bool NoDashboard { get; init; }
    public bool DashboardLater { get; init; }
    public bool Help { get; init; }

    /// <exception cref="ArgumentException">An unknown option or a wrong value; the message says which.</exception>
    public static LaunchOptions Parse(string[] args)
    {
        var options = new LaunchOptions();
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var option))
        {
            options = option switch
            {
                "--data" => options with { Data = Path.GetFullPath(Value(rest, option)) },
                "--port-base" => options with { PortBase = Base(Value(rest, option)) },
                "--only" => options with { Only = Value(rest, option).Split(',', StringSplitOptions.TrimEntries).ToHashSet() },
                "--empty" => options with { Empty = true },
                "--play" => options with { Play = true },
                "--no-dashboard" => options with { NoDashboard = true },
                "--dashboard-later" => options with { DashboardLater = true },
                "--help" or "-h" => options with { Help = true },
                _ => throw new ArgumentException($"Unknown option {option}"),
            };
        }
        return options;
    }

    private static string Value(Queue<string> rest, string option) =>
        rest.TryDequeue(out var value) ? value : throw new ArgumentException($"{option} needs a value");

    private static int? Base(string value)
    {
        if (value == "auto") return null;
        return int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number is >= 1024 and <= PortMap.HighestBase
            ? number
            : throw new ArgumentException($"--port-base takes auto or a number from 1024 to {PortMap.HighestBase}, not {value}");
    }
}
