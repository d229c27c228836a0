using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.BlockRankings;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>A sheet with every criterion.</summary>
public sealed record BlockSheetResponse
{
    /// <summary>Where it stands.</summary>
    public required BlockSheetSummary Sheet { get; init; }

    /// <summary>Sum of the points known so far, four decimals.</summary>
    public required decimal Points { get; init; }

    /// <summary>Criteria in the order of the scale.</summary>
    public required BlockSheetLineResponse[] Lines { get; init; }
}

/// <summary>One criterion of a sheet.</summary>
public sealed record BlockSheetLineResponse
{
    /// <summary>Code of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Most points.</summary>
    public required decimal Max { get; init; }

    /// <summary>Pledged target; null where nothing is pledged.</summary>
    public decimal? Target { get; init; }

    /// <summary>The member's last report.</summary>
    public BlockReport? Reported { get; init; }

    /// <summary>What counts, and who stands behind it.</summary>
    public BlockValue? Value { get; init; }

    /// <summary>Points, four decimals; null while there are no figures, or while a result ahead of its pledge waits for the leader: until all members are confirmed.</summary>
    public decimal? Points { get; init; }

    /// <summary>True for the leader of the block in this criterion.</summary>
    public required bool Leads { get; init; }
}

internal static class GetBlockSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetBlockSheet)).WithSummary("Phiếu của một thành viên: giao ước, kết quả, người nhập, người xác nhận, điểm")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<BlockSheetResponse>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.BlockSheets.AsNoTracking().ReadableBy(db, user).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return CommonProblems.NotFound.Result();
        var block = await db.EmulationBlocks.AsNoTracking().SingleAsync(b => b.Id == sheet.BlockId, cancellationToken);
        // A sheet is only opened against a confirmed scale; while that is open again, the figures rest on it still.
        var scale = (await db.BlockScales.AsNoTracking().SingleAsync(s => s.BlockId == block.Id, cancellationToken)).InForce!;
        var table = await db.TableAsync(block, scale, sheet.Period, cancellationToken);
        // One that has left the block keeps its figures; points go by the block as it is.
        var score = table.Members.SingleOrDefault(m => m.Code == sheet.Member)?.Criteria.ToDictionary(c => c.Criterion);
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.Ok(new BlockSheetResponse
        {
            Sheet = BlockSheetSummary.Of(sheet, scale),
            Points = score?.Values.Sum(c => c.Points ?? 0) ?? 0,
            Lines = [.. scale.Criteria.Select(c => Line(c, sheet, score?[c.Code]))],
        });
    }

    private static BlockSheetLineResponse Line(ScaleCriterion criterion, BlockSheet sheet, BlockCriterionScore? score) => new()
    {
        Criterion = criterion.Code, Name = criterion.Name, Max = criterion.Max, Target = score?.Target,
        Reported = sheet.Lines.GetValueOrDefault(criterion.Code)?.Reported, Value = sheet.Lines.GetValueOrDefault(criterion.Code)?.Value,
        Points = score?.Points, Leads = score?.Leads ?? false,
    };
}
