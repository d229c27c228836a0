using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>Invented figures of a unit's year: dossiers, tasks, days, percentages. Points, index and ranks are the scoring service's business.</summary>
/// <remarks>Drawn from a hash of unit, year and leaf: every machine and every run plays the same figures.</remarks>
public sealed class RawFacts(string unit, int year)
{
    // Of the seeds tried, one in which the pilots stand clear of the limits: a leaf more or less in the index set does not turn the story.
    private const string Seed = "33";

    // How well a commune works on the whole. The four pilots work well (two of them led their blocks in the published index of 2025).
    private static readonly Dictionary<string, double> Pilots = new() { ["10532"] = 0.58, ["10549"] = 0.55, ["11413"] = 0.68, ["11914"] = 0.70 };

    public static bool IsPilot(string unit) => Pilots.ContainsKey(unit);

    /// <summary>Part of the work that succeeds in this unit and year, 0–1.</summary>
    private double Quality(string leaf)
    {
        var level = Pilots.TryGetValue(unit, out var known) ? known : 0.12 + 0.56 * Draw("level");
        var ofYear = 0.10 * (Draw($"year {year}") - 0.5) + 0.015 * (year - 2025);
        return Math.Clamp(level + ofYear + 0.5 * (Draw($"{year} {leaf}") - 0.5), 0, 1);
    }

    /// <summary>What the unit enters for a leaf; null for a bonus or penalty without cause.</summary>
    public JsonObject? Entry(IndexLeaf leaf)
    {
        var q = Quality(leaf.Code);
        var figures = leaf.MayNotApply && Draw($"{year} {leaf.Code} none") < 0.08 ? new JsonObject { ["notApplicable"] = true } : Figures(leaf, q);
        if (figures is not null)
            figures["leaf"] = leaf.Code;
        return figures;
    }

    /// <summary>Result of the survey, per cent.</summary>
    public decimal SurveyPercent(IndexLeaf leaf) => Round(80 + 18 * Quality(leaf.Code));

    private JsonObject? Figures(IndexLeaf leaf, double q)
    {
        switch (leaf.Kind)
        {
            case "yesNo":
                return new JsonObject { ["met"] = q > 0.15 };
            case "ratio":
                return DoneOf(Whole(leaf, 12, 160), 0.80 + 0.24 * q);
            case "ratioWithFloor":
                return DoneOf(Whole(leaf, 40, 90), 0.78 + 0.25 * q);
            case "linearBetween":
                var (low, high) = ((double)leaf.Number("low"), (double)leaf.Number("high"));
                return DoneOf(Whole(leaf, 1500, 9000), (low + (high - low) * (0.25 + 0.9 * q)) / 100);
            case "steps":
                return Steps(leaf, q);
            case "target":
                return new JsonObject { ["value"] = Math.Min(100, Round((double)leaf.Number("goal") * (0.72 + 0.42 * q))) };
            case "countTimesPoints":
                return new JsonObject { ["count"] = (int)Math.Floor((double)(leaf.Max / leaf.Number("each")) * Math.Min(1, 0.75 + 0.45 * q)) };
            case "deduction":
                return Cases(leaf, q < 0.12 ? 2 : q < 0.3 ? 1 : 0);
            case "inverse":
                return new JsonObject { ["value"] = Round((double)leaf.Number("goal") * (1.9 - 1.1 * q)) };
            case "relative":
                return new JsonObject { ["value"] = Round(8 + 22 * q) };
            case "bonusPenalty":
                var bonus = (string?)leaf.Formula["effect"] == "bonus";
                return (bonus ? q > 0.9 : q < 0.1) ? Cases(leaf, 1) : null;
            default:
                throw new NotSupportedException($"Kiểu công thức “{leaf.Kind}” của tiêu chí {leaf.Code}");
        }
    }

    /// <summary>A value around the steps of the table: a good year reaches the first one.</summary>
    private static JsonObject Steps(IndexLeaf leaf, double q)
    {
        var bounds = leaf.Formula["table"]!.AsArray().Select(s => s!["bound"]!.GetValue<decimal>()).ToArray();
        var lowerIsBetter = (string?)leaf.Formula["better"] == "lower";
        var (best, worst) = ((double)bounds[0], (double)bounds[^1]);
        var spread = Math.Max(Math.Abs(best - worst), Math.Abs(best) * 0.3 + 1);
        var value = best + (lowerIsBetter ? -1 : 1) * spread * (1.5 * q - 0.6);
        // Initiatives, forms, days: counted, not measured.
        return bounds.All(b => b == Math.Truncate(b) && Math.Abs(b) <= 15)
            ? new JsonObject { ["count"] = (int)Math.Max(0, Math.Round(value)) }
            : new JsonObject { ["value"] = Math.Max(0, Round(value)) };
    }

    private static JsonObject Cases(IndexLeaf leaf, int count) =>
        leaf.Formula["cases"]!.AsArray() is { Count: > 1 } cases
            ? new JsonObject { ["counts"] = new JsonObject { [(string)cases[0]!["key"]!] = count } }
            : new JsonObject { ["count"] = count };

    private static JsonObject DoneOf(int total, double part) =>
        new() { ["done"] = (int)Math.Round(total * Math.Clamp(part, 0, 1)), ["total"] = total };

    private int Whole(IndexLeaf leaf, int least, int most) => least + (int)((most - least) * Draw($"{year} {leaf.Code} whole"));

    private static decimal Round(double value) => Math.Round((decimal)value, 2);

    private double Draw(string what) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Seed} {unit} {what}"))) / (double)uint.MaxValue;
}
