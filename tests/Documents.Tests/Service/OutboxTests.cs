using Emulation.Contracts.Documents;
using Emulation.Documents.Data;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Emulation.Documents.Tests.Service;

/// <summary>What wakes the outbox, and that nothing holds it for ever (docs/adr/0005, 0031).</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task Publish_InATransactionOfTheCaller_WakesAfterTheCommitOnly()
    {
        using var host = await HostAsync();
        var signal = host.Services.GetRequiredService<OutboxSignal>();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        await using (var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await PublishAsync(db);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            Assert.False(await AwakeAsync(signal));
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }
        Assert.True(await AwakeAsync(signal));

        // Once: what is committed later without an event is nothing to wake for.
        await using (var later = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
            await later.CommitAsync(TestContext.Current.CancellationToken);
        Assert.False(await AwakeAsync(signal));
    }

    [Fact]
    public async Task Publish_RolledBack_WakesNobody()
    {
        using var host = await HostAsync();
        var signal = host.Services.GetRequiredService<OutboxSignal>();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        await using (var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            await PublishAsync(db);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }
        Assert.False(await AwakeAsync(signal));
    }

    [Fact]
    public async Task Publish_WithoutATransaction_WakesWithTheSave()
    {
        using var host = await HostAsync();
        await using var scope = host.Services.CreateAsyncScope();
        await PublishAsync(scope.ServiceProvider.GetRequiredService<DocumentsDbContext>());
        Assert.True(await AwakeAsync(host.Services.GetRequiredService<OutboxSignal>()));
    }

    [Fact]
    public async Task Dispatch_PublishingThatNeverEnds_IsGivenUpToldAndTriedAgain()
    {
        await using var documents = new DocumentsFixture();
        await documents.InitializeAsync();
        var first = new NeverEnds();
        documents.Services.GetRequiredService<IBus>().ConnectPublishObserver(first);
        var told = DocumentIssued();
        await documents.WithDb(async db =>
        {
            db.Publish(told);
            return await db.SaveChangesAsync();
        });

        await Eventually.HoldsAsync(async () => await BrokerPartAsync(documents) == "Degraded", "Health does not tell that the outbox is stuck");
        await documents.PublishedAsync<DocumentIssued>(e => e.DocumentId == told.DocumentId);
        await Eventually.HoldsAsync(async () => await BrokerPartAsync(documents) == "Healthy", "Health does not tell that the outbox is well again");
        Assert.Equal(2, first.Tries);
    }

    private static async Task<string?> BrokerPartAsync(DocumentsFixture documents) =>
        (string?)(await documents.CreateClient().GetAsync("/health/ready").OkAsync())["parts"]!["broker"];

    private static async Task<IHost> HostAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["ConnectionStrings:documents"] = await Databases.CloneAsync<DocumentsDbContext>(options => new DocumentsDbContext(options));
        builder.AddPersistence<DocumentsDbContext>("documents");
        return builder.Build();
    }

    private static async Task PublishAsync(DocumentsDbContext db)
    {
        db.Publish(DocumentIssued());
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static DocumentIssued DocumentIssued() => new()
    {
        DocumentId = Guid.CreateVersion7(), UnitCode = "10532", Type = "TTr", Year = 2026, Number = 1, Symbol = "01/TTr-UBND", Date = new DateOnly(2026, 11, 21),
        NominationIds = [], PdfSha256 = new string('0', 64), OccurredAt = Samples.At, ActedBy = "test",
    };

    private static Task<bool> AwakeAsync(OutboxSignal signal) => signal.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken);

    private sealed class NeverEnds : IPublishObserver
    {
        public int Tries;

        public Task PrePublish<T>(PublishContext<T> context) where T : class =>
            Interlocked.Increment(ref Tries) == 1 ? new TaskCompletionSource().Task : Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

        public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
