using System.Xml.Linq;

namespace Emulation.Architecture.Tests;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string[] Services { get; } = ["Identity", "Campaigns", "Scoring", "Nominations", "Documents"];

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path]));

    public static IEnumerable<(string Path, string Text)> Files(string pattern) => Directory
        .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f))
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj" or ".local" or ".git" or "node_modules"))
        .Select(f => (f, File.ReadAllText(Path.Combine(Root, f))));

    public static string[] ProjectReferences(string project) => [.. XDocument.Load(Path.Combine(Root, project))
        .Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))];

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "Emulation.sln")) ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Emulation.sln was not found above the tests."));
}
