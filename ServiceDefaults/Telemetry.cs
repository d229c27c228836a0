using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Emulation.ServiceDefaults;

/// <summary>Traces, metrics and logs over OTLP, on when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
public static class Telemetry
{
    internal const string Name = "Emulation";
    internal static readonly ActivitySource Source = new(Name);

    /// <summary>Meter for the system's own figures; instruments are named <c>emulation.…</c> and carry no personal data.</summary>
    public static readonly Meter Meter = new(Name);

    public static void AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton<IStartupFilter, NameTheRequest>();
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;
        void Resource(ResourceBuilder r) => r.AddService(
            builder.Configuration["OTEL_SERVICE_NAME"] ?? service,
            serviceInstanceId: builder.Configuration["OTEL_SERVICE_INSTANCE_ID"] ?? Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture))
            // Last, so that an instance named in OTEL_RESOURCE_ATTRIBUTES counts: by that name Aspire joins telemetry and resource.
            .AddEnvironmentVariableDetector();
        builder.Logging.AddOpenTelemetry(o =>
        {
            o.IncludeScopes = o.IncludeFormattedMessage = o.ParseStateValues = true;
            var resource = ResourceBuilder.CreateDefault();
            Resource(resource);
            o.SetResourceBuilder(resource);
            o.AddOtlpExporter();
        });
        var sdk = OpenTelemetrySdk.Create(o => o
            .ConfigureResource(Resource)
            .WithTracing(t => t
                .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy", Name)
                .AddProcessor(new DropHousekeeping())
                .AddOtlpExporter())
            .WithMetrics(m => m
                .AddMeter("Microsoft.AspNetCore.*", "System.Net.Http", "System.Runtime", "Npgsql", "MassTransit", "Microsoft.EntityFrameworkCore", "Yarp.ReverseProxy", Name)
                .AddOtlpExporter()));
        builder.Services.AddSingleton(sdk);
        builder.Services.AddHostedService<FlushOnStop>();
    }

    /// <summary>Housekeeping, migrations and health probes are no one's request: their spans would bury the others.</summary>
    private sealed class DropHousekeeping : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            var rootlessQuery = data.Source.Name == "Npgsql" && data.ParentId is null;
            var probe = data.GetTagItem("http.route") is string route && route.StartsWith("/health", StringComparison.Ordinal);
            if (rootlessQuery || probe)
                data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private sealed class FlushOnStop(OpenTelemetrySdk sdk) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            sdk.Dispose();
            return Task.CompletedTask;
        }
    }

    /// <summary>ASP.NET Core leaves route, status and name of the request span to an instrumentation package that is not to be had everywhere.</summary>
    private sealed class NameTheRequest : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                try
                {
                    await following(context);
                }
                catch (Exception e)
                {
                    context.Features.Get<IHttpActivityFeature>()?.Activity.SetTag("error.type", e.GetType().FullName).SetStatus(ActivityStatusCode.Error);
                    throw;
                }
                finally
                {
                    Describe(context);
                }
            });
            next(app);
        };

        private static void Describe(HttpContext context)
        {
            if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } activity)
                return;
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            activity.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
            activity.SetTag("http.request.method", context.Request.Method);
            activity.SetTag("http.route", route);
            activity.SetTag("http.response.status_code", context.Response.StatusCode);
            if (context.Response.StatusCode >= 500)
                activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}
