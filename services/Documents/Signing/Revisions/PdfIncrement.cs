using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emulation.Documents.Rendering.Pdf;

namespace Emulation.Documents.Signing.Revisions;

/// <summary>A box on a page in points from its lower left corner.</summary>
public sealed record PdfBox(double X, double Y, double Width, double Height)
{
    internal PdfArray ToArray() => new([PdfToken.Of(X), PdfToken.Of(Y), PdfToken.Of(X + Width), PdfToken.Of(Y + Height)]);
}

/// <summary>One more revision of a file: what was there stays byte for byte, new and changed objects follow with a table of their own.</summary>
internal sealed class PdfIncrement
{
    private readonly byte[] _original;
    private readonly SortedDictionary<int, byte[]> _replaced = [];
    private readonly Dictionary<int, int> _offsets = [];

    public PdfIncrement(byte[] original)
    {
        _original = original;
        Document = PdfDocument.Open(original);
        Added = PdfFile.Loose(Document.NextNumber);
    }

    public PdfDocument Document { get; }

    /// <summary>Takes new objects.</summary>
    public PdfFile Added { get; }

    public void Replace(int number, PdfValue value) => _replaced[number] = Encoding.Latin1.GetBytes(PdfSyntax.Write(value));

    /// <summary>Where an object of this revision begins; known after <see cref="Save"/>.</summary>
    public int OffsetOf(int number) => _offsets[number];

    /// <summary>Puts annotations onto a page.</summary>
    public void AddAnnotations(int page, params int[] annotations)
    {
        var dictionary = Document.Object(page) as PdfDictionary ?? throw PdfFaultException.Broken("thiếu trang để đặt chữ ký");
        var items = (Document.Resolve(dictionary["Annots"]) as PdfArray)?.Items ?? [];
        var all = new PdfArray([.. items, .. annotations.Select(a => new PdfReference(a))]);
        if (dictionary["Annots"] is PdfReference reference)
            Replace(reference.Number, all);
        else
            Replace(page, dictionary.With("Annots", all));
    }

    /// <summary>Puts fields into the form, which is made if there is none.</summary>
    /// <param name="fields">Numbers of the new fields.</param>
    /// <param name="entries">Entries of the form to set.</param>
    public void AddFields(int[] fields, params (string Key, PdfValue Value)[] entries)
    {
        var form = Document.Dictionary(Document.Catalog["AcroForm"]) ?? new PdfDictionary(new Dictionary<string, PdfValue>());
        var items = (Document.Resolve(form["Fields"]) as PdfArray)?.Items ?? [];
        form = form.With("Fields", new PdfArray([.. items, .. fields.Select(f => new PdfReference(f))]));
        foreach (var (key, value) in entries)
            form = form.With(key, value);
        if (Document.Catalog["AcroForm"] is PdfReference reference)
            Replace(reference.Number, form);
        else
            Replace(Document.Root.Number, Document.Catalog.With("AcroForm", form));
    }

    public byte[] Save()
    {
        var file = new MemoryStream();
        file.Write(_original);
        if (_original[^1] is not ((byte)'\n' or (byte)'\r'))
            file.WriteByte((byte)'\n');
        foreach (var (number, body) in _replaced)
        {
            _offsets[number] = (int)file.Length;
            Write(file, $"{number} {GenerationOf(number)} obj\n");
            file.Write(body);
            Write(file, "\nendobj\n");
        }

        foreach (var (index, offset) in Added.Offsets.Index())
            _offsets[Document.NextNumber + index] = (int)(file.Length + offset);
        file.Write(Added.Written());
        var numbers = _replaced.Keys.Concat(Enumerable.Range(Document.NextNumber, Added.Offsets.Count)).Order().ToList();
        var table = file.Length;
        Write(file, "xref\n");
        foreach (var run in Runs(numbers))
        {
            Write(file, $"{run[0]} {run.Count}\n");
            foreach (var number in run)
                Write(file, string.Create(CultureInfo.InvariantCulture, $"{_offsets[number]:0000000000} {GenerationOf(number):00000} n \n"));
        }

        var trailer = Document.Trailer
            .With("Size", PdfToken.Of(Math.Max(Document.NextNumber, numbers.Count == 0 ? 0 : numbers[^1] + 1)))
            .With("Prev", PdfToken.Of(Document.StartXref))
            .With("ID", new PdfArray([FirstId(), new PdfString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length))[..16])]));
        Write(file, $"trailer\n{PdfSyntax.Write(trailer)}\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private int GenerationOf(int number) => Document.Entries.TryGetValue(number, out var entry) ? entry.Generation : 0;

    private PdfString FirstId() => Document.Resolve(Document.Trailer["ID"]) is PdfArray { Items: [PdfString first, ..] } ? first : new PdfString(SHA256.HashData(_original)[..16]);

    private static List<List<int>> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<List<int>>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1][^1] == number - 1)
                runs[^1].Add(number);
            else
                runs.Add([number]);
        }

        return runs;
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
