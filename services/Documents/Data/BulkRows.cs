using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Data;

/// <summary>Rows of bulk jobs that go together.</summary>
internal static class BulkRows
{
    /// <summary>The job, locked; waits while a part of it is being made.</summary>
    public static async Task<BulkJob?> LockBulkAsync(this DocumentsDbContext db, Guid id, CancellationToken cancellationToken) =>
        (await db.Set<BulkJob>().FromSql($"SELECT * FROM bulk_jobs WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>Removes the file; who could not be printed stays on record.</summary>
    public static async Task ForgetBulkAsync(this DocumentsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        await db.Set<BulkChunk>().Where(c => c.JobId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<BulkPart>().Where(p => p.JobId == id).ExecuteDeleteAsync(cancellationToken);
    }
}
