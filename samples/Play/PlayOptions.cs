namespace Emulation.Play;

/// <summary>Where to play, as whom, with which data.</summary>
public sealed record PlayOptions(Uri Gateway, string AdminSecret, string Samples, Uri? Portal, int Parallel)
{
    public static PlayOptions? Read(string[] args)
    {
        var named = args.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal))
            .Select(a => a[2..].Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        string? Value(string name, string variable) => named.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(variable);

        var gateway = Value("gateway", "services__gateway__http__0");
        var secret = Environment.GetEnvironmentVariable("Bootstrap__AdminSecret");
        if (gateway is null || string.IsNullOrEmpty(secret))
            return null;
        return new PlayOptions(
            new Uri(gateway.TrimEnd('/') + "/"),
            secret,
            named.GetValueOrDefault("samples") ?? Path.Combine(AppContext.BaseDirectory, "data"),
            Value("portal", "services__portal__http__0") is { } portal ? new Uri(portal) : null,
            int.Parse(named.GetValueOrDefault("parallel", "8"), System.Globalization.CultureInfo.InvariantCulture));
    }
}
