namespace Emulation.ServiceDefaults;

/// <summary>What a unit's code tells of its place: a code that goes on after a hyphen stands below the code before it.</summary>
public static class UnitCodes
{
    /// <summary>Codes of all units above, the city included: <c>10532-VHXH</c> has <c>10532</c> and <c>31</c>.</summary>
    public static string[] Above(string code) => [.. code.Select((c, i) => (c, i)).Where(p => p.c == '-').Select(p => code[..p.i]).Append(Auth.CityUnit).Distinct()];
}
