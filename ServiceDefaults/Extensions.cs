using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Emulation.ServiceDefaults;

/// <summary>What every program of the system has: telemetry, errors, JSON, access, limits.</summary>
public static class Extensions
{
    /// <summary>Largest request body of an ordinary request, in bytes.</summary>
    public const int MaxBody = 1024 * 1024;

    public static void AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddTelemetry(service);
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = MaxBody;
        });
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpJsonOptions(o => Json.Configure(o.SerializerOptions));
        builder.Services.AddErrors();
        builder.Services.AddAuth(builder.Configuration);
        builder.Services.AddScoped<Intake>();
        builder.Services.AddOpenApiDocument();
        builder.Services.AddHealthChecks();
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        // A refused row is an answer, not an incident; what is one is logged by the error handler.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.Critical);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("MassTransit", LogLevel.Warning);
        builder.Logging.AddFilter("Yarp", LogLevel.Warning);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
    }

    /// <summary>Database and messaging of one service, with their health checks.</summary>
    public static void AddServiceData<TContext>(this WebApplicationBuilder builder, string service) where TContext : ServiceDbContext
    {
        builder.AddPersistence<TContext>(service);
        builder.AddMessaging<TContext>(service, typeof(TContext).Assembly);
        builder.Services.AddHealthChecks().AddCheck<Health.Database>("database").AddCheck<Health.Broker>("broker");
    }

    /// <summary>Error handling, authentication, health and the OpenAPI document.</summary>
    public static void UseServiceDefaults(this WebApplication app)
    {
        app.Use(RefusedBodies.ReadOff);
        app.UseErrors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
    }
}
