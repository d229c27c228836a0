using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Emulation.Documents.Signing;

/// <summary>The code that a QR on an issued document carries: its id and a short seal, so that codes cannot be made up or tried out. Tells nothing of anybody.</summary>
internal sealed class VerificationCodes(IOptions<SigningOptions> options)
{
    private const int SealLength = 8;

    // Without a configured secret, codes hold until the service starts again.
    private readonly byte[] _key = options.Value.VerificationKey is { Length: > 0 } key ? Encoding.UTF8.GetBytes(key) : RandomNumberGenerator.GetBytes(32);

    public string Of(Guid documentId) => Convert.ToHexStringLower([.. documentId.ToByteArray(bigEndian: true), .. Seal(documentId)]);

    /// <returns>The document, or null for a code that this installation never gave.</returns>
    public Guid? Read(string code)
    {
        if (code.Length != 2 * (16 + SealLength) || !code.All(char.IsAsciiHexDigit))
            return null;
        var bytes = Convert.FromHexString(code);
        var id = new Guid(bytes.AsSpan(0, 16), bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(16), Seal(id)) ? id : null;
    }

    private byte[] Seal(Guid id) => HMACSHA256.HashData(_key, id.ToByteArray(bigEndian: true))[..SealLength];
}
