using Emulation.Documents.Rendering;

namespace Emulation.Documents.FormCheck;

internal enum SourceKind
{
    /// <summary>Words alone: no page, no letters' looks.</summary>
    Text,
    Docx,
    Pdf,
}

/// <summary>A file as measured, whatever its format; null = cannot be told from the file. Lengths in points, from the top left corner of the page.</summary>
internal sealed record FormDocument
{
    public required SourceKind Kind { get; init; }

    public required IReadOnlyList<FormParagraph> Paragraphs { get; init; }

    public IReadOnlyList<FormPage> Pages { get; init; } = [];

    /// <summary>Page numbers as found; null where the file has no pages.</summary>
    public PageNumbering? Numbering { get; init; }

    /// <summary>Text read by machine from a picture, without Vietnamese marks: words cannot be judged by their letters.</summary>
    public bool PoorText { get; init; }

    /// <summary>Pages without any text that can be read: pictures of a scan.</summary>
    public int PicturePages { get; init; }

    /// <summary>Insertions and deletions of a review that still stand in the file.</summary>
    public int TrackedChanges { get; init; }

    /// <summary>Length that a signature covers, in bytes, by field; empty = no signature.</summary>
    public IReadOnlyList<long> Signatures { get; init; } = [];
}

/// <summary>A page of a PDF, or a section of a DOCX.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Left">Margin; of a PDF the white that the text leaves, null where too little text stands on the page to tell.</param>
internal sealed record FormPage(int Number, double Width, double Height, double? Left, double? Right, double? Top, double? Bottom, bool HasTable);

/// <summary>Where and how page numbers stand.</summary>
/// <param name="Fault">What is wrong, in Vietnamese; null when all is well.</param>
/// <param name="Unknown">Why it cannot be told; null when it can.</param>
/// <param name="Found">What was found.</param>
internal sealed record PageNumbering(string? Fault, string? Unknown, string Found);

/// <summary>A paragraph; of a PDF's letterhead and signature each line by itself.</summary>
internal sealed record FormParagraph
{
    /// <summary>Composed, single blanks, as printed: automatic numbers included.</summary>
    public required string Text { get; init; }

    /// <summary>Place in the file, from 1.</summary>
    public required int Number { get; init; }

    public int? Page { get; init; }

    /// <summary>Empty where the file does not tell the looks of letters.</summary>
    public IReadOnlyList<FormRun> Runs { get; init; } = [];

    public TextAlign? Align { get; init; }

    /// <summary>How far the first line is drawn in from the margin.</summary>
    public double? FirstLine { get; init; }

    /// <summary>White above, beyond the spacing of lines.</summary>
    public double? GapAbove { get; init; }

    /// <summary>Multiple of the single spacing.</summary>
    public double? LineSpacing { get; init; }

    /// <summary>A cell of a table with rulings: a list, not running text.</summary>
    public bool InRuledTable { get; init; }

    /// <summary>Frame, row and column of a table without rulings that holds the letterhead or the signature.</summary>
    public (int Table, int Row, int Column)? Cell { get; init; }

    public double? X { get; init; }

    public double? Y { get; init; }

    public double? Width { get; init; }

    /// <summary>Length of the rule below; 0 = looked for and not found, null = cannot be told.</summary>
    public double? RuleBelow { get; init; }

    public bool Underlined { get; init; }

    /// <summary>Style in a DOCX.</summary>
    public string? StyleId { get; init; }
}

/// <summary>Part of a paragraph in one look.</summary>
/// <param name="Black">Null = the file leaves it to the reader.</param>
internal sealed record FormRun(string Text, string? Font, double? Size, bool Bold, bool Italic, bool Black);
