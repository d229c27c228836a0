namespace Emulation.Scoring.Domain.Evidence;

/// <summary>A document that proves a score (tài liệu kiểm chứng), as one unit filed it. The bytes are kept once, whoever files them.</summary>
public sealed class EvidenceFile
{
    public required Guid Id { get; init; }

    /// <summary>Unit that filed it; only that unit and the city see it.</summary>
    public required string UnitCode { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>Name of the file as sent, without folders.</summary>
    public required string Name { get; init; }
    public required string FiledBy { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
    public EvidenceContent? Content { get; init; }
}

/// <summary>The bytes of one or many evidence files.</summary>
public sealed class EvidenceContent
{
    public required string Hash { get; init; }
    public required int Size { get; init; }
    public required string MediaType { get; init; }
    public required byte[] Bytes { get; init; }
}
