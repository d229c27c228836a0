using Emulation.Gateway.Docs;
using Emulation.Gateway.Features.City;
using Emulation.Gateway.Proxy;
using Emulation.ServiceDefaults;
using Yarp.ReverseProxy.Transforms;

namespace Emulation.Gateway;

/// <summary>The one door of the system: routes, limits, joined description, city-wide views. Stores nothing.</summary>
public static class GatewayApp
{
    public static WebApplication Build(string[] args)
    {
        // The route table lies beside the program, wherever that is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddServiceDefaults("gateway");
        // YARP's own line has a stack trace for each request to a service that is down; ours says which service, once.
        builder.Logging.AddFilter("Yarp.ReverseProxy.Forwarder", LogLevel.Error);
        builder.Logging.AddFilter("Yarp.ReverseProxy.Health", LogLevel.Error);
        builder.Services.AddValidation();
        builder.Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddConfigFilter<ServiceAddresses>()
            .AddTransforms(route =>
            {
                route.AddPathRemovePrefix("/api");
                route.AddResponseTransform(LocationUnderApi.Apply);
            });
        builder.AddForwardedAddresses();
        builder.AddRateLimits();
        builder.AddCity();
        builder.Services.AddSingleton<JoinedOpenApi>();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseErrors();
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "api/docs";
            ui.DocumentTitle = "Emulation – tài liệu API";
            ui.SwaggerEndpoint("/api/openapi.json", "Emulation");
        });
        app.UseAuthentication();
        // Before authorisation: guessing tokens is limited too.
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(BodyLimit.Keep);

        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        app.MapGet("/api/openapi.json", (JoinedOpenApi joined, CancellationToken cancellationToken) => joined.Write(cancellationToken))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapCity();
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(ProxyFailures.Answer);
            proxy.UseSessionAffinity();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        return app;
    }
}
