using Emulation.Contracts.Campaigns;

namespace Emulation.Documents.Domain;

/// <summary>What a letterhead needs of a unit; fed by <see cref="UnitRegistered"/>.</summary>
public sealed class Unit
{
    public required string Code { get; init; }

    public int Version { get; private set; }

    public required string Name { get; set; }

    public UnitKind Kind { get; private set; }

    public string? ParentCode { get; private set; }

    public static Unit From(UnitRegistered message)
    {
        var unit = new Unit { Code = message.UnitCode, Name = message.Name };
        unit.Apply(message);
        return unit;
    }

    /// <summary>For a unit whose entry has not arrived yet: the event names it in full.</summary>
    public static Unit Unregistered(string code, string name) => new()
    {
        Code = code,
        Name = name,
        Kind = name.Split(' ')[0].ToUpperInvariant() switch
        {
            "THÀNH" => UnitKind.City,
            "PHƯỜNG" => UnitKind.Ward,
            "XÃ" => UnitKind.Commune,
            "ĐẶC" => UnitKind.SpecialZone,
            _ => code.StartsWith("31-", StringComparison.Ordinal) ? UnitKind.Department : UnitKind.Office,
        },
    };

    /// <returns>False when the entry at hand is as new or newer.</returns>
    public bool Apply(UnitRegistered message)
    {
        if (message.Version <= Version)
            return false;
        (Version, Name, Kind, ParentCode) = (message.Version, message.Name, message.Kind, message.ParentCode);
        return true;
    }

    public bool IsCommuneLevel => Kind is UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone;

    /// <summary>Name without the type of unit: “Hải An”.</summary>
    public string BareName => Kind switch
    {
        UnitKind.Ward or UnitKind.Commune => After(1),
        UnitKind.City or UnitKind.SpecialZone => After(2),
        _ => Name,
    };

    private string After(int words) => Name.Split(' ', words + 1) is { } parts && parts.Length > words ? parts[words] : Name;
}

/// <summary>How a unit is written before the date; only for units that depart from the rule “name without type” (Phụ lục I.II.4: persons, numbers, events).</summary>
public sealed class PlaceName
{
    public required string UnitCode { get; init; }

    public required string Text { get; set; }
}
