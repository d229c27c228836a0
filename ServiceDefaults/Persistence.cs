using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Emulation.ServiceDefaults;

/// <summary>Base of every service's context: state, outbox, inbox, remembered answers and audit trail are saved in one transaction.</summary>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Name of the PostgreSQL collation for lists that people read.</summary>
    public const string Vietnamese = "vi";

    // Contexts are used again: after a transaction that was rolled back it wakes the dispatcher once too often.
    private bool _wakesOnCommit;

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();
    public DbSet<RememberedAnswer> RememberedAnswers => Set<RememberedAnswer>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <summary>Puts an event into the outbox; it leaves after the next <c>SaveChangesAsync</c>.</summary>
    public void Publish(object message) => Outbox.Add(OutboxMessage.From(message));

    /// <summary>Writes one line of the append-only audit trail with the next save.</summary>
    public void Audit(string aggregate, object id, string action, string actedBy, DateTimeOffset at, string? reason = null, object? changes = null, string? from = null) =>
        AuditEntries.Add(new AuditEntry
        {
            Aggregate = aggregate,
            AggregateId = id.ToString()!,
            Action = action,
            ActedBy = actedBy,
            At = at,
            Reason = reason,
            RemoteAddress = from,
            Changes = changes is null ? null : JsonSerializer.Serialize(changes, Json.Options),
        });

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var publishes = ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (publishes && Database.CurrentTransaction is null)
            this.GetService<OutboxSignal>().Wake();
        else
            _wakesOnCommit |= publishes;
        return rows;
    }

    internal void OnCommitted()
    {
        if (!_wakesOnCommit)
            return;
        _wakesOnCommit = false;
        this.GetService<OutboxSignal>().Wake();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new NamingConvention());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasCollation(Vietnamese, locale: "vi-VN", provider: "icu", deterministic: true);
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox");
            e.HasKey(m => m.Id);
            e.Property(m => m.Body).HasColumnType("jsonb");
        });
        modelBuilder.Entity<InboxMessage>(e =>
        {
            e.ToTable("inbox");
            e.HasKey(m => new { m.MessageId, m.Endpoint });
        });
        modelBuilder.Entity<RememberedAnswer>(e =>
        {
            e.ToTable("remembered_answers");
            e.HasKey(a => new { a.Caller, a.Key });
        });
        modelBuilder.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entries");
            e.HasKey(a => a.Id);
            e.HasIndex(a => new { a.Aggregate, a.AggregateId, a.Id });
            e.Property(a => a.Changes).HasColumnType("jsonb");
        });
    }
}

/// <summary>One line of the audit trail: who, when, from where, what, why. Never changed, never deleted.</summary>
public sealed class AuditEntry
{
    /// <summary>In order of writing, also within one instant.</summary>
    public long Id { get; init; }
    public required string Aggregate { get; init; }
    public required string AggregateId { get; init; }
    public required string Action { get; init; }
    public required string ActedBy { get; init; }
    public DateTimeOffset At { get; init; }
    public string? RemoteAddress { get; init; }
    public string? Reason { get; init; }
    public string? Changes { get; init; }
}

/// <summary>Something two people may change at once: <see cref="Version"/> is its ETag and its order in events.</summary>
public abstract class Aggregate
{
    public Guid Id { get; protected init; }

    public int Version { get; protected set; } = 1;

    /// <summary>Every accepted change calls this once.</summary>
    protected void Touch() => Version++;
}

public static class Persistence
{
    private static readonly WakeOnCommit WakesOnCommit = new();

    public static void AddPersistence<TContext>(this IHostApplicationBuilder builder, string database) where TContext : ServiceDbContext
    {
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddDbContextPool<TContext>((services, options) =>
        {
            options.UseNpgsql(services.GetRequiredService<IConfiguration>().GetConnectionString(database)
                ?? throw new InvalidOperationException($"ConnectionStrings:{database} is missing."), npgsql => npgsql.MigrationsHistoryTable("migrations_history"))
                .AddInterceptors(WakesOnCommit);
        });
        builder.Services.AddScoped<ServiceDbContext>(services => services.GetRequiredService<TContext>());
    }

    /// <summary>With the argument <c>--migrate</c> the program brings its database up to date and ends.</summary>
    public static async Task<bool> MigratesOnly<TContext>(this WebApplication app, string[] args) where TContext : ServiceDbContext
    {
        if (!args.Contains("--migrate"))
            return false;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.MigrateAsync();
        return true;
    }

    /// <summary>A value kept as JSON in one column, replaced as a whole and never changed in place: one glance tells whether it is another.</summary>
    public static PropertyBuilder<T> AsFrozenJson<T>(this PropertyBuilder<T> property) where T : class? =>
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, Json.Options),
            text => JsonSerializer.Deserialize<T>(text, Json.Options)!,
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => RuntimeHelpers.GetHashCode(v), v => v));

    /// <summary>A value kept as JSON in one column, which may be changed in place.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) where T : class =>
        property.HasColumnType("jsonb").HasConversion(
            value => JsonSerializer.Serialize(value, Json.Options),
            text => JsonSerializer.Deserialize<T>(text, Json.Options)!,
            new Microsoft.EntityFrameworkCore.ChangeTracking.ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json.Options) == JsonSerializer.Serialize(b, Json.Options),
                v => JsonSerializer.Serialize(v, Json.Options).GetHashCode(StringComparison.Ordinal),
                v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, Json.Options), Json.Options)!));
}
