using Emulation.AppHost.Local.Supervision;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Emulation.AppHost.Local.Dashboard;

/// <summary>The resource service that the Aspire dashboard asks: states, console logs, commands.</summary>
internal sealed class DashboardService(IReadOnlyList<Supervisor> supervisors)
{
    private readonly Pulse changed = new();

    private IEnumerable<Resource> Resources => supervisors.Select(s => s.Resource);

    public async Task<WebApplication> StartAsync(int port, CancellationToken cancellationToken)
    {
        foreach (var resource in Resources) resource.StateChanged += _ => changed.Beat();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var service = app.MapGroup("/aspire.v1.DashboardService");
        service.MapPost("/GetApplicationInformation", GetApplicationInformationAsync);
        service.MapPost("/WatchResources", WatchResourcesAsync);
        service.MapPost("/WatchResourceConsoleLogs", WatchConsoleLogsAsync);
        service.MapPost("/ExecuteResourceCommand", ExecuteCommandAsync);
        // Nothing ever comes, but an ended stream reads as "Lost connection to the AppHost".
        service.MapPost("/WatchInteractions", StayOpenAsync);
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static async Task GetApplicationInformationAsync(HttpContext context)
    {
        await GrpcFrames.OpenAsync(context.Response);
        await GrpcFrames.WriteAsync(context.Response, new Wire.ApplicationInformationResponse { ApplicationName = "Emulation" });
        GrpcFrames.Close(context.Response);
    }

    private static async Task StayOpenAsync(HttpContext context)
    {
        await GrpcFrames.OpenAsync(context.Response);
        await UntilGoneAsync(context, Task.Delay(Timeout.Infinite, context.RequestAborted));
    }

    private async Task WatchResourcesAsync(HttpContext context)
    {
        await GrpcFrames.OpenAsync(context.Response);
        var sent = Resources.ToDictionary(r => r.Name, r => r.Status.Version);
        var initial = new Wire.InitialResourceData();
        initial.Resources.AddRange(Resources.Select(DashboardMessages.Describe));
        initial.ResourceTypes.Add(new Wire.ResourceType { UniqueName = "Project" });
        initial.ResourceTypes.Add(new Wire.ResourceType { UniqueName = "Executable" });
        await GrpcFrames.WriteAsync(context.Response, new Wire.WatchResourcesUpdate { InitialData = initial });
        await UntilGoneAsync(context, FollowAsync());

        async Task FollowAsync()
        {
            while (true)
            {
                var next = changed.Next;
                var changes = new Wire.WatchResourcesChanges();
                foreach (var resource in Resources)
                {
                    var version = resource.Status.Version;
                    if (sent[resource.Name] == version) continue;
                    sent[resource.Name] = version;
                    changes.Value.Add(new Wire.WatchResourcesChange { Upsert = DashboardMessages.Describe(resource) });
                }
                if (changes.Value.Count > 0) await GrpcFrames.WriteAsync(context.Response, new Wire.WatchResourcesUpdate { Changes = changes });
                await next.WaitAsync(context.RequestAborted);
            }
        }
    }

    private async Task WatchConsoleLogsAsync(HttpContext context)
    {
        var request = await GrpcFrames.ReadAsync(context.Request, Wire.WatchResourceConsoleLogsRequest.Parser);
        var resource = Resources.FirstOrDefault(r => r.Name == request.ResourceName);
        await GrpcFrames.OpenAsync(context.Response);
        if (resource is not null) await UntilGoneAsync(context, FollowAsync());
        GrpcFrames.Close(context.Response);

        async Task FollowAsync()
        {
            var last = 0L;
            while (true)
            {
                var next = resource.Log.Changed.Next;
                var update = new Wire.WatchResourceConsoleLogsUpdate();
                foreach (var line in resource.Log.After(last))
                {
                    last = line.Number;
                    update.LogLines.Add(new Wire.ConsoleLogLine { Text = line.Text, IsStdErr = line.IsError, LineNumber = (int)line.Number });
                }
                if (update.LogLines.Count > 0) await GrpcFrames.WriteAsync(context.Response, update);
                if (request.SuppressFollow) return;
                await next.WaitAsync(context.RequestAborted);
            }
        }
    }

    private async Task ExecuteCommandAsync(HttpContext context)
    {
        var request = await GrpcFrames.ReadAsync(context.Request, Wire.ResourceCommandRequest.Parser);
        Command? command = request.CommandName switch
        {
            "resource-start" => Command.Start,
            "resource-stop" => Command.Stop,
            "resource-restart" => Command.Restart,
            _ => null,
        };
        var answer = new Wire.ResourceCommandResponse { Kind = Wire.CommandResult.Failed, Message = "No such resource or command." };
        if (command is not null && supervisors.FirstOrDefault(s => s.Resource.Name == request.ResourceName) is { } supervisor)
        {
            supervisor.Send(command.Value);
            answer = new Wire.ResourceCommandResponse { Kind = Wire.CommandResult.Succeeded };
        }
        await GrpcFrames.OpenAsync(context.Response);
        await GrpcFrames.WriteAsync(context.Response, answer);
        GrpcFrames.Close(context.Response);
    }

    /// <summary>A dashboard that goes away, or the end of the host, is the ordinary end of a stream.</summary>
    private static async Task UntilGoneAsync(HttpContext context, Task following)
    {
        try
        {
            await following;
        }
        catch (Exception e) when (e is OperationCanceledException || (e is IOException && context.RequestAborted.IsCancellationRequested))
        {
            // Nobody listens any more.
        }
    }
}
