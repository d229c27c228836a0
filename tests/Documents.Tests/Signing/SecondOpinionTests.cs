using System.Diagnostics;
using System.Text;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Writing;
using Xunit;

namespace Emulation.Documents.Tests.Signing;

/// <summary>Other people's tools on our signatures, where they are installed.</summary>
public sealed class SecondOpinionTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("emulation-signed").FullName;

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Pdfsig_IssuedDocument_FindsTwoValidSignatures()
    {
        var file = Path.Combine(_folder, "a.pdf");
        await File.WriteAllBytesAsync(file, _authority.Issued());
        var text = await RunAsync("pdfsig", "-nocert", file);
        Assert.Equal(2, text.Split("Signature Validation: Signature is Valid.").Length - 1);
        Assert.Equal(2, text.Split("ETSI.CAdES.detached").Length - 1);
        Assert.Equal(1, text.Split("  - Total document signed").Length - 1);
    }

    [Fact]
    public async Task Openssl_BothSignatures_VerifyAgainstTheRoot()
    {
        var pdf = _authority.Issued();
        await File.WriteAllTextAsync(Path.Combine(_folder, "ca.pem"), _authority.Root.ExportCertificatePem());
        foreach (var field in FormFields.Of(PdfDocument.Open(pdf)).Where(f => f.Dictionary.Name("FT") == "Sig"))
        {
            var document = PdfDocument.Open(pdf);
            var value = document.Dictionary(field.Dictionary["V"])!;
            var range = ((PdfArray)value["ByteRange"]!).Items.Select(i => (int)((PdfToken)i).Number!.Value).ToArray();
            await File.WriteAllBytesAsync(Path.Combine(_folder, "content"), [.. pdf.AsSpan(range[0], range[1]), .. pdf.AsSpan(range[2], range[3])]);
            await File.WriteAllBytesAsync(Path.Combine(_folder, "s.p7s"), ((PdfString)value["Contents"]!).Bytes);
            await RunAsync("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", Path.Combine(_folder, "s.p7s"), "-content", Path.Combine(_folder, "content"),
                "-CAfile", Path.Combine(_folder, "ca.pem"), "-purpose", "any", "-attime", $"{Authority.At.ToUnixTimeSeconds()}", "-out", "/dev/null");
        }
    }

    internal static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Skip($"{tool} is not installed.");
        using var process = Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool}: {await errors}");
        return output;
    }
}
