using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Campaigns;

/// <summary>Looks at the lateness of nominations under way again after a deadline was moved (LTN-26-30/III.3.c). The caller saves.</summary>
internal sealed class Lateness(NominationsDbContext db, TimeProvider time)
{
    /// <summary>All nominations under way in categories whose deadlines differ from before.</summary>
    public async Task ReviewAsync(KnownCampaign campaign, CampaignSnapshot? before, string cause, string actedBy, CancellationToken ct)
    {
        var moved = (before?.Scheme.Categories ?? []).Where(old => campaign.Category(old.Key) is { } now && (old.InternalDeadline, old.CityDeadline) != (now.InternalDeadline, now.CityDeadline))
            .Select(c => c.Key).ToArray();
        if (moved.Length == 0)
            return;
        foreach (var nomination in await db.Nominations.Where(n => n.CampaignId == campaign.Id && moved.Contains(n.CategoryKey) && Nomination.UnderWay.Contains(n.State)).ToListAsync(ct))
            Review(nomination, campaign, cause, actedBy, tellUnchanged: true);
    }

    /// <summary>One nomination, whose hand-in an amendment may have crossed.</summary>
    public async Task ReviewAsync(Guid nominationId, string cause, string actedBy, CancellationToken ct)
    {
        if (await db.Nominations.FirstOrDefaultAsync(n => n.Id == nominationId && n.Late && Nomination.UnderWay.Contains(n.State), ct) is { } nomination)
            Review(nomination, await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == nomination.CampaignId, ct), cause, actedBy, tellUnchanged: false);
    }

    private void Review(Nomination nomination, KnownCampaign campaign, string cause, string actedBy, bool tellUnchanged)
    {
        if (campaign.Category(nomination.CategoryKey) is not { } category)
            return;
        var toCity = category.CityDeadline.TooLateFrom(nomination.Year);
        var tooLate = category.InternalDeadline.TooLateFrom(nomination.Year) ?? toCity;
        var (now, reason) = (time.GetUtcNow(), nomination.LateReason);
        if (nomination.DeadlineMoved(tooLate, toCity))
        {
            db.Audit("nomination", nomination.Id, "noLongerLate", actedBy, now, $"{cause} Theo hạn mới, hồ sơ nộp trong hạn.", new { LateReason = reason, nomination.TooLateFrom, nomination.SubmittedAt });
            db.Publish(new NominationLatenessLifted
            {
                Nomination = nomination.Snapshot(campaign), Reason = cause, OccurredAt = now, ActedBy = actedBy,
            });
        }
        else if (tellUnchanged && !nomination.Late && (nomination.SubmittedAt >= tooLate || (nomination.WithCity && nomination.ForwardedAt >= toCity)))
            db.Audit("nomination", nomination.Id, "staysInTime", actedBy, now, $"{cause} Hạn mới sớm hơn, nhưng hồ sơ đã nộp trong hạn có hiệu lực khi nộp.", new { NewTooLateFrom = tooLate, nomination.TooLateFrom, nomination.SubmittedAt });
    }
}
