using Emulation.Contracts.Scoring;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Domain.Rankings;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Rankings;

/// <summary>Keeps the ranking in force; a corrected one is carried into the drafts, what is issued stays as it was and is told to be outdated.</summary>
internal sealed class FollowRankingWhenPublished(DocumentsDbContext db, TimeProvider time) : IConsumer<RankingPublished>
{
    public async Task Consume(ConsumeContext<RankingPublished> context)
    {
        var message = context.Message;
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockKeyAsync(Key(message.IndexSetCode, message.Year, message.Block), cancel);
        var ranking = await db.Rankings.FindAsync([message.IndexSetCode, message.Year, message.Block], cancel);
        if (ranking is null)
            db.Rankings.Add(ranking = new KnownRanking { IndexSet = message.IndexSetCode, Year = message.Year, Block = message.Block });
        if (!ranking.Apply(message))
            return;
        var table = RankingTable.Of(ranking, await db.UnitNamesAsync(ranking.Unranked, cancel));
        foreach (var id in await db.Documents.Where(d => d.Type == DocumentType.RankingTable && d.State == DocumentState.Draft && d.Year == ranking.Year).OrderBy(d => d.Id).Select(d => d.Id).ToListAsync(cancel))
        {
            if (await db.LockDocumentAsync(id, cancel) is { State: DocumentState.Draft, Content: RankingTable held } draft && (held.IndexSet, held.Block) == (ranking.IndexSet, ranking.Block))
                draft.Rewrite(table, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Held while a table is begun too, so that none is begun on a version that is just being replaced.</summary>
    public static string Key(string indexSet, int year, string block) => $"ranking {indexSet} {year} {block}";
}

internal static class RankedUnitNames
{
    /// <summary>Names of units without a rank, which the event tells by code only.</summary>
    public static Task<Dictionary<string, string>> UnitNamesAsync(this DocumentsDbContext db, UnrankedUnit[] unranked, CancellationToken cancellationToken)
    {
        var codes = unranked.Select(u => u.UnitCode).ToArray();
        return db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Name, cancellationToken);
    }
}
