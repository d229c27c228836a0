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

    // Domain 4.5: the person's signature is blue, the seal red and over its left third; nothing of either stands elsewhere on the page.
    [Fact]
    public async Task Pdftoppm_IssuedDocument_ShowsBlueAndRedWhereTheyBelong()
    {
        var file = Path.Combine(_folder, "a.pdf");
        await File.WriteAllBytesAsync(file, _authority.Issued());
        await RunAsync("pdftoppm", "-r", "72", "-f", "1", "-l", "1", file, Path.Combine(_folder, "page"));
        var image = await File.ReadAllBytesAsync(Directory.GetFiles(_folder, "page*.ppm").Single());
        var header = Encoding.ASCII.GetString(image, 0, 20).Split('\n');
        var (width, height) = (int.Parse(header[1].Split(' ')[0]), int.Parse(header[1].Split(' ')[1]));
        var start = image.Length - width * height * 3;
        var (blue, red) = (new List<(int X, int Y)>(), new List<(int X, int Y)>());
        for (var i = 0; i < width * height; i++)
        {
            var (r, g, b) = (image[start + 3 * i], image[start + 3 * i + 1], image[start + 3 * i + 2]);
            if (b > r + 60 && b > g + 40)
                blue.Add((i % width, height - i / width));
            else if (r > b + 80 && r > g + 80)
                red.Add((i % width, height - i / width));
        }

        var (person, seal) = (Authority.Frozen.Place.Person, Authority.Frozen.Place.Organisation);
        Assert.True(blue.Count > 200 && red.Count > 500, $"{blue.Count} blue, {red.Count} red");
        Assert.All(blue, p => Assert.True(p.X >= person.X + person.Width / 3 - 1 && p.X <= person.X + person.Width + 1 && p.Y >= person.Y - 1 && p.Y <= person.Y + person.Height + 1, $"{p}"));
        Assert.All(red, p => Assert.True(p.X >= seal.X - 1 && p.X <= seal.X + seal.Width + 1 && p.Y >= seal.Y - 1 && p.Y <= seal.Y + seal.Height + 1, $"{p}"));
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
