using System.Diagnostics;

namespace Emulation.Benchmarks.Documents;

/// <summary>LibreOffice as converter, with a profile of its own.</summary>
internal sealed class Office : IDisposable
{
    // One call silently converts at most 247 files and still exits 0.
    private const int Batch = 100;

    private readonly string _program;
    private readonly string _profile = Directory.CreateTempSubdirectory("office-profile").FullName;

    private Office(string program) => _program = program;

    /// <summary>Most memory that it was seen to hold, in megabytes.</summary>
    public double PeakMegabytes { get; private set; }

    /// <summary>Null when it is not installed.</summary>
    public static Office? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists) is { } program ? new Office(program) : null;

    public async Task ConvertAsync(string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "pdf")).FullName;
        foreach (var old in Directory.EnumerateFiles(target))
            File.Delete(old);
        var files = Directory.GetFiles(folder, "*.docx").Order(StringComparer.Ordinal).ToArray();
        foreach (var batch in files.Chunk(Batch))
            await ConvertAsync(batch, target);
        var missing = files.Count(file => !File.Exists(Path.Combine(target, Path.ChangeExtension(Path.GetFileName(file), "pdf"))));
        if (missing > 0)
            throw new InvalidOperationException($"LibreOffice left out {missing} of {files.Length} files.");
    }

    public void Dispose() => Directory.Delete(_profile, recursive: true);

    private async Task ConvertAsync(string[] files, string target)
    {
        using var process = Process.Start(new ProcessStartInfo(_program,
            [$"-env:UserInstallation=file://{_profile}", "--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", target, .. files])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        while (!process.HasExited)
        {
            Watch();
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(200));
        }

        await output;
    }

    /// <summary>The script starts the program proper as another process; both know the profile.</summary>
    private void Watch()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(_profile, StringComparison.Ordinal))
                    PeakMegabytes = Math.Max(PeakMegabytes, Peak(folder));
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
            catch (UnauthorizedAccessException)
            {
                // Someone else's.
            }
        }
    }

    private static double Peak(string folder) =>
        File.ReadLines(Path.Combine(folder, "status")).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024
            : 0;
}
