using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Bulk;

/// <summary>Configuration section <c>Bulk</c>.</summary>
internal sealed class BulkOptions
{
    /// <summary>How long a finished file is kept.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Most awardees in one job.</summary>
    public int LargestJob { get; set; } = 20_000;

    /// <summary>Most jobs of a unit that have not ended.</summary>
    public int OpenPerUnit { get; set; } = 5;

    public static BulkOptions From(IConfiguration configuration) => configuration.GetSection("Bulk").Get<BulkOptions>() ?? new BulkOptions();
}

/// <summary>Works at the open jobs, a part of each in turn, so that a large one does not hold up a small one.</summary>
internal sealed class BulkWork(IServiceScopeFactory scopes, TimeProvider time, ILogger<BulkWork> log)
{
    public const string Job = "bulk-binding";

    /// <summary>Always due: whoever looks finds what is open.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <returns>Parts made and files removed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var effects = await RemoveExpiredAsync(cancellationToken);
        while (true)
        {
            var made = 0;
            foreach (var id in await OpenAsync(cancellationToken))
                made += await StepAsync(id, cancellationToken) ? 1 : 0;
            if (made == 0)
                return effects;
            effects += made;
        }
    }

    /// <summary>Makes the next part of a job; false when it has ended, another copy is at it, or the part ended in an error.</summary>
    public async Task<bool> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var found = await db.Set<BulkJob>().FromSql($"SELECT * FROM bulk_jobs WHERE id = {id} AND state IN ('Waiting', 'Running') FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
            if (found.Count == 0)
                return false;
            await scope.ServiceProvider.GetRequiredService<BulkBinder>().MakePartAsync(found[0], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("A part of bulk job {Job} ended in {Error}", id, e.GetType().Name);
            await StumbleAsync(id, cancellationToken);
            return false;
        }
    }

    private async Task<List<Guid>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DocumentsDbContext>().Set<BulkJob>().AsNoTracking()
            .Where(j => j.State == BulkState.Waiting || j.State == BulkState.Running).OrderBy(j => j.CreatedAt).Select(j => j.Id).ToListAsync(cancellationToken);
    }

    private async Task StumbleAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockBulkAsync(id, cancellationToken) is { IsOpen: true } job)
        {
            job.Stumble(time.GetUtcNow());
            if (!job.IsOpen)
                await db.ForgetBulkAsync(id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var over = await db.Set<BulkJob>().FromSql($"SELECT * FROM bulk_jobs WHERE state = 'Done' AND expires_at <= {now} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        foreach (var job in over)
        {
            job.Expire();
            await db.ForgetBulkAsync(job.Id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return over.Count;
    }

}
