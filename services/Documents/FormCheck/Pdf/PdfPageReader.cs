namespace Emulation.Documents.FormCheck.Pdf;

/// <summary>A letter where it stands: x from the left, y (of the baseline) from the top of the page, in points.</summary>
internal readonly record struct Glyph(string Text, double X, double Y, double Width, double Size, string Font, bool Bold, bool Italic, bool Black, bool InFigure = false);

/// <summary>A straight stroke or a thin bar.</summary>
internal readonly record struct Stroke(double X1, double Y1, double X2, double Y2)
{
    public bool Horizontal => Math.Abs(Y1 - Y2) < 1;

    public bool Vertical => Math.Abs(X1 - X2) < 1;

    public double Length => Math.Max(Math.Abs(X2 - X1), Math.Abs(Y2 - Y1));
}

internal sealed record PageContent(int Number, double Width, double Height, IReadOnlyList<Glyph> Glyphs, IReadOnlyList<Stroke> Strokes, int Pictures, bool UnreadableLetters);

/// <summary>Runs through the content of a page and notes where letters and strokes stand; draws nothing.</summary>
internal sealed class PdfPageReader(PdfSource source, WorkBudget budget, Dictionary<object, PdfFont> fonts)
{
    private const int DeepestForm = 12;

    // A page with more is a drawing, whose strokes say nothing about rules and tables.
    private const int MostStrokes = 5_000;

    private readonly List<Glyph> _glyphs = [];
    private readonly List<Stroke> _strokes = [];
    private readonly List<(double X, double Y)> _path = [];
    private readonly List<Stroke> _pending = [];
    private int _pictures;
    private bool _unreadable;
    private int _marks;
    private int _figure;
    private double _height;

    private sealed record State(Matrix Ctm, PdfFont? Font, double Size, double CharSpace, double WordSpace, double Scale, double Leading, double Rise, bool Black, int Mode);

    private State _state = new(Matrix.Identity, null, 0, 0, 0, 1, 0, 0, true, 0);
    private Matrix _text = Matrix.Identity;
    private Matrix _line = Matrix.Identity;

    public PageContent Read(int number, Dictionary<string, object?> page, Dictionary<string, object?> resources, double[] box, int turned, Annotations annotations = Annotations.None)
    {
        var (width, height) = (box[2] - box[0], box[3] - box[1]);
        var start = new Matrix(1, 0, 0, 1, -box[0], -box[1]);
        start = turned switch
        {
            90 => start.Then(new Matrix(0, -1, 1, 0, 0, width)),
            180 => start.Then(new Matrix(-1, 0, 0, -1, width, height)),
            270 => start.Then(new Matrix(0, 1, -1, 0, height, 0)),
            _ => start,
        };
        if (turned is 90 or 270)
            (width, height) = (height, width);
        _height = height;
        _state = _state with { Ctm = start };
        var content = new MemoryStream();
        foreach (var part in source.Resolve(page.GetValueOrDefault("Contents")) switch { List<object?> several => several, PdfStream one => [one], _ => [] })
        {
            if (source.Resolve(part) is not PdfStream stream)
                continue;
            if (source.Data(stream) is { } data)
                content.Write([.. data, (byte)'\n']);
            else
                _unreadable = true;
        }

        Run(content.ToArray(), resources, 0);
        if (annotations != Annotations.None)
            DrawAnnotations(page, start, annotations);
        return new PageContent(number, width, height, _glyphs, _strokes, _pictures, _unreadable);
    }

    /// <summary>What a field or an annotation shows (/AP /N), moved into its rectangle; hidden ones show nothing.</summary>
    private void DrawAnnotations(Dictionary<string, object?> page, Matrix start, Annotations which)
    {
        const int Hidden = 2, NoView = 32, Most = 200;
        var drawn = 0;
        foreach (var entry in source.Items(page.GetValueOrDefault("Annots")) ?? [])
        {
            budget.Step();
            if (source.Entries(entry) is not { } annotation || ((int)(source.Number(annotation.GetValueOrDefault("F")) ?? 0) & (Hidden | NoView)) != 0)
                continue;
            if (which == Annotations.Fields && source.Name(annotation.GetValueOrDefault("FT")) != "Tx")
                continue;
            var shown = source.Resolve(source.Entries(annotation.GetValueOrDefault("AP"))?.GetValueOrDefault("N"));
            if (shown is Dictionary<string, object?> states)
                shown = source.Resolve(states.GetValueOrDefault(source.Name(annotation.GetValueOrDefault("AS")) ?? ""));
            if (shown is not PdfStream form || source.Data(form) is not { } data || Four(annotation.GetValueOrDefault("Rect")) is not { } place || Four(form.Entries.GetValueOrDefault("BBox")) is not { } own)
                continue;
            if (drawn++ == Most)
                return;
            var before = _glyphs.Count;
            _state = new State(new Matrix(1, 0, 0, 1, place[0] - own[0], place[1] - own[1]).Then(start), null, 0, 0, 0, 1, 0, 0, true, 0);
            Run(data, source.Entries(form.Entries.GetValueOrDefault("Resources")) ?? [], 1);
            if (_glyphs.Count == before)
                continue;
            // It lies over the blanks that were left for it.
            var (first, last) = (_glyphs[before], _glyphs[^1]);
            _glyphs.RemoveAll(g => string.IsNullOrWhiteSpace(g.Text) && Math.Abs(g.Y - first.Y) < first.Size / 2 && g.X + g.Width > first.X && g.X < last.X + last.Width);
        }

        double[]? Four(object? value) => source.Items(value) is { Count: 4 } items ? [.. items.Select(n => source.Number(n) ?? 0)] : null;
    }

    private void Run(byte[] content, Dictionary<string, object?> resources, int depth)
    {
        var lexer = new PdfLexer(content, 0, content.Length, budget, references: false);
        var operands = new List<object?>();
        var saved = new Stack<State>();
        for (object? value; !ReferenceEquals(value = lexer.Read(), PdfLexer.Nothing);)
        {
            if (value is not PdfOperator { Word: var word })
            {
                if (operands.Count < 64)
                    operands.Add(value);
                continue;
            }

            if (word == "ID")
            {
                lexer.SkipInlinePicture();
                _pictures++;
            }
            else if (word == "q" && saved.Count < 200)
            {
                saved.Push(_state);
            }
            else if (word == "Q")
            {
                _state = saved.TryPop(out var back) ? back : _state;
            }
            else if (word == "Do")
            {
                Draw(operands, resources, depth);
            }
            else
            {
                Act(word, operands, resources);
            }

            operands.Clear();
        }
    }

    private void Draw(List<object?> operands, Dictionary<string, object?> resources, int depth)
    {
        if (operands is not [PdfName name] || source.Resolve(source.Entries(resources.GetValueOrDefault("XObject"))?.GetValueOrDefault(name.Value)) is not PdfStream stream)
            return;
        if (source.Name(stream.Entries.GetValueOrDefault("Subtype")) != "Form")
        {
            _pictures++;
            return;
        }

        if (depth >= DeepestForm || source.Data(stream) is not { } data)
            return;
        var before = _state;
        if (source.Items(stream.Entries.GetValueOrDefault("Matrix")) is { Count: 6 } m && m.All(n => source.Number(n) is not null))
            _state = _state with { Ctm = Matrix.Of([.. m.Select(n => source.Number(n)!.Value)]).Then(_state.Ctm) };
        Run(data, source.Entries(stream.Entries.GetValueOrDefault("Resources")) ?? resources, depth + 1);
        _state = before;
    }

    private void Act(string word, List<object?> operands, Dictionary<string, object?> resources)
    {
        var n = operands.OfType<double>().ToArray();
        switch (word, n.Length)
        {
            case ("BDC", _) or ("BMC", _):
                _marks++;
                // What a tagged file calls a figure is a drawing with labels, not running text.
                if (_figure == 0 && operands is [PdfName { Value: "Figure" }, ..])
                    _figure = _marks;
                break;
            case ("EMC", _):
                _figure = _figure == _marks ? 0 : _figure;
                _marks = Math.Max(0, _marks - 1);
                break;
            case ("cm", 6): _state = _state with { Ctm = Matrix.Of(n).Then(_state.Ctm) }; break;
            case ("BT", _): _text = _line = Matrix.Identity; break;
            case ("Tf", 1) when operands[0] is PdfName font: _state = _state with { Font = Font(font.Value, resources), Size = n[0] }; break;
            case ("Tc", 1): _state = _state with { CharSpace = n[0] }; break;
            case ("Tw", 1): _state = _state with { WordSpace = n[0] }; break;
            case ("Tz", 1): _state = _state with { Scale = n[0] / 100 }; break;
            case ("TL", 1): _state = _state with { Leading = n[0] }; break;
            case ("Ts", 1): _state = _state with { Rise = n[0] }; break;
            case ("Tr", 1): _state = _state with { Mode = (int)n[0] }; break;
            case ("Tm", 6): _text = _line = Matrix.Of(n); break;
            case ("Td", 2): NextLine(n[0], n[1]); break;
            case ("TD", 2):
                _state = _state with { Leading = -n[1] };
                NextLine(n[0], n[1]);
                break;
            case ("T*", _): NextLine(0, -_state.Leading); break;
            case ("Tj", _) or ("TJ", _): Show(operands); break;
            case ("'", _) or ("\"", _):
                NextLine(0, -_state.Leading);
                Show(operands.TakeLast(1));
                break;
            case ("g", 1) or ("sc", 1) or ("scn", 1): _state = _state with { Black = n[0] < 0.25 }; break;
            case ("rg", 3) or ("sc", 3) or ("scn", 3): _state = _state with { Black = n.All(part => part < 0.3) }; break;
            case ("k", 4) or ("sc", 4) or ("scn", 4): _state = _state with { Black = n[3] > 0.7 || (n[0] > 0.7 && n[1] > 0.7 && n[2] > 0.7) }; break;
            default: Path(word, n); break;
        }
    }

    private void Path(string word, double[] n)
    {
        switch (word, n.Length)
        {
            case ("m", 2) or ("l", 2):
                var to = Point(n[0], n[1]);
                if (word == "l" && _path.Count > 0)
                    _pending.Add(new Stroke(_path[^1].X, _path[^1].Y, to.X, to.Y));
                _path.Add(to);
                break;
            case ("re", 4):
                var (a, b) = (Point(n[0], n[1]), Point(n[0] + n[2], n[1] + n[3]));
                // A thin bar is how many programs draw a rule; a broad box is a frame of four.
                if (Math.Abs(a.Y - b.Y) < 2 || Math.Abs(a.X - b.X) < 2)
                    _pending.Add(Math.Abs(a.Y - b.Y) < Math.Abs(a.X - b.X) ? new Stroke(a.X, a.Y, b.X, a.Y) : new Stroke(a.X, a.Y, a.X, b.Y));
                else
                    _pending.AddRange([new(a.X, a.Y, b.X, a.Y), new(a.X, b.Y, b.X, b.Y), new(a.X, a.Y, a.X, b.Y), new(b.X, a.Y, b.X, b.Y)]);
                break;
            case ("S", _) or ("s", _) or ("f", _) or ("F", _) or ("f*", _) or ("B", _) or ("B*", _) or ("b", _) or ("b*", _):
                // Axes and bars are no rules and no tables.
                foreach (var stroke in _pending.Where(s => _figure == 0 && (s.Horizontal || s.Vertical) && s.Length > 8 && _strokes.Count < MostStrokes))
                    _strokes.Add(stroke);

                _pending.Clear();
                _path.Clear();
                break;
            case ("n", _):
                _pending.Clear();
                _path.Clear();
                break;
        }
    }

    private (double X, double Y) Point(double x, double y)
    {
        var (px, py) = _state.Ctm.Apply(x, y);
        return (px, _height - py);
    }

    private void NextLine(double x, double y) => _text = _line = new Matrix(1, 0, 0, 1, x, y).Then(_line);

    private void Show(IEnumerable<object?> operands)
    {
        foreach (var item in operands.SelectMany(o => o is List<object?> list ? list : [o]))
        {
            if (item is double shift)
                Advance(-shift / 1000 * _state.Size * _state.Scale);
            else if (item is PdfText codes && _state.Font is { } font)
                Show(font, codes.Bytes);
        }
    }

    private void Show(PdfFont font, byte[] codes)
    {
        foreach (var (text, width, blank) in font.Read(codes))
        {
            budget.Glyph();
            var place = new Matrix(1, 0, 0, 1, 0, _state.Rise).Then(_text).Then(_state.Ctm);
            var advance = (width * _state.Size + _state.CharSpace + (blank ? _state.WordSpace : 0)) * _state.Scale;
            var size = _state.Size * place.Up;
            if (text.Length == 0)
                _unreadable |= !font.Readable;
            else if (_state.Mode != 3)
                _glyphs.Add(new Glyph(text, place.E, _height - place.F, width * _state.Size * _state.Scale * place.Across, Math.Round(size, 2), font.Name, font.Bold || _state.Mode == 2, font.Italic || Math.Abs(place.C) > 0.1 * Math.Abs(place.D), _state.Black, _figure > 0));
            Advance(advance);
        }
    }

    private void Advance(double by) => _text = new Matrix(1, 0, 0, 1, by, 0).Then(_text);

    private PdfFont? Font(string name, Dictionary<string, object?> resources)
    {
        var entry = source.Entries(resources.GetValueOrDefault("Font"))?.GetValueOrDefault(name);
        if (source.Entries(entry) is not { } entries)
            return null;
        return fonts.TryGetValue(entries, out var known) ? known : fonts[entries] = new PdfFont(entries, source, budget);
    }
}
