using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;

namespace Emulation.Documents.Rendering.Office;

/// <summary>Turns a DOCX into a PDF by LibreOffice, where it is installed (ADR 0034).</summary>
/// <remarks>Own profile, one file at a time, a time limit, no network where the system lets a process do without. The exit code proves nothing: the file is looked at.</remarks>
internal sealed class LibreOfficeConverter : IDisposable
{
    private const string Filter = "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"},\"ExportBookmarks\":{\"type\":\"boolean\",\"value\":\"true\"}}";

    private const long MostKept = 64 * 1024 * 1024;

    private readonly SemaphoreSlim _one = new(1);
    private readonly MemoryCache _late = new(new MemoryCacheOptions { SizeLimit = MostKept });
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"emulation-office-{Guid.NewGuid():N}");
    private readonly IConfiguration _configuration;
    private readonly TimeSpan _limit;
    private readonly string? _found = Find("soffice") ?? Find("libreoffice");
    private readonly string? _unshare = Find("unshare");
    private bool? _withoutNetwork;

    /// <summary>Settings <c>Office:Program</c> (path; empty = switched off; left out = looked for in PATH) and <c>Office:TimeLimit</c> (25 seconds: the gateway waits for 30).</summary>
    public LibreOfficeConverter(IConfiguration configuration)
    {
        _configuration = configuration;
        _limit = configuration.GetValue("Office:TimeLimit", TimeSpan.FromSeconds(25));
    }

    public bool IsInstalled => Program is not null;

    private string? Program => _configuration["Office:Program"] is { } path ? File.Exists(path) ? path : null : _found;

    /// <summary>The PDF of a file; one made of late under the same key is given again, for a page shows it each time it is opened.</summary>
    /// <exception cref="OfficeFailedException">It took too long or gave no PDF.</exception>
    public async Task<byte[]> ToPdfAsync(byte[] docx, string key, CancellationToken cancellationToken)
    {
        if (_late.TryGetValue(key, out byte[]? known) && known is not null)
            return known;
        var pdf = await ConvertAsync(docx, cancellationToken);
        _late.Set(key, pdf, new MemoryCacheEntryOptions { Size = pdf.Length, SlidingExpiration = TimeSpan.FromMinutes(15) });
        return pdf;
    }

    private async Task<byte[]> ConvertAsync(byte[] docx, CancellationToken cancellationToken)
    {
        if (Program is not { } program)
            throw new OfficeFailedException("Chưa cài LibreOffice.");
        await _one.WaitAsync(cancellationToken);
        var work = Path.Combine(_folder, Guid.NewGuid().ToString("N"));
        try
        {
            Directory.CreateDirectory(work);
            var source = Path.Combine(work, "van-ban.docx");
            await File.WriteAllBytesAsync(source, docx, cancellationToken);
            _withoutNetwork ??= _unshare is not null && await RunAsync(_unshare, ["--user", "--map-current-user", "--net", "true"], work, cancellationToken) == 0;
            string[] convert = [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--norestore", "--nologo", "--convert-to", Filter, "--outdir", work, source];
            if (_withoutNetwork == true)
                await RunAsync(_unshare!, ["--user", "--map-current-user", "--net", program, .. convert], work, cancellationToken);
            else
                await RunAsync(program, convert, work, cancellationToken);
            var target = Path.Combine(work, "van-ban.pdf");
            var pdf = File.Exists(target) ? await File.ReadAllBytesAsync(target, cancellationToken) : [];
            return pdf.AsSpan().StartsWith("%PDF-"u8) ? pdf : throw new OfficeFailedException("LibreOffice không tạo được PDF từ tệp này.");
        }
        finally
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
            _one.Release();
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _late.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<int> RunAsync(string program, string[] arguments, string work, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = work, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        // Nothing of this service's settings, which may hold secrets, reaches a program that opens foreign files.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";
        start.Environment["HOME"] = _folder;
        start.Environment["TMPDIR"] = work;
        start.Environment["LANG"] = "C.UTF-8";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_limit);
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new OfficeFailedException("Không khởi động được LibreOffice.");
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(output, errors);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            // soffice is a script that starts the real program: all of them must go.
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new OfficeFailedException($"LibreOffice không xong trong {_limit.TotalSeconds:0} giây.");
        }
    }

    private static string? Find(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}

/// <summary>LibreOffice gave no PDF; the message is for the official, in Vietnamese.</summary>
internal sealed class OfficeFailedException(string message) : Exception(message);
