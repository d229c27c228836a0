using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>A unit's own scores for a year.</summary>
public sealed record CreateScoreSheetRequest
{
    /// <summary>Code of the unit scored: <c>10532</c>.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Code of an active index set that is for the unit's ranking block.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>The client's own reference, unique for that client.</summary>
    [Text(100)]
    public string? ExternalRef { get; init; }

    /// <summary>True hands the sheet in at once, as approved; needs the scope <c>scores:approve</c> and the approver.</summary>
    public bool Submit { get; init; }

    /// <summary>With <see cref="Submit"/>: who approved, as on the unit's report: name and position.</summary>
    [Text(200)]
    public string? Approver { get; init; }

    /// <summary>Figures, one entry for each leaf; leaves of the survey (F11) are not for units.</summary>
    [Items(0, 1000)]
    public required ScoreEntry[] Entries { get; init; }
}

internal static class CreateScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(CreateScoreSheet)).WithSummary("Lập phiếu tự chấm điểm của đơn vị trong đợt đang mở; hệ thống của đơn vị có thể nộp luôn khi lãnh đạo đã phê duyệt")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<ScoreSheetSummary>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        CreateScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        var (sheet, problem) = (await SheetIntake.Take([request], db, sets, user, time.GetUtcNow(), cancellationToken))[0];
        if (problem is not null)
            return problem.Result();
        var answer = intake.Created($"/score-sheets/{sheet!.Id}", ScoreSheetSummary.Of(sheet), sheet.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
