using System.Globalization;
using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.Portal.Components;
using Emulation.Portal.Scoring;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;

namespace Emulation.Portal;

/// <summary>What officials see in a browser: pages drawn on the server, nothing to run in the browser, all data through the gateway.</summary>
public static class PortalApp
{
    public static WebApplication Build(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Words.Vietnamese;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddTelemetry("portal");
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = 64 * 1024;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRazorComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.AddSessions();
        builder.AddForwardedAddresses();
        builder.Services.AddTransient<VisitorAddress>();
        builder.Services.AddHttpClient<GatewayClient>(http =>
        {
            http.BaseAddress = new Uri(builder.Configuration["services:gateway:http:0"] ?? "http://127.0.0.1");
            // The client itself knows how long to wait for what.
            http.Timeout = Timeout.InfiniteTimeSpan;
        }).AddHttpMessageHandler<VisitorAddress>();

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.Use(AddSecurityHeaders);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/loi",
            CreateScopeForErrors = true,
            // A refusal of the gateway is an answer, not a failure of the portal.
            SuppressDiagnosticsCallback = failure => failure.Exception is GatewayException,
            StatusCodeSelector = e => e is GatewayException refused ? (int)refused.Status : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/loi", "?ma={0}", createScopeForStatusCodePages: true);
        app.Use(ReadErrorPage);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(Sessions.EndWhenTokenIsRefused);
        app.Use(Uploads.AllowWhereFilesAreSent);
        app.UseAntiforgery();
        app.Use(RefuseForeignForms);
        app.MapHealth();
        app.MapGet(Assets.StylePath, Assets.Style).AllowAnonymous();
        app.MapPost("/dang-xuat", Sessions.SignOut);
        app.MapGet("/cham-diem/tai-lieu/{id:guid}", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.PassOn(() => gateway.EvidenceContent(id), http));
        app.MapGet("/cham-diem/phieu/{id:guid}/bang-tinh/tep", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.PassOn(() => gateway.SheetWorkbook(id), http));
        app.MapGet("/cham-diem/dot/{id:guid}/dieu-tra/tep", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.PassOn(async () =>
        {
            var round = (await gateway.Round(id)).Round;
            return await gateway.SurveyWorkbook(round.IndexSet, round.Year);
        }, http));
        app.MapGet("/ho-so/{id:guid}/thanh-phan/{part}/{version:int}", (Guid id, string part, int version, GatewayClient gateway, HttpContext http) =>
            Downloads.PassOn(() => gateway.PaperContent(id, part, version), http));
        app.MapGet("/viec-phai-lam/tai-lieu/{id:guid}", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.PassOn(() => gateway.ReportFileContent(id), http));
        app.MapGet("/viec-phai-lam/minh-chung/{id:guid}", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.PassOn(() => gateway.EvidencePack(id), http));
        app.MapGet("/van-ban/{id:guid}/xem", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.Show(() => gateway.DocumentContent(id, "pdf"), http));
        app.MapGet("/van-ban/{id:guid}/tep/{format:regex(^(pdf|docx)$)}", (Guid id, string format, GatewayClient gateway, HttpContext http) =>
            Downloads.PassOn(() => gateway.DocumentContent(id, format), http));
        app.MapGet("/van-ban/{id:guid}/ban-chinh-sua/{revision:int}", (Guid id, int revision, GatewayClient gateway, HttpContext http) =>
            Downloads.PassOn(() => gateway.EditedDraftContent(id, revision), http));
        app.MapGet("/van-ban/{id:guid}/giay-khen/{nomination:guid}/xem", (Guid id, Guid nomination, GatewayClient gateway, HttpContext http) =>
            Downloads.Show(() => gateway.CertificateContent(id, nomination, "pdf", null), http));
        app.MapGet("/van-ban/{id:guid}/giay-khen/{nomination:guid}/tep/{format:regex(^(pdf|docx)$)}", (Guid id, Guid nomination, string format, GatewayClient gateway, HttpContext http) =>
            Downloads.PassOn(() => gateway.CertificateContent(id, nomination, format, null), http));
        app.MapGet("/cong-viec/{id:guid}/tep", (Guid id, GatewayClient gateway, HttpContext http) => Downloads.PassOn(() => gateway.BulkContent(id), http));
        app.MapRazorComponents<App>();
        return app;
    }

    /// <summary>The page about a refused form is read, not posted to: without this it would be refused in its turn.</summary>
    private static Task ReadErrorPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    /// <summary>A form that this site did not draw, or drew too long ago, is refused on a page of ours.</summary>
    private static Task RefuseForeignForms(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        // Pages name persons: no copy stays behind in a shared browser.
        (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
        return next(context);
    }

    private static void AddSessions(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("Emulation.Portal");
        if (builder.Configuration["DataProtection:Keys"] is { Length: > 0 } folder)
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o =>
        {
            o.Cookie.Name = "emulation-portal";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = "/dang-nhap";
            o.ReturnUrlParameter = "tro-lai";
            // The session ends with the token inside it.
            o.SlidingExpiration = false;
        });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }
}
