using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>Gives criteria, reports, tasks and roles the key, and criteria the kind, that their plan leaves out: plans from before keys existed, and plans whose sender does not care.</summary>
internal static partial class CriterionKeys
{
    public const int MaxLength = 60;

    public static CampaignPlan Keyed(this CampaignPlan plan) => plan with
    {
        Criteria = Fill(plan.Criteria),
        Reports = Fill(plan.Reports, r => r.Key, r => r.Clause, (r, key) => r with { Key = key }),
        Tasks = Fill(plan.Tasks, t => t.Key, t => t.Clause, (t, key) => t with { Key = key }),
        Roles = Fill(plan.Roles, r => r.Key, r => r.Clause, (r, key) => r with { Key = key }),
    };

    private static T[] Fill<T>(T[] items, Func<T, string?> keyOf, Func<T, string> clauseOf, Func<T, string, T> with) where T : class
    {
        var taken = items.Where(i => i is not null).Select(keyOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. items.Select(i => i is null || keyOf(i) is not null ? i! : with(i, Free(OfClause(clauseOf(i)), taken)))];
    }

    private static PlanCriterion[] Fill(PlanCriterion[] criteria)
    {
        var taken = criteria.Select(c => c?.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. criteria.Select(c => c is null ? c! : c with { Key = c.Key ?? Free(OfClause(c.Clause), taken), Kind = c.Kind ?? KindOf(c) })];
    }

    private static CriterionKind KindOf(PlanCriterion criterion) => criterion.Operator == CriterionOperator.Text ? CriterionKind.Text : CriterionKind.Value;

    private static string Free(string key, HashSet<string> taken)
    {
        var free = key;
        for (var n = 2; !taken.Add(free); n++)
            free = $"{key}-{n}";
        return free;
    }

    /// <summary>What follows the code of the plan; đ is told from d, as on a keyboard.</summary>
    private static string OfClause(string clause)
    {
        var local = clause[(clause.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var folded = Folding.Fold(local.Replace("đ", "dd", StringComparison.Ordinal).Replace("Đ", "DD", StringComparison.Ordinal));
        var key = Gaps().Replace(folded, "-").Trim('-');
        return key.Length == 0 ? "tieu-chi" : key[..Math.Min(key.Length, MaxLength - 5)].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
