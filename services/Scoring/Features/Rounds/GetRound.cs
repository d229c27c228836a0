using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rounds;

/// <summary>A round with how far each unit is that the caller may see.</summary>
/// <param name="Round">The round.</param>
/// <param name="Units">Units of the block in the caller's scope, in the order of their names.</param>
public sealed record RoundProgressResponse(RoundResponse Round, RoundUnit[] Units);

/// <summary>How far a unit is in a round.</summary>
public sealed record RoundUnit
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Its sheet; null when it has not begun.</summary>
    public Guid? SheetId { get; init; }

    /// <summary>Where the sheet stands; null when there is none.</summary>
    public ScoreSheetState? State { get; init; }

    /// <summary>Last day to hand in, itself included; civil date of Vietnam.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>True when that day has passed and nothing is handed in.</summary>
    public required bool Late { get; init; }

    /// <summary>Last day to explain; null when nothing is to be explained.</summary>
    public DateOnly? ExplainUntil { get; init; }

    /// <summary>Number of leaves without an entry.</summary>
    public int? Missing { get; init; }

    /// <summary>Index by the unit's own figures when handed in.</summary>
    public decimal? SelfIndex { get; init; }

    /// <summary>Index by what counts now, two decimals.</summary>
    public decimal? IndexShown { get; init; }
}

internal static class GetRound
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetRound)).WithSummary("Xem một đợt chấm điểm và tiến độ từng đơn vị trong phạm vi")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(404);

    private static async Task<Results<Ok<RoundProgressResponse>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } round || !user.MayLookInto(round.Block))
            return CommonProblems.NotFound.Result();
        var sheets = await db.ScoreSheets.AsNoTracking().VisibleTo(user, s => s.UnitCode)
            .Where(s => s.Year == round.Year && s.Block == round.Block && s.IndexSetCode == round.IndexSetCode)
            .Select(s => new { s.Id, s.UnitCode, s.State, s.ExplainUntil, s.Score, s.SelfIndex }).ToDictionaryAsync(s => s.UnitCode, cancellationToken);
        var scored = sheets.Keys.ToArray();
        var units = await db.Units.AsNoTracking().VisibleTo(user, u => u.Code).Where(u => scored.Contains(u.Code) || db.Units.InBlock(round.Block).Any(b => b.Code == u.Code && b.Active))
            .OrderBy(u => u.Name).ThenBy(u => u.Code).Select(u => new { u.Code, u.Name }).ToListAsync(cancellationToken);
        var today = VietnamTime.Today(time);
        Preconditions.SetETag(http, round.Version);
        return TypedResults.Ok(new RoundProgressResponse(RoundResponse.Of(round),
        [
            .. units.Select(u => (Unit: u, Sheet: sheets.GetValueOrDefault(u.Code))).Select(u => new RoundUnit
            {
                UnitCode = u.Unit.Code,
                UnitName = u.Unit.Name,
                SheetId = u.Sheet?.Id,
                State = u.Sheet?.State,
                Until = round.LastDayFor(u.Unit.Code),
                Late = today > round.LastDayFor(u.Unit.Code) && u.Sheet is null or { State: ScoreSheetState.Draft or ScoreSheetState.AwaitingApproval },
                ExplainUntil = u.Sheet?.ExplainUntil,
                Missing = u.Sheet?.Score.Missing.Length,
                SelfIndex = u.Sheet?.SelfIndex,
                IndexShown = u.Sheet?.Score.Index is { } index ? Scale.Show(index) : null,
            }),
        ]));
    }
}
