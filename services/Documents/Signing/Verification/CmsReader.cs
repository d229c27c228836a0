using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Signing.Cms;

namespace Emulation.Documents.Signing.Verification;

/// <summary>What a CMS tells.</summary>
internal sealed record CmsFinding(X509Certificate2? Certificate = null, Rfc3161TimestampToken? Stamp = null, X509Certificate2? StampCertificate = null)
{
    public X509Certificate2Collection Others { get; init; } = [];
}

/// <summary>Checks a CMS against the bytes it was made over.</summary>
internal static class CmsReader
{
    private static readonly string[] Strong = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    public static CmsFinding Read(byte[] padded, byte[] content, List<string> faults)
    {
        SignedCms cms;
        SignerInfo signer;
        try
        {
            // The room in the file is larger than the signature; what follows it is zeros.
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.BER, out _, out _, out var length);
            if (padded.AsSpan(length).ContainsAnyExcept((byte)0))
                faults.Add("Sau chữ ký còn dữ liệu lạ trong cùng một trường.");
            cms = new SignedCms(new ContentInfo(content), detached: true);
            cms.Decode(padded.AsSpan(0, length));
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is null)
            {
                faults.Add("Chữ ký phải có đúng một người ký kèm chứng thư số.");
                return new CmsFinding();
            }

            signer = cms.SignerInfos[0];
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException)
        {
            faults.Add("Dữ liệu chữ ký không đọc được.");
            return new CmsFinding();
        }

        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            faults.Add("Nội dung đã bị thay đổi sau khi ký: mã băm của tệp không khớp với chữ ký.");
        }

        if (!Strong.Contains(signer.DigestAlgorithm.Value))
            faults.Add("Chữ ký dùng thuật toán băm yếu.");
        if (!BindsCertificate(signer))
            faults.Add("Chữ ký không ràng buộc với chứng thư số của người ký (thiếu hoặc sai signing-certificate-v2).");
        var (stamp, by) = Stamp(signer, faults);
        return new CmsFinding(signer.Certificate, stamp, by) { Others = cms.Certificates };
    }

    private static bool BindsCertificate(SignerInfo signer)
    {
        if (signer.SignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == CmsSignature.SigningCertificateV2) is not { Values: [var value, ..] })
            return false;
        try
        {
            var first = new AsnReader(value.RawData, AsnEncodingRules.BER).ReadSequence().ReadSequence().ReadSequence();
            var algorithm = HashAlgorithmName.SHA256;
            if (first.PeekTag() == Asn1Tag.Sequence)
                algorithm = HashAlgorithmName.FromOid(first.ReadSequence().ReadObjectIdentifier());
            var hash = first.ReadOctetString();
            return CryptographicOperations.HashData(algorithm, signer.Certificate!.RawData).AsSpan().SequenceEqual(hash);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    private static (Rfc3161TimestampToken? Token, X509Certificate2? By) Stamp(SignerInfo signer, List<string> faults)
    {
        if (signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == CmsSignature.TimeStamp) is not { Values: [var value, ..] })
            return default;
        if (Rfc3161TimestampToken.TryDecode(value.RawData, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out var by))
            return (token, by);
        faults.Add("Dấu thời gian không thuộc về chữ ký này hoặc bị hỏng.");
        return default;
    }
}
