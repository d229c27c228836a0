namespace Emulation.Campaigns.Domain.Duties;

/// <summary>A document that a unit attached. The bytes are kept once, whoever files them.</summary>
internal sealed class ReportFile
{
    public Guid Id { get; init; }
    public required string UnitCode { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Name of the file as sent, without folders.</summary>
    public required string Name { get; init; }
    public required string FiledBy { get; init; }
    public DateTimeOffset FiledAt { get; init; }
    public ReportFileContent? Content { get; init; }
}

/// <summary>The bytes of one or many files.</summary>
internal sealed class ReportFileContent
{
    public required string Hash { get; init; }
    public int Size { get; init; }
    public required string MediaType { get; init; }
    public required byte[] Bytes { get; init; }
}
