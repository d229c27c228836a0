using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A unit of the block that has no complete, appraised sheet and no reason given.</summary>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="Reason">What is missing, in Vietnamese.</param>
public sealed record WaitingUnit(string UnitCode, string UnitName, string Reason);

/// <summary>What a ranking would be by the sheets as they stand now.</summary>
internal sealed record RankingDraft(List<RankingRow> Rows, Unranked[] Unranked, WaitingUnit[] Waiting, CouncilVote Council)
{
    /// <summary>What the published version says and a new one takes over where it still fits.</summary>
    public sealed record Earlier(Unranked[] Unranked, CouncilOrder[] CouncilOrder)
    {
        public static Earlier None { get; } = new([], []);

        public static Earlier Of(Ranking? published) => published is null ? None : new(published.Unranked, published.CouncilOrder);
    }

    public static async Task<(RankingDraft? Draft, Problem? Problem)> Compute(
        RankingBody body, Unranked[] unranked, Earlier earlier, ScoringDbContext db, ActiveIndexSets sets, CancellationToken cancellationToken)
    {
        var (indexSet, year, block) = (body.IndexSet, body.Year, body.Block);
        if (await sets.Find(db, indexSet, cancellationToken) is not { } set)
            return (null, Problems.IndexSetUnknown.At("/indexSet"));
        if (set.State != IndexSetState.Active)
            return (null, Problems.IndexSetNotActive.At("/indexSet"));
        if (!set.Definition.Blocks.Contains(block))
            return (null, Problems.BlockOutsideSet.At("/block", $"Bộ chỉ số áp dụng cho khối {string.Join(", ", set.Definition.Blocks)}."));

        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.Year == year && s.IndexSetCode == indexSet && s.Block == block)
            .Select(s => new { s.Id, s.UnitCode, s.Version, s.State, s.Score }).ToDictionaryAsync(s => s.UnitCode, cancellationToken);
        var scored = sheets.Keys.ToArray();
        // A unit that has left the block since keeps the year it was scored in.
        var units = await db.Units.AsNoTracking().Where(u => scored.Contains(u.Code) || db.Units.InBlock(block).Any(b => b.Code == u.Code && b.Active)).ToDictionaryAsync(u => u.Code, cancellationToken);

        if (UnrankedFault(unranked, units) is { } fault)
            return (null, fault);
        var excluded = unranked.ToDictionary(u => u.UnitCode);
        List<Candidate> candidates = [];
        List<WaitingUnit> waiting = [];
        foreach (var unit in units.Values.Where(u => !excluded.ContainsKey(u.Code)))
        {
            var sheet = sheets.GetValueOrDefault(unit.Code);
            if (Lacks(sheet?.State, sheet?.Score) is { } lack)
                waiting.Add(new WaitingUnit(unit.Code, unit.Name, lack));
            else
                candidates.Add(new Candidate(unit.Code, unit.Name, sheet!.Id, sheet.Version, sheet.Score));
        }
        // A reason once published goes on to hold for a unit that still cannot be ranked.
        foreach (var known in earlier.Unranked.Where(e => waiting.RemoveAll(w => w.UnitCode == e.UnitCode) > 0))
            excluded[known.UnitCode] = known;
        var unrankedInOrder = excluded.Values.OrderBy(u => u.UnitCode, StringComparer.Ordinal).ToArray();
        var rows = RankingTable.Rank(set.Definition, candidates);
        var (vote, mismatch) = CouncilVote.Settle(set.Definition, rows, body.CouncilOrder, earlier.CouncilOrder);
        return mismatch is not null ? (null, mismatch)
            : (new RankingDraft(rows, unrankedInOrder, [.. waiting.OrderBy(w => w.UnitCode, StringComparer.Ordinal)], vote!), null);
    }

    /// <summary>Why the draft cannot be published; null when it can.</summary>
    public Problem? Fault =>
        Waiting.Length > 0 ? Problems.UnitsWaiting with
        {
            Detail = $"Còn {Waiting.Length} đơn vị: {string.Join(", ", Waiting.Take(10).Select(w => w.UnitName))}{(Waiting.Length > 10 ? " …" : "")}.",
            Facts = new Dictionary<string, object?> { ["waiting"] = Waiting },
        }
        : Rows.Count == 0 ? Problems.NothingToRank
        : Council.Undecided.Length > 0 ? Problems.TiesUndecided with
        {
            Detail = $"Còn {Council.Undecided.Length} nhóm: {string.Join("; ", Council.Undecided.Take(5).Select(g => $"hạng {g.Rank}: {string.Join(", ", g.Units.Take(10).Select(u => u.UnitName))}"))}{(Council.Undecided.Length > 5 ? " …" : "")}.",
            Facts = new Dictionary<string, object?> { ["tiedGroups"] = Council.Undecided },
        }
        : null;

    private static string? Lacks(ScoreSheetState? state, SheetScore? score) => state switch
    {
        null => "Chưa có phiếu chấm điểm.",
        ScoreSheetState.Draft or ScoreSheetState.AwaitingApproval => "Phiếu chưa nộp.",
        ScoreSheetState.Submitted => "Phiếu chưa được thẩm định.",
        ScoreSheetState.UnderExplanation or ScoreSheetState.Explained => "Phiếu đang giải trình hoặc thẩm định lần 2.",
        _ when score!.Missing.Length > 0 => $"Phiếu còn thiếu {score.Missing.Length} tiêu chí: {string.Join(", ", score.Missing.Take(12))}{(score.Missing.Length > 12 ? " …" : "")}.",
        ScoreSheetState.Appraised => "Phiếu chưa chốt.",
        _ when score.Max == 0 && score.Pending.Length == 0 => "Không có tiêu chí nào áp dụng cho đơn vị.",
        _ => null,
    };

    private static Problem? UnrankedFault(Unranked[] unranked, Dictionary<string, Unit> units)
    {
        List<FieldError> faults = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, unit) in unranked.Index())
        {
            if (unit is null)
                faults.Add(new FieldError($"/unranked/{i}", "Mục không được để trống."));
            else if (!units.ContainsKey(unit.UnitCode))
                faults.Add(new FieldError($"/unranked/{i}/unitCode", "Đơn vị không thuộc khối này."));
            else if (!seen.Add(unit.UnitCode))
                faults.Add(new FieldError($"/unranked/{i}/unitCode", "Đơn vị được nêu hai lần."));
        }
        return faults.Count == 0 ? null : Problems.UnrankedInvalid with { Errors = [.. faults] };
    }
}
