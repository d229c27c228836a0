using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using static Emulation.Scoring.Features.IndexSets.IndexSetSheets;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>Reads the tree of an index set from its workbook; what else the set lays down is read by <see cref="IndexSetHeadReader"/>.</summary>
internal sealed class IndexSetSheetsReader
{
    private readonly List<(TableRow Row, List<(TableRow Row, List<SubCriterion> Leaves)> Criteria)> _areas = [];
    private readonly List<Adjustment> _adjustments = [];
    private readonly WorkbookPlaces _places = new(TreeSheet);

    /// <summary>The set, or what cannot be read; whether the set makes sense is for the definition to say.</summary>
    /// <param name="book">The workbook.</param>
    /// <param name="code">Code of the set that is to be revised; null = a new one, whose code the workbook must give.</param>
    public static (CreateIndexSetRequest? Set, WorkbookPlaces Places, Problem? Problem) Read(ReadBook book, string? code)
    {
        var tree = new IndexSetSheetsReader();
        tree.Rows(book.Table(TreeSheet, [Tree.Level, Tree.Code, Tree.Name, Tree.Max, Tree.Kind, Tree.Figures], Tree.NotApplicable, Tree.Unit, Tree.Clause, Tree.Proof));
        var areas = tree.Areas();
        var set = IndexSetHeadReader.Read(book, tree._places, code) is { } head ? head with { Areas = areas, Adjustments = [.. tree._adjustments] } : null;
        return book.Problem is { } problem ? (null, tree._places, problem) : (set, tree._places, null);
    }

    private void Rows(Table table)
    {
        foreach (var row in table.Rows)
        {
            switch (row.Choice(Tree.Level, Levels))
            {
                case 1:
                    Unused(row, Tree.Kind, Tree.Figures, Tree.NotApplicable, Tree.Unit, Tree.Clause, Tree.Proof);
                    Note($"/areas/{_areas.Count}", row);
                    _areas.Add((row, []));
                    break;
                case 2 when _areas.Count > 0:
                    Note($"/areas/{_areas.Count - 1}/criteria/{_areas[^1].Criteria.Count}", row);
                    _areas[^1].Criteria.Add((row, []));
                    break;
                case 2:
                    row.Fault(Tree.Level, "Tiêu chí phải nằm dưới một lĩnh vực.");
                    break;
                case 3 when _areas.Count > 0 && _areas[^1].Criteria.Count > 0:
                    Leaf(row, _areas[^1].Criteria[^1].Leaves);
                    break;
                case 3:
                    row.Fault(Tree.Level, "Tiêu chí thành phần phải nằm dưới một tiêu chí.");
                    break;
                case 4:
                    Adjustment(row);
                    break;
                default:
                    if (!row.Has(Tree.Level))
                        row.Fault(Tree.Level, $"Ô “{Tree.Level}” phải có nội dung.");
                    break;
            }
        }
        if (table.Header > 0 && _areas.Count == 0)
            table.Fault(null, "Bảng không có lĩnh vực nào.");
    }

    private static readonly Dictionary<string, int> Levels = new() { [Level.Area] = 1, [Level.Criterion] = 2, [Level.Leaf] = 3, [Level.Adjustment] = 4 };

    private Area[] Areas() => [.. _areas.Select(a => new Area
    {
        Code = a.Row.Needed(Tree.Code),
        Name = a.Row.Needed(Tree.Name),
        Max = a.Row.NeededDecimal(Tree.Max),
        Criteria = [.. a.Criteria.Select(c => Criterion(c.Row, c.Leaves))],
    })];

    private static Criterion Criterion(TableRow row, List<SubCriterion> leaves) => new()
    {
        Code = row.Needed(Tree.Code),
        Name = row.Needed(Tree.Name),
        Max = row.NeededDecimal(Tree.Max),
        Formula = row.Has(Tree.Kind) || row.Has(Tree.Figures) ? Formula(row) : null,
        Leaves = [.. leaves],
        NotApplicableAllowed = row.YesNo(Tree.NotApplicable) ?? false,
        Unit = row.Text(Tree.Unit),
        Clause = row.Text(Tree.Clause),
        VerificationDocument = row.Text(Tree.Proof),
    };

    private void Leaf(TableRow row, List<SubCriterion> leaves)
    {
        Note($"/areas/{_areas.Count - 1}/criteria/{_areas[^1].Criteria.Count - 1}/leaves/{leaves.Count}", row);
        leaves.Add(new SubCriterion
        {
            Code = row.Needed(Tree.Code),
            Name = row.Needed(Tree.Name),
            Max = row.NeededDecimal(Tree.Max),
            Formula = Formula(row) ?? new YesNo(),
            NotApplicableAllowed = row.YesNo(Tree.NotApplicable) ?? false,
            Unit = row.Text(Tree.Unit),
            Clause = row.Text(Tree.Clause),
            VerificationDocument = row.Text(Tree.Proof),
        });
    }

    private void Adjustment(TableRow row)
    {
        Unused(row, Tree.Max, Tree.NotApplicable, Tree.Unit, Tree.Clause);
        Note($"/adjustments/{_adjustments.Count}", row);
        _adjustments.Add(new Adjustment { Code = row.Needed(Tree.Code), Name = row.Needed(Tree.Name), Formula = Formula(row) ?? new YesNo(), VerificationDocument = row.Text(Tree.Proof) });
    }

    /// <summary>Null, and a fault, when kind or figures cannot be read.</summary>
    private static Formula? Formula(TableRow row)
    {
        var written = row.Needed(Tree.Kind);
        if (written.Length == 0)
            return null;
        if (FormulaKind.Find(written) is not { } kind)
        {
            row.Fault(Tree.Kind, $"Không có kiểu chấm “{NumberText.Short(written)}”; ghi một trong: {string.Join("; ", FormulaKind.All.Select(k => k.ToString()))}.");
            return null;
        }
        var figures = row.Text(Tree.Figures);
        var (formula, fault) = FormulaNotation.Read(kind, figures ?? "");
        // A faulty cell of figures reads as blank, and has been told of already.
        if (fault is not null && (figures is not null || !row.Has(Tree.Figures)))
            row.Fault(Tree.Figures, fault);
        return formula;
    }

    private static void Unused(TableRow row, params string[] headers)
    {
        foreach (var header in headers.Where(row.Has))
            row.Fault(header, $"Dòng “{row.Text(Tree.Level)}” không dùng cột “{header}”; hãy để trống.");
    }

    private void Note(string at, TableRow row)
    {
        foreach (var (pointer, header) in new[]
        {
            ("", Tree.Code), ("/code", Tree.Code), ("/name", Tree.Name), ("/max", Tree.Max), ("/formula", Tree.Kind), ("/formula/*", Tree.Figures), ("/notApplicableAllowed", Tree.NotApplicable),
            ("/unit", Tree.Unit), ("/clause", Tree.Clause), ("/verificationDocument", Tree.Proof),
        })
            _places.Note(at + pointer, TreeSheet, row.Place(header));
    }
}
