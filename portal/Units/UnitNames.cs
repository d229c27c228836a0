using Emulation.Portal.Clients;
using Emulation.Portal.Scoring;

namespace Emulation.Portal.Units;

/// <summary>Units as people know them: by name; the code tells those apart that have the same one.</summary>
public sealed class UnitNames
{
    private const int MostToTell = 5;
    private readonly RegisteredUnit[] _units;
    private readonly Dictionary<string, RegisteredUnit> _byCode;

    public UnitNames(IEnumerable<RegisteredUnit> units)
    {
        _units = [.. units];
        _byCode = _units.ToDictionary(u => u.Code);
    }

    public static UnitNames None { get; } = new([]);

    /// <summary>Those that can still be chosen, as they are offered.</summary>
    public IEnumerable<string> Offered => _units.Where(u => u.Active).Select(Said);

    public string Name(string code) => _byCode.GetValueOrDefault(code)?.Name ?? code;

    /// <summary>An office stands with the unit it belongs to.</summary>
    public string Said(string code) => _byCode.GetValueOrDefault(code) is { } unit ? Said(unit) : code;

    /// <summary>The unit meant by what was typed: chosen from the list, its code, or enough of its name.</summary>
    public (string? Code, string? Why) Find(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return (null, "Cần chọn đơn vị.");
        typed = typed.Trim().Normalize();
        var last = typed[(typed.LastIndexOf(' ') + 1)..];
        // Without the register what is typed can only be a code; the service will say whether it is one.
        if (_units.Length == 0 || _byCode.ContainsKey(last))
            return (last, null);
        var active = _units.Where(u => u.Active).ToArray();
        var named = Array.FindAll(active, u => NameSearch.Matches(u.Name, typed));
        // The whole name goes first; then the unit itself before its offices, which carry its name in theirs.
        var found = Narrowed(Narrowed(named, u => string.Equals(u.Name, typed, StringComparison.OrdinalIgnoreCase)), u => u.Kind != "office");
        return found.Length switch
        {
            1 => (found[0].Code, null),
            0 => (null, $"Không có đơn vị nào tên “{typed}”."),
            _ => (null, $"“{typed}” có thể là {string.Join("; ", found.Take(MostToTell).Select(Said))}{(found.Length > MostToTell ? $" và {found.Length - MostToTell} đơn vị khác" : "")}. Hãy chọn một."),
        };
    }

    private static RegisteredUnit[] Narrowed(RegisteredUnit[] units, Predicate<RegisteredUnit> to) => Array.FindAll(units, to) is { Length: > 0 } fewer ? fewer : units;

    private string Said(RegisteredUnit unit)
    {
        var of = unit.Kind == "office" && unit.ParentCode is { } parent ? Name(parent) : null;
        return of is null || unit.Name.Contains(of, StringComparison.OrdinalIgnoreCase) ? $"{unit.Name} – {unit.Code}" : $"{unit.Name}, {of} – {unit.Code}";
    }
}
