using System.Security.Cryptography;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Verification;

/// <summary>The codes of this installation: its secret is made at first use and kept with the data it speaks of, the address of the page that takes them is configured as <c>Verification:BaseUrl</c>.</summary>
internal sealed class VerificationCodes(IConfiguration configuration)
{
    private VerificationCode? _codes;

    public async ValueTask<VerificationCode> OfAsync(DocumentsDbContext db, CancellationToken cancellationToken)
    {
        if (_codes is { } known)
            return known;
        // Whoever comes first makes it; the others read what is there.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO verification_secrets (id, key) VALUES ({VerificationSecret.Only}, {RandomNumberGenerator.GetBytes(32)}) ON CONFLICT DO NOTHING", cancellationToken);
        var key = await db.Set<VerificationSecret>().AsNoTracking().Select(s => s.Key).SingleAsync(cancellationToken);
        return _codes = new VerificationCode(key, configuration["Verification:BaseUrl"] ?? "");
    }
}
