using Emulation.ServiceDefaults;

namespace Emulation.Portal.Clients;

/// <summary>Tells the gateway who visits: rates and the audit trail go by the visitor, not by the portal that all share.</summary>
internal sealed class VisitorAddress(IHttpContextAccessor accessor) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (accessor.HttpContext?.Connection.RemoteIpAddress is { } address)
            request.Headers.Add(ForwardedAddresses.Header, (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString());
        return base.SendAsync(request, cancellationToken);
    }
}
