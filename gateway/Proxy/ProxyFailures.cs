using Emulation.ServiceDefaults;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Emulation.Gateway.Proxy;

/// <summary>What a caller gets when a service does not answer: problem details, never a bare 502.</summary>
internal sealed class ProxyFailures
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        var proxy = context.GetReverseProxyFeature();
        // Load balancing leaves only the copy it chose.
        var copies = proxy.AvailableDestinations.ToList();
        await next(context);
        while (copies.Remove(proxy.ProxiedDestination!) && copies.Count > 0 && MayTryAnother(context))
        {
            proxy.AvailableDestinations = copies;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.Clear();
            await next(context);
        }

        if (context.GetForwarderErrorFeature() is not { } failure || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return;
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger<ProxyFailures>()
            .LogWarning("{Service} did not answer: {Failure} ({Exception})", proxy.Cluster.Config.ClusterId, failure.Error, failure.Exception?.GetType().Name);
        context.Response.Clear();
        var problem = ProblemOf(failure);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "2";
        await problem.Result().ExecuteAsync(context);
    }

    /// <summary>A read that never got an answer may go to another copy of the service; a write may have had its effect.</summary>
    private static bool MayTryAnother(HttpContext context) =>
        context.GetForwarderErrorFeature()?.Error == ForwarderError.Request
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !context.Response.HasStarted;

    private static Problem ProblemOf(IForwarderErrorFeature failure) => failure.Error switch
    {
        ForwarderError.RequestTimedOut => Problems.TimedOut,
        ForwarderError.RequestBodyClient when failure.Exception is BadHttpRequestException { StatusCode: 413 } => CommonProblems.TooLarge,
        ForwarderError.RequestBodyClient => Problems.BrokenBody,
        _ => CommonProblems.Unavailable,
    };
}
