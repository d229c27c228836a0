using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Signatures;
using Emulation.Documents.Features.Verifications;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Signing.Trust;
using Emulation.Documents.Signing.Verification;
using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Emulation.Documents.Signing;

internal static class SigningSetup
{
    public static void AddSigning(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SigningOptions>().BindConfiguration("Signing");
        services.AddSingleton<TrustedRoots>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<PdfSigner>();
        services.AddSingleton<FormFields>();
        services.AddSingleton<SignatureJudge>();
        services.AddHttpClient<TimeStampClient>();
        services.AddScoped<SigningDesk>();
        services.AddScoped<SignedIssue>();
        services.AddScoped<SignatureChecks>();
        services.AddHostedService<DevSigners>();
    }

    public static void MapSigning(this IEndpointRouteBuilder app, IEndpointRouteBuilder documents)
    {
        SubmitForSigning.Map(documents);
        ReturnToDraft.Map(documents);
        GetSigning.Map(documents);
        SignDocument.Map(documents);
        PrepareSignature.Map(documents);
        CompleteSignature.Map(documents);
        SigningCertificates.Map(app);
        var verifications = app.MapGroup("/verifications").WithTags("Kiểm tra văn bản");
        VerifyFile.Map(verifications);
        LookUpCode.Map(verifications);
    }
}

/// <summary>Where the development authority is asked for: a certificate for the leader and for the agency of each sample unit, made at first start.</summary>
internal sealed class DevSigners(IServiceScopeFactory scopes, IOptions<SigningOptions> options, IHostEnvironment environment, KeyStore keys, TrustedRoots roots, TimeProvider time) : IHostedService
{
    // The invented chairmen of the sample data.
    private static readonly (string Unit, string Name, string Agency, string Mail)[] Samples =
    [
        (Auth.CityUnit, "Hoàng Vĩnh Khải", "Ủy ban nhân dân thành phố Hải Phòng", "thanhpho"),
        ("10532", "Vũ Hoàng Đăng", "Ủy ban nhân dân phường Lê Thanh Nghị", "lethanhnghi"),
        ("10549", "Trịnh Bảo Lâm", "Ủy ban nhân dân phường Chu Văn An", "chuvanan"),
        ("11914", "Đinh Quốc Tường", "Ủy ban nhân dân đặc khu Cát Hải", "cathai"),
        ("11413", "Lương Thế Duy", "Ủy ban nhân dân phường Hải An", "haian"),
    ];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (!settings.DevAuthority)
            return;
        if (environment.IsProduction() || settings is not { KeyFolder.Length: > 0, RootFolder.Length: > 0 })
            throw new InvalidOperationException("Signing:DevAuthority is for development, and needs Signing:KeyFolder and Signing:RootFolder.");
        var holders = Samples.SelectMany(s => (DevHolder[])
            [new($"lanhdao.{s.Mail}", s.Name, s.Agency, $"lanhdao.{s.Mail}@example.vn"), new($"coquan.{s.Mail}", s.Agency, null, $"{s.Mail}@example.vn")]).ToList();
        var made = DevAuthority.Ensure(settings.KeyFolder, settings.RootFolder, holders, time.GetUtcNow());
        keys.Reload();
        roots.Reload();

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        // Another copy of this service may be starting at the same moment.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockKeyAsync("development signers", cancellationToken);
        var known = await db.SigningCertificates.Select(c => c.Thumbprint).ToListAsync(cancellationToken);
        foreach (var (unit, name, agency, mail) in Samples)
        {
            Add(SigningCertificate.Register(made[$"lanhdao.{mail}"], SignerRole.Person, unit, name, "Chủ tịch", null, time.GetUtcNow()));
            Add(SigningCertificate.Register(made[$"coquan.{mail}"], SignerRole.Organisation, unit, agency, null, null, time.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        void Add(SigningCertificate row)
        {
            if (!known.Contains(row.Thumbprint))
                db.SigningCertificates.Add(row);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
