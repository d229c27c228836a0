using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>A nomination that a council is voting on goes nowhere meanwhile, and nothing is granted against the council's last word.</summary>
internal sealed class CouncilGate(NominationsDbContext db)
{
    public async Task<Problem?> RefuseAsync(Step step, Nomination nomination, CancellationToken ct)
    {
        if (step is not (Step.Forward or Step.Award))
            return null;
        var spoken = await db.CouncilSessions.AsNoTracking()
            .Where(s => s.State == SessionState.Voting || s.State == SessionState.Concluded || s.State == SessionState.Approved)
            .SelectMany(s => s.Items.Where(i => i.NominationId == nomination.Id && i.OffNote == null).Select(i => new { i.Live, i.Approved, s.UnitCode, s.ApprovedAt }))
            .ToListAsync(ct);
        if (spoken.Exists(s => s.Live))
            return Problems.OnAgenda;
        // The word that counts is that of the level which takes the step.
        var level = step == Step.Award && nomination.Level != AwardLevel.Ward ? Auth.CityUnit : nomination.ProposingUnitCode;
        return spoken.Where(s => s.UnitCode == level).MaxBy(s => s.ApprovedAt) is { Approved: false } ? Problems.CouncilSaidNo : null;
    }
}
