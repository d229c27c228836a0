using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Emulation.Identity.Domain;

/// <summary>Passwords are hashed slowly, as Identity does; secrets of clients, which are 256 random bits, once with SHA-256.</summary>
/// <remarks>A slow hash protects what people choose. Against 256 random bits nobody guesses, and 114 systems that ask for a token in the same minute would cost some ten seconds of processor time.</remarks>
public sealed class SecretHasher : PasswordHasher<Account>
{
    private const string Prefix = "sha256:";
    private static readonly Account Nobody = new() { UnitCode = "", Role = "" };
    private readonly string _ofNobody;

    public SecretHasher() => _ofNobody = base.HashPassword(Nobody, NewSecret());

    /// <summary>A secret that is fit for the fast hash: 256 bits, 43 characters of base64url.</summary>
    public static string NewSecret() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public override string HashPassword(Account user, string password) =>
        user.Kind == AccountKind.Client ? Prefix + Fast(password) : base.HashPassword(user, password);

    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        if (!hashedPassword.StartsWith(Prefix, StringComparison.Ordinal))
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        var same = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hashedPassword), Encoding.ASCII.GetBytes(Prefix + Fast(providedPassword)));
        return same ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }

    /// <summary>Takes as long as checking a person's password: the time of an answer must not tell which accounts exist.</summary>
    public void PretendToVerify(string providedPassword) => base.VerifyHashedPassword(Nobody, _ofNobody, providedPassword);

    private static string Fast(string secret) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
