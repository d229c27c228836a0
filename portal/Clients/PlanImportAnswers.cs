using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Portal.Clients;

// What the portal reads of plans taken in from files.

public sealed record PlanImportItem(Guid Id, string UnitCode, string FileName, bool Unaccented, DateTimeOffset ImportedAt, DateTimeOffset UpdatedAt);

public sealed record PlanImportAnswer(
    Guid Id, int Version, string UnitCode, string FileName, int Size, string Sha256, bool Unaccented, DateTimeOffset ImportedAt, PlanNodeAnswer[] Nodes, ImportedFieldAnswer[] Fields, ImportWarningAnswer[] Warnings);

public sealed record SpanAnswer(int Line, int Start, int End, int Page);

public sealed record PlanNodeAnswer(int Index, int? Parent, int Level, string Address, string Kind, string Mark, string Text, SpanAnswer Span);

public sealed record ImportedFieldAnswer(string Key, string Label, JsonElement? Value, string State, string? Rule, string? Reason, SpanAnswer[] Spans, string Check)
{
    public string Group => Key.Split('/')[0];

    public bool HasValue => Value is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    /// <summary>Goes into the campaign as it is.</summary>
    public bool Settled => HasValue && (Check is "confirmed" or "corrected" || (Check == "open" && State == "sure"));
}

public sealed record ImportWarningAnswer(string Code, string Detail, SpanAnswer[] Spans);

public sealed record ImportedCampaignAnswer(int Version, bool Ready, JsonObject Body, OpenFieldAnswer[] Open);

public sealed record OpenFieldAnswer(string Key, string Label, string State, string? Reason, bool Required);

public sealed record DraftedCampaign(Guid Id, string Code);
