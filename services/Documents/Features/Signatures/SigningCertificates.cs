using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing.Trust;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Signatures;

/// <summary>Registers whose a certificate is.</summary>
public sealed record RegisterSigningCertificateRequest
{
    /// <summary>The certificate without its key: DER in base64, or PEM.</summary>
    [Text(20_000)]
    public required string Certificate { get; init; }

    /// <summary>For a person or for the agency itself.</summary>
    public required SignerRole Role { get; init; }

    /// <summary>Unit whose documents it signs.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Full name of the person, or name of the agency.</summary>
    [Text(200)]
    public required string HolderName { get; init; }

    /// <summary>Post of the person; null for an agency.</summary>
    [Text(200)]
    public string? Position { get; init; }

    /// <summary>Account of the person who signs with it; needed for a person.</summary>
    [Text(100)]
    public string? AccountId { get; init; }
}

/// <summary>A registered certificate.</summary>
/// <param name="Thumbprint">SHA-256, lower-case hexadecimal.</param>
/// <param name="NotBefore">First moment of its validity, UTC.</param>
/// <param name="NotAfter">Last moment of its validity, UTC.</param>
/// <param name="RevokedAt">From when on it signs no more, UTC; null = in use.</param>
/// <param name="KeyHeldHere">True when the server holds its key; else it signs remotely.</param>
public sealed record SigningCertificateResponse(
    Guid Id, string Thumbprint, SignerRole Role, string UnitCode, string HolderName, string? Position, DateTimeOffset NotBefore, DateTimeOffset NotAfter, DateTimeOffset? RevokedAt, bool KeyHeldHere);

/// <summary>Register of certificates: who may sign for whom.</summary>
internal static class SigningCertificates
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/signing-certificates").WithTags("Chữ ký số");
        group.MapPost("/", Register).RequireAuthorization(Policies.AccountsWrite).WithIdempotency()
            .WithName("RegisterSigningCertificate").WithSummary("Đăng ký chứng thư số cho người ký hoặc cơ quan")
            .Produces<SigningCertificateResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapGet("/", List).RequireAuthorization(Policies.DocumentsRead)
            .WithName("ListSigningCertificates").WithSummary("Chứng thư số đã đăng ký của đơn vị")
            .Produces<SigningCertificateResponse[]>();
        group.MapPost("/{id:guid}/revoke", Revoke).RequireAuthorization(Policies.AccountsWrite).WithIdempotency()
            .WithName("RevokeSigningCertificate").WithSummary("Ngừng dùng một chứng thư số từ lúc này; chữ ký trước đó vẫn có giá trị")
            .Produces<SigningCertificateResponse>().ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>A certificate as sent; null when it is none.</summary>
    public static X509Certificate2? Read(string text)
    {
        try
        {
            if (text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
                return X509Certificate2.CreateFromPem(text);
            return X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static async Task<IResult> Register(
        RegisterSigningCertificateRequest request, DocumentsDbContext db, TrustedRoots roots, KeyStore keys, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (!user.Sees(request.UnitCode))
            return Problems.UnknownUnit.At("/unitCode").Result();
        if (Read(request.Certificate) is not { } certificate)
            return Problems.CertificateUnreadable.At("/certificate").Result();
        if (request.Role == SignerRole.Person && request.AccountId is null)
            return CommonProblems.Invalid.At("/accountId", "Chứng thư số của cá nhân phải gắn với tài khoản của người ký.").Result();
        var now = time.GetUtcNow();
        if (roots.Refusal(certificate, [], now) is { } refused)
            return Problems.CertificateUntrusted.With($"Chứng thư số {refused}.").Result();
        var row = SigningCertificate.Register(certificate, request.Role, request.UnitCode, request.HolderName,
            request.Role == SignerRole.Person ? request.Position : null, request.Role == SignerRole.Person ? request.AccountId : null, now);
        if (await db.SigningCertificates.AnyAsync(c => c.Thumbprint == row.Thumbprint, ct))
            return Problems.CertificateKnown.Result();
        db.SigningCertificates.Add(row);
        db.Audit("signingCertificate", row.Id, "registered", user.Id, now, changes: new { row.Thumbprint, row.UnitCode, row.Role, row.AccountId }, from: user.RemoteAddress);
        var answer = intake.Created($"/signing-certificates/{row.Id}", Of(row, keys), row.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static async Task<IResult> List(DocumentsDbContext db, KeyStore keys, CurrentUser user, CancellationToken ct)
    {
        var rows = await db.SigningCertificates.AsNoTracking().VisibleTo(user, c => c.UnitCode).OrderBy(c => c.UnitCode).ThenBy(c => c.Id).Take(500).ToListAsync(ct);
        return TypedResults.Ok(rows.Select(row => Of(row, keys)).ToArray());
    }

    private static async Task<IResult> Revoke(Guid id, DocumentsDbContext db, KeyStore keys, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        var row = await db.SigningCertificates.VisibleTo(user, c => c.UnitCode).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (row is null)
            return Problems.CertificateNotFound.Result();
        var now = time.GetUtcNow();
        if (row.Revoke(now) is { } refused)
            return refused.Result();
        db.Audit("signingCertificate", row.Id, "revoked", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Ok(Of(row, keys), row.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static SigningCertificateResponse Of(SigningCertificate row, KeyStore keys) => new(
        row.Id, row.Thumbprint, row.Role, row.UnitCode, row.HolderName, row.Position, row.NotBefore, row.NotAfter, row.RevokedAt, keys.Find(row.Thumbprint) is not null);
}
