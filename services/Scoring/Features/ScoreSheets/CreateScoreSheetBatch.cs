using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>Many score sheets at once.</summary>
public sealed record CreateScoreSheetBatchRequest
{
    /// <summary>1–200 items, each as the body of <c>POST /score-sheets</c>.</summary>
    [Items(1, Batch.MaxItems)]
    public required JsonElement[] Items { get; init; }
}

internal static class CreateScoreSheetBatch
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/batch", Handle)
        .WithName(nameof(CreateScoreSheetBatch)).WithSummary("Lập nhiều phiếu một lần; mỗi phiếu có kết quả riêng, phiếu sai không ảnh hưởng phiếu đúng")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<ScoreSheetBatchResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CreateScoreSheetBatchRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, HttpContext http, CancellationToken cancellationToken)
    {
        var results = new (ScoreSheet? Sheet, Problem? Problem)[request.Items.Length];
        List<(int Index, CreateScoreSheetRequest Item)> good = [];
        for (var i = 0; i < request.Items.Length; i++)
        {
            var (item, problem) = await BatchItems.ReadAsync<CreateScoreSheetRequest>(request.Items[i], http);
            results[i].Problem = problem;
            if (item is not null)
                good.Add((i, item));
        }
        for (var attempt = 1; ; attempt++)
        {
            var taken = await SheetIntake.Take([.. good.Select(g => g.Item)], db, sets, user, time.GetUtcNow(), cancellationToken);
            for (var g = 0; g < good.Count; g++)
                results[good[g].Index] = taken[g];
            var answer = intake.Ok(Batch.Answer(results, StatusCodes.Status201Created));
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
}
