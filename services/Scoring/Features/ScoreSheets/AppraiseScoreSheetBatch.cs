using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>Many appraisals at once.</summary>
public sealed record AppraiseScoreSheetBatchRequest
{
    /// <summary>1–200 items, each of the form <c>AppraiseScoreSheetItem</c>: unitCode, year, indexSet, changes, survey, conclude.</summary>
    [Items(1, Batch.MaxItems)]
    public required JsonElement[] Items { get; init; }
}

/// <summary>The appraisal of the sheet of one unit, year and index set.</summary>
[ValidatableType]
public sealed record AppraiseScoreSheetItem
{
    /// <summary>Code of the unit scored.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Code of the index set.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Version that the appraiser saw; null = any.</summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Leaves that count otherwise than the unit scored them, each with the reason.</summary>
    [Items(0, 1000)]
    public LeafVerdict[] Changes { get; init; } = [];

    /// <summary>Results of the survey.</summary>
    [Items(0, 1000)]
    public SurveyResult[] Survey { get; init; } = [];

    /// <summary>True: this appraisal of the sheet is done.</summary>
    public bool Conclude { get; init; } = true;
}

internal static class AppraiseScoreSheetBatch
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/appraise-batch", Handle)
        .WithName(nameof(AppraiseScoreSheetBatch)).WithSummary("Thẩm định nhiều phiếu một lần; mỗi phiếu có kết quả riêng")
        .RequireAuthorization(Policies.ScoresAppraise).WithIdempotency()
        .Produces<ScoreSheetBatchResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        AppraiseScoreSheetBatchRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, HttpContext http, CancellationToken cancellationToken)
    {
        var items = new (AppraiseScoreSheetItem? Item, Problem? Problem)[request.Items.Length];
        for (var i = 0; i < items.Length; i++)
            items[i] = await BatchItems.ReadAsync<AppraiseScoreSheetItem>(request.Items[i], http);
        for (var attempt = 1; ; attempt++)
        {
            var answer = intake.Ok(Batch.Answer(await Appraise(items, db, sets, user, time.GetUtcNow(), cancellationToken), StatusCodes.Status200OK));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return answer;
            }
            catch (Exception e) when (attempt < Batch.Tries && Batch.Overtaken(e))
            {
                Batch.Forget(db);
            }
        }
    }

    private static async Task<List<(ScoreSheet? Sheet, Problem? Problem)>> Appraise(
        (AppraiseScoreSheetItem? Item, Problem? Problem)[] items, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var codes = items.Select(i => i.Item?.UnitCode).Distinct().ToArray();
        var years = items.Select(i => i.Item?.Year ?? 0).Distinct().ToArray();
        var names = items.Select(i => i.Item?.IndexSet).Distinct().ToArray();
        var sheets = await db.ScoreSheets.VisibleTo(user, s => s.UnitCode)
            .Where(s => codes.Contains(s.UnitCode) && years.Contains(s.Year) && names.Contains(s.IndexSetCode))
            .ToDictionaryAsync(s => (s.UnitCode, s.Year, s.IndexSetCode), cancellationToken);
        var rounds = await db.Rounds.AsNoTracking().Where(r => years.Contains(r.Year)).ToDictionaryAsync(r => (r.Year, r.Block), cancellationToken);
        var evidence = await CitableEvidence.Of(db, [.. codes.OfType<string>(), user.UnitCode], items.SelectMany(i => i.Item?.Changes ?? []).SelectMany(c => c?.Evidence ?? []), cancellationToken);
        List<(ScoreSheet?, Problem?)> results = [];
        foreach (var (item, unreadable) in items)
        {
            var sheet = item is null ? null : sheets.GetValueOrDefault((item.UnitCode, item.Year, item.IndexSet));
            var problem = item is null ? unreadable
                : sheet is null ? CommonProblems.NotFound.At("/unitCode", "Đơn vị chưa có phiếu của năm này theo bộ chỉ số này.")
                : !user.Governs(sheet.Block) ? Problems.NotYours
                : item.ExpectedVersion is { } seen && seen != sheet.Version ? CommonProblems.Stale with { Detail = $"Phiên bản hiện tại là {sheet.Version}.", Facts = new Dictionary<string, object?> { ["currentVersion"] = sheet.Version } }
                : AppraiseScoreSheet.Appraise(
                    new ScoreSheets.Open(sheet, (await sets.Find(db, sheet.IndexSetCode, cancellationToken))!, rounds[(sheet.Year, sheet.Block)]),
                    new AppraiseScoreSheetRequest { Changes = item.Changes, Survey = item.Survey, Conclude = item.Conclude }, evidence, db, user, now);
            results.Add((problem is null ? sheet : null, problem));
        }
        return results;
    }
}
