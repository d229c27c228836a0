using System.Text.Json;
using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Data;

/// <summary>Place names that come with an installation: a JSON object of unit code and name, in the file named by <c>PlaceNames:File</c>.</summary>
internal static class PlaceNameFile
{
    public static async Task ImportAsync(WebApplication app)
    {
        if (app.Configuration["PlaceNames:File"] is not { Length: > 0 } path)
            return;
        await using var scope = app.Services.CreateAsyncScope();
        // Content files lie beside the program wherever it is started from.
        await ImportAsync(scope.ServiceProvider.GetRequiredService<DocumentsDbContext>(), Path.Combine(AppContext.BaseDirectory, path));
    }

    /// <summary>Adds what is not there yet; a name set by hand stays.</summary>
    public static async Task ImportAsync(DocumentsDbContext db, string path)
    {
        await using var file = File.OpenRead(path);
        var names = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, ServiceDefaults.Json.Options) ?? [];
        var known = await db.PlaceNames.Select(p => p.UnitCode).ToListAsync();
        db.PlaceNames.AddRange(names.Where(n => !known.Contains(n.Key)).Select(n => new PlaceName { UnitCode = n.Key, Text = n.Value }));
        await db.SaveChangesAsync();
    }
}
