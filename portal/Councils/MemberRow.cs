using Emulation.Portal.Clients;

namespace Emulation.Portal.Councils;

/// <summary>A member as a person types it; a row without a name is no member.</summary>
public sealed record MemberRow(string Name, string Title, string Position, string Unit, string PersonCode, string Account, string Relations)
{
    private const int MostRows = 60, More = 4;

    public bool Empty => Name.Length == 0;

    /// <summary>Rows of a council that is still to be appointed.</summary>
    public static MemberRow[] Blank { get; } = [.. new[] { "chair", "viceChair", "standing", "secretary", "member", "member", "member", "member", "member" }.Select(t => new MemberRow("", t, "", "", "", "", ""))];

    public static MemberRow[] Of(IEnumerable<CouncilMemberAnswer> members) =>
        [.. members.Select(m => new MemberRow(m.Name, m.Title, m.Position ?? "", m.UnitCode ?? "", m.PersonCode ?? "", m.AccountId ?? "", string.Join("; ", m.Relations))), .. Fresh(More)];

    /// <summary>What was typed, with more rows when they were asked for.</summary>
    public static MemberRow[] Read(IFormCollection form, bool more)
    {
        var rows = Enumerable.Range(0, MostRows).TakeWhile(i => form.ContainsKey($"name-{i}")).Select(i => new MemberRow(
            T(form, "name", i), T(form, "title", i), T(form, "position", i), T(form, "unit", i), T(form, "code", i), T(form, "account", i), T(form, "relations", i))).ToList();
        if (more)
            rows.AddRange(Fresh(Math.Min(More, MostRows - rows.Count)));
        return [.. rows];
    }

    public static CouncilMemberBody[] Bodies(IEnumerable<MemberRow> rows) => [.. rows.Where(r => !r.Empty).Select(r => new CouncilMemberBody(
        Null(r.Account), r.Name, r.Title, Null(r.Position), Null(r.Unit), Null(r.PersonCode), r.Relations.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>Name of the member that a pointer of the service is about; <c>/members/2/name</c>.</summary>
    public static string? At(MemberRow[] rows, string pointer) =>
        pointer.Split('/') is [_, "members", var i, ..] && int.TryParse(i, out var index) && rows.Where(r => !r.Empty).ElementAtOrDefault(index) is { } row ? row.Name : null;

    private static IEnumerable<MemberRow> Fresh(int count) => Enumerable.Repeat(new MemberRow("", "member", "", "", "", "", ""), count);

    private static string T(IFormCollection form, string field, int row) => form[$"{field}-{row}"].ToString().Trim();

    private static string? Null(string typed) => typed.Length == 0 ? null : typed;
}
