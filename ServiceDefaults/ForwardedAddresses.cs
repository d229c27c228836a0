using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.ServiceDefaults;

/// <summary>The address of who really asks, where a proxy stands before a program that anybody can reach.</summary>
public static class ForwardedAddresses
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Forwarded-For";

    /// <summary>
    /// Believes <c>X-Forwarded-For</c>, its last entry, when the request comes from this machine, or where the setting <c>Proxies</c> names proxies
    /// (addresses or networks: <c>10.0.4.7</c>, <c>10.0.0.0/8</c>) from those and from nobody else: any other caller could claim any address.
    /// </summary>
    public static void AddForwardedAddresses(this WebApplicationBuilder builder)
    {
        var named = builder.Configuration.GetSection("Proxies").Get<string[]>() ?? [];
        builder.Services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            if (named.Length == 0)
                return;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in named)
            {
                if (proxy.Contains('/', StringComparison.Ordinal))
                    o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                else
                    o.KnownProxies.Add(IPAddress.Parse(proxy));
            }
        });
    }
}
