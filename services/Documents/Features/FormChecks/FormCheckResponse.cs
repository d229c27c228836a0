using Emulation.Documents.FormCheck;

namespace Emulation.Documents.Features.FormChecks;

/// <summary>A file measured against Nghị định 30/2020/NĐ-CP (thể thức văn bản).</summary>
public sealed record FormCheckResponse
{
    /// <summary><c>docx</c>, <c>pdf</c> or <c>text</c>, by the bytes of the file.</summary>
    public required string FileKind { get; init; }

    /// <summary>Kind of document found in the file; it decides which rules apply.</summary>
    public required FormNature Nature { get; init; }

    /// <summary>Pages of a PDF, sections of a DOCX; null for text.</summary>
    public int? Pages { get; init; }

    /// <summary>Paragraphs that were read.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>The text was read by machine from a picture and lacks Vietnamese marks: words were judged only where that does no harm.</summary>
    public required bool PoorText { get; init; }

    /// <summary>Pages that are pictures without text; nothing on them could be measured.</summary>
    public required int PicturePages { get; init; }

    /// <summary>What departs from the decree, in the order of its elements.</summary>
    public required FormDeviation[] Deviations { get; init; }

    /// <summary>What was measured and found as the decree asks.</summary>
    public required FormMeasured[] Fine { get; init; }

    /// <summary>What could not be told from this file (chưa xác định), with the reason.</summary>
    public required FormMeasured[] Unknown { get; init; }

    /// <summary>What the decree does not ask of this kind of document (không áp dụng), with the reason.</summary>
    public required FormMeasured[] NotApplicable { get; init; }

    internal static FormCheckResponse Of(FormReport report) => new()
    {
        FileKind = report.Document.Kind switch { SourceKind.Docx => "docx", SourceKind.Pdf => "pdf", _ => "text" },
        Nature = report.Nature,
        Pages = report.Document.Pages.Count > 0 ? report.Document.Pages.Count : null,
        Paragraphs = report.Document.Paragraphs.Count,
        PoorText = report.Document.PoorText,
        PicturePages = report.Document.PicturePages,
        Deviations = [.. report.Deviations.Select(f => new FormDeviation
        {
            Code = f.Rule.Code,
            Severity = f.Severity,
            Element = f.Rule.Title,
            Page = f.Page ?? f.At?.Page,
            Paragraph = f.At?.Number,
            Text = f.At is { } at ? FormText.Short(at.Text) : null,
            Found = f.Found,
            Asked = f.Rule.Asked,
            Law = f.Rule.Law,
        })],
        Fine = [.. Measured(report, Verdict.Fine)],
        Unknown = [.. Measured(report, Verdict.Unknown)],
        NotApplicable = [.. Measured(report, Verdict.NotAsked)],
    };

    private static IEnumerable<FormMeasured> Measured(FormReport report, Verdict verdict) =>
        report.Findings.Where(f => f.Verdict == verdict).Select(f => new FormMeasured(f.Rule.Code, f.Rule.Title, f.Found));
}

/// <summary>A deviation from the decree.</summary>
public sealed record FormDeviation
{
    /// <summary>Rule: TT and two digits; stable.</summary>
    public required string Code { get; init; }

    public required FormSeverity Severity { get; init; }

    /// <summary>Element of the document, in Vietnamese.</summary>
    public required string Element { get; init; }

    /// <summary>Page from 1 (section of a DOCX); null where it concerns the whole file or the file has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Paragraph from 1 in the order of reading; null where it concerns the whole file.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Beginning of that paragraph.</summary>
    public string? Text { get; init; }

    /// <summary>What was found, in Vietnamese.</summary>
    public required string Found { get; init; }

    /// <summary>What the decree asks, in Vietnamese.</summary>
    public required string Asked { get; init; }

    /// <summary>Place in the decree.</summary>
    public required string Law { get; init; }
}

/// <summary>An element that was measured, or could not be.</summary>
/// <param name="Code">Rule: TT and two digits.</param>
/// <param name="Element">Element of the document, in Vietnamese.</param>
/// <param name="Found">What was found; why it could not be told.</param>
public sealed record FormMeasured(string Code, string Element, string Found);
