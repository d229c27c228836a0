using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Councils;
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
internal sealed class StepRules(CouncilGate council)
{
    /// <summary>Asked after the nomination was judged again, before the step is taken; the answer is the first rule that forbids it.</summary>
    public Task<Problem?> RefuseAsync(Step step, Nomination nomination, KnownCampaign campaign, CancellationToken ct) => council.RefuseAsync(step, nomination, ct);

    /// <summary>An unplanned award goes the short way (CH-26-30/III.3.a.2).</summary>
    public static bool CouncilFirst(AwardCategory category) => category.Council is not null && category.Cadence != Cadence.Unplanned;
}
