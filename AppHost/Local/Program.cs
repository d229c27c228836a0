using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Emulation.AppHost.Local.Supervision;

[assembly: SupportedOSPlatform("linux")]

try
{
    var options = LaunchOptions.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(LaunchOptions.Usage);
        return 0;
    }
    if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("The local host needs Linux. Elsewhere use the Aspire AppHost.");

    using var stop = new CancellationTokenSource();
    void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        stop.Cancel();
    }
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

    using var data = DataFolder.Open(options.Data ?? Path.Combine(Repository.Root, ".local"));
    var view = new ConsoleView();
    var ports = await ChoosePortsAsync(options, data, stop.Token);
    var serverFolder = await data.ServerFolderAsync();
    if (serverFolder != data.Path) view.Say($"The servers' accounts cannot reach {data.Path}; their data lies in {serverFolder}.");
    var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    var resources = new Composition(options, data, serverFolder, ports, configuration).Build();
    if (options.Only is null && resources.All(r => r.Name != "dashboard"))
        view.Say("Without the Aspire dashboard: telemetry is off (eng/dashboard.sh installs it).");
    return await new LocalHost(resources, data, ports, view).RunAsync(stop.Token) ? 0 : 1;
}
catch (Exception e) when (e is ArgumentException or InvalidOperationException or PlatformNotSupportedException or OperationCanceledException)
{
    Console.Error.WriteLine(e.Message);
    return e is ArgumentException ? 2 : 1;
}

static async Task<PortMap> ChoosePortsAsync(LaunchOptions options, DataFolder data, CancellationToken stop)
{
    if (options.PortBase is not { } portBase) return PortMap.PickFree();
    var ports = new PortMap(portBase);
    // The servers of a host that was killed are just ending.
    for (var tries = 0; tries < 60 && StateFile.FormerProcesses(data.StateFile).Count > 0; tries++) await Task.Delay(250, stop);
    var taken = ports.Taken();
    return taken.Count == 0 ? ports : throw new InvalidOperationException(
        $"These ports are taken: {string.Join(", ", taken)}. Choose others with --port-base <n>, or --port-base auto.");
}
