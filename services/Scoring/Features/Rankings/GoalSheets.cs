using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.Rankings.Goals;
using Emulation.Scoring.Domain.ScoreSheets;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>The unit's own sheet with its leaves, and the sums of the other sheets of its block.</summary>
internal sealed record GoalSheets(ScoreSheet Sheet, string UnitName, SheetScore[] Scores, OtherSheets Others)
{
    public static async Task<GoalSheets?> Read(ScoringDbContext db, SeekTopRankRequest request, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.AsNoTracking().SingleOrDefaultAsync(s => s.Year == request.Year && s.IndexSetCode == request.IndexSet && s.UnitCode == request.UnitCode, cancellationToken) is not { } own)
            return null;
        var others = await db.ScoreSheets.AsNoTracking()
            .Where(s => s.Year == own.Year && s.IndexSetCode == own.IndexSetCode && s.Block == own.Block && s.UnitCode != own.UnitCode)
            .Select(s => new { s.UnitCode, s.State, s.Score }).ToListAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().InBlock(own.Block).Where(u => u.Active && u.Code != own.UnitCode).Select(u => u.Code).ToListAsync(cancellationToken);
        var name = await db.Units.Where(u => u.Code == own.UnitCode).Select(u => u.Name).SingleAsync(cancellationToken);
        // A sheet on which nothing is scored cannot be compared with.
        var counted = others.Where(o => (request.CountDrafts || IsHandedIn(o.State)) && (o.Score.Max > 0 || o.Score.Pending.Length > 0)).ToList();
        return new GoalSheets(own, name, [.. counted.Select(o => o.Score)], new OtherSheets(
            Units: units.Union(others.Select(o => o.UnitCode)).Count(),
            Counted: counted.Count,
            Final: counted.Count(o => o.State == ScoreSheetState.Final),
            Unfinished: counted.Count(o => o.State != ScoreSheetState.Final || o.Score.Missing.Length > 0),
            NotHandedIn: others.Count(o => !IsHandedIn(o.State)),
            WithoutSheet: units.Except(others.Select(o => o.UnitCode)).Count()));
    }

    public OwnSheet Own(IndexDefinition definition) => new(definition, code => Sheet.Leaves.GetValueOrDefault(code)?.Standing, code => Sheet.Leaves.GetValueOrDefault(code)?.Self);

    /// <summary>The unit's place by a ranking of the whole block as it would be published; it must be the one that the search found.</summary>
    public Place Ranked(IndexDefinition definition, SheetScore own, Place found)
    {
        if (found.Score is null)
            return found;
        var rows = RankingTable.Rank(definition, [.. Scores.Select((s, i) => new Candidate($"other-{i}", "", Guid.Empty, 0, s)), new Candidate(Sheet.UnitCode, UnitName, Sheet.Id, Sheet.Version, own)]);
        var row = rows.Single(r => r.SheetId == Sheet.Id);
        var place = new Place(definition.RankBy == RankBy.Index ? row.Index : row.Total, row.Index, row.Rank, rows.Count(r => r.Rank == row.Rank) - 1);
        return place == found ? place : throw new InvalidOperationException($"The search for rank {found.Rank} does not agree with the ranking table: {place.Rank}.");
    }

    private static bool IsHandedIn(ScoreSheetState state) => state is not (ScoreSheetState.Draft or ScoreSheetState.AwaitingApproval);
}
