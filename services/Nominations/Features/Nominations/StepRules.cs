using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Councils;
using Emulation.Nominations.Features.Dossiers;
using Emulation.Nominations.Features.Quotas;
using Emulation.Nominations.Features.Register;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>A step that rules beside the standard may forbid.</summary>
internal enum Step
{
    Submit,
    Agree,
    Forward,
    Appraise,
    Award,
}

/// <summary>What must hold beside the standard before a nomination goes a step further. Each rule lives in its own room and is asked here, in this order.</summary>
internal sealed class StepRules(RegisterRules register, QuotaRule quotas, CouncilGate council, DossierRule dossiers)
{
    /// <summary>Asked once before a list of nominations is taken a step further, so that two lists never wait for each other in a circle.</summary>
    public Task<Problem?> HoldAsync(Step step, IReadOnlyCollection<(Nomination, KnownCampaign)> all, CancellationToken ct) => quotas.HoldAsync(step, all, ct);

    /// <summary>Asked after the nomination was judged again, before the step is taken; the answer is the first rule that forbids it.</summary>
    public async Task<Problem?> RefuseAsync(Step step, Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        return await register.RefuseAsync(step, nomination, campaign, ct)
            ?? await quotas.RefuseAsync(step, nomination, campaign, ct)
            ?? await council.RefuseAsync(step, nomination, ct)
            ?? await dossiers.RefuseAsync(step, nomination, campaign, ct);
    }

    /// <summary>An unplanned award goes the short way (CH-26-30/III.3.a.2).</summary>
    public static bool CouncilFirst(AwardCategory category) => category.Council is not null && category.Cadence != Cadence.Unplanned;
}
