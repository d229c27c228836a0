namespace Emulation.Portal.Clients;

public sealed record IndexSetItem(string Code, string Name, string Issuer, int Edition, string State, string[] Blocks);

public sealed record IndexSetAnswer(
    string Code, string Name, string Issuer, int Edition, string? Replaces, string State, DateTimeOffset? ActivatedAt, string[] Blocks,
    IndexArea[] Areas, IndexAdjustment[] Adjustments, ClassCutOff[] Classes, TieRuleAnswer TieRule, string RankBy)
{
    /// <summary>Every leaf in the order of the tree, then bonus and penalty.</summary>
    public IReadOnlyList<IndexLeaf> Leaves => field ??= [.. Areas.SelectMany(a => a.Criteria).SelectMany(c => c.Scored), .. Adjustments.Select(a => a.AsLeaf)];

    public IndexLeaf? Leaf(string code) => Leaves.FirstOrDefault(l => l.Code == code);
}

public sealed record IndexArea(string Code, string Name, decimal Max, IndexCriterion[] Criteria);

/// <summary>Split into leaves, or scored itself.</summary>
public sealed record IndexCriterion(
    string Code, string Name, decimal Max, IndexLeaf[]? Leaves, FormulaAnswer? Formula, bool NotApplicableAllowed, string? Unit, string? Clause, string? VerificationDocument)
{
    public IndexLeaf[] Scored => Formula is { } own ? [new IndexLeaf(Code, Name, Max, own, NotApplicableAllowed, Unit, Clause, VerificationDocument)] : Leaves ?? [];
}

public sealed record IndexLeaf(string Code, string Name, decimal Max, FormulaAnswer Formula, bool NotApplicableAllowed, string? Unit, string? Clause, string? VerificationDocument);

public sealed record IndexAdjustment(string Code, string Name, FormulaAnswer Formula, string? VerificationDocument)
{
    public IndexLeaf AsLeaf => new(Code, Name, Formula.Cap ?? 0, Formula, false, null, null, VerificationDocument);
}

/// <summary>A formula of any kind: the figures that its kind has.</summary>
public sealed record FormulaAnswer(
    string Kind, decimal? Floor, string? Operator, decimal? Low, decimal? High, string? Better, StepAnswer[]? Table, decimal? Goal, decimal? Each, CaseAnswer[]? Cases,
    decimal? Limit, string? LimitOperator, string? BelowMean, string? Effect, decimal? Cap);

public sealed record StepAnswer(decimal Bound, decimal Points, string? Operator);

public sealed record CaseAnswer(string Key, string Name, decimal Points);

public sealed record ClassCutOff(string Code, string Name, decimal From);

public sealed record TieRuleAnswer(string[] BreakBy);
