using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Emulation.Documents.Signing.Trust;

/// <summary>Whose certificates are believed. The system's own store is not asked: it trusts authorities that may not certify offices.</summary>
internal sealed class TrustedRoots(IOptions<SigningOptions> options)
{
    private const string TimeStamping = "1.3.6.1.5.5.7.3.8";

    public X509Certificate2Collection All { get; private set; } = Load(options.Value.RootFolder);

    public void Reload() => All = Load(options.Value.RootFolder);

    /// <summary>Why a certificate is not believed at a time, in Vietnamese; null when it is.</summary>
    public string? Refusal(X509Certificate2 certificate, X509Certificate2Collection others, DateTimeOffset at, bool forTimeStamps = false)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(All);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        // A file must not make this server call addresses that stand in its certificates.
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        if (forTimeStamps)
            chain.ChainPolicy.ApplicationPolicy.Add(new Oid(TimeStamping));
        if (chain.Build(certificate))
            return null;
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
        return status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain)
            ? "không do tổ chức chứng thực được tin cậy cấp"
            : status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "hết hạn hoặc chưa có hiệu lực vào lúc ký" : "không hợp lệ cho việc ký";
    }

    private static X509Certificate2Collection Load(string? folder)
    {
        var roots = new X509Certificate2Collection();
        if (folder is { Length: > 0 } && Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder).Where(f => f.EndsWith(".crt", StringComparison.Ordinal) || f.EndsWith(".pem", StringComparison.Ordinal)).Order())
                roots.Add(X509CertificateLoader.LoadCertificateFromFile(file));
        }

        return roots;
    }
}
