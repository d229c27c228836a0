namespace Emulation.Portal.Clients;

// What the portal reads of official documents.

public sealed record DocumentFilter(string? Words, string? Type, string? State, int? Year, string? Unit, string? After);

public sealed record DocumentSummaryAnswer(
    Guid Id, string Type, string State, int Version, string UnitCode, string UnitName, string CampaignName, int Year, string? Level,
    Guid? DecisionId, int LineCount, int? ExpectedCount, string? Symbol, DateOnly? Date, DateTimeOffset UpdatedAt, string? Abstract = null)
{
    /// <summary>A council's papers are issued by its commune.</summary>
    public string IssuedBy => UnitCode.EndsWith("-HDTDKT", StringComparison.Ordinal) ? UnitCode[..^"-HDTDKT".Length] : UnitCode;
}

public sealed record DocumentAnswer(DocumentSummaryAnswer Document, string? SignerName, string? SignerPosition, DocumentFileAnswer[] Files, DocumentLineAnswer[] Lines, string? SigningForm = null);

/// <summary>Foot of a document as it would be printed now.</summary>
public sealed record PresentationAnswer(string[] Authority, string? SignerName, string[] Recipients);

public sealed record DocumentFileAnswer(string Format, string Sha256);

public sealed record DocumentLineAnswer(
    Guid NominationId, int? Order, string Recipient, string NomineeName, string? Position, string NomineeUnit, string AwardName, string Achievement, string Eligibility, bool Late);
