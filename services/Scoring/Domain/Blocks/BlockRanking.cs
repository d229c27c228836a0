using System.Text.Json;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>Ranking within an emulation block: frozen when the deputy confirms it, in force when the head publishes it. A correction is another edition beside it.</summary>
public sealed class BlockRanking : Aggregate
{
    private BlockRanking()
    {
    }

    public required Guid BlockId { get; init; }
    public required ReviewPeriod Period { get; init; }

    /// <summary>1 for the first publication; each correction adds one.</summary>
    public required int Edition { get; init; }
    public BlockRankingState State { get; private set; }
    public ScaleDefinition Scale { get; private set; } = null!;
    public BlockRankingRow[] Rows { get; private set; } = [];
    public BlockMark Confirmed { get; private set; } = null!;
    public BlockMark? Published { get; private set; }
    public string? Reason { get; private set; }

    /// <param name="blockId">The block.</param>
    /// <param name="period">Which review.</param>
    /// <param name="table">Points as they stand, complete.</param>
    /// <param name="inForce">The edition published last; null when there is none.</param>
    /// <param name="actor">Who confirms.</param>
    internal static (BlockRanking? Ranking, Problem? Problem) Confirm(Guid blockId, ReviewPeriod period, BlockTable table, BlockRanking? inForce, BlockActor actor)
    {
        var ranking = new BlockRanking { Id = Guid.CreateVersion7(actor.At), BlockId = blockId, Period = period, Edition = (inForce?.Edition ?? 0) + 1 };
        return ranking.Freeze(table, inForce, actor) is { } problem ? (null, problem) : (ranking, null);
    }

    /// <summary>Figures changed before the head published: the deputy confirms them anew.</summary>
    internal Problem? ConfirmAgain(BlockTable table, BlockRanking? inForce, BlockActor actor)
    {
        if (Freeze(table, inForce, actor) is { } problem)
            return problem;
        Touch();
        return null;
    }

    internal Problem? Publish(BlockTable table, string? reason, BlockActor actor)
    {
        if (State == BlockRankingState.Published)
            return Problems.BlockRankingPublished;
        if (!table.Complete || !SameAs(table.Rank()) || !Same(Scale, table.Scale))
            return Problems.BlockRankingChanged;
        if (Edition > 1 && reason is null)
            return CommonProblems.Invalid.At("/reason", "Đính chính kết quả đã công bố thì phải nêu lý do.");
        (State, Published, Reason) = (BlockRankingState.Published, actor.Mark, reason);
        Touch();
        return null;
    }

    private Problem? Freeze(BlockTable table, BlockRanking? inForce, BlockActor actor)
    {
        if (!table.Complete)
            return Problems.MembersWaiting with
            {
                Detail = string.Join(' ', table.Waiting.Take(10).Select(w => $"{w.Name}: {w.Reason}")),
                Facts = new Dictionary<string, object?> { ["waiting"] = table.Waiting },
            };
        var rows = table.Rank();
        if (inForce is not null && inForce.SameAs(rows) && Same(inForce.Scale, table.Scale))
            return Problems.BlockRankingUnchanged;
        (Scale, Rows, Confirmed) = (table.Scale, rows, actor.Mark);
        return null;
    }

    /// <summary>By what is seen, not by the version of a sheet: a remark alone changes no ranking.</summary>
    private bool SameAs(BlockRankingRow[] rows) => Same(Rows.Select(r => r with { SheetVersion = 0 }), rows.Select(r => r with { SheetVersion = 0 }));

    private static bool Same<T>(T a, T b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options);
}

/// <summary>State of a block's ranking.</summary>
public enum BlockRankingState
{
    /// <summary>Confirmed by the deputy, seen by head, deputy, the block's owner and the city.</summary>
    Confirmed,
    /// <summary>Published by the head; seen by all members.</summary>
    Published,
}

/// <summary>A member of whom something is still missing.</summary>
/// <param name="Member">Code of the member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">What is missing, in Vietnamese.</param>
public sealed record BlockWaiting(string Member, string Name, string Reason);

/// <summary>One member in a block's ranking.</summary>
public sealed record BlockRankingRow
{
    /// <summary>Competition rank: 1, 2, 2, 4.</summary>
    public int Rank { get; init; }

    /// <summary>True when another member has the same rank.</summary>
    public bool Tied { get; init; }

    /// <summary>Code of the member.</summary>
    public required string Member { get; init; }

    /// <summary>Name of the member when confirmed.</summary>
    public required string Name { get; init; }

    /// <summary>Sum of all points, bonus and penalty with it, four decimals.</summary>
    public required decimal Total { get; init; }

    /// <summary>Points by criterion, with the pledge and the figures that they rest on.</summary>
    public required BlockCriterionScore[] Criteria { get; init; }

    /// <summary>The sheet, and its version, that the line rests on.</summary>
    public required Guid SheetId { get; init; }

    /// <summary>Version of that sheet.</summary>
    public required int SheetVersion { get; init; }
}
