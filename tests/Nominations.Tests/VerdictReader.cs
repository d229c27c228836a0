using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>A second evaluator that sees nothing but the verdict: kinds, parts and the basis shown. Written apart from the engine.</summary>
internal static class VerdictReader
{
    public static Outcome Reckon(VerdictNode node) => Of(node.Basis is { } basis ? Leaf(basis) : node.Kind switch
    {
        "allOf" => node.Children.Select(c => Truth(Reckon(c))).Aggregate((bool?)true, (a, b) => a & b),
        "anyOf" => node.Children.Select(c => Truth(Reckon(c))).Aggregate((bool?)false, (a, b) => a | b),
        _ => throw new InvalidOperationException($"{node.Kind} shows no basis"),
    });

    private static bool? Leaf(Basis basis) => basis switch
    {
        PlacesBasis { Ranked: false } => false,
        PlacesBasis p => AtLeast(p.Needed, p.Years.Select(y => y.Published ? y.Rank <= y.Limit : (bool?)null)),
        InitiativesBasis i => AtLeast(i.Needed, i.Found.Select(f => Recognised(i, f) & (i.Applied ? f.Applied : true) & (i.Replicable ? f.Replicable : true))),
        StatementsBasis s when s.Said.Any(a => !a.Holds) => false,
        StatementsBasis s => s.Said.Any(a => !s.EvidenceRequired || !string.IsNullOrWhiteSpace(a.Evidence)) ? true : null,
        GradeBasis g => g.Found is { } grade ? (int)grade >= (int)g.AtLeast : null,
        ServiceBasis s => Service(s),
        FlagNomineeBasis f => f.Proposed,
        _ => throw new InvalidOperationException(basis.GetType().Name),
    };

    private static bool? Recognised(InitiativesBasis asked, InitiativeFound found)
    {
        if (!asked.Recognised)
            return true;
        if (!found.Recognised)
            return null;
        return asked.RecognisedBy is not { } body || found.RecognisedBy == body || found.RecognisedBy == Attester.City || (body == Attester.HeadOfUnit && found.RecognisedBy is not null);
    }

    private static bool? Service(ServiceBasis s)
    {
        if (s.Periods is null or [])
            return null;
        bool[] Days(DateOnly openUntil, DateOnly until) =>
            [.. Each(s.From, s.Until).Select(day => day <= until && s.Periods.Any(p => p.From <= day && day <= (p.To ?? openUntil)))];
        return Months(s.From, Days(s.JudgedOn, s.JudgedOn)) >= s.MonthsNeeded ? true
            : Months(s.From, Days(s.Until, s.Until)) < s.MonthsNeeded ? false : null;
    }

    /// <summary>Run by run: as many calendar months as fit, what is left over in days.</summary>
    private static int Months(DateOnly first, bool[] days)
    {
        var (months, loose) = (0, 0);
        for (var i = 0; i < days.Length;)
        {
            if (!days[i])
            {
                i++;
                continue;
            }
            var start = i;
            while (i < days.Length && days[i])
                i++;
            var (from, end, whole) = (first.AddDays(start), first.AddDays(i), 0);
            while (from.AddMonths(whole + 1) <= end)
                whole++;
            months += whole;
            loose += end.DayNumber - from.AddMonths(whole).DayNumber;
        }
        return months + loose / 30;
    }

    private static IEnumerable<DateOnly> Each(DateOnly from, DateOnly until)
    {
        for (var day = from; day <= until; day = day.AddDays(1))
            yield return day;
    }

    /// <summary>Enough for certain; too few even with all that are open; else open.</summary>
    public static bool? AtLeast(int needed, IEnumerable<bool?> each)
    {
        var all = each.ToArray();
        return all.Count(x => x == true) >= needed ? true : all.Count(x => x != false) < needed ? false : null;
    }

    public static bool? Truth(Outcome outcome) => outcome switch { Outcome.Met => true, Outcome.NotMet => false, _ => null };

    public static Outcome Of(bool? truth) => truth switch { true => Outcome.Met, false => Outcome.NotMet, null => Outcome.NotYetKnown };
}
