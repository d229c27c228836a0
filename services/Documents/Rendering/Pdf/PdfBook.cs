using System.Security.Cryptography;
using System.Text;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Pdf.PdfFile;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Where a book stands between two parts; small, however long the book.</summary>
/// <param name="Next">Next free object number.</param>
/// <param name="Position">Length of the file so far.</param>
/// <param name="Pages">Pages so far.</param>
/// <param name="Forms">Object numbers of what is drawn once for all, by name.</param>
/// <param name="Characters">Characters in use by face: the fonts are embedded once, at the end.</param>
internal sealed record BookState(int Next, long Position, int Pages, Dictionary<string, int> Forms, string[] Characters);

/// <summary>One part of a book as its end needs it.</summary>
/// <param name="Pages">Node of the page tree.</param>
/// <param name="Tags">Node of the tag tree.</param>
/// <param name="Parents">Leaf of the map from marked content to tags.</param>
/// <param name="PageCount">Pages in this part.</param>
/// <param name="FirstPage">Number of its first page in the book, from 0.</param>
internal sealed record BookPart(int Pages, int Tags, int Parents, int PageCount, int FirstPage);

/// <summary>Binds any number of documents into one PDF, part by part: what a part has written need not be kept, so the book may be longer than memory, and may be gone on with after a restart.</summary>
internal sealed class PdfBook
{
    private static readonly byte[] Profile = Pack(SrgbProfile.Build());

    private const int Catalog = 1;
    private const int PageTree = 2;
    private const int TagTree = 3;
    private const int Root = 4;

    private readonly PdfFile _file;
    private readonly Dictionary<string, int> _forms;
    private readonly FontLibrary _library;
    private readonly List<int> _pageNumbers = [];
    private readonly List<int> _items = [];
    private readonly List<int> _parents = [];
    private readonly int _pagesBefore;
    private readonly int _pagesNode;
    private readonly int _tagsNode;

    /// <summary>Begins a book.</summary>
    public PdfBook(FontLibrary library, Stream target)
        // The four numbers kept are filled by the end of the book.
        : this(library, new PdfFile(target, Root + 1, PdfFile.WriteHeader(target)), [], 0)
    {
    }

    /// <summary>Goes on with a book.</summary>
    public PdfBook(FontLibrary library, Stream target, BookState state)
        : this(library, new PdfFile(target, state.Next, state.Position), state.Forms, state.Pages) => Fonts.Remember(state.Characters);

    private PdfBook(FontLibrary library, PdfFile file, Dictionary<string, int> forms, int pages)
    {
        (_library, _file, _forms, _pagesBefore) = (library, file, forms, pages);
        Fonts = new FontBook(library);
        (_pagesNode, _tagsNode) = (file.Reserve(), file.Reserve());
    }

    public FontBook Fonts { get; }

    /// <summary>Places of the objects of this part, in order of their numbers.</summary>
    public IReadOnlyList<long> Offsets => _file.Offsets;

    /// <summary>For the layout of one document of the book.</summary>
    public PdfContext NewContext() => new(_library, Fonts);

    /// <summary>Name under which pages show what is drawn once for the whole book.</summary>
    public string Form(string key, Func<PdfFile, int> write)
    {
        if (!_forms.TryGetValue(key, out var number))
            _forms[key] = number = write(_file);
        return $"X{number}";
    }

    /// <summary>Writes a form of the size of a page.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Size of the page.</param>
    /// <param name="packed">The drawing, packed: a form is the same in every file.</param>
    /// <param name="resources">Entries of its resource dictionary.</param>
    public static int WriteForm(PdfFile file, PageFormat format, byte[] packed, string resources = "") => file.AddPacked(
        packed,
        $"/Type /XObject /Subtype /Form /BBox [0 0 {Number(format.Width)} {Number(format.Height)}] /Resources << {resources} >>");

    /// <summary>Adds the pages of one document.</summary>
    public void Add(PdfContext context, IReadOnlyList<PdfPage> pages)
    {
        var numbers = pages.ToDictionary(page => page, _ => _file.Reserve());
        var nodes = new Dictionary<StructureNode, int>();
        Keep(context.Root);
        foreach (var page in pages)
        {
            var content = _file.AddStream(page.Content);
            _file.Set(numbers[page],
                $"<< /Type /Page /Parent {_pagesNode} 0 R /MediaBox [0 0 {Number(page.Format.Width)} {Number(page.Format.Height)}] " +
                $"/Contents {content} 0 R /StructParents {_pagesBefore + _pageNumbers.Count} /Tabs /S >>");
            _pageNumbers.Add(numbers[page]);
            _parents.Add(_file.Add($"[{string.Join(' ', page.Marks.Select(node => $"{nodes[node]} 0 R"))}]"));
        }

        Emit(context.Root, _tagsNode, "Sect");
        _items.Add(nodes[context.Root]);

        void Keep(StructureNode node)
        {
            nodes[node] = _file.Reserve();
            foreach (var kid in node.Kids.OfType<StructureNode>())
                Keep(kid);
        }

        void Emit(StructureNode node, int above, string type)
        {
            var kids = node.Kids.Select(kid => kid is StructureNode child
                ? $"{nodes[child]} 0 R"
                : $"<< /Type /MCR /Pg {numbers[((MarkedContent)kid).Page]} 0 R /MCID {((MarkedContent)kid).Marker} >>");
            var attributes = node.Attributes is { } given ? $" /A {given}" : "";
            _file.Set(nodes[node], $"<< /Type /StructElem /S /{type} /P {above} 0 R{attributes} /K [{string.Join(' ', kids)}] >>");
            foreach (var kid in node.Kids.OfType<StructureNode>())
                Emit(kid, nodes[node], kid.Type);
        }
    }

    /// <summary>Closes the part; nothing is added to it after this.</summary>
    public (BookPart Part, BookState State) Close()
    {
        _file.Set(_pagesNode, $"<< /Type /Pages /Parent {PageTree} 0 R /Count {_pageNumbers.Count} /Kids [{References(_pageNumbers)}] >>");
        _file.Set(_tagsNode, $"<< /Type /StructElem /S /Part /P {Root} 0 R /K [{References(_items)}] >>");
        var last = _pagesBefore + _pageNumbers.Count - 1;
        var parents = _file.Add($"<< /Limits [{_pagesBefore} {last}] /Nums [{string.Join(' ', _parents.Select((number, i) => $"{_pagesBefore + i} {number} 0 R"))}] >>");
        return (new BookPart(_pagesNode, _tagsNode, parents, _pageNumbers.Count, _pagesBefore), new BookState(_file.Next, _file.Position, last + 1, _forms, Fonts.Characters));
    }

    /// <summary>Ends a book of this one part, written as a whole into memory.</summary>
    public byte[] Save(MemoryStream target, OfficialDocument about)
    {
        var (part, state) = Close();
        var id = Convert.ToHexString(SHA256.HashData(target.GetBuffer().AsSpan(0, (int)target.Length)).AsSpan(0, 16));
        Finish(_library, target, state, [part], Offsets, about, id);
        return target.ToArray();
    }

    /// <summary>Writes what all parts share: page tree, tags, fonts, properties, and the table.</summary>
    /// <param name="library">The faces.</param>
    /// <param name="target">Takes the end of the file.</param>
    /// <param name="state">Where the last part ended.</param>
    /// <param name="parts">All parts in order.</param>
    /// <param name="offsets">Places of the objects of all parts in order; read once, part by part.</param>
    /// <param name="about">Title, author and time for the properties.</param>
    /// <param name="id">32 hexadecimal digits that name the content.</param>
    public static void Finish(FontLibrary library, Stream target, BookState state, IReadOnlyList<BookPart> parts, IEnumerable<long> offsets, OfficialDocument about, string id)
    {
        var file = new PdfFile(target, state.Next, state.Position);
        // A part in which nothing could be printed has nodes and no pages.
        var filled = parts.Where(p => p.PageCount > 0).ToList();
        var book = new FontBook(library);
        book.Remember(state.Characters);
        var fonts = book.Write(file);
        var forms = string.Join(' ', state.Forms.Values.Select(number => $"/X{number} {number} 0 R"));
        file.Set(PageTree,
            $"<< /Type /Pages /Count {state.Pages} /Kids [{References(filled.Select(p => p.Pages))}] /Resources << /Font << {fonts} >> /XObject << {forms} >> >> >>");
        file.Set(TagTree,
            $"<< /Type /StructTreeRoot /K {Root} 0 R /ParentTree << /Kids [{References(filled.Select(p => p.Parents))}] >> /ParentTreeNextKey {state.Pages} >>");
        file.Set(Root, $"<< /Type /StructElem /S /Document /P {TagTree} 0 R /K [{References(filled.Select(p => p.Tags))}] >>");
        var metadata = file.AddStream(Encoding.UTF8.GetBytes(PdfMetadata.Xmp(about)), "/Type /Metadata /Subtype /XML", compress: false);
        var profile = file.AddPacked(Profile, "/N 3");
        file.Set(Catalog,
            $"<< /Type /Catalog /Pages {PageTree} 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> /StructTreeRoot {TagTree} 0 R /Metadata {metadata} 0 R " +
            $"/ViewerPreferences << /DisplayDocTitle true >> " +
            $"/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R >>] >>");
        var info = file.Add(PdfMetadata.Info(about));
        var start = file.BeginTable(file.Next);
        file.WriteEntries(file.Kept);
        file.WriteEntries(offsets);
        file.WriteEntries(file.Offsets);
        file.EndTable(start, file.Next, Catalog, info, id);
    }

    private static string References(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(n => $"{n} 0 R"));
}
