using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
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
internal sealed class StepRules
{
    /// <summary>Asked after the nomination was judged again, before the step is taken; the answer is the first rule that forbids it.</summary>
#pragma warning disable CA1822 // the rooms come in as constructor parameters
    public async Task<Problem?> RefuseAsync(Step step, Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        await Task.CompletedTask;
        return null;
    }
#pragma warning restore CA1822

    /// <summary>An unplanned award goes the short way (CH-26-30/III.3.a.2).</summary>
    public static bool CouncilFirst(AwardCategory category) => category.Council is not null && category.Cadence != Cadence.Unplanned;
}
