using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rounds;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>Score sheet (phiếu chấm điểm) of one unit for one year: self-scored, approved, appraised, explained, appraised again, made final (domain 2.6).</summary>
public sealed partial class ScoreSheet : Aggregate
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

    /// <summary>Leader who approved the self score: name and position as on the unit's report.</summary>
    public string? Approver { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Last day to explain, itself included; null when nothing is to be explained.</summary>
    public DateOnly? ExplainUntil { get; private set; }
    public DateTimeOffset? AppraisedAt { get; private set; }
    public string? AppraisedBy { get; private set; }
    public DateTimeOffset? FinalAt { get; private set; }

    internal static (ScoreSheet? Sheet, Problem? Problem) Draft(
        Unit unit, Round round, IndexSet set, ScoreEntry[] entries, IReadOnlySet<Guid> evidence, string? externalRef, string by, DateTimeOffset at)
    {
        if (round.Locked(unit.Code, at) is { } locked)
            return (null, locked);
        var (leaves, problem) = Entries.Read(set.Definition, entries, evidence);
        if (problem is not null)
            return (null, problem);
        var sheet = new ScoreSheet
        {
            Id = Guid.CreateVersion7(at),
            UnitCode = unit.Code,
            Year = round.Year,
            IndexSetCode = set.Code,
            Block = round.Block,
            CreatedBy = by,
            ExternalRef = externalRef,
            CreatedAt = at,
        };
        sheet.Put(leaves!, set.Definition);
        return (sheet, null);
    }

    internal (LeafChange[] Changes, Problem? Problem) Edit(IndexSet set, Round round, ScoreEntry[] entries, IReadOnlySet<Guid> evidence, DateTimeOffset at)
    {
        if (State != ScoreSheetState.Draft)
            return ([], Problems.SheetNotDraft);
        if (round.Locked(UnitCode, at) is { } locked)
            return ([], locked);
        var (read, problem) = Entries.Read(set.Definition, entries, evidence);
        return problem is not null ? ([], problem) : (Replace(set, Kept(read!)), null);
    }

    /// <summary>Goes to the leader of the unit.</summary>
    internal Problem? Propose(IndexSet set, Round round, DateTimeOffset at)
    {
        if (State != ScoreSheetState.Draft)
            return Problems.SheetNotDraft;
        if ((round.Locked(UnitCode, at) ?? Incomplete(set.Definition)) is { } problem)
            return problem;
        State = ScoreSheetState.AwaitingApproval;
        Touch();
        return null;
    }

    /// <summary>The leader approves; the sheet is handed in.</summary>
    internal Problem? Approve(IndexSet set, Round round, string approver, DateTimeOffset at)
    {
        if (State is not (ScoreSheetState.Draft or ScoreSheetState.AwaitingApproval))
            return Problems.SheetNotAwaitingApproval;
        if ((round.Locked(UnitCode, at) ?? Incomplete(set.Definition)) is { } problem)
            return problem;
        (State, SubmittedAt, SelfIndex, Approver) = (ScoreSheetState.Submitted, at, Score.Index, approver);
        Touch();
        return null;
    }

    /// <summary>The leader sends it back to be worked on.</summary>
    internal Problem? Return()
    {
        if (State != ScoreSheetState.AwaitingApproval)
            return Problems.SheetNotAwaitingApproval;
        State = ScoreSheetState.Draft;
        Touch();
        return null;
    }

    private Problem? Incomplete(IndexDefinition definition)
    {
        var open = Score.Missing.Where(code => !definition.LeafByCode[code].CityOnly).ToArray();
        if (open.Length > 0)
            return Problems.SheetIncomplete with
            {
                Detail = $"Còn {open.Length} tiêu chí chưa nhập: {string.Join(", ", open)}.",
                Facts = new Dictionary<string, object?> { ["missing"] = open },
            };
        var unproven = Leaves.Where(l => l.Value is { Self: not null, Proven: false }).Select(l => l.Key).Order(StringComparer.Ordinal).ToArray();
        return unproven.Length == 0 ? null : Problems.SheetUnproven with
        {
            Detail = $"Còn {unproven.Length} tiêu chí: {string.Join(", ", unproven)}.",
            Facts = new Dictionary<string, object?> { ["unproven"] = unproven },
        };
    }

    // What only the city enters is not the unit's to take away when it edits a sheet that was given back.
    private Dictionary<string, SheetLeaf> Kept(Dictionary<string, SheetLeaf> read)
    {
        foreach (var (code, leaf) in Leaves.Where(l => l.Value.Appraised is not null))
            read[code] = (read.GetValueOrDefault(code) ?? new SheetLeaf()) with { Appraised = leaf.Appraised };
        return read;
    }

    private LeafChange[] Replace(IndexSet set, Dictionary<string, SheetLeaf> leaves)
    {
        var changes = Changes.Between(set.Definition, Leaves, leaves);
        Put(leaves, set.Definition);
        Touch();
        return changes;
    }

    private void Put(Dictionary<string, SheetLeaf> leaves, IndexDefinition definition)
    {
        Leaves = leaves;
        Score = Scorer.Score(definition, code => leaves.GetValueOrDefault(code)?.Standing);
    }
}

/// <summary>Where a score sheet stands.</summary>
public enum ScoreSheetState
{
    /// <summary>The unit works on it.</summary>
    Draft,
    /// <summary>Before the leader of the unit.</summary>
    AwaitingApproval,
    /// <summary>Approved and handed in; the first appraisal is under way.</summary>
    Submitted,
    /// <summary>The first appraisal changed leaves; the unit may explain until a set day.</summary>
    UnderExplanation,
    /// <summary>The unit has explained; the second appraisal is under way.</summary>
    Explained,
    /// <summary>Appraised; survey, bonus and penalty may still be entered.</summary>
    Appraised,
    /// <summary>Final: rankings take it as it is.</summary>
    Final,
}
