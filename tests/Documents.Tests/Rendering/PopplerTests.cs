using System.Diagnostics;
using System.Text;
using Xunit;

namespace Emulation.Documents.Tests.Rendering;

/// <summary>A second opinion by other people's tools, where they are installed.</summary>
public sealed class PopplerTests
{
    [Fact]
    public async Task Pdftotext_Decision_ReadsVietnameseInOrder()
    {
        var text = await RunAsync("pdftotext", Render.Pdf(Samples.Decision(3)), ["-enc", "UTF-8", "-layout", "{file}", "-"]);
        Assert.Equal(text.Normalize(NormalizationForm.FormC), text);
        foreach (var part in (string[])["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUYẾT ĐỊNH", "Điều 1. Tặng Cờ thi đua", "Đoàn Thị Minh Khuê", "- Lưu: VT, SNV."])
            Assert.Contains(part, text);
        Assert.True(text.IndexOf("Điều 1.", StringComparison.Ordinal) < text.IndexOf("Điều 3.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pdffonts_Proposal_AreSubsetEmbeddedAndMappedToUnicode()
    {
        var rows = (await RunAsync("pdffonts", Render.Pdf(Samples.Proposal(5)), ["{file}"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Matches(@"^[A-Z]{6}\+LiberationSerif\S* +CID TrueType +Identity-H +yes yes yes", row));
    }

    internal static async Task<string> RunAsync(string tool, byte[] pdf, string[] arguments)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Skip($"{tool} (poppler-utils) is not installed.");
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo(path!, arguments.Select(a => a.Replace("{file}", file))) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal("", await errors);
            Assert.Equal(0, process.ExitCode);
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
