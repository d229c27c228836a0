using System.Security.Cryptography;
using System.Text;

namespace Emulation.Documents.Verification;

/// <summary>What a code printed on paper stands for.</summary>
internal enum VerifiedKind
{
    /// <summary>A Giấy khen or Bằng khen; the identity is that of the nomination.</summary>
    Certificate = 'C',
    /// <summary>An issued document.</summary>
    Document = 'D',
}

/// <summary>Codes on paper: a letter for the kind, the opaque identity, and a short proof that this installation made it, so that codes cannot be guessed or tried out. No personal data.</summary>
internal sealed class VerificationCode
{
    // No I, L, O, U: what is read out or typed is not mistaken (Crockford).
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly System.Buffers.SearchValues<char> Known = System.Buffers.SearchValues.Create(Digits);
    private const int IdentityLength = 26;
    private const int ProofLength = 12;

    private readonly byte[] _key;
    private readonly string _address;

    /// <param name="key">Secret of the installation, at least 32 bytes.</param>
    /// <param name="address">Public address up to where the code follows, as <c>https://…/kiem-tra?ma=</c>; empty gives no addresses.</param>
    public VerificationCode(byte[] key, string address)
    {
        if (key.Length < 32)
            throw new ArgumentException("The secret has fewer than 32 bytes.", nameof(key));
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw new ArgumentException("Verification:BaseUrl must be an absolute http or https address.", nameof(address));
        (_key, _address) = (key, address);
    }

    public string Make(VerifiedKind kind, Guid id)
    {
        var body = (char)kind + Write(id.ToByteArray(bigEndian: true), IdentityLength);
        return body + Proof(_key, body);
    }

    /// <summary>The address behind a QR; null when the installation names no public address.</summary>
    public string? Url(VerifiedKind kind, Guid id) => _address.Length == 0 ? null : _address + Make(kind, id);

    /// <summary>Reads a code that this installation has made; false for every other.</summary>
    public bool TryRead(string? code, out VerifiedKind kind, out Guid id)
    {
        (kind, id) = (default, default);
        var text = (code ?? "").Trim().ToUpperInvariant();
        if (text.Length != 1 + IdentityLength + ProofLength || text[0] is not ('C' or 'D') || text.AsSpan(1).ContainsAnyExcept(Known))
            return false;
        var body = text[..(1 + IdentityLength)];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Proof(_key, body)), Encoding.ASCII.GetBytes(text[body.Length..])))
            return false;
        (kind, id) = ((VerifiedKind)text[0], new Guid(Read(body.AsSpan(1)), bigEndian: true));
        return true;
    }

    private static string Proof(byte[] key, string body) => Write(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes("code " + body)), ProofLength);

    private static string Write(byte[] bytes, int length) => string.Create(length, bytes, (text, source) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = Digits[Bits(source, i * 5)];
    });

    private static int Bits(byte[] bytes, int at)
    {
        var value = 0;
        for (var i = at; i < at + 5; i++)
            value = value * 2 + (i / 8 < bytes.Length ? bytes[i / 8] >> (7 - i % 8) & 1 : 0);
        return value;
    }

    private static byte[] Read(ReadOnlySpan<char> digits)
    {
        var bytes = new byte[16];
        for (var i = 0; i < 128; i++)
        {
            if ((Digits.IndexOf(digits[i / 5], StringComparison.Ordinal) >> (4 - i % 5) & 1) == 1)
                bytes[i / 8] |= (byte)(128 >> i % 8);
        }

        return bytes;
    }
}
