using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>A slip of the pen that the story turns on: figures of one leaf that a ward sent wrongly, found after the ranking was out.</summary>
public static class Misreport
{
    public const string Unit = "10532";
    public const int Year = 2029;
    public const string Leaf = "III.3.1";

    /// <summary>A digit was lost: a tenth of the dossiers handled in time.</summary>
    public static void Spoil(string unit, int year, JsonObject entry)
    {
        if (unit == Unit && year == Year && (string?)entry["leaf"] == Leaf)
            entry["done"] = entry["done"]!.GetValue<int>() / 10;
    }
}
