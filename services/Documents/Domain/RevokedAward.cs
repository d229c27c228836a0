namespace Emulation.Documents.Domain;

/// <summary>An award that was cancelled after its decision; the decision stays as issued, the certificate is worth nothing.</summary>
public sealed class RevokedAward
{
    public required Guid NominationId { get; init; }

    public required Guid DecisionId { get; init; }

    /// <summary>When it was cancelled, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Article of law it rests on, in Vietnamese.</summary>
    public required string LegalBasis { get; init; }
}

/// <summary>The secret behind codes on paper, made once for the installation; all copies of the service read the same.</summary>
public sealed class VerificationSecret
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>32 random bytes.</summary>
    public required byte[] Key { get; init; }
}
