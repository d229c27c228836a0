using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;

namespace Emulation.Documents.Features.Documents;

/// <summary>A document without its lines.</summary>
public sealed record DocumentSummary
{
    public required Guid Id { get; init; }

    /// <summary>Abbreviation by Phụ lục III: <c>TTr</c>, <c>QĐ</c>, <c>KH</c>; two kinds of Thông báo share <c>TB</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Kind of paper.</summary>
    public required DocumentType Kind { get; init; }

    public required DocumentState State { get; init; }

    public required int Version { get; init; }

    /// <summary>Abstract (trích yếu) of a typed paper; null where the lines are the content.</summary>
    public string? Abstract { get; init; }

    /// <summary>Issuing unit.</summary>
    public required string UnitCode { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Empty where the paper belongs to no campaign.</summary>
    public required string CampaignName { get; init; }

    /// <summary>Year of the achievement; of other papers the year they are about.</summary>
    public required int Year { get; init; }

    /// <summary>Level that decides; null for papers without lines.</summary>
    public AwardLevel? Level { get; init; }

    /// <summary>Decision of the Nominations service that this document puts into writing; null for a Tờ trình.</summary>
    public Guid? DecisionId { get; init; }

    public required int LineCount { get; init; }

    /// <summary>Lines that make a decision complete; null for a Tờ trình.</summary>
    public int? ExpectedCount { get; init; }

    /// <summary>Number and symbol as printed; null before issue.</summary>
    public string? Symbol { get; init; }

    /// <summary>Date of the document, civil date of Vietnam; null before issue.</summary>
    public DateOnly? Date { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A document with its lines.</summary>
public sealed record DocumentResponse
{
    public required DocumentSummary Document { get; init; }

    public string? SignerName { get; init; }

    public string? SignerPosition { get; init; }

    /// <summary>Files of an issued document.</summary>
    /// <summary>In whose name it is signed; null = as the type of paper asks.</summary>
    public SigningForm? SigningForm { get; init; }

    /// <summary>Receivers that an official set; null = by type.</summary>
    public string[]? Recipients { get; init; }

    /// <summary>What a typed paper says, with its <c>kind</c>; null where the lines are the content.</summary>
    public PaperContent? Content { get; init; }

    public required DocumentFile[] Files { get; init; }

    public required DocumentLineResponse[] Lines { get; init; }
}

/// <summary>A stored file.</summary>
/// <param name="Format"><c>docx</c> or <c>pdf</c>.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
public sealed record DocumentFile(string Format, string Sha256);

/// <summary>A nominee in a document.</summary>
public sealed record DocumentLineResponse
{
    public required Guid NominationId { get; init; }

    /// <summary>Version of the nomination that the line shows.</summary>
    public required int NominationVersion { get; init; }

    /// <summary>Số sổ vàng in a decision; null in a Tờ trình.</summary>
    public int? Order { get; init; }

    public required Recipient Recipient { get; init; }

    public required string NomineeName { get; init; }

    public string? Position { get; init; }

    public required string NomineeUnit { get; init; }

    public required string AwardName { get; init; }

    public required string Achievement { get; init; }

    public required Outcome Eligibility { get; init; }

    public required bool Late { get; init; }

    internal static DocumentLineResponse Of(DocumentLine line) => new()
    {
        NominationId = line.NominationId,
        NominationVersion = line.NominationVersion,
        Order = line.Order,
        Recipient = line.Recipient,
        NomineeName = line.NomineeName,
        Position = line.Position,
        NomineeUnit = line.NomineeUnit,
        AwardName = line.AwardName,
        Achievement = line.Achievement,
        Eligibility = line.Eligibility,
        Late = line.Late,
    };
}
