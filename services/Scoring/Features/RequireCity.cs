using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features;

internal static class CityAccess
{
    /// <summary>Only a caller of the city itself may go on, whatever scopes its token carries.</summary>
    public static RouteHandlerBuilder RequireCity(this RouteHandlerBuilder route) => route.AddEndpointFilter((context, next) =>
        context.HttpContext.RequestServices.GetRequiredService<CurrentUser>().SeesWholeCity ? next(context) : ValueTask.FromResult<object?>(Problems.NotYours.Result()));
}
