namespace Emulation.Portal.Clients;

// What the portal reads of dossiers and of the way of a nomination.

public sealed record DossierAnswer(bool Complete, string LegalBasis, DateOnly LegalBasisFrom, DateTimeOffset? ReceivedAt, string? ReceivedBy, DossierPartAnswer[] Parts, PostCheckAnswer? PostCheck);

public sealed record DossierPartAnswer(
    string Key, string Name, string Clause, bool Asked, string Covers, string? Minutes, bool ConfirmedByHead, int Originals, string Due, bool OfProposer,
    bool Complete, string? Missing, string? ReturnReason, PaperAnswer? Current, PaperAnswer[] Versions);

public sealed record PaperAnswer(
    int Version, bool Withdrawn, string? Hash, string? Name, int? Size, Guid? DocumentId, string? DocumentSymbol, string UnitCode, string FiledBy, DateTimeOffset FiledAt, string? Reason,
    string? ConfirmedName, DateTimeOffset? ConfirmedAt);

public sealed record PostCheckAnswer(bool? Holds, string? Note, DateTimeOffset? At);

public sealed record MissingPartAnswer(string Part, string Name, string Missing);

public sealed record WayStopAnswer(string Point, string Name, string State, DateTimeOffset? At, string? By, string? Reason, DateOnly? Due, string? DueFrom, bool Late);

public sealed record IndexStandingAnswer(int Year, string Block, decimal? Index, int? Rank, int TiedUnits, string? UnrankedReason);
