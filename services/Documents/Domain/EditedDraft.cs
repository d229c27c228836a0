namespace Emulation.Documents.Domain;

/// <summary>A draft as an official gave it back after editing it in Word. Every revision is kept.</summary>
public sealed class EditedDraft
{
    public required Guid DocumentId { get; init; }

    /// <summary>From 1 per document.</summary>
    public required int Revision { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public required string UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Version of the document that the edit was made for, or that an official has since found it to fit.</summary>
    public required int DocumentVersion { get; set; }

    public string? RemovedBy { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(string by, DateTimeOffset at) => (RemovedBy, RemovedAt) = (by, at);
}
