using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>The list of nominations as one statement, read by hand: asked for more often than anything else, and EF alone would take longer than the database (docs/benchmarks.md).</summary>
internal sealed class NominationSearch(NominationsDbContext db, CurrentUser user, CampaignNames names)
{
    private const string From = "FROM nominations n";

    private const string Columns = """
        n.id, n.version, n.state, n.campaign_id, n.category_key, n.level, n.year, n.proposing_unit_code, n.proposing_unit_name, n.eligibility, n.late, n.submitted_at, n.external_ref, n.over_quota,
        n.nominee_kind, n.nominee_name, n.nominee_position, n.nominee_unit_code, n.nominee_unit_name, n.nominee_person_code, n.nominee_female, n.nominee_women_share, n.nominee_direct_role,
        n.nominee_leading_post
        """;

    private readonly StringBuilder _conditions = new();
    private readonly List<object> _values = [];

    /// <summary>Keeps only what the caller may see: the nominee's unit is the caller's own or below it.</summary>
    public void VisibleToCaller()
    {
        if (!user.SeesWholeCity)
            And($"n.nominee_unit_code = {user.UnitCode} OR starts_with(n.nominee_unit_code, {user.UnitCode + "-"})");
    }

    /// <summary>One more condition on the nomination <c>n</c>; its values travel as parameters.</summary>
    public void And(FormattableString condition)
    {
        object[] places = [.. Enumerable.Range(_values.Count, condition.ArgumentCount).Select(i => $"{{{i}}}")];
        _conditions.Append(_conditions.Length == 0 ? " WHERE (" : " AND (").AppendFormat(CultureInfo.InvariantCulture, condition.Format, places).Append(')');
        _values.AddRange(condition.GetArguments()!);
    }

    /// <summary>The rows found so far, for those who look at more of them than the list shows.</summary>
    public IQueryable<Nomination> Rows()
    {
        var ids = db.Database.SqlQuery<Guid>(FormattableStringFactory.Create($"SELECT n.id AS \"Value\" {From}{_conditions}", [.. _values]));
        return db.Nominations.AsNoTracking().Where(n => ids.Contains(n.Id));
    }

    public async Task<List<NominationListItem>> ReadAsync(bool directFirst, int count, CancellationToken ct)
    {
        var order = directFirst ? "n.nominee_direct_role IS TRUE DESC, n.id DESC" : "n.id DESC";
        string[] parameters = [.. Enumerable.Range(1, _values.Count).Select(i => $"${i}")];
        var where = string.Format(CultureInfo.InvariantCulture, _conditions.ToString(), parameters);
        var rows = await ReadAsync($"SELECT {Columns} {From}{where} ORDER BY {order} LIMIT {count}", ct);
        var items = new List<NominationListItem>(rows.Count);
        foreach (var (item, campaignId) in rows)
        {
            var campaign = await names.OfAsync(db, campaignId, ct);
            items.Add(item with { CampaignCode = campaign.Code, CategoryName = campaign.Categories.GetValueOrDefault(item.CategoryKey, item.CategoryKey) });
        }
        return items;
    }

    private async Task<List<(NominationListItem Item, Guid CampaignId)>> ReadAsync(string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
            foreach (var value in _values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<(NominationListItem, Guid)>();
            while (await reader.ReadAsync(ct))
                rows.Add((Item(reader), reader.GetGuid(3)));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static NominationListItem Item(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Version = row.GetInt32(1),
        State = Enum.Parse<NominationState>(row.GetString(2)),
        CampaignCode = "",
        CategoryKey = row.GetString(4),
        Level = Enum.Parse<AwardLevel>(row.GetString(5)),
        Year = row.GetInt32(6),
        ProposingUnitCode = row.GetString(7),
        ProposingUnitName = row.GetString(8),
        Eligibility = Enum.Parse<Outcome>(row.GetString(9)),
        Late = row.GetBoolean(10),
        SubmittedAt = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
        ExternalRef = Text(row, 12),
        OverQuota = row.GetBoolean(13),
        Nominee = new((Recipient)row.GetInt32(14), row.GetString(15), Text(row, 16), row.GetString(17), row.GetString(18), Text(row, 19),
            Flag(row, 20), row.IsDBNull(21) ? null : row.GetDecimal(21), Flag(row, 22), Flag(row, 23)),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static bool? Flag(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);
}
