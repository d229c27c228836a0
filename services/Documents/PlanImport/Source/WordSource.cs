using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Emulation.Documents.PlanImport.Source;

/// <summary>Reads a Word file: paragraphs with their automatic numbers written out, tables cell by cell. The file has passed <c>FileSafety</c>.</summary>
internal sealed class WordSource
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const int MostTables = 200, Deepest = 50, DeepestElement = 200;

    /// <summary>Characters of a part of the file; a plan has some hundred thousand.</summary>
    private const long LargestPart = 30_000_000;

    private readonly StringBuilder _text = new();
    private readonly List<ImportedTable> _tables = [];
    private readonly List<string> _notes = [];
    private readonly WordNumbering _numbering;
    private int _line = 1;

    private WordSource(WordNumbering numbering) => _numbering = numbering;

    /// <returns>Null when the file has no body.</returns>
    public static (SourceText Text, ImportedTable[] Tables)? Read(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (Load(zip, "word/document.xml")?.Root?.Element(W + "body") is not { } body)
            return null;
        var reader = new WordSource(WordNumbering.Of(Load(zip, "word/numbering.xml"), Load(zip, "word/styles.xml")));
        reader.Blocks(body);
        if (body.Descendants(W + "drawing").Any() && reader._text.Length < 200)
            reader._notes.Add("Tệp Word chủ yếu là hình ảnh; chữ trong hình không đọc được.");
        if (body.Descendants(W + "ins").Any() || body.Descendants(W + "del").Any())
            reader._notes.Add("Tệp còn theo dõi sửa đổi (Track Changes): đọc theo bản đã chấp nhận các sửa đổi.");
        return (new(reader._text.ToString(), WholeParagraphs: true, [.. reader._notes]), [.. reader._tables]);
    }

    private static XDocument? Load(ZipArchive zip, string part)
    {
        if (zip.GetEntry(part) is not { } entry)
            return null;
        // Looked through before it is loaded: work on an element grows with how deep it lies, and no plan is that deep.
        using (var look = Open(entry))
        {
            while (look.Read())
            {
                if (look.Depth > DeepestElement)
                    throw new XmlException("Too deep.");
            }
        }

        using var reader = Open(entry);
        return XDocument.Load(reader);
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart, CloseInput = true,
    });

    private void Blocks(XElement parent, int depth = 0)
    {
        if (depth > Deepest)
            return;
        foreach (var block in parent.Elements())
        {
            if (block.Name == W + "p")
                Write(Paragraph(block));
            else if (block.Name == W + "tbl")
                Table(block);
            else if (block.Name == W + "sdt" && block.Element(W + "sdtContent") is { } content)
                Blocks(content, depth + 1);
        }
    }

    private void Write(string paragraph)
    {
        foreach (var line in paragraph.Split('\n'))
        {
            _text.Append(line).Append('\n');
            _line++;
        }
    }

    private string Paragraph(XElement p)
    {
        var mark = _numbering.Next(p.Element(W + "pPr"));
        var words = Words(p);
        return mark is null || words.Trim().Length == 0 ? words : $"{mark} {words}";
    }

    private static string Words(XElement p)
    {
        var text = new StringBuilder();
        // What was struck out, what is only the code of a field, and notes are no text of the plan.
        foreach (var node in p.Descendants().Where(e => !e.Ancestors(W + "del").Any() && !e.Ancestors().TakeWhile(a => a != p).Any(a => a.Name == W + "p")))
        {
            if (node.Name == W + "t")
                text.Append(node.Value);
            else if (node.Name == W + "tab" && node.Parent?.Name == W + "r")
                text.Append('\t');
            else if (node.Name == W + "br" || node.Name == W + "cr")
                text.Append('\n');
            else if (node.Name == W + "noBreakHyphen")
                text.Append('-');
        }
        return text.ToString();
    }

    /// <summary>Letterhead and foot are tables without lines: their cells follow one another. A table of content is kept beside the text too.</summary>
    private void Table(XElement table)
    {
        var start = _line;
        List<string[]> rows = [];
        string? kind = null;
        foreach (var row in table.Elements(W + "tr"))
        {
            var cells = row.Elements(W + "tc").Select(c => c.Elements(W + "p").Select(Paragraph).ToArray()).ToArray();
            rows.Add([.. cells.Select(c => string.Join(' ', c.Select(l => l.Trim())).Trim())]);
            kind ??= KindOf(rows[0]);
            if (kind == "other")
                foreach (var line in cells.SelectMany(c => c))
                    Write(line);
            else
                Write(string.Join(" | ", rows[^1]).Replace('\n', ' '));
        }
        if (_tables.Count < MostTables && rows.Count >= 2 && rows[0].Length >= 2)
            _tables.Add(new(start, kind ?? "other", [.. rows]));
    }

    private static string KindOf(string[] head)
    {
        var names = string.Join('|', head.Select(MappedText.BareOf));
        return names.Contains("tieu chi", StringComparison.Ordinal) || names.Contains("chi tieu", StringComparison.Ordinal) ? "criteria"
            : names.Contains("ho va ten", StringComparison.Ordinal) || names.Contains("ho ten", StringComparison.Ordinal) ? "council" : "other";
    }
}
