using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Emulation.Benchmarks.Nominations;

/// <summary>The least that could answer the same question: one statement, read by Npgsql, written as JSON; nobody is asked who they are.</summary>
internal sealed class Bare(WebApplication app) : IAsyncDisposable
{
    private const string List = """
        SELECT id, version, state, category_key, year, proposing_unit_code, proposing_unit_name, nominee_name, nominee_unit_code, eligibility, late, submitted_at
        FROM nominations WHERE proposing_unit_code = $1 AND state = $2 ORDER BY id DESC LIMIT 25
        """;

    private const string Search = """
        SELECT id, version, kind, name, unit_code, unit_name, award_name, year, decision_number, decision_date, "order", achievement, reward_money, cancelled
        FROM award_entries WHERE search_vector @@ to_tsquery('simple', $1) ORDER BY year DESC, id DESC LIMIT 25
        """;

    public HttpClient Client { get; } = app.GetTestClient();

    public static async Task<Bare> StartAsync(NpgsqlDataSource source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapGet("/nominations", (string unitCode, string state, HttpContext http) => RowsAsync(source, List, http, unitCode, state));
        app.MapGet("/register", (string search, HttpContext http) => RowsAsync(source, Search, http, string.Join(" & ", search.Split(' ').Select(w => $"{w}:*"))));
        await app.StartAsync();
        return new Bare(app);
    }

    private static async Task RowsAsync(NpgsqlDataSource source, string sql, HttpContext http, params string[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await using var reader = await command.ExecuteReaderAsync();
        http.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartArray();
        while (await reader.ReadAsync())
        {
            json.WriteStartObject();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                json.WritePropertyName(reader.GetName(i));
                if (reader.IsDBNull(i))
                    json.WriteNullValue();
                else
                    JsonSerializer.Serialize(json, reader.GetValue(i));
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
