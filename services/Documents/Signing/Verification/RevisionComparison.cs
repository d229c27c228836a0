using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Writing;

namespace Emulation.Documents.Signing.Verification;

/// <summary>
/// What changed from one revision of a file to a later one, object by object. A signature does not speak for what is appended after it,
/// and readers show the newest of each object: so only signatures and the two blank fields may change, anything else is told.
/// </summary>
internal sealed class RevisionComparison
{
    /// <summary>A signature that covers more of a page than this could hide what stands there. In points.</summary>
    private const double WidestSignature = 110 * 72 / 25.4;
    private const double HighestSignature = 60 * 72 / 25.4;

    private readonly PdfDocument _old;
    private readonly PdfDocument _new;
    private readonly List<RevisionChange> _changes = [];
    private readonly HashSet<int> _newFields;

    private RevisionComparison(PdfDocument old, PdfDocument @new)
    {
        (_old, _new) = (old, @new);
        _newFields = [.. FormFields.Of(@new).Where(f => f.Number > 0).Select(f => f.Number)];
    }

    public static List<RevisionChange> Changes(PdfDocument old, PdfDocument @new)
    {
        var comparison = new RevisionComparison(old, @new);
        comparison.Run();
        return comparison._changes;
    }

    private void Run()
    {
        foreach (var key in _old.Trailer.Entries.Keys.Union(_new.Trailer.Entries.Keys).Except(["Size", "Prev", "ID"]))
        {
            if (!PdfSyntax.Same(_old.Trailer[key], _new.Trailer[key]))
                Forbid($"Mục /{key} của tệp bị thay.");
        }

        var dangling = Dangling();
        var pages = _old.Pages().Index().ToDictionary(p => p.Item, p => p.Index + 1);
        var lists = ListsOf(pages.Keys);
        foreach (var (number, entry) in _new.Entries)
        {
            var before = _old.Entries.GetValueOrDefault(number);
            if (entry == before || (entry.Free && before is null or { Free: true }))
                continue;
            if (before is null or { Free: true })
            {
                // A reference that led nowhere when the file was signed shows something once the object is supplied.
                if (dangling.Contains(number))
                    Forbid("Một chỗ để trống trong bản đã ký bị gắn nội dung vào.");
                continue;
            }

            if (entry.Free)
                Forbid("Một thành phần của bản đã ký bị xóa.");
            else
                CompareObject(number, pages, lists);
        }

        if (_old.Entries.Any(e => !e.Value.Free && !_new.Entries.ContainsKey(e.Key)))
            Forbid("Một thành phần của bản đã ký bị bỏ khỏi tệp.");
    }

    private void CompareObject(int number, Dictionary<int, int> pages, HashSet<int> lists)
    {
        var (before, after) = (_old.Object(number), _new.Object(number));
        if (PdfSyntax.Same(before, after))
            return;
        if (lists.Contains(number) && before is PdfArray && after is PdfArray)
            CompareLists(before, after);
        else if (before is not PdfDictionary was || after is not PdfDictionary @is)
            Forbid(pages.TryGetValue(number, out var changed) ? $"Trang {changed} bị thay." : "Nội dung của bản đã ký bị thay bằng nội dung khác.");
        else if (number == _old.Root.Number)
            CompareCatalog(was, @is);
        else if (_old.Catalog["AcroForm"] is PdfReference form && form.Number == number)
            CompareForm(was, @is);
        else if (pages.TryGetValue(number, out var page))
            ComparePage(was, @is, page);
        else
            CompareField(was, @is);
    }

    private void CompareCatalog(PdfDictionary was, PdfDictionary @is)
    {
        foreach (var key in Differences(was, @is).Where(k => k != "AcroForm"))
            Forbid($"Danh mục của tệp bị thay (/{key}).");
        if (!PdfSyntax.Same(was["AcroForm"], @is["AcroForm"]))
            CompareForm(_old.Dictionary(was["AcroForm"]) ?? new PdfDictionary(new Dictionary<string, PdfValue>()), _new.Dictionary(@is["AcroForm"]) ?? new PdfDictionary(new Dictionary<string, PdfValue>()));
    }

    private void CompareForm(PdfDictionary was, PdfDictionary @is)
    {
        foreach (var key in Differences(was, @is))
        {
            if (key == "Fields")
                CompareLists(was[key], @is[key]);
            else if (key != "SigFlags")
                Forbid($"Biểu mẫu của tệp bị thay (/{key}).");
        }
    }

    private void ComparePage(PdfDictionary was, PdfDictionary @is, int page)
    {
        foreach (var key in Differences(was, @is))
        {
            if (key == "Annots")
                CompareLists(was[key], @is[key], page);
            else
                Forbid($"Trang {page} bị thay nội dung (/{key}).");
        }
    }

    /// <summary>Fields of the form and annotations of a page: the old ones stay in their order, signatures may follow.</summary>
    private void CompareLists(PdfValue? was, PdfValue? @is, int? page = null)
    {
        var before = (_old.Resolve(was) as PdfArray)?.Items ?? [];
        var after = (_new.Resolve(@is) as PdfArray)?.Items ?? [];
        var where = page is null ? "biểu mẫu" : $"trang {page}";
        if (after.Count < before.Count || !before.Zip(after).All(pair => PdfSyntax.Same(pair.First, pair.Second)))
        {
            Forbid($"Thành phần có sẵn trên {where} bị bỏ hoặc bị thay.");
            return;
        }

        foreach (var item in after.Skip(before.Count))
        {
            if (Refusal(item) is { } refused)
                Forbid($"Trên {where} có thêm {refused}.");
            else if (page is null)
                _changes.Add(new RevisionChange(ChangeKind.SignatureAdded, "Thêm một chữ ký."));
        }
    }

    /// <summary>Why an added item is not a signature; null when it is one.</summary>
    private string? Refusal(PdfValue item)
    {
        if (item is not PdfReference reference || _old.Entries.TryGetValue(reference.Number, out var known) && !known.Free || _new.Object(reference.Number) is not PdfDictionary widget)
            return "thành phần lạ";
        var kind = widget.Name("Subtype");
        if (kind != "Widget" || widget.Name("FT") != "Sig" || !_newFields.Contains(reference.Number))
            return kind is "Stamp" or "FreeText" or "Square" ? "hình hoặc chữ đè lên nội dung đã ký" : "thành phần không phải chữ ký";
        if (widget["Kids"] is not null || widget["Parent"] is not null || widget["A"] is not null || widget["AA"] is not null || widget["MK"] is not null)
            return "trường chữ ký mang theo thành phần khác";
        if (_new.Dictionary(widget["V"]) is not { } value || _new.Resolve(value["ByteRange"]) is not PdfArray || _new.Resolve(value["Contents"]) is not PdfString)
            return "khung chữ ký không có chữ ký bên trong";
        var box = FormFields.BoxOf(_new, widget);
        return box.Width > WidestSignature || box.Height > HighestSignature ? "chữ ký có khung quá lớn, che nội dung" : null;
    }

    /// <summary>The two blank fields may be filled once; nothing else of a field may change.</summary>
    private void CompareField(PdfDictionary was, PdfDictionary @is)
    {
        var name = was.Text("T") ?? "";
        var blank = was.Name("FT") == "Tx" && name is FormFields.Number or FormFields.Date && was.Text("V") is null or "";
        if (!blank || Differences(was, @is).Except(["V", "AP"]).Any()
            || @is.Text("V") is not { Length: > 0 and < 60 } text || !IsPlainLook(@is))
        {
            Forbid(name is FormFields.Number or FormFields.Date ? $"Ô {Word(name)} đã điền bị thay đổi." : "Nội dung của bản đã ký bị thay bằng nội dung khác.");
            return;
        }

        _changes.Add(new RevisionChange(ChangeKind.FieldFilled, $"Điền {Word(name)}: {text}."));
    }

    /// <summary>One new drawing that its box cuts off at the edges of the field.</summary>
    private bool IsPlainLook(PdfDictionary field) =>
        field["AP"] is PdfDictionary { Entries: { Count: 1 } } look && look["N"] is PdfReference reference && !_old.Entries.ContainsKey(reference.Number)
        && _new.Object(reference.Number) is PdfStream { Dictionary: var form } && form.Name("Subtype") == "Form" && form["BBox"] is not null;

    private static string Word(string name) => name == FormFields.Number ? "số" : "ngày tháng";

    private static IEnumerable<string> Differences(PdfDictionary was, PdfDictionary @is) =>
        was.Entries.Keys.Union(@is.Entries.Keys).Where(key => !PdfSyntax.Same(was[key], @is[key])).Order(StringComparer.Ordinal);

    private HashSet<int> ListsOf(IEnumerable<int> pages)
    {
        var owners = pages.Select(p => (_old.Object(p) as PdfDictionary)?["Annots"]).Append(_old.Dictionary(_old.Catalog["AcroForm"])?["Fields"]);
        return [.. owners.OfType<PdfReference>().Select(r => r.Number)];
    }

    private HashSet<int> Dangling()
    {
        var missing = new HashSet<int>();
        foreach (var (number, entry) in _old.Entries)
        {
            if (!entry.Free && _old.Object(number) is { } value)
                Visit(value);
        }

        return missing;

        void Visit(PdfValue value)
        {
            switch (value)
            {
                case PdfReference reference when !_old.Entries.TryGetValue(reference.Number, out var target) || target.Free:
                    missing.Add(reference.Number);
                    break;
                case PdfArray array:
                    foreach (var item in array.Items)
                        Visit(item);
                    break;
                case PdfDictionary dictionary:
                    foreach (var item in dictionary.Entries.Values)
                        Visit(item);
                    break;
                case PdfStream stream:
                    Visit(stream.Dictionary);
                    break;
            }
        }
    }

    private void Forbid(string text)
    {
        if (!_changes.Exists(c => c.Text == text))
            _changes.Add(new RevisionChange(ChangeKind.ContentChanged, text));
    }
}
