using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

internal static class ListScoreSheets
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListScoreSheets)).WithSummary("Danh sách phiếu chấm điểm trong phạm vi đơn vị")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<ScoreSheetSummary>>> Handle(
        string? unitCode, int? year, Choice<ScoreSheetState>? state, string? indexSet, string? block, Guid? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var take = Paging.Limit(limit);
        var sheets = db.ScoreSheets.AsNoTracking().VisibleTo(user, s => s.UnitCode);
        if (unitCode is not null)
            sheets = sheets.Where(s => s.UnitCode == unitCode);
        if (year is { } wantedYear)
            sheets = sheets.Where(s => s.Year == wantedYear);
        if (state?.Value is { } wantedState)
            sheets = sheets.Where(s => s.State == wantedState);
        if (indexSet is not null)
            sheets = sheets.Where(s => s.IndexSetCode == indexSet);
        if (block is not null)
            sheets = sheets.Where(s => s.Block == block);
        if (after is { } last)
            sheets = sheets.Where(s => s.Id.CompareTo(last) > 0);
        // All but the leaves: they are most of the row, and a list does not show them.
        var rows = await sheets.OrderBy(s => s.Id).Take(take + 1)
            .Select(s => new { s.Id, s.UnitCode, s.Year, s.IndexSetCode, s.Block, s.State, s.Version, s.ExternalRef, s.Score, s.SelfIndex, s.Approver, s.SubmittedAt, s.AppraisedAt, s.ExplainUntil, s.FinalAt })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(s => new ScoreSheetSummary
        {
            Id = s.Id,
            UnitCode = s.UnitCode,
            Year = s.Year,
            IndexSet = s.IndexSetCode,
            Block = s.Block,
            State = s.State,
            Version = s.Version,
            ExternalRef = s.ExternalRef,
            Index = s.Score.Index,
            IndexShown = s.Score.Index is { } index ? Scale.Show(index) : null,
            Provisional = s.Score.Provisional,
            Bonus = s.Score.Bonus,
            SelfIndex = s.SelfIndex,
            Missing = s.Score.Missing,
            SubmittedAt = s.SubmittedAt,
            AppraisedAt = s.AppraisedAt,
            Approver = s.Approver,
            ExplainUntil = s.ExplainUntil,
            FinalAt = s.FinalAt,
        }).ToPage(take, s => s.Id.ToString()));
    }
}
