using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Reading;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>Units of the samples.</summary>
internal static class Catalogue
{
    public static readonly KnownUnit[] Units = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "samples", "units.json"))).RootElement.EnumerateArray()
        .Select(u => new KnownUnit(u.GetProperty("code").GetString()!, u.GetProperty("name").GetString()!, Enum.Parse<UnitKind>(u.GetProperty("kind").GetString()!, ignoreCase: true)))];

    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Emulation.sln")))
                folder = Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new InvalidOperationException("The repository was not found.");
            return folder;
        }
    }
}
