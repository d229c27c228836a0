using System.Diagnostics;
using Xunit;

namespace Emulation.Documents.Tests.Certificates;

/// <summary>A second opinion by a reader of QR codes, where one is installed.</summary>
public sealed class QrScanTests
{
    [Fact]
    public async Task Zbarimg_OfThePrintedPage_ReadsTheAddress()
    {
        var (draw, scan) = (Tool("pdftoppm"), Tool("zbarimg"));
        if (draw is null || scan is null)
            Assert.Skip("pdftoppm (poppler-utils) or zbarimg (zbar-tools) is not installed.");
        var folder = Directory.CreateTempSubdirectory("qr").FullName;
        try
        {
            var certificate = Awards.Certificate();
            await File.WriteAllBytesAsync(Path.Combine(folder, "a.pdf"), Awards.Pdf(certificate));
            await RunAsync(draw, "-r", "150", "-png", "-singlefile", Path.Combine(folder, "a.pdf"), Path.Combine(folder, "a"));
            Assert.Equal($"QR-Code:{certificate.Url}", (await RunAsync(scan, "-q", Path.Combine(folder, "a.png"))).Trim());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Tool(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
