using System.Linq.Expressions;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.ServiceDefaults;

/// <summary>Scopes of a token, each also the name of the policy that asks for it. Identity grants them by role.</summary>
public static class Policies
{
    public const string UnitsRead = "units:read";
    public const string UnitsWrite = "units:write";
    public const string CampaignsRead = "campaigns:read";
    public const string CampaignsWrite = "campaigns:write";
    /// <summary>Report, record tasks, file the unit's own plan, ask and answer under a campaign, and receive what others report.</summary>
    public const string ReportsWrite = "reports:write";
    public const string ScoresRead = "scores:read";
    public const string ScoresWrite = "scores:write";
    /// <summary>Approve a unit's own scores, as its leader or as the system in which the leader approved.</summary>
    public const string ScoresApprove = "scores:approve";
    public const string ScoresAppraise = "scores:appraise";
    public const string IndexSetsWrite = "index-sets:write";
    public const string RankingsPublish = "rankings:publish";
    public const string NominationsRead = "nominations:read";
    public const string NominationsWrite = "nominations:write";
    /// <summary>Return, award or reject at one's own level: the city for city awards, the commune for its own.</summary>
    public const string NominationsDecide = "nominations:decide";
    /// <summary>Confirm a paper as the head of the unit, or as the system in which the head confirmed it.</summary>
    public const string NominationsConfirm = "nominations:confirm";
    /// <summary>Keep the list of those under discipline or review; whoever may, sees the details. Personal data.</summary>
    public const string HoldsWrite = "holds:write";
    /// <summary>See councils and sessions: a member its own, others those of their units.</summary>
    public const string CouncilRead = "council:read";
    /// <summary>Vote in a council; the roll of the session says whether the caller has a seat.</summary>
    public const string CouncilVote = "council:vote";
    /// <summary>Run a council's sessions, as its standing section.</summary>
    public const string CouncilManage = "council:manage";
    /// <summary>Approve what one's own council advised, as the chairman of the committee or as the system in which he did.</summary>
    public const string CouncilApprove = "council:approve";
    public const string InitiativesRecognise = "initiatives:recognise";
    public const string DocumentsRead = "documents:read";
    public const string DocumentsIssue = "documents:issue";
    /// <summary>Sign documents as a competent person of the unit, with a certificate of one's own, or as the system in which that person signs.</summary>
    public const string DocumentsSign = "documents:sign";
    public const string AccountsWrite = "accounts:write";
    public const string AuditRead = "audit:read";
    public const string Operate = "operate";

    public static readonly string[] All =
    [
        UnitsRead, UnitsWrite, CampaignsRead, CampaignsWrite, ReportsWrite, ScoresRead, ScoresWrite, ScoresApprove, ScoresAppraise, IndexSetsWrite, RankingsPublish,
        NominationsRead, NominationsWrite, NominationsDecide, NominationsConfirm, HoldsWrite, CouncilRead, CouncilVote, CouncilManage, CouncilApprove,
        InitiativesRecognise, DocumentsRead, DocumentsIssue, DocumentsSign, AccountsWrite, AuditRead, Operate,
    ];
}

/// <summary>Names of the claims in a token.</summary>
public static class TokenClaims
{
    public const string Unit = "unit";
    public const string Role = "role";
    public const string Scope = "scope";
}

public static class Auth
{
    /// <summary>Code of the city itself: its scope is everything.</summary>
    public const string CityUnit = "31";

    public static void AddAuth(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("Emulation");
        if (configuration["DataProtection:Keys"] is { Length: > 0 } folder)
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var policy in Policies.All)
            authorization.AddPolicy(policy, p => p.RequireAuthenticatedUser().RequireClaim(TokenClaims.Scope, policy));
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
    }

    /// <summary>Keeps only rows of the caller's unit and all below it. Part of the query, never an afterthought.</summary>
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> rows, CurrentUser user, Expression<Func<T, string>> unitCode)
    {
        if (user.SeesWholeCity)
            return rows;
        var own = user.UnitCode;
        var below = own + "-";
        Expression<Func<string, bool>> inScope = code => code == own || code.StartsWith(below);
        var body = new Replace(inScope.Parameters[0], unitCode.Body).Visit(inScope.Body)!;
        return rows.Where(Expression.Lambda<Func<T, bool>>(body, unitCode.Parameters));
    }

    private sealed class Replace(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }
}

/// <summary>Who is calling: id of the account or client, its unit and scopes. Holds no personal data.</summary>
public sealed class CurrentUser(IHttpContextAccessor accessor)
{
    private ClaimsPrincipal Principal => accessor.HttpContext?.User ?? new ClaimsPrincipal();

    public string Id => Principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? "system";

    public string UnitCode => Principal.FindFirstValue(TokenClaims.Unit) ?? "";

    public string Role => Principal.FindFirstValue(TokenClaims.Role) ?? "";

    public bool SeesWholeCity => UnitCode == Auth.CityUnit;

    public bool Sees(string unitCode) =>
        SeesWholeCity || (UnitCode.Length > 0 && (unitCode == UnitCode || unitCode.StartsWith(UnitCode + "-", StringComparison.Ordinal)));

    /// <summary>Whether a unit is the caller's own or stands above it; the city stands above all.</summary>
    public bool StandsUnder(string unitCode) =>
        unitCode == Auth.CityUnit || (unitCode.Length > 0 && (UnitCode == unitCode || UnitCode.StartsWith(unitCode + "-", StringComparison.Ordinal)));

    public bool May(string policy) => Principal.HasClaim(TokenClaims.Scope, policy);

    /// <summary>Where the request came from, for the audit trail.</summary>
    public string? RemoteAddress => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();
}
