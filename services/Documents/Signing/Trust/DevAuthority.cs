using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Emulation.Documents.Signing.Trust;

/// <summary>Whom a certificate of the development authority is for.</summary>
internal sealed record DevHolder(string File, string Name, string? Organisation, string Email);

/// <summary>A certificate authority for trying the system out: made on this installation, for it alone, trusted nowhere else.</summary>
internal static class DevAuthority
{
    private static readonly PbeParameters Protection = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 100_000);

    /// <summary>Makes the root and a key for each holder where they are missing; what is there stays.</summary>
    /// <returns>The certificates by file name.</returns>
    public static IReadOnlyDictionary<string, X509Certificate2> Ensure(string keyFolder, string rootFolder, IReadOnlyList<DevHolder> holders, DateTimeOffset now)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(rootFolder);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(keyFolder);
        else
            Directory.CreateDirectory(keyFolder, OwnerOnly);
        // Two copies of the service may start at once: the second waits for what the first makes.
        using var alone = Alone(Path.Combine(keyFolder, ".lock"));
        var authority = Path.Combine(keyFolder, "authority");
        if (!File.Exists($"{authority}.key"))
        {
            using var made = Root(now);
            Write($"{authority}.key", Encoding.ASCII.GetBytes(made.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()));
            Write(Path.Combine(rootFolder, "development.crt"), made.RawData);
        }

        using var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText($"{authority}.key"));
        using var bare = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(rootFolder, "development.crt"));
        using var root = bare.CopyWithPrivateKey(key);
        return holders.ToDictionary(h => h.File, holder => EnsureKey(keyFolder, holder, root, now));
    }

    /// <summary>A self-signed root for ten years.</summary>
    public static X509Certificate2 Root(DateTimeOffset now)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Emulation - gốc dùng thử, C=VN", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 1, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
    }

    /// <summary>A certificate for signing documents, with its key.</summary>
    public static X509Certificate2 Issue(X509Certificate2 root, string name, string? organisation, string email, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName(name);
        if (organisation is not null)
            subject.AddOrganizationName(organisation);
        subject.AddCountryOrRegion("VN");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(root, true, false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddEmailAddress(email);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(root, from, until, RandomNumberGenerator.GetBytes(16));
        return bare.CopyWithPrivateKey(key);
    }

    private static X509Certificate2 EnsureKey(string folder, DevHolder holder, X509Certificate2 root, DateTimeOffset now)
    {
        var file = Path.Combine(folder, $"{holder.File}.p12");
        if (!File.Exists(file))
        {
            using var made = Issue(root, holder.Name, holder.Organisation, holder.Email, now.AddDays(-1), now.AddYears(3));
            var fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(18));
            Write(Path.ChangeExtension(file, ".password"), Encoding.ASCII.GetBytes(fresh));
            Write(file, made.ExportPkcs12(Protection, fresh));
        }

        var password = File.ReadAllText(Path.ChangeExtension(file, ".password"));
        using var own = X509CertificateLoader.LoadPkcs12FromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);
        return X509CertificateLoader.LoadCertificate(own.RawData);
    }

    private static FileStream Alone(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 200)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Whole or not at all: a file half written would stop every later start.</summary>
    private static void Write(string file, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream($"{file}.new", options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move($"{file}.new", file, overwrite: true);
    }
}
