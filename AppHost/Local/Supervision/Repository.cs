namespace Emulation.AppHost.Local.Supervision;

/// <summary>The built projects of this checkout, in the configuration the host itself was built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    private static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;

    /// <summary>Folder of a project, from the root.</summary>
    public static string Folder(string project) => Path.Combine(Root, Path.GetDirectoryName(project)!);

    public static string Program(string project) =>
        Path.Combine(Folder(project), "bin", Configuration, "net10.0", Path.GetFileNameWithoutExtension(project) + ".dll");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Emulation.sln"))) return folder.FullName;
        }
        throw new InvalidOperationException("The local host runs from its checkout; Emulation.sln is in no folder above it.");
    }
}
