using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.FormCheck;

/// <summary>How a unit is written before the date.</summary>
/// <param name="Name">Official name with its type: “Phường Lê Thanh Nghị”.</param>
/// <param name="Place">As written: the same for a unit named after a person, a number or an event, else without the type (Phụ lục I.II.4).</param>
internal sealed record KnownPlace(string Name, string Place)
{
    /// <summary>The name in full is never wrong.</summary>
    public bool Accepts(string written) => Folding.Key(written) is var key && (key == Folding.Key(Place) || key == Folding.Key(Name));
}

/// <summary>Places of the units that issue documents: the city and its communes.</summary>
internal sealed class PlaceCatalogue
{
    public static readonly PlaceCatalogue Empty = new([]);

    // A block of emulation may name the city above itself without being an organ of it.
    private static readonly string[] Organs = ["uybannhandan", "ubnd", "hoidongnhandan", "hdnd"];

    private readonly ILookup<string, KnownPlace> _communes;
    private readonly ILookup<string, KnownPlace> _cities;

    private PlaceCatalogue(IReadOnlyList<(Unit Unit, KnownPlace Place)> places)
    {
        _communes = places.Where(p => p.Unit.IsCommuneLevel).ToLookup(p => Folding.Key(p.Place.Name), p => p.Place);
        _cities = places.Where(p => !p.Unit.IsCommuneLevel).ToLookup(p => Folding.Key(p.Place.Name), p => p.Place);
    }

    public static PlaceCatalogue Of(IEnumerable<Unit> units, IReadOnlyDictionary<string, string> names) =>
        new([.. units.Where(u => u.IsCommuneLevel || u.Kind == Contracts.Campaigns.UnitKind.City).Select(u => (u, new KnownPlace(u.Name, names.GetValueOrDefault(u.Code) ?? u.BareName)))]);

    public static async Task<PlaceCatalogue> LoadAsync(DocumentsDbContext db, CancellationToken cancellationToken)
    {
        var names = await db.PlaceNames.AsNoTracking().ToDictionaryAsync(p => p.UnitCode, p => p.Text, cancellationToken);
        return Of(await db.Units.AsNoTracking().ToListAsync(cancellationToken), names);
    }

    /// <summary>The unit that the lines of a letterhead name: a commune before the city it belongs to; null when none, or more than one goes by that name.</summary>
    public KnownPlace? Of(IEnumerable<string> agencies)
    {
        var head = Folding.Key(string.Concat(agencies));
        foreach (var level in (ILookup<string, KnownPlace>[])[_communes, _cities])
        {
            // “Xã An” is part of “Xã An Lão”: the longest name holds.
            if (level.Where(units => Organs.Any(organ => head.Contains(organ + units.Key, StringComparison.Ordinal))).MaxBy(units => units.Key.Length) is { } found)
                return found.Count() == 1 ? found.Single() : null;
        }

        return null;
    }
}
