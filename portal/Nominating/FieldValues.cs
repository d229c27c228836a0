using System.Globalization;
using System.Security.Claims;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Nominating;

/// <summary>What the fields of a form show: what was typed, or what stands, or nothing yet.</summary>
public sealed class FieldValues
{
    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);

    /// <summary>What stands in the field; null when empty.</summary>
    public string? this[string field] => _values.GetValueOrDefault(field) is [{ Length: > 0 } first, ..] ? first : null;

    public string[] All(string field) => _values.GetValueOrDefault(field) ?? [];

    public bool Has(string field, string value) => All(field).Contains(value);

    /// <summary>A date as it is written in Vietnam.</summary>
    public DateOnly? Date(string field) => Words.DateIn(this[field]);

    public bool? Flag(string field) => this[field] switch { "true" => true, "false" => false, _ => null };

    public static FieldValues Of(IFormCollection form)
    {
        var values = new FieldValues();
        foreach (var (name, typed) in form)
            values._values[name] = [.. typed.Select(t => t?.Trim() ?? "")];
        return values;
    }

    /// <summary>A new nomination: only what can be guessed.</summary>
    public static FieldValues Fresh(params (string Field, string Value)[] guessed)
    {
        var values = new FieldValues();
        foreach (var (field, value) in guessed)
            values._values[field] = [value];
        return values;
    }

    /// <summary>A nomination as it stands.</summary>
    public static FieldValues Of(NominationDetail n, FullCategoryAnswer category, IEnumerable<AskedStatement> asked, ClaimsPrincipal who)
    {
        var values = Fresh(("name", n.Nominee.Name), ("position", n.Nominee.Position ?? ""), ("personCode", n.Nominee.PersonCode ?? ""), ("female", Text(n.Nominee.Female)), ("directRole", Text(n.Nominee.DirectRole)),
            ("leadingPost", Text(n.Nominee.LeadingPost)), ("womenShare", n.Nominee.WomenShare?.ToString("0.##", Words.Vietnamese) ?? ""), ("achievement", n.Achievement), ("outsideQuotaReason", n.OutsideQuotaReason ?? ""));
        values._values["initiative"] = [.. n.InitiativeIds.Select(i => i.ToString())];
        values._values["merit"] = [.. n.MeritIds.Select(i => i.ToString())];
        foreach (var statement in asked)
            if (statement.Shown(n.Attestations, who) is { } said)
            {
                values._values["holds." + statement.Key] = [Text(said.Holds)];
                values._values["by." + statement.Key] = [said.By];
                values._values["evidence." + statement.Key] = [said.Evidence ?? ""];
            }
        foreach (var grade in n.Grades)
        {
            var row = category.Cadence == "period" ? $"{grade.Year}" : grade.Year == n.Year ? NominationForm.OfTheYear : null;
            if (row is null)
                continue;
            values._values["grade." + row] = [grade.Grade];
            values._values["decision." + row] = [grade.Decision ?? ""];
        }
        foreach (var (i, period) in n.Service.Index())
        {
            values._values[$"from.{i}"] = [Words.Date(period.From)];
            values._values[$"to.{i}"] = [period.To is { } to ? Words.Date(to) : ""];
            values._values[$"role.{i}"] = [period.Role];
        }
        return values;
    }

    private static string Text(bool? flag) => flag switch { true => "true", false => "false", null => "" };
}
