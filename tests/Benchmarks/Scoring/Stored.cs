using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rounds;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Benchmarks.Scoring;

/// <summary>The nation in a real database, written as the service would have: all sheets final. The only place that knows the columns of a sheet.</summary>
internal sealed class Stored : IAsyncDisposable
{
    private readonly IHost _host;

    private Stored(string connection)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration["ConnectionStrings:scoring"] = connection;
        builder.Logging.ClearProviders();
        builder.AddPersistence<ScoringDbContext>("scoring");
        _host = builder.Build();
        Source = NpgsqlDataSource.Create(connection);
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>A context as a request of the service gets it.</summary>
    public async Task<T> InScopeAsync<T>(Func<ScoringDbContext, Task<T>> work)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ScoringDbContext>());
    }

    public static async Task<Stored> WriteAsync(Nation nation)
    {
        Databases.Durable = true;
        var stored = new Stored(await Databases.CloneAsync<ScoringDbContext>(o => new ScoringDbContext(o)));
        await stored.InScopeAsync(async db =>
        {
            db.IndexSets.Add(nation.Set);
            foreach (var (code, block) in nation.Units)
            {
                var unit = new Unit { Code = code };
                unit.Learn(new UnitRegistered { UnitCode = code, Version = 1, Name = $"Phường {code}", Kind = UnitKind.Ward, ParentCode = "31", RankingBlock = block, Active = true, OccurredAt = DateTimeOffset.UtcNow, ActedBy = "x" });
                db.Units.Add(unit);
            }
            foreach (var year in nation.Years)
                db.Rounds.AddRange(nation.Set.Definition.Blocks.Select(b => Round.Open(nation.Set, year, b, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30), 5, "x", DateTimeOffset.UtcNow).Round!));
            return await db.SaveChangesAsync();
        });
        await stored.CopySheetsAsync(nation);
        await stored.CopyValuesAsync(nation);
        await stored.ExecuteAsync("VACUUM ANALYZE");
        return stored;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private async Task CopySheetsAsync(Nation nation)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY score_sheets (id, unit_code, year, index_set_code, block, created_by, state, leaves, score, self_index, created_at, submitted_at, appraised_at, final_at, version) FROM STDIN BINARY");
        var at = DateTimeOffset.UtcNow;
        foreach (var sheet in nation.Sheets)
        {
            var score = sheet.Score(nation.Set.Definition);
            await copy.StartRowAsync();
            await copy.WriteAsync(sheet.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(sheet.Unit, NpgsqlDbType.Varchar);
            await copy.WriteAsync(sheet.Year, NpgsqlDbType.Integer);
            await copy.WriteAsync(nation.Set.Code, NpgsqlDbType.Varchar);
            await copy.WriteAsync(sheet.Block, NpgsqlDbType.Varchar);
            await copy.WriteAsync(sheet.Unit, NpgsqlDbType.Text);
            await copy.WriteAsync(nameof(ScoreSheetState.Final), NpgsqlDbType.Varchar);
            await copy.WriteAsync(JsonSerializer.Serialize(sheet.Leaves, Json.Options), NpgsqlDbType.Jsonb);
            await copy.WriteAsync(JsonSerializer.Serialize(score, Json.Options), NpgsqlDbType.Jsonb);
            await copy.WriteAsync(score.Index!.Value, NpgsqlDbType.Numeric);
            for (var i = 0; i < 4; i++)
                await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(4, NpgsqlDbType.Integer);
        }
        await copy.CompleteAsync();
    }

    /// <summary>One row for each leaf that applies, with its points; a leaf against the block has its value instead. For the divisor in SQL only.</summary>
    private async Task CopyValuesAsync(Nation nation)
    {
        await ExecuteAsync("CREATE TABLE leaf_values (year int NOT NULL, block text NOT NULL, unit_code text NOT NULL, leaf text NOT NULL, max numeric NOT NULL, points numeric, value numeric)");
        await using (var connection = await Source.OpenConnectionAsync())
        {
            await using var copy = await connection.BeginBinaryImportAsync("COPY leaf_values FROM STDIN BINARY");
            foreach (var sheet in nation.Sheets)
            {
                foreach (var leaf in nation.Set.Definition.Leaves)
                {
                    var input = sheet.Leaves[leaf.Code].Standing!.Value.Input!;
                    if (input.LeavesBothSums)
                        continue;
                    await copy.StartRowAsync();
                    await copy.WriteAsync(sheet.Year, NpgsqlDbType.Integer);
                    await copy.WriteAsync(sheet.Block, NpgsqlDbType.Text);
                    await copy.WriteAsync(sheet.Unit, NpgsqlDbType.Text);
                    await copy.WriteAsync(leaf.Code, NpgsqlDbType.Text);
                    await copy.WriteAsync(leaf.Max, NpgsqlDbType.Numeric);
                    if (leaf.Formula is Relative)
                    {
                        await copy.WriteNullAsync();
                        await copy.WriteAsync(input.Figure, NpgsqlDbType.Numeric);
                    }
                    else
                    {
                        await copy.WriteAsync(leaf.Formula.Mark(input, leaf.Max)!.Value, NpgsqlDbType.Numeric);
                        await copy.WriteNullAsync();
                    }
                }
            }
            await copy.CompleteAsync();
        }
        await ExecuteAsync("CREATE INDEX ON leaf_values (year, block, leaf) WHERE value IS NOT NULL");
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        _host.Dispose();
    }
}
