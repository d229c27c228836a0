using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.Documents.Signing.Cms;

/// <summary>CAdES as PAdES asks for it: detached, SHA-256, the signer's certificate bound by signing-certificate-v2, no signing-time (the file's /M says it).</summary>
internal static class CmsSignature
{
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string TimeStamp = "1.2.840.113549.1.9.16.2.14";

    /// <summary>Signs with a key at hand.</summary>
    public static byte[] Sign(byte[] content, X509Certificate2 certificate, IEnumerable<X509Certificate2> chain)
    {
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetRSAPrivateKey() ?? certificate.GetECDsaPrivateKey()
            ?? throw new CryptographicException("The certificate has neither an RSA nor an ECDSA key.");
        return Compute(content, certificate, key, chain);
    }

    /// <summary>The hash that a signing service which only knows bare keys must sign (RSA, PKCS#1 1.5, SHA-256).</summary>
    public static byte[] HashToSign(byte[] content, X509Certificate2 certificate, IEnumerable<X509Certificate2> chain)
    {
        using var key = new RemoteKey(PublicKey(certificate), null);
        try
        {
            Compute(content, certificate, key, chain);
        }
        catch (CryptographicException) when (key.Asked is not null)
        {
            // The platform checks what it got, and it got nothing: the question is all that is wanted here.
        }

        return key.Asked ?? throw new CryptographicException("No hash was asked for.");
    }

    /// <summary>Puts a bare RSA signature into a CMS. What is signed does not depend on time or chance, so it is made again as it was when the hash went out.</summary>
    /// <exception cref="CryptographicException">The signature is not of this hash and key.</exception>
    public static byte[] Wrap(byte[] content, X509Certificate2 certificate, IEnumerable<X509Certificate2> chain, byte[] signature)
    {
        using var key = new RemoteKey(PublicKey(certificate), signature);
        return Compute(content, certificate, key, chain);
    }

    /// <summary>The certificates between the signer and a root, for the CMS to carry.</summary>
    public static IReadOnlyList<X509Certificate2> Between(X509Certificate2 certificate, X509Certificate2Collection others)
    {
        var path = new List<X509Certificate2>();
        for (var at = certificate; path.Count < 5 && at.IssuerName.Name != at.SubjectName.Name;)
        {
            if (others.FirstOrDefault(o => o.SubjectName.RawData.AsSpan().SequenceEqual(at.IssuerName.RawData)) is not { } issuer)
                break;
            if (issuer.IssuerName.Name != issuer.SubjectName.Name)
                path.Add(issuer);
            at = issuer;
        }

        return path;
    }

    private static RSA PublicKey(X509Certificate2 certificate) => certificate.GetRSAPublicKey() ?? throw new CryptographicException("Only RSA keys can sign a bare hash.");

    private static byte[] Compute(byte[] content, X509Certificate2 certificate, AsymmetricAlgorithm key, IEnumerable<X509Certificate2> chain)
    {
        var cms = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.Certificates.AddRange(chain.ToArray());
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(SigningCertificateV2), SigningCertificate(certificate)));
        cms.ComputeSignature(signer, silent: true);
        return cms.Encode();
    }

    /// <summary>SEQUENCE { SEQUENCE { SEQUENCE { hash } } }; SHA-256 is the default and left out.</summary>
    public static byte[] SigningCertificate(X509Certificate2 certificate)
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence())
        using (asn.PushSequence())
            asn.WriteOctetString(SHA256.HashData(certificate.RawData));
        return asn.Encode();
    }

    /// <summary>A key that lies elsewhere: notes the hash, gives back the signature that was made of it.</summary>
    private sealed class RemoteKey(RSA publicKey, byte[]? signature) : RSA
    {
        public byte[]? Asked { get; private set; }

        public override int KeySize => publicKey.KeySize;

        public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
        {
            Asked = hash;
            return signature ?? new byte[publicKey.KeySize / 8];
        }

        public override RSAParameters ExportParameters(bool includePrivateParameters) =>
            includePrivateParameters ? throw new CryptographicException("The private key lies elsewhere.") : publicKey.ExportParameters(false);

        public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            publicKey.Dispose();
            base.Dispose(disposing);
        }
    }
}
