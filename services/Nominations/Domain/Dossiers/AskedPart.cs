using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain.Eligibility;

namespace Emulation.Nominations.Domain.Dossiers;

/// <summary>By when a part must be there.</summary>
public enum PartDue
{
    /// <summary>When the proposing unit receives the dossier from who is nominated.</summary>
    Receipt,
    /// <summary>When it leaves the proposing unit, or is decided there: papers that the proposing unit itself makes after the review.</summary>
    Leaving,
}

/// <summary>A part as it is asked of one nomination.</summary>
/// <param name="Applies">False when nothing calls for it in this case; it may be filed all the same.</param>
/// <param name="Minutes">Whose minutes it must be; null for what is no minutes.</param>
/// <param name="OfProposer">True when only the proposing unit itself files it, not the office below it.</param>
internal sealed record AskedPart(DossierPart Part, bool Applies, PartCovers Covers, MinutesOf? Minutes, PartDue Due, bool OfProposer)
{
    public string Key => Part.Key;

    /// <summary>The parts in the order of the plan, or of the law where the plan names none (C-18).</summary>
    public static AskedPart[] Of(Nomination nomination, AwardCategory category, DateOnly day)
    {
        // The short way: no dossier beforehand, looked at afterwards (C-28).
        if (category is { Dossier: [], Cadence: Cadence.Unplanned })
            return [];
        var law = LegalDossier.On(day).Parts;
        DossierPart[] named = category.Dossier is [] ? law
            // A plan that names three parts does not lift what the law asks beside them.
            : [.. category.Dossier, .. law.Where(p => p.Key == LegalDossier.Initiative && category.Cadence != Cadence.Unplanned && category.Dossier.All(d => d.Key != p.Key))];
        return [.. named.Select(p => Of(p, nomination))];
    }

    private static AskedPart Of(DossierPart part, Nomination nomination)
    {
        var list = part.Covers is { } covers ? covers == PartCovers.List : part.Key is "to-trinh" or "bien-ban";
        var ofOffice = nomination.Nominee.UnitCode != nomination.ProposingUnitCode;
        // An office has no council (C-19); what goes up to the city goes in the name of the commune, which has one.
        MinutesOf? minutes = part.Minutes ?? (part.Key != "bien-ban" ? null : nomination.Level == AwardLevel.Ward && ofOffice ? MinutesOf.UnitMeeting : MinutesOf.Council);
        var ofProposer = list && (nomination.Level != AwardLevel.Ward || !ofOffice);
        var applies = part.Asked == PartAsked.Always || (nomination.Verdict is { } verdict && RestsOnInitiative(verdict));
        return new(part, applies, list ? PartCovers.List : PartCovers.Nominee, minutes, ofProposer || minutes == MinutesOf.Council ? PartDue.Leaving : PartDue.Receipt, ofProposer);
    }

    /// <summary>Whether the way by which the standard is met, or may yet be met, leads over an initiative.</summary>
    internal static bool RestsOnInitiative(VerdictNode node) => node.Kind switch
    {
        "initiatives" => node.Outcome != Outcome.NotMet,
        "anyOf" => !node.Children.Any(c => c.Outcome == Outcome.Met && !RestsOnInitiative(c)) && node.Children.Any(RestsOnInitiative),
        _ => node.Children.Any(RestsOnInitiative),
    };
}
