using System.Reflection;
using System.Security.Cryptography;

namespace Emulation.Portal;

/// <summary>The style sheet, from its parts, carried inside the program, under a name that changes with its content.</summary>
internal static class Assets
{
    private static readonly string[] Parts = ["site", "menu", "campaigns", "scoring", "nominating", "councils", "duties", "documents", "accounts"];

    private static readonly byte[] Css = [.. Parts.SelectMany(Read)];

    public static string StylePath { get; } = $"/site.{Convert.ToHexStringLower(SHA256.HashData(Css))[..10]}.css";

    public static IResult Style(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(Css, "text/css; charset=utf-8");
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.css")!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
