using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>Score sheet (phiếu chấm điểm) of one unit for one year: self-scored, handed in, appraised.</summary>
public sealed class ScoreSheet : Aggregate
{
    private ScoreSheet()
    {
    }

    public required string UnitCode { get; init; }
    public required int Year { get; init; }
    public required string IndexSetCode { get; init; }

    /// <summary>Ranking block of the unit when the sheet was opened; a later merger does not move old years.</summary>
    public required string Block { get; init; }

    /// <summary>Who opened it; a client's own reference is unique to that client.</summary>
    public required string CreatedBy { get; init; }
    public required string? ExternalRef { get; init; }
    public ScoreSheetState State { get; private set; }
    public Dictionary<string, SheetLeaf> Leaves { get; private set; } = [];
    public SheetScore Score { get; private set; } = null!;

    /// <summary>Index by the unit's own figures when it handed the sheet in.</summary>
    public decimal? SelfIndex { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? AppraisedAt { get; private set; }
    public string? AppraisedBy { get; private set; }

    internal static (ScoreSheet? Sheet, Problem? Problem) Draft(
        Unit unit, int year, IndexSet set, ScoreEntry[] entries, string? externalRef, string by, DateTimeOffset at)
    {
        if (set.State != IndexSetState.Active)
            return (null, Problems.IndexSetNotActive.At("/indexSet"));
        if (!unit.Active)
            return (null, Problems.UnitUnknown.At("/unitCode"));
        if (unit.Block is not { } block || !set.Definition.Blocks.Contains(block))
            return (null, Problems.UnitOutsideBlocks.At("/unitCode", $"Bộ chỉ số áp dụng cho khối {string.Join(", ", set.Definition.Blocks)}; đơn vị thuộc khối {unit.Block ?? "không xếp hạng"}."));
        var (leaves, problem) = Entries.Read(set.Definition, entries);
        if (problem is not null)
            return (null, problem);
        var sheet = new ScoreSheet
        {
            Id = Guid.CreateVersion7(at),
            UnitCode = unit.Code,
            Year = year,
            IndexSetCode = set.Code,
            Block = block,
            CreatedBy = by,
            ExternalRef = externalRef,
            CreatedAt = at,
        };
        sheet.Put(leaves!, set.Definition);
        return (sheet, null);
    }

    internal (LeafChange[] Changes, Problem? Problem) Edit(IndexSet set, ScoreEntry[] entries)
    {
        if (State != ScoreSheetState.Draft)
            return ([], Problems.SheetNotDraft);
        var (leaves, problem) = Entries.Read(set.Definition, entries);
        if (problem is not null)
            return ([], problem);
        var changes = Changes.Between(set.Definition, Leaves, leaves!);
        Put(leaves!, set.Definition);
        Touch();
        return (changes, null);
    }

    internal Problem? Submit(IndexSet set, DateTimeOffset at)
    {
        if (State != ScoreSheetState.Draft)
            return Problems.SheetNotDraft;
        var open = Score.Missing.Where(code => !set.Definition.LeafByCode[code].CityOnly).ToArray();
        if (open.Length > 0)
            return Problems.SheetIncomplete with
            {
                Detail = $"Còn {open.Length} tiêu chí chưa nhập: {string.Join(", ", open)}.",
                Facts = new Dictionary<string, object?> { ["missing"] = open },
            };
        (State, SubmittedAt, SelfIndex) = (ScoreSheetState.Submitted, at, Score.Index);
        Touch();
        return null;
    }

    /// <summary>May be repeated, so that complaints and late surveys can be settled: the last appraisal wins.</summary>
    internal (LeafChange[] Changes, Problem? Problem) Appraise(IndexSet set, LeafVerdict[] verdicts, SurveyResult[] survey, string by, DateTimeOffset at)
    {
        if (State == ScoreSheetState.Draft)
            return ([], Problems.SheetNotSubmitted);
        var (appraisals, problem) = Verdicts.Read(set.Definition, verdicts, survey, by, at);
        if (problem is not null)
            return ([], problem);
        var leaves = new Dictionary<string, SheetLeaf>(Leaves, StringComparer.Ordinal);
        foreach (var (code, appraisal) in appraisals!)
            leaves[code] = (leaves.GetValueOrDefault(code) ?? new SheetLeaf()) with { Appraised = appraisal };
        var changes = Changes.Between(set.Definition, Leaves, leaves);
        Put(leaves, set.Definition);
        (State, AppraisedAt, AppraisedBy) = (ScoreSheetState.Appraised, at, by);
        Touch();
        return (changes, null);
    }

    private void Put(Dictionary<string, SheetLeaf> leaves, IndexDefinition definition)
    {
        Leaves = leaves;
        Score = Scorer.Score(definition, code => leaves.GetValueOrDefault(code)?.Standing);
    }
}

/// <summary>State of a score sheet.</summary>
public enum ScoreSheetState
{
    /// <summary>The unit still works on it.</summary>
    Draft,
    /// <summary>Handed in.</summary>
    Submitted,
    /// <summary>Appraised by the city.</summary>
    Appraised,
}
