using Emulation.ServiceDefaults;

namespace Emulation.Gateway.Features.City;

/// <summary>City-wide views: read from the services at once, in the scope of the caller, never failing as a whole.</summary>
internal static class CitySetup
{
    private const string MayRead = "city:read";

    public static void AddCity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceClient>();
        builder.Services.AddSingleton<CityCache>();
        builder.Services.AddScoped<CityReader>();
        // Whoever may read something; what they may not read is a part that is missing for them.
        builder.Services.AddAuthorizationBuilder().AddPolicy(MayRead, p => p.RequireAuthenticatedUser()
            .RequireClaim(TokenClaims.Scope, Policies.UnitsRead, Policies.CampaignsRead, Policies.ScoresRead, Policies.NominationsRead));
    }

    public static void MapCity(this WebApplication app)
    {
        var city = app.MapGroup("/api/city").RequireAuthorization(MayRead).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden);
        city.AddEndpointFilter((context, next) => context.Arguments.OfType<CityFilter>().FirstOrDefault()?.Fault is { } fault ? ValueTask.FromResult<object?>(fault.Result()) : next(context));
        GetCityOverview.Map(city);
        GetCityRankings.Map(city);
        GetCityNominations.Map(city);
        GetCityDeadlines.Map(city);
    }
}
