using System.Text.Json;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport;

/// <summary>How sure a reading is.</summary>
public enum FieldState
{
    /// <summary>Printed in a form that can be read in one way only.</summary>
    Sure,
    /// <summary>Read, but a person has to look: the reason says why.</summary>
    Doubtful,
    /// <summary>Not in the text.</summary>
    Missing,
}

/// <summary>What the officer said of a field.</summary>
public enum FieldCheck
{
    /// <summary>Nothing yet.</summary>
    Open,
    /// <summary>Right as read.</summary>
    Confirmed,
    /// <summary>Another value was given.</summary>
    Corrected,
    /// <summary>Does not belong into the campaign.</summary>
    Rejected,
}

/// <summary>One thing read from a plan.</summary>
public sealed record ImportedField
{
    /// <summary>Key within the import: <c>header.number</c>, <c>bases/1</c>, <c>categories/period-city-flag</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Label { get; init; }

    /// <summary>What was read, or what the officer gave instead; its shape goes by the group (the part of the key before the slash). Null when there is nothing.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>How sure the reading is.</summary>
    public required FieldState State { get; init; }

    /// <summary>Rule by which it was read, in Vietnamese; null for what is missing.</summary>
    public string? Rule { get; init; }

    /// <summary>Why it is doubtful or missing, in Vietnamese.</summary>
    public string? Reason { get; init; }

    /// <summary>Where it stands in the text.</summary>
    public SourceSpan[] Spans { get; init; } = [];

    /// <summary>What the officer said.</summary>
    public FieldCheck Check { get; init; }

    /// <summary>What was read, when the officer gave another value.</summary>
    public JsonElement? ReadAs { get; init; }

    /// <summary>Group that the field belongs to.</summary>
    internal string Group => Key.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? Key[..slash] : Key;

    /// <summary>Whether it may go into a campaign without a further word.</summary>
    internal bool Settled => Value is not null && (Check is FieldCheck.Confirmed or FieldCheck.Corrected || (Check == FieldCheck.Open && State == FieldState.Sure)) && !Incomplete;

    /// <summary>A part of it was not printed; to say yes to it does not fill it in.</summary>
    private bool Incomplete => Value is { ValueKind: JsonValueKind.Object } value && value.EnumerateObject().Any(p => p.Value is { ValueKind: JsonValueKind.String } text && text.GetString()!.Length == 0);
}

/// <summary>Something odd in the text; nothing is mended because of it.</summary>
/// <param name="Code">Kind of finding: <c>mark-skipped</c>, <c>unit-unknown</c>, <c>spelling</c> …</param>
/// <param name="Detail">What, in Vietnamese.</param>
/// <param name="Spans">Where.</param>
public sealed record ImportWarning(string Code, string Detail, SourceSpan[] Spans);

/// <summary>A table of the original.</summary>
/// <param name="Line">Line of the text at which it begins.</param>
/// <param name="Kind">What it lists: <c>criteria</c>, <c>council</c> or <c>other</c>.</param>
/// <param name="Rows">Cells row by row; the first row is the head.</param>
public sealed record ImportedTable(int Line, string Kind, string[][] Rows);

/// <summary>All that was read from a file.</summary>
internal sealed record ReadPlan(string Text, bool Unaccented, PlanNode[] Nodes, ImportedField[] Fields, ImportWarning[] Warnings);
