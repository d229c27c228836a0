namespace Emulation.Contracts.Documents;

/// <summary>A document got its number and date and can no longer change.</summary>
/// <remarks>Published by Documents, once for each document. Numbers have no gaps per unit, type and year (Nghị định 30/2020 Điều 15).</remarks>
public sealed record DocumentIssued
{
    /// <summary>Identity of the document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Issuing unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Abbreviation of the type by Phụ lục III: <c>TTr</c>, <c>QĐ</c>, <c>KH</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Calendar year of the number.</summary>
    public required int Year { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Number and symbol as printed: <c>07/TTr-UBND</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Date of the document, civil date of Vietnam.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Nominations that the document is about.</summary>
    public required Guid[] NominationIds { get; init; }

    /// <summary>Decision (Quyết định khen thưởng) that the document is; null for other types and in messages from before it was told.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>SHA-256 of the PDF, lower-case hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>When it was issued, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who issued it.</summary>
    public required string ActedBy { get; init; }
}
