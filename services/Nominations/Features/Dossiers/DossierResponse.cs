using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Dossiers;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>The dossier of one nomination, part by part.</summary>
public sealed record DossierResponse
{
    public required Guid NominationId { get; init; }
    /// <summary>Whether every part that is asked for is there, of the right kind and confirmed.</summary>
    public required bool Complete { get; init; }
    /// <summary>Law that fills in what the plan does not say, as it stood on the day of handing in.</summary>
    public required string LegalBasis { get; init; }
    /// <summary>First day that law is in force, civil date of Vietnam.</summary>
    public required DateOnly LegalBasisFrom { get; init; }
    /// <summary>Step that an incomplete dossier holds up.</summary>
    public required DossierAt HeldAt { get; init; }
    /// <summary>When the proposing unit took it in as complete, UTC; null = not yet, or handed in anew since.</summary>
    public required DateTimeOffset? ReceivedAt { get; init; }
    public required string? ReceivedBy { get; init; }
    public required PartResponse[] Parts { get; init; }
}

/// <summary>One part.</summary>
public sealed record PartResponse
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    /// <summary>Clause of the plan or article of law that asks for it.</summary>
    public required string Clause { get; init; }
    /// <summary>Whether it is asked for in this case.</summary>
    public required bool Asked { get; init; }
    /// <summary>One for each nominee, or one paper for a whole list.</summary>
    public required PartCovers Covers { get; init; }
    /// <summary>Whose minutes it must be (C-19); null for what is no minutes.</summary>
    public required MinutesOf? Minutes { get; init; }
    public required bool ConfirmedByHead { get; init; }
    /// <summary>Original sets on paper.</summary>
    public required int Originals { get; init; }
    /// <summary>By when it must be there.</summary>
    public required PartDue Due { get; init; }
    /// <summary>Whether only the proposing unit itself files it, not the office below it.</summary>
    public required bool OfProposer { get; init; }
    public required bool Complete { get; init; }
    /// <summary>What is missing, in Vietnamese; null when nothing is.</summary>
    public required string? Missing { get; init; }
    /// <summary>What was found wanting when the dossier was last sent back; null once a newer version is there.</summary>
    public required string? ReturnReason { get; init; }
    /// <summary>The version that counts; null when there is none.</summary>
    public required PaperResponse? Current { get; init; }
    /// <summary>All versions, the oldest first.</summary>
    public required PaperResponse[] Versions { get; init; }

    internal static PartResponse Of(PartStanding part, Dossier? file)
    {
        var wanting = file?.Returned.FirstOrDefault(r => r.Part == part.Asked.Key)?.Reason;
        return new()
        {
            Key = part.Asked.Key,
            Name = part.Asked.Part.Name,
            Clause = part.Asked.Part.Clause,
            Asked = part.Asked.Applies,
            Covers = part.Asked.Covers,
            Minutes = part.Asked.Minutes,
            ConfirmedByHead = part.Asked.Part.ConfirmedByHead,
            Originals = part.Asked.Part.Originals,
            Due = part.Asked.Due,
            OfProposer = part.Asked.OfProposer,
            Complete = part.Missing is null,
            Missing = part.Missing,
            ReturnReason = part.Current?.FiledAt >= file?.ReturnedAt ? null : wanting,
            Current = part.Current is { } current ? PaperResponse.Of(current) : null,
            Versions = [.. part.Versions.Select(PaperResponse.Of)],
        };
    }
}

/// <summary>One version of a part.</summary>
/// <param name="Version">1, 2, 3 … within the part; its ETag.</param>
/// <param name="Withdrawn">True for the version that took the part back.</param>
/// <param name="Hash">SHA-256 of the file, 64 lower-case hex digits; to be named when it is confirmed.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="MediaType">By the bytes, not by the name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="DocumentId">Document of the register that stands for a file; its content is fetched there.</param>
/// <param name="DocumentSymbol">Number and symbol of that document.</param>
/// <param name="UnitCode">Unit that filed it.</param>
/// <param name="FiledAt">When, UTC.</param>
/// <param name="Reason">Why it was filed anew or taken back.</param>
/// <param name="ConfirmedName">Head who confirmed this version: name and post.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
public sealed record PaperResponse(int Version, bool Withdrawn, string? Hash, string? Name, string? MediaType, int? Size, Guid? DocumentId, string? DocumentSymbol,
    MinutesOf? Minutes, string UnitCode, string FiledBy, DateTimeOffset FiledAt, string? Reason, string? ConfirmedBy, string? ConfirmedName, DateTimeOffset? ConfirmedAt)
{
    internal static PaperResponse Of(Paper p) => new(p.Number, p.Withdrawn, p.Hash, p.Name, p.MediaType, p.Size, p.DocumentId, p.DocumentSymbol,
        p.Minutes, p.UnitCode, p.FiledBy, p.FiledAt, p.Reason, p.ConfirmedBy, p.ConfirmedName, p.ConfirmedAt);
}


/// <summary>A part that is missing.</summary>
/// <param name="Part">Key of the part.</param>
/// <param name="Missing">What is missing, in Vietnamese.</param>
public sealed record MissingPart(string Part, string Name, string Missing)
{
    internal static MissingPart[] Of(Standing? standing) => [.. (standing?.Parts ?? []).Where(p => p.Missing is not null).Select(p => new MissingPart(p.Asked.Key, p.Asked.Part.Name, p.Missing!))];
}
