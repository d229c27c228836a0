using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Dossiers;

/// <summary>One version of a part of one dossier. Versions are only added; the highest number is the one that counts.</summary>
public sealed class Paper
{
    public required Guid Id { get; init; }
    public required Guid NominationId { get; init; }
    public required string PartKey { get; init; }

    /// <summary>1, 2, 3 … within the part.</summary>
    public required int Number { get; init; }

    /// <summary>Unit that filed it: only that unit files the next version.</summary>
    public required string UnitCode { get; init; }
    public required string FiledBy { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
    public string? Reason { get; init; }

    /// <summary>True for the version that says: the part was taken back.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>SHA-256 of the file, 64 lower-case hex digits; null when withdrawn.</summary>
    public string? Hash { get; init; }
    public string? Name { get; init; }
    public string? MediaType { get; init; }
    public int? Size { get; init; }

    /// <summary>The document of the register that stands for a file; its bytes are kept there.</summary>
    public Guid? DocumentId { get; init; }
    public string? DocumentSymbol { get; init; }
    public MinutesOf? Minutes { get; init; }

    /// <summary>Account or client by which the head confirmed this very version; a later version is not confirmed by it.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>Name and post of the head.</summary>
    public string? ConfirmedName { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public void Confirm(string by, string name, DateTimeOffset at) => (ConfirmedBy, ConfirmedName, ConfirmedAt) = (by, name, at);
}

/// <summary>The bytes of one or many papers, kept once.</summary>
public sealed class PaperContent
{
    public required string Hash { get; init; }
    public required byte[] Bytes { get; init; }
}

/// <summary>What becomes of the dossier of one nomination beside its papers.</summary>
public sealed class Dossier
{
    public required Guid NominationId { get; init; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    public string? ReceivedBy { get; private set; }
    public string? ReceivedNote { get; private set; }

    /// <summary>What was found wanting when it was last sent back, part by part.</summary>
    public PartReason[] Returned { get; private set; } = [];
    public DateTimeOffset? ReturnedAt { get; private set; }

    public void Receive(string by, string? note, DateTimeOffset at) => (ReceivedBy, ReceivedNote, ReceivedAt) = (by, note, at);

    public void Return(PartReason[] parts, DateTimeOffset at) => (Returned, ReturnedAt, ReceivedAt, ReceivedBy, ReceivedNote) = (parts, at, null, null, null);

    /// <summary>A receipt is of one handing in: handed in anew, it is looked at anew.</summary>
    public bool IsReceived(Nomination nomination) =>
        nomination.State is not (NominationState.Draft or NominationState.Returned) && ReceivedAt >= nomination.SubmittedAt;
}
