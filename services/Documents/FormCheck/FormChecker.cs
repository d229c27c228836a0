using System.Text;
using Emulation.Documents.FormCheck.Checks;
using Emulation.Documents.FormCheck.Reading;
using Emulation.Documents.Rendering.Fonts;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.FormCheck;

/// <summary>What one file came out with.</summary>
internal sealed record FormReport(FormDocument Document, FormNature Nature, IReadOnlyList<Finding> Findings)
{
    public IEnumerable<Finding> Deviations => Findings.Where(f => f.Verdict == Verdict.Deviates);
}

/// <summary>Measures a file against Nghị định 30/2020 (thể thức). Keeps nothing.</summary>
internal sealed class FormChecker(FontLibrary fonts) : IDisposable
{
    // Measuring keeps a core busy: the rest of the service must have one too.
    private readonly SemaphoreSlim _rooms = new(Math.Max(1, Environment.ProcessorCount - 1));

    public async Task<FormReport> CheckAsync(byte[] bytes, PlaceCatalogue places, CancellationToken cancellationToken)
    {
        await _rooms.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Check(bytes, places, new WorkBudget(cancellationToken)), cancellationToken);
        }
        finally
        {
            _rooms.Release();
        }
    }

    /// <exception cref="UnreadableFileException">The file cannot be read, could do harm, or costs too much.</exception>
    public FormReport Check(byte[] bytes, PlaceCatalogue places, WorkBudget budget)
    {
        var nature = FileSafety.Editable(bytes);
        if (nature.Fault == FileFault.Unsafe)
            throw new UnreadableFileException(nature.Detail!);
        var document = nature.MediaType switch
        {
            FileSafety.Word => DocxFormReader.Read(bytes, budget),
            FileSafety.Pdf => PdfFormReader.Read(bytes, budget),
            null when LooksLikeText(bytes) => TextFormReader.Read(bytes, budget),
            _ => throw new UnreadableFileException("Chỉ nhận tệp DOCX, PDF hoặc văn bản thuần (UTF-8)."),
        };
        return Judge(document, places);
    }

    private FormReport Judge(FormDocument document, PlaceCatalogue places)
    {
        var parts = new FormParts(document);
        return new FormReport(document, parts.Nature, [.. PageChecks.Of(parts), .. HeadChecks.Of(parts, fonts, places), .. BasisChecks.Of(parts), .. BodyChecks.Of(parts), .. NumberingChecks.Of(parts), .. FootChecks.Of(parts)]);
    }

    private static bool LooksLikeText(byte[] bytes) => bytes.AsSpan().IndexOf((byte)0) < 0 && Encoding.UTF8.GetCharCount(bytes) > 0;

    public void Dispose() => _rooms.Dispose();
}
