using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Emulation.Documents.PlanImport.Source;

/// <summary>How reading a PDF ended.</summary>
internal enum PdfOutcome
{
    Read,
    /// <summary>No <c>pdftotext</c> on this machine.</summary>
    NoReader,
    /// <summary>The reader refused the file.</summary>
    Unreadable,
    /// <summary>Pages without text: a scan.</summary>
    OnlyImages,
}

/// <summary>Reads the text of a PDF with <c>pdftotext</c> (package poppler-utils), an optional helper of this service.</summary>
internal sealed class PdfSource(IConfiguration configuration)
{
    private const int FewestLetters = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string _program = configuration["PlanImport:PdfToText"] ?? "pdftotext";

    public async Task<(PdfOutcome Outcome, SourceText? Text)> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("plan-import-");
        try
        {
            var file = Path.Combine(folder.FullName, "plan.pdf");
            await File.WriteAllBytesAsync(file, bytes, cancellationToken);
            var start = new ProcessStartInfo(_program, ["-q", "-enc", "UTF-8", "-layout", file, "-"]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
            // Nothing of this service's settings, which may hold secrets, reaches a program that opens foreign files.
            start.Environment.Clear();
            start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
            start.Environment["LANG"] = "C.UTF-8";
            using var process = new Process { StartInfo = start };
            try
            {
                process.Start();
            }
            catch (Win32Exception)
            {
                return (PdfOutcome.NoReader, null);
            }
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            try
            {
                // Read off, not kept: a file can make the program complain a million times.
                var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
                var text = await Bounded(process.StandardOutput, limit.Token);
                await errors;
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode != 0 ? (PdfOutcome.Unreadable, null)
                    : text.Count(char.IsLetter) < FewestLetters ? (PdfOutcome.OnlyImages, null)
                    : (PdfOutcome.Read, new(text.TrimEnd('\f').Replace("\0", "", StringComparison.Ordinal), Paged: true));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return (PdfOutcome.Unreadable, null);
            }
            finally
            {
                if (!process.HasExited)
                    process.Kill(entireProcessTree: true);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>One character more than is looked at is enough to know that it is too long; the rest is read off, so that the program can end.</summary>
    private static async Task<string> Bounded(StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[64 * 1024];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
            if (text.Length <= SourceText.Longest)
                text.Append(buffer, 0, read);
        return text.ToString();
    }
}
