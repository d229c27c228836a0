namespace Emulation.Portal.Clients;

// What the portal reads of certificates and of large files made of them.

public sealed record CertificateAnswer(Guid NominationId, int Order, string Recipient, string Name, string Unit, string Award, bool Revoked, string Code, TemplateAnswer[] Templates)
{
    public bool Printed => !Revoked && Templates.Length > 0;
}

public sealed record TemplateAnswer(string Code, string Name);

public sealed record VerifiedCertificateAnswer(
    string State, string Name, string Unit, string Award, int Order, string Decision, DateOnly Date, string DecidedBy, DateTimeOffset? RevokedAt);

public sealed record BulkAnswer(
    Guid Id, Guid DocumentId, string Symbol, string Content, string Format, string State, int Total, int Processed, int Refused, long Size,
    DateTimeOffset CreatedAt, DateTimeOffset? EndedAt, DateTimeOffset? ExpiresAt)
{
    public bool Open => State is "waiting" or "running";
}

public sealed record BulkRefusalAnswer(int Order, string Name, string Code, string Reason);
