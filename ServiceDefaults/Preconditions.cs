using Microsoft.AspNetCore.Http;

namespace Emulation.ServiceDefaults;

/// <summary><c>ETag</c> and <c>If-Match</c> on everything two people may edit.</summary>
public static class Preconditions
{
    /// <summary>412 when the caller saw another version than the one at hand; without the header anything goes.</summary>
    public static Problem? IfMatch(HttpContext http, int version) =>
        http.Request.Headers.IfMatch.ToString() is not { Length: > 0 } tag || tag is "*" || tag == $"\"{version}\"" ? null
        : CommonProblems.Stale with { Detail = $"Phiên bản hiện tại là {version}.", Facts = new Dictionary<string, object?> { ["currentVersion"] = version } };

    public static void SetETag(HttpContext http, int version) => http.Response.Headers.ETag = $"\"{version}\"";
}
