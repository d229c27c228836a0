using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing.Writing;
using Microsoft.Extensions.Options;

namespace Emulation.Documents.Signing.Trust;

/// <summary>A key held by the server.</summary>
/// <param name="Certificate">With its private key.</param>
/// <param name="Chain">Certificates above it, without the root.</param>
/// <param name="Picture">Picture of the handwritten signature or of the seal (PNG); null = drawn.</param>
internal sealed record ServerKey(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain, byte[]? Picture);

/// <summary>The PKCS#12 files of the key folder, found by the thumbprint of their certificate.</summary>
internal sealed class KeyStore(IOptions<SigningOptions> options)
{
    private Dictionary<string, ServerKey> _keys = Load(options.Value.KeyFolder);

    public ServerKey? Find(string thumbprint) => _keys.GetValueOrDefault(thumbprint);

    public void Reload() => _keys = Load(options.Value.KeyFolder);

    private static Dictionary<string, ServerKey> Load(string? folder)
    {
        var keys = new Dictionary<string, ServerKey>();
        if (folder is not { Length: > 0 } || !Directory.Exists(folder))
            return keys;
        foreach (var file in Directory.EnumerateFiles(folder, "*.p12").Order())
        {
            var password = File.ReadAllText(Path.ChangeExtension(file, ".password")).Trim();
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password, X509KeyStorageFlags.EphemeralKeySet);
            var own = all.Single(c => c.HasPrivateKey);
            keys[SigningCertificate.ThumbprintOf(own)] = new ServerKey(own, Cms.CmsSignature.Between(own, all), Picture(Path.ChangeExtension(file, ".png")));
        }

        return keys;
    }

    /// <summary>Read once on trial: a picture of the wrong kind must stop the start, not a signature.</summary>
    private static byte[]? Picture(string file)
    {
        if (!File.Exists(file))
            return null;
        var picture = File.ReadAllBytes(file);
        PngImage.Read(picture);
        return picture;
    }
}
