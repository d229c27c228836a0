namespace Emulation.Portal.Clients;

// What the portal reads of form checks and edited drafts.

public sealed record FormCheckAnswer(string FileKind, int? Pages, int Paragraphs, bool PoorText, int PicturePages, FormDeviationAnswer[] Deviations, FormMeasuredAnswer[] Fine, FormMeasuredAnswer[] Unknown, FormMeasuredAnswer[]? NotApplicable = null);

public sealed record FormDeviationAnswer(string Code, string Severity, string Element, int? Page, int? Paragraph, string? Text, string Found, string Asked, string Law);

public sealed record FormMeasuredAnswer(string Code, string Element, string Found);

public sealed record EditedDraftAnswer(
    EditedRevisionAnswer Current, EditedRevisionAnswer[] Revisions, bool Outdated, bool Convertible, bool Fillable, EditedChangeAnswer[] Changes, string[] Warnings, FormCheckAnswer FormCheck);

public sealed record EditedRevisionAnswer(int Revision, string FileName, string Sha256, string UploadedBy, DateTimeOffset UploadedAt, int DocumentVersion, DateTimeOffset? RemovedAt);

public sealed record EditedChangeAnswer(string Kind, string? Before, string? After, bool SystemOwned);
