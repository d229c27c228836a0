using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Tests;

/// <summary>Contexts are pooled: what one request left behind must not reach the next.</summary>
public sealed class ContextUsedAgainTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task AfterASaveUnderALockThatFailed_TheNextOneSaves()
    {
        var trail = Guid.NewGuid().ToString();
        for (var round = 0; round < 5; round++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.WithDb(async db =>
            {
                await db.HoldUntilSavedAsync(default);
                db.Audit("test", trail, "lost", "test", service.Time.Now);
                return await db.SaveChangesAsync(new CancellationToken(canceled: true));
            }));
            await service.WithDb(async db =>
            {
                db.Audit("test", trail, "kept", "test", service.Time.Now);
                return await db.SaveChangesAsync();
            });
            await service.WithDb(async db =>
            {
                await db.HoldUntilSavedAsync(default);
                db.Audit("test", trail, "kept", "test", service.Time.Now);
                return await db.SaveChangesAsync();
            });
        }
        var kept = await service.WithDb(db => db.AuditEntries.Where(a => a.AggregateId == trail).Select(a => a.Action).ToListAsync());
        Assert.Equal(Enumerable.Repeat("kept", 10), kept);
    }
}
