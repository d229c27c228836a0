using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Emulation.ServiceDefaults;

/// <summary>Every failure leaves as RFC 9457 problem details with a code; nothing of an exception's text reaches the caller.</summary>
public static partial class Errors
{
    public static void AddErrors(this IServiceCollection services)
    {
        // Outside Development the framework would answer 400 with an empty body: always throw, and answer in one place.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context => context.ProblemDetails = Complete(context.ProblemDetails, HttpMethods.IsGet(context.HttpContext.Request.Method)));
        services.AddExceptionHandler<ExceptionToProblem>();
    }

    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => CommonProblems.ForStatus(context.HttpContext.Response.StatusCode).Result().ExecuteAsync(context.HttpContext));
        app.Use((context, next) => HasNul(context.Request)
            ? CommonProblems.Invalid.With("Địa chỉ chứa ký tự không hợp lệ.").Result().ExecuteAsync(context)
            : next(context));
    }

    private static bool HasNul(HttpRequest request) =>
        request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true
        || request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true;

    /// <summary>Gives validation errors of the framework the same form as ours: a code and JSON pointers.</summary>
    private static ProblemDetails Complete(ProblemDetails details, bool ofQuery)
    {
        if (details.Extensions.ContainsKey("code"))
        {
            // The framework writes the whole traceparent; the dashboard is searched by the id alone.
            details.Extensions["traceId"] = Activity.Current?.TraceId.ToString();
            return details;
        }
        var problem = CommonProblems.ForStatus(details.Status ?? 500);
        problem = problem with { Detail = details.Detail ?? problem.Detail };
        // A new object: the framework's own for validation would write its "errors" beside ours.
        return details is HttpValidationProblemDetails validation
            ? (problem with { Errors = [.. validation.Errors.SelectMany(e => e.Value.Select(m => new FieldError(ofQuery ? $"?{Pointer(e.Key)[1..]}" : Pointer(e.Key), m)))] }).ToDetails()
            : problem.ToDetails();
    }

    /// <summary><c>$.items[0].unitCode</c> and <c>Items[0].UnitCode</c> become <c>/items/0/unitCode</c>.</summary>
    internal static string Pointer(string path) =>
        "/" + string.Join('/', PathSeparators().Split(path.TrimStart('$')).Where(p => p.Length > 0).Select(p => char.ToLowerInvariant(p[0]) + p[1..]));

    [GeneratedRegex(@"[.\[\]']+")]
    private static partial Regex PathSeparators();

    /// <summary>What is wrong with a JSON text, and where.</summary>
    internal static Problem Malformed(JsonException json)
    {
        var pointer = Pointer(json.Path ?? "$");
        if (RequiredNames().Match(json.Message) is { Success: true } missing)
            return missing.Groups[1].Value.Split(',').Select(n => n.Trim().Trim('\'', '"', '.'))
                .Aggregate(CommonProblems.MalformedJson with { Detail = "Thiếu trường bắt buộc." },
                    (p, name) => p.At($"{(pointer == "/" ? "" : pointer)}/{name}", "Thiếu trường bắt buộc."));
        if (json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return CommonProblems.MalformedJson.At(pointer, "Trường này không có trong mẫu dữ liệu.");
        if (json.Message.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase))
            return CommonProblems.MalformedJson.At(pointer, "Trường này xuất hiện nhiều lần.");
        if (json.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
            return CommonProblems.MalformedJson.At(pointer, "Dữ liệu lồng nhau quá sâu.");
        return CommonProblems.MalformedJson.At(pointer, json.LineNumber is { } line ? $"Giá trị sai kiểu hoặc sai cú pháp (dòng {line + 1})." : "Giá trị sai kiểu hoặc sai cú pháp.");
    }

    private sealed class ExceptionToProblem(ILogger<ExceptionToProblem> log) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
        {
            var problem = Translate(context, exception);
            if (problem.Status >= 500)
                log.LogError(exception, "Request failed: {Method} {Route}", context.Request.Method, (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText);
            context.Response.StatusCode = problem.Status;
            await problem.Result().ExecuteAsync(context);
            return true;
        }

        private static Problem Translate(HttpContext context, Exception exception) => exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => Malformed(json),
            BadHttpRequestException { StatusCode: 413 } => CommonProblems.TooLarge,
            BadHttpRequestException bad => BadRequest(bad),
            JsonException json => Malformed(json),
            // How System.Text.Json says that “kind” is missing.
            NotSupportedException { Source: "System.Text.Json" } kind => CommonProblems.MalformedJson.At(Pointer(PathInMessage().Match(kind.Message).Groups[1].Value), "Thiếu trường “kind”."),
            DbUpdateConcurrencyException => context.Request.Headers.IfMatch.Count > 0 ? CommonProblems.Stale : CommonProblems.Conflict,
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => CommonProblems.Duplicate,
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } } => CommonProblems.Conflict,
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.StringDataRightTruncation or PostgresErrorCodes.NumericValueOutOfRange } } => CommonProblems.Invalid,
            _ when IsOutage(exception) => CommonProblems.Unavailable,
            _ => CommonProblems.Internal,
        };

        private static bool IsOutage(Exception? e) => e switch
        {
            null => false,
            PostgresException { SqlState: var s } => s.StartsWith("57P", StringComparison.Ordinal) || s.StartsWith("53", StringComparison.Ordinal) || s.StartsWith("08", StringComparison.Ordinal),
            NpgsqlException => true,
            TimeoutException => true,
            _ => IsOutage(e.InnerException),
        };

        // The framework's own sentence names the parameter; it holds no data.
        private static Problem BadRequest(BadHttpRequestException bad)
        {
            var problem = CommonProblems.ForStatus(bad.StatusCode);
            if (ParameterName().Match(bad.Message) is not { Success: true } match)
                return problem.With("Yêu cầu không đúng định dạng.");
            var name = Pointer(match.Groups[1].Value)[1..];
            return problem.At($"?{name}", $"Tham số “{name}” thiếu hoặc sai kiểu.");
        }

    }

    [GeneratedRegex("parameter \"(?:[^\"]* )?([^\" ]+)\"")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"Path: (\S+)")]
    private static partial Regex PathInMessage();

    [GeneratedRegex("missing required properties including: (.+)$")]
    private static partial Regex RequiredNames();
}
