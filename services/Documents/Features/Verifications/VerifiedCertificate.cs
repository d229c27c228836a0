using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Verifications;

/// <summary>How a certificate stands.</summary>
public enum CertificateState
{
    /// <summary>Granted by an issued decision and not cancelled.</summary>
    Valid,
    /// <summary>The award was cancelled later.</summary>
    Revoked,
}

/// <summary>What the public may know of a certificate: what is printed on it, and whether it still stands.</summary>
public sealed record VerifiedCertificate
{
    public required CertificateState State { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }

    public required string Unit { get; init; }

    public required string Award { get; init; }

    /// <summary>Số sổ vàng.</summary>
    public required int Order { get; init; }

    /// <summary>Number and symbol of the decision.</summary>
    public required string Decision { get; init; }

    /// <summary>Date of the decision, civil date of Vietnam.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Unit whose head decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>When it was cancelled, UTC.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The answer for a nomination; null when no issued decision grants it.</summary>
    internal static async Task<VerifiedCertificate?> FindAsync(DocumentsDbContext db, Guid nominationId, CancellationToken cancellationToken)
    {
        var found = await (
            from line in db.Set<DocumentLine>().AsNoTracking()
            join decision in db.Documents.AsNoTracking() on line.DocumentId equals decision.Id
            where line.NominationId == nominationId && decision.Type == DocumentType.Decision && decision.State == DocumentState.Issued
            select new { line.NomineeName, line.NomineeUnit, line.AwardName, line.Order, decision.Symbol, decision.Date, decision.UnitName }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var revoked = await db.Set<RevokedAward>().AsNoTracking().SingleOrDefaultAsync(r => r.NominationId == nominationId, cancellationToken);
        return new VerifiedCertificate
        {
            State = revoked is null ? CertificateState.Valid : CertificateState.Revoked,
            Name = found.NomineeName,
            Unit = found.NomineeUnit,
            Award = found.AwardName,
            Order = found.Order!.Value,
            Decision = found.Symbol!,
            Date = found.Date!.Value,
            DecidedBy = found.UnitName,
            RevokedAt = revoked?.At,
        };
    }
}
