namespace Emulation.Documents.Domain;

/// <summary>A file of an issued document, exactly as issued (Điều 19.2: the e-original stays with the issuer).</summary>
public sealed class StoredFile
{
    public required Guid DocumentId { get; init; }

    public required FileFormat Format { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}

public enum FileFormat
{
    Docx,
    Pdf,
}

/// <summary>Last number given per unit, type and year (Điều 15: from 01 each year).</summary>
public sealed class DocumentNumber
{
    public required string UnitCode { get; init; }

    public required string Type { get; init; }

    public required int Year { get; init; }

    public int Last { get; init; }
}
