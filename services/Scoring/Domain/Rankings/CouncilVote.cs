using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>Parts tied units by the votes of the council, where the index set leaves it to the council.</summary>
/// <param name="Used">The votes that parted a group, in order of rank.</param>
/// <param name="Undecided">Tied groups without a vote, in order of rank.</param>
internal sealed record CouncilVote(CouncilOrder[] Used, TiedGroup[] Undecided)
{
    /// <param name="definition">Whose tie rule it is.</param>
    /// <param name="rows">Rows in order, as score and areas put them; the rows of a group that was voted on are put in the order of the vote.</param>
    /// <param name="given">Votes given now.</param>
    /// <param name="earlier">Votes of the version before; each holds on for the very same group.</param>
    public static (CouncilVote? Vote, Problem? Problem) Settle(IndexDefinition definition, List<RankingRow> rows, CouncilOrder[] given, CouncilOrder[] earlier)
    {
        if (!definition.TieRule.ThenCouncil)
            return given.Length > 0 ? (null, Problems.CouncilNotAsked.At("/councilOrder")) : (new CouncilVote([], []), null);
        var groups = Groups(definition, rows);
        if (Mismatch(groups, given) is { } problem)
            return (null, problem);
        List<CouncilOrder> used = [];
        List<TiedGroup> undecided = [];
        foreach (var group in groups)
        {
            if ((Array.Find(given, group.Is) ?? Array.Find(earlier, group.Is)) is not { } order)
            {
                undecided.Add(group);
                continue;
            }
            Apply(rows, group, order);
            used.Add(order);
        }
        return (new CouncilVote([.. used], [.. undecided]), null);
    }

    /// <summary>What is wrong with the votes by themselves, whatever the sheets say; null when nothing is.</summary>
    public static Problem? Fault(CouncilOrder[] given, int year, DateOnly today)
    {
        List<FieldError> faults = [];
        foreach (var (i, order) in given.Index())
        {
            if (order.MinutesDate > today)
                faults.Add(new FieldError($"/councilOrder/{i}/minutesDate", "Ngày của biên bản không được sau hôm nay."));
            else if (order.MinutesDate.Year < year)
                faults.Add(new FieldError($"/councilOrder/{i}/minutesDate", "Ngày của biên bản không được trước năm xếp hạng."));
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (u, code) in order.Units.Index().Where(u => !seen.Add(u.Item)))
                faults.Add(new FieldError($"/councilOrder/{i}/units/{u}", $"Đơn vị {code} được nêu hai lần."));
        }
        return faults.Count == 0 ? null : Problems.CouncilOrderInvalid with { Errors = [.. faults] };
    }

    private static TiedGroup[] Groups(IndexDefinition definition, List<RankingRow> rows) =>
    [
        .. rows.Where(r => r.Tied).GroupBy(r => r.Rank).Select(g => new TiedGroup
        {
            Rank = g.Key,
            Score = definition.RankBy == RankBy.Index ? g.First().Index : g.First().Total,
            Units = [.. g.Select(r => new TiedUnit(r.UnitCode, r.UnitName))],
        }),
    ];

    private static Problem? Mismatch(TiedGroup[] groups, CouncilOrder[] given)
    {
        List<FieldError> faults = [];
        var taken = new HashSet<TiedGroup>();
        foreach (var (i, order) in given.Index())
        {
            if (Array.Find(groups, g => g.Is(order)) is not { } group)
                faults.Add(new FieldError($"/councilOrder/{i}/units", "Các đơn vị này không phải là đúng một nhóm đang bằng điểm."));
            else if (!taken.Add(group))
                faults.Add(new FieldError($"/councilOrder/{i}/units", "Nhóm này được nêu hai lần."));
        }
        return faults.Count == 0 ? null : Problems.CouncilOrderMismatch with
        {
            Errors = [.. faults],
            Facts = new Dictionary<string, object?> { ["tiedGroups"] = groups },
        };
    }

    private static void Apply(List<RankingRow> rows, TiedGroup group, CouncilOrder order)
    {
        var first = rows.FindIndex(r => r.Rank == group.Rank);
        var members = rows.GetRange(first, group.Units.Length).ToDictionary(r => r.UnitCode);
        for (var i = 0; i < order.Units.Length; i++)
        {
            var row = rows[first + i] = members[order.Units[i]];
            (row.Rank, row.Tied, row.DecidedBy) = (group.Rank + i, false, PartedBy.Council);
        }
    }
}
