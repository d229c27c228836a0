using Emulation.AppHost.Local.Supervision;
using Google.Protobuf.WellKnownTypes;

namespace Emulation.AppHost.Local.Dashboard;

/// <summary>What the dashboard shows of a resource.</summary>
internal static class DashboardMessages
{
    public static Wire.Resource Describe(Resource resource)
    {
        var status = resource.Status;
        var running = status.State is ResourceState.Running or ResourceState.Starting;
        var message = new Wire.Resource
        {
            Name = resource.Name,
            DisplayName = resource.Name,
            Uid = resource.Name,
            ResourceType = resource.Kind == ResourceKind.Server ? "Executable" : "Project",
            // Without it the dashboard gives up on the whole list, silently.
            CreatedAt = Timestamp.FromDateTime(resource.CreatedAt),
            State = status.State == ResourceState.Failed ? "FailedToStart" : status.State.ToString(),
        };
        if (status.StartedAt is { } started) message.StartedAt = Timestamp.FromDateTime(started);
        if (status.StoppedAt is { } stopped) message.StoppedAt = Timestamp.FromDateTime(stopped);
        message.Properties.AddRange(Properties(resource, status));
        message.Commands.AddRange(Commands(running));
        message.Environment.AddRange(resource.Environment
            .Where(variable => variable.Value is not null)
            .Select(variable => new Wire.EnvironmentVariable { Name = variable.Key, Value = variable.Value, IsFromSpec = true }));
        message.Relationships.AddRange(resource.After.Select(other => new Wire.ResourceRelationship { ResourceName = other.Name, Type = "WaitFor" }));
        if (resource.Url is not null)
        {
            // Without display properties the page stays at "Loading…".
            message.Urls.Add(new Wire.Url
            {
                EndpointName = "http",
                FullUrl = resource.Url,
                IsInactive = !running,
                DisplayProperties = new Wire.UrlDisplayProperties(),
            });
        }
        if (resource.Ready is not null && status.State == ResourceState.Running)
        {
            message.HealthReports.Add(new Wire.HealthReport
            {
                Key = "ready",
                Status = status.Healthy ? Wire.HealthStatus.Healthy : Wire.HealthStatus.Unhealthy,
                Description = status.Healthy ? "" : "It does not answer its readiness probe.",
            });
        }
        return message;
    }

    private static IEnumerable<Wire.ResourceProperty> Properties(Resource resource, ResourceStatus status)
    {
        yield return Property(resource.Kind == ResourceKind.Server ? "executable.path" : "project.path", Value.ForString(resource.Source));
        if (resource.Kind == ResourceKind.Server) yield return Property("executable.workDir", Value.ForString("/"));
        if (status.Pid is { } pid) yield return Property("executable.pid", Value.ForString($"{pid}"));
        if (status.ExitCode is { } code) yield return Property("resource.exitCode", Value.ForNumber(code));
        yield return Property("restarts", Value.ForString($"{status.Restarts}"), "Restarts");
    }

    private static Wire.ResourceProperty Property(string name, Value value, string? displayName = null)
    {
        var property = new Wire.ResourceProperty { Name = name, Value = value };
        if (displayName is not null) property.DisplayName = displayName;
        return property;
    }

    private static IEnumerable<Wire.ResourceCommand> Commands(bool running)
    {
        yield return Button("start", "Start", "Play", shown: !running);
        yield return Button("stop", "Stop", "Stop", shown: running);
        yield return Button("restart", "Restart", "ArrowCounterclockwise", shown: running);
    }

    private static Wire.ResourceCommand Button(string name, string text, string icon, bool shown) => new()
    {
        Name = $"resource-{name}",
        DisplayName = text,
        IconName = icon,
        IsHighlighted = name != "restart",
        State = shown ? Wire.CommandState.Enabled : Wire.CommandState.Hidden,
    };
}
