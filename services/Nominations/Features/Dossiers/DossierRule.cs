using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>A nomination does not leave its unit, and is not decided there, without its dossier (CVA-26/III.4).</summary>
internal sealed class DossierRule(DossierDesk desk)
{
    public async Task<Problem?> RefuseAsync(Step step, Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        if (campaign.Category(nomination.CategoryKey) is not { } category)
            return null;
        var ward = nomination.Level == AwardLevel.Ward;
        PartDue? by = step switch
        {
            Step.Submit when category.DossierAt == DossierAt.Submit => PartDue.Receipt,
            Step.Agree when ward => PartDue.Receipt,
            // Where the step itself has a stronger reason to say no, that one is told.
            Step.Forward when !ward && nomination.Eligibility != Outcome.NotMet && nomination.State is NominationState.Submitted or NominationState.Agreed => PartDue.Leaving,
            Step.Award when ward && nomination.Eligibility == Outcome.Met && nomination.State is NominationState.Submitted or NominationState.Agreed => PartDue.Leaving,
            _ => null,
        };
        if (by is not { } due || await desk.StandingAsync(nomination, campaign, ct) is not { } standing)
            return null;
        var missing = standing.Missing(due);
        return missing.Length == 0 ? null : DossierDesk.Incomplete(missing);
    }
}
