using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>Judges a standard in three values (Kleene): all-of is the lowest, any-of the highest of its parts.</summary>
public static class Judge
{
    public static VerdictNode Of(Standard standard, Facts facts) =>
        Of(standard.Reading == Reading.Literal && standard.Literal is { } literal ? literal : standard.Canonical, facts);

    public static VerdictNode Of(Condition condition, Facts facts) => condition switch
    {
        AllOf all => Combine(all, "allOf", all.Conditions, facts, outcomes => outcomes.Min()),
        AnyOf any => Combine(any, "anyOf", any.Conditions, facts, outcomes => outcomes.Max()),
        IndexRank rank => IndexConditions.Of(rank, facts),
        YearsInTop years => IndexConditions.Of(years, facts),
        LeadsBlock leads => IndexConditions.Of(leads, facts),
        LeadsOffices leads => IndexConditions.Of(leads, facts),
        RecognisedInitiatives initiatives => NomineeConditions.Of(initiatives, facts),
        Attested attested => NomineeConditions.Of(attested, facts),
        ByLaw law => NomineeConditions.Of(law, facts),
        CompletionGrade grade => NomineeConditions.Of(grade, facts),
        FlagNomineeMember member => NomineeConditions.Of(member, facts),
        DirectService service => ServiceConditions.Of(service, facts),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static VerdictNode Combine(Condition condition, string kind, Condition[] parts, Facts facts, Func<IEnumerable<Outcome>, Outcome> combine)
    {
        var children = parts.Select(p => Of(p, facts)).ToArray();
        var outcome = combine(children.Select(c => c.Outcome));
        return Node(condition, kind, outcome, Explain(kind, outcome, children)) with { Children = children };
    }

    private static string Explain(string kind, Outcome outcome, VerdictNode[] children)
    {
        string Clauses(Outcome which) => string.Join(", ", children.Where(c => c.Outcome == which).Select(c => c.Clause).Distinct());
        return (kind, outcome) switch
        {
            ("allOf", Outcome.Met) => "Đạt tất cả các điều kiện.",
            ("allOf", Outcome.NotMet) => $"Chưa đạt: {Clauses(Outcome.NotMet)}.",
            ("allOf", _) => $"Còn chờ: {Clauses(Outcome.NotYetKnown)}.",
            (_, Outcome.Met) => $"Đạt theo {Clauses(Outcome.Met)}.",
            (_, Outcome.NotMet) => "Không đạt điều kiện nào.",
            _ => $"Chưa đạt điều kiện nào, còn chờ: {Clauses(Outcome.NotYetKnown)}.",
        };
    }

    internal static VerdictNode Node(Condition condition, string kind, Outcome outcome, string explanation, string? clause = null) => new()
    {
        Kind = kind,
        Clause = clause ?? condition.Clause,
        Text = condition.Text,
        Outcome = outcome,
        Explanation = explanation,
    };

    /// <summary>Met when enough are certain; not met when even all pending ones would not do.</summary>
    internal static Outcome Enough(int certain, int pending, int needed) =>
        certain >= needed ? Outcome.Met : certain + pending < needed ? Outcome.NotMet : Outcome.NotYetKnown;
}
