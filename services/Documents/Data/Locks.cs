using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Data;

/// <summary>Row and key locks, held to the end of the transaction.</summary>
internal static class Locks
{
    /// <summary>Lets one at a time work on a key that may have no row yet; a burst of nominations for one new draft would else collide and wear out its retries.</summary>
    public static Task LockKeyAsync(this DocumentsDbContext db, string key, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancellationToken);

    /// <summary>The document with its lines, locked against every other change.</summary>
    public static async Task<Document?> LockDocumentAsync(this DocumentsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        // The lock must be held before the lines are read: two statements, not one join.
        var document = (await db.Documents.FromSql($"SELECT * FROM documents WHERE id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
        if (document is not null)
            await db.Entry(document).Collection(d => d.Lines).LoadAsync(cancellationToken);
        return document;
    }

    /// <summary>Next number of a unit and type in the year that has come when it is given, and that instant. The row stays locked until commit and a rollback gives the number back: no gaps, no doubles.</summary>
    public static async Task<(int Number, DateTimeOffset At)> NextNumberAsync(this DocumentsDbContext db, string unitCode, string type, TimeProvider time, CancellationToken cancellationToken)
    {
        // Held before the clock is read: whoever waited here over midnight would else get the later number with the earlier date.
        await db.LockKeyAsync($"number {unitCode} {type}", cancellationToken);
        var at = time.GetUtcNow();
        var year = VietnamTime.DateOf(at).Year;
        var numbers = await db.Database.SqlQuery<int>(
            $"INSERT INTO document_numbers (unit_code, type, year, last) VALUES ({unitCode}, {type}, {year}, 1) ON CONFLICT (unit_code, type, year) DO UPDATE SET last = document_numbers.last + 1 RETURNING last AS \"Value\"")
            .ToListAsync(cancellationToken);
        return (numbers.Single(), at);
    }

    /// <summary>The number that would come next, if nobody else takes it before.</summary>
    public static async Task<int> LikelyNumberAsync(this DocumentsDbContext db, string unitCode, string type, int year, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<int>($"SELECT last AS \"Value\" FROM document_numbers WHERE unit_code = {unitCode} AND type = {type} AND year = {year}").ToListAsync(cancellationToken)).SingleOrDefault() + 1;
}
