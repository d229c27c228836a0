using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Emulation.Documents.Signing.Cms;

/// <summary>Asks a time-stamping authority (RFC 3161) to witness when a signature existed. Without an address none is asked.</summary>
internal sealed class TimeStampClient(HttpClient http, IConfiguration configuration)
{
    /// <summary>Address of the authority; null = signatures carry the server's time only.</summary>
    public Uri? Address => configuration["Signing:TimeStampUrl"] is { Length: > 0 } url ? new Uri(url) : null;

    /// <exception cref="HttpRequestException">The authority does not answer.</exception>
    /// <exception cref="CryptographicException">Its answer is not to the question.</exception>
    public async Task<byte[]> StampAsync(byte[] cms, CancellationToken cancellationToken)
    {
        if (Address is not { } address)
            return cms;
        var signed = new SignedCms();
        signed.Decode(cms);
        var signer = signed.SignerInfos[0];
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(signer, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        using var body = new ByteArrayContent(request.Encode());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        using var answer = await http.PostAsync(address, body, limit.Token);
        answer.EnsureSuccessStatusCode();
        var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(limit.Token), out _);
        signer.AddUnsignedAttribute(new AsnEncodedData(new Oid(CmsSignature.TimeStamp), token.AsSignedCms().Encode()));
        return signed.Encode();
    }
}
