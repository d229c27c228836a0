using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain;

/// <summary>For whom a certificate signs.</summary>
public enum SignerRole
{
    /// <summary>A competent person (người có thẩm quyền ký).</summary>
    Person,

    /// <summary>The agency itself (chữ ký số của cơ quan, tổ chức).</summary>
    Organisation,
}

/// <summary>A certificate that this system knows: whose it is. The e-mail in it is only shown, the certificate decides (LTN-26-30/K.3).</summary>
public sealed class SigningCertificate : Aggregate
{
    private SigningCertificate()
    {
    }

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal.</summary>
    public required string Thumbprint { get; init; }

    public SignerRole Role { get; private init; }

    public required string UnitCode { get; init; }

    /// <summary>Full name of the person, or name of the agency.</summary>
    public required string HolderName { get; init; }

    /// <summary>Post of the person; null for an agency.</summary>
    public string? Position { get; private init; }

    /// <summary>Account that signs with it; null: any account of the unit that may sign (development only).</summary>
    public string? AccountId { get; private init; }

    public required byte[] Content { get; init; }

    public DateTimeOffset NotBefore { get; private init; }

    public DateTimeOffset NotAfter { get; private init; }

    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>From when on it signs no more; what it signed before stays valid.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public static SigningCertificate Register(
        X509Certificate2 certificate, SignerRole role, string unitCode, string holderName, string? position, string? accountId, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Thumbprint = ThumbprintOf(certificate),
        Role = role,
        UnitCode = unitCode,
        HolderName = holderName,
        Position = position,
        AccountId = accountId,
        Content = certificate.RawData,
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
        RegisteredAt = at,
    };

    public static string ThumbprintOf(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    public bool InForceAt(DateTimeOffset at) => NotBefore <= at && at <= NotAfter && (RevokedAt is null || at < RevokedAt);

    public bool MaySign(SignerRole role, string unitCode, string accountId) =>
        Role == role && UnitCode == unitCode && (role == SignerRole.Organisation || AccountId is null || AccountId == accountId);

    public Problem? Revoke(DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return Problems.CertificateRevoked;
        RevokedAt = at;
        Touch();
        return null;
    }
}
