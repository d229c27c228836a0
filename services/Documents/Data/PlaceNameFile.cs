using System.Text.Json;
using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Data;

/// <summary>Place names that come with an installation: a JSON object of unit code and name, named by <c>PlaceNames:File</c>.</summary>
internal static class PlaceNameFile
{
    /// <summary>Adds what is not there yet; a name set by hand stays.</summary>
    public static async Task ImportAsync(DocumentsDbContext db, string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var names = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, ServiceDefaults.Json.Options, cancellationToken) ?? [];
        var known = await db.PlaceNames.Select(p => p.UnitCode).ToListAsync(cancellationToken);
        db.PlaceNames.AddRange(names.Where(n => !known.Contains(n.Key)).Select(n => new PlaceName { UnitCode = n.Key, Text = n.Value }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
