using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>Many figures at once.</summary>
public sealed record ReportFigureBatchRequest
{
    /// <summary>1–200 items, each of the form <c>ReportFigureItem</c>: campaign, unitCode, criterion, period, figure, evidenceNote, evidence, reason, expectedVersion.</summary>
    [Items(1, Batch.MaxItems)]
    public required JsonElement[] Items { get; init; }
}

/// <summary>One figure of a batch.</summary>
[ValidatableType]
public sealed record ReportFigureItem
{
    /// <summary>Code or id of the campaign.</summary>
    [Text(40)]
    public required string Campaign { get; init; }

    /// <summary>Code of the unit that reports.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Key of the criterion in the campaign.</summary>
    [Text(60)]
    public required string Criterion { get; init; }

    /// <summary>Period: <c>2026</c>, <c>2026-H1</c>, <c>2026-H2</c> or <c>campaign</c>.</summary>
    [Text(20)]
    public required string Period { get; init; }

    /// <summary>The figure, of the kind that the criterion asks for.</summary>
    public required ReportedFigure Figure { get; init; }

    /// <summary>Where it can be verified, 1–2000 characters.</summary>
    [Text(2000)]
    public string? EvidenceNote { get; init; }

    /// <summary>Evidence files that the unit filed, at most 20.</summary>
    [Items(0, 20)]
    public Guid[] Evidence { get; init; } = [];

    /// <summary>Why a figure that was told before changes.</summary>
    [Text(2000)]
    public string? Reason { get; init; }

    /// <summary>Version that the sender saw, 0 for none yet; null = any.</summary>
    public int? ExpectedVersion { get; init; }
}

/// <summary>What became of each item.</summary>
/// <param name="Items">One answer for each item, in the order sent.</param>
/// <param name="Accepted">Number of items that were taken in.</param>
/// <param name="Refused">Number of items that were not.</param>
public sealed record FigureBatchResponse(FigureBatchItem[] Items, int Accepted, int Refused);

/// <summary>What became of one item.</summary>
/// <param name="Index">Place in the batch, from 0.</param>
/// <param name="Status">HTTP status that the item would have got alone.</param>
/// <param name="Version">Version of the figure now.</param>
/// <param name="Outcome">How the criterion stands with it.</param>
/// <param name="Problem">Why the item was refused.</param>
public sealed record FigureBatchItem(int Index, int Status, int? Version, CriterionOutcome? Outcome, Problem? Problem);

internal static class ReportFigureBatch
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/batch", Handle)
        .WithName(nameof(ReportFigureBatch)).WithSummary("Báo cáo nhiều số liệu tiêu chí một lần; mỗi số liệu có kết quả riêng, số liệu sai không ảnh hưởng số liệu đúng")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<FigureBatchResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        ReportFigureBatchRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, Intake intake, HttpContext http, CancellationToken cancellationToken)
    {
        var results = new (Taken? Taken, Problem? Problem)[request.Items.Length];
        List<(int Index, ReportFigureItem Item)> good = [];
        for (var i = 0; i < request.Items.Length; i++)
        {
            var (item, problem) = await BatchItems.ReadAsync<ReportFigureItem>(request.Items[i], http);
            results[i].Problem = problem;
            if (item is not null)
                good.Add((i, item));
        }
        for (var attempt = 1; ; attempt++)
        {
            var taken = await FigureIntake.Take([.. good.Select(g => g.Item)], Stale, db, user, time.GetUtcNow(), cancellationToken);
            for (var g = 0; g < good.Count; g++)
                results[good[g].Index] = taken[g];
            var answer = intake.Ok(Answer(results));
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

    private static Problem? Stale(ReportFigureItem item, int version) => item.ExpectedVersion is { } seen && seen != version
        ? CommonProblems.Stale with { Detail = $"Phiên bản hiện tại là {version}.", Facts = new Dictionary<string, object?> { ["currentVersion"] = version } }
        : null;

    private static FigureBatchResponse Answer((Taken? Taken, Problem? Problem)[] results)
    {
        var items = results.Select((r, i) => r.Problem is { } p
            ? new FigureBatchItem(i, p.Status, null, null, p)
            : new FigureBatchItem(i, StatusCodes.Status200OK, r.Taken!.Figure.Version, r.Taken.Judge().Verdict.Outcome, null)).ToArray();
        var accepted = items.Count(i => i.Problem is null);
        return new FigureBatchResponse(items, accepted, items.Length - accepted);
    }
}
