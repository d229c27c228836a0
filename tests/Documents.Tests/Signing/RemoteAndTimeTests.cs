using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Signing.Verification;
using Emulation.Documents.Signing.Writing;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Emulation.Documents.Tests.Signing;

/// <summary>Keys that lie elsewhere, and time stamps.</summary>
public sealed class RemoteAndTimeTests : IDisposable
{
    private readonly Authority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void Remote_BareSignatureOfTheHash_BecomesTheSameSignature()
    {
        using var open = X509CertificateLoader.LoadCertificate(_authority.Person.RawData);
        var prepared = Authority.Prepare(Authority.Frozen.File, SignatureLook.Person, Authority.At);
        var hash = CmsSignature.HashToSign(prepared.Signed, open, []);
        using var token = _authority.Person.GetRSAPrivateKey()!;
        var file = prepared.Complete(CmsSignature.Wrap(prepared.Signed, open, [], token.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        var report = _authority.Verify(file);
        Assert.Equal(VerificationOutcome.Valid, report.Signatures[0].Outcome);
        Assert.Equal("Nguyễn Văn Hoạch", report.Signatures[0].SignerName);

        using var another = RSA.Create(2048);
        var wrong = another.SignHash(hash, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.ThrowsAny<CryptographicException>(() => CmsSignature.Wrap(prepared.Signed, open, [], wrong));
    }

    [Fact]
    public async Task Stamp_OfATrustedAuthority_WitnessesTheTime()
    {
        using var service = new TestTimeStamps(_authority.Root, Authority.At.AddSeconds(2));
        var report = _authority.Verify(await StampedAsync(service, Authority.At));
        Assert.Equal(VerificationOutcome.Valid, report.Signatures[0].Outcome);
        Assert.True(report.Signatures[0].TimeWitnessed);
        Assert.Equal(Authority.At.AddSeconds(2), report.Signatures[0].SignedAt);
    }

    // The clock of the signer's program says what it likes; the stamp decides, also for whether the certificate was in force.
    [Fact]
    public async Task Stamp_LaterThanTheCertificate_TellsThatItHadExpired()
    {
        using var service = new TestTimeStamps(_authority.Root, Authority.At.AddYears(2));
        var report = _authority.Verify(await StampedAsync(service, Authority.At));
        Assert.Equal(VerificationOutcome.SignerUnknown, report.Outcome);
        Assert.Contains(report.Signatures[0].Remarks, r => r.Contains("hết hạn", StringComparison.Ordinal));
        Assert.Contains(report.Signatures[0].Remarks, r => r.Contains("khác dấu thời gian", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stamp_OfAnAuthorityNobodyTrusts_IsRemarked()
    {
        using var elsewhere = new Authority(fresh: true);
        using var service = new TestTimeStamps(elsewhere.Root, Authority.At);
        var report = _authority.Verify(await StampedAsync(service, Authority.At));
        Assert.Equal(VerificationOutcome.ValidWithRemarks, report.Outcome);
        Assert.Contains(report.Signatures[0].Remarks, r => r.StartsWith("Dấu thời gian", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stamp_OfAnotherSignature_IsNotIntact()
    {
        using var service = new TestTimeStamps(_authority.Root, Authority.At);
        var (first, second) = (Authority.Prepare(Authority.Frozen.File, SignatureLook.Person, Authority.At), Authority.Prepare(Authority.Frozen.File, SignatureLook.Person, Authority.At.AddSeconds(1)));
        var stamped = new SignedCms();
        stamped.Decode(await Client(service).StampAsync(CmsSignature.Sign(first.Signed, _authority.Person, []), TestContext.Current.CancellationToken));
        var other = new SignedCms();
        other.Decode(CmsSignature.Sign(second.Signed, _authority.Person, []));
        other.SignerInfos[0].AddUnsignedAttribute(stamped.SignerInfos[0].UnsignedAttributes[0].Values[0]);
        Assert.Equal(VerificationOutcome.NotIntact, _authority.Verify(second.Complete(other.Encode())).Outcome);
    }

    [Fact]
    public async Task Stamp_WithoutAnAddress_LeavesTheSignatureAsItIs()
    {
        using var http = new HttpClient(new TestTimeStamps(_authority.Root, Authority.At));
        byte[] cms = [1, 2, 3];
        Assert.Same(cms, await new TimeStampClient(http, new ConfigurationBuilder().Build()).StampAsync(cms, TestContext.Current.CancellationToken));
    }

    private async Task<byte[]> StampedAsync(TestTimeStamps service, DateTimeOffset at)
    {
        var prepared = Authority.Prepare(Authority.Frozen.File, SignatureLook.Person, at);
        return prepared.Complete(await Client(service).StampAsync(CmsSignature.Sign(prepared.Signed, _authority.Person, []), TestContext.Current.CancellationToken));
    }

    private static TimeStampClient Client(TestTimeStamps service) =>
        new(new HttpClient(service, disposeHandler: false), new ConfigurationBuilder().AddInMemoryCollection([new("Signing:TimeStampUrl", "http://tsa.test/")]).Build());
}

/// <summary>A time-stamping authority in a few lines, for tests only.</summary>
internal sealed class TestTimeStamps(X509Certificate2 root, DateTimeOffset at) : HttpMessageHandler
{
    private readonly X509Certificate2 _certificate = Issue(root);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(await request.Content!.ReadAsByteArrayAsync(cancellationToken), out var asked, out _));
        var info = new Rfc3161TimestampTokenInfo(new Oid("1.2.3.4.1"), asked!.HashAlgorithmId, asked.GetMessageHash(), new byte[] { 1, 2 }, at, nonce: asked.GetNonce());
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(CmsSignature.SigningCertificateV2), CmsSignature.SigningCertificate(_certificate)));
        cms.ComputeSignature(signer);
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
                answer.WriteInteger(0);
            answer.WriteEncodedValue(cms.Encode());
        }

        return new HttpResponseMessage { Content = new ByteArrayContent(answer.Encode()) };
    }

    private static X509Certificate2 Issue(X509Certificate2 root)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=TSA", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
        using var bare = request.Create(root, root.NotBefore.AddDays(1), root.NotAfter.AddDays(-1), [1, 2, 3, 4]);
        return bare.CopyWithPrivateKey(key);
    }
}
