using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>Points of every member of a block, from the sheets as they stand. Reckoned anew each time: one figure changed may change the leader, and with it everybody's points.</summary>
internal sealed class BlockTable
{
    private BlockTable(ScaleDefinition scale, MemberScore[] members) => (Scale, Members) = (scale, members);

    public ScaleDefinition Scale { get; }

    /// <summary>In the order of the block.</summary>
    public MemberScore[] Members { get; }

    /// <summary>Whether every figure and pledge of every member is confirmed; only then there are ranks.</summary>
    public bool Complete => Members.All(m => m.Waiting is null);

    /// <summary>Members that something is still missing of.</summary>
    public BlockWaiting[] Waiting => [.. Members.Where(m => m.Waiting is not null).Select(m => new BlockWaiting(m.Code, m.Name, m.Waiting!))];

    public static BlockTable Of(ScaleDefinition scale, IEnumerable<EmulationBlockMember> members, IEnumerable<BlockSheet> sheets)
    {
        var byMember = sheets.ToDictionary(s => s.Member);
        var rows = members.Select(m => (Member: m, Sheet: byMember.GetValueOrDefault(m.Code))).ToArray();
        var all = rows.Select(r => r.Sheet).ToArray();
        var context = scale.Criteria.ToDictionary(c => c.Code, c => Context(c, all));
        return new BlockTable(scale, [.. rows.Select(r => new MemberScore(
            r.Member.Code, r.Member.Name, r.Sheet, [.. scale.Criteria.Select(c => Score(c, r.Sheet, context[c.Code]))], Lack(scale, r.Sheet)))]);
    }

    /// <summary>Competition ranks 1, 2, 2, 4 by total, whatever the order of entry.</summary>
    public BlockRankingRow[] Rank()
    {
        var rows = Members.Select(m => m.Row()).OrderByDescending(r => r.Total).ThenBy(r => r.Member, StringComparer.Ordinal).ToArray();
        return [.. rows.Select(r => r with { Rank = 1 + rows.Count(o => o.Total > r.Total), Tied = rows.Count(o => o.Total == r.Total) > 1 })];
    }

    /// <summary>What a criterion takes from the whole block: the leader's figure, or the mean; null until all members are confirmed.</summary>
    private static decimal? Context(ScaleCriterion criterion, BlockSheet?[] sheets)
    {
        if (criterion.Formula is not (AgainstLeader or Relative) || sheets.Any(s => s?.Standing(criterion)?.Confirmed is null))
            return null;
        decimal Figure(BlockSheet? sheet) => sheet!.Standing(criterion)!.Input.Figure;
        return criterion.Formula is not AgainstLeader formula ? sheets.Average(Figure)
            : sheets.Any(s => s!.Pledge.Confirmed is null || !s.Pledge.Targets.ContainsKey(criterion.Code)) ? null
            : formula.Leader(sheets.Select(s => (Figure(s), s!.Pledge.Targets[criterion.Code])));
    }

    private static BlockCriterionScore Score(ScaleCriterion criterion, BlockSheet? sheet, decimal? context)
    {
        decimal? target = sheet?.Pledge.Targets.TryGetValue(criterion.Code, out var pledged) == true ? pledged : null;
        var input = sheet?.Standing(criterion)?.Input;
        var points = input is null ? (criterion.OutsideTotal ? 0 : null) : criterion.Formula switch
        {
            AgainstLeader f => target is { } t ? f.Against(input.Figure, t, context, criterion.Max) : null,
            BonusPenalty f => f.Signed(input),
            var f => f.Mark(input, criterion.Max, context),
        };
        return new BlockCriterionScore
        {
            Criterion = criterion.Code, Target = target, Input = input, Points = points,
            Leads = criterion.Formula is AgainstLeader formula && input is not null && target is { } own && formula.Leads(input.Figure, own, context),
        };
    }

    private static string? Lack(ScaleDefinition scale, BlockSheet? sheet)
    {
        if (sheet is null)
            return "Chưa có phiếu.";
        List<string> lacks = [];
        if (scale.Pledged.Any() && sheet.Pledge.Confirmed is null)
            lacks.Add("Giao ước chưa được xác nhận.");
        var (missing, open) = sheet.Open(scale);
        if (missing.Length > 0)
            lacks.Add($"Chưa có kết quả: {string.Join(", ", missing)}.");
        if (open.Length > 0)
            lacks.Add($"Kết quả chưa được xác nhận: {string.Join(", ", open)}.");
        return lacks.Count == 0 ? null : string.Join(' ', lacks);
    }
}

/// <summary>A member in the table.</summary>
internal sealed record MemberScore(string Code, string Name, BlockSheet? Sheet, BlockCriterionScore[] Criteria, string? Waiting)
{
    public BlockRankingRow Row() => new()
    {
        Member = Code, Name = Name, SheetId = Sheet!.Id, SheetVersion = Sheet.Version, Total = Criteria.Sum(c => c.Points!.Value), Criteria = Criteria,
    };
}

/// <summary>A member's points for one criterion.</summary>
public sealed record BlockCriterionScore
{
    /// <summary>Code of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Pledged target; null where nothing is pledged.</summary>
    public decimal? Target { get; init; }

    /// <summary>Figures that stand; null while there are none.</summary>
    public LeafInput? Input { get; init; }

    /// <summary>Points, four decimals, a penalty negative; null while figures or the leader of the block are not known.</summary>
    public decimal? Points { get; init; }

    /// <summary>True for the leader of the block in this criterion.</summary>
    public required bool Leads { get; init; }
}
