using System.Collections.Concurrent;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.TestKit;

/// <summary>A database for each test class, cloned from a template that is migrated once. The server comes from EMULATION_TEST_POSTGRES, else is a private cluster.</summary>
public static class Databases
{
    /// <summary>True before the first database: the private cluster writes through to the disk, as in service. Tests do without.</summary>
    public static bool Durable { get; set; }

    private static readonly Lazy<Task<string>> Server = new(() => PostgresServer.StartAsync(Durable));
    private static readonly ConcurrentDictionary<Type, Lazy<Task<string>>> Templates = new();
    private static readonly SemaphoreSlim Cloning = new(1, 1);

    public static async Task<string> CloneAsync<TContext>(Func<DbContextOptions<TContext>, TContext> create) where TContext : ServiceDbContext
    {
        var template = await Templates.GetOrAdd(typeof(TContext), _ => new(() => MigrateTemplateAsync(create))).Value;
        var name = $"t_{Guid.NewGuid():N}";
        await Cloning.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }
        finally
        {
            Cloning.Release();
        }
        return await ForAsync(name);
    }

    private static async Task<string> MigrateTemplateAsync<TContext>(Func<DbContextOptions<TContext>, TContext> create) where TContext : ServiceDbContext
    {
        var name = $"template_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        var connection = await ForAsync(name);
        await using (var db = create(new DbContextOptionsBuilder<TContext>().UseNpgsql(connection, n => n.MigrationsHistoryTable("migrations_history")).Options))
            await db.Database.MigrateAsync();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        return name;
    }

    private static async Task<string> ForAsync(string database) =>
        new NpgsqlConnectionStringBuilder(await Server.Value) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await Server.Value) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
