using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>The rhythm that the launching unit set for a report whose plan says only “định kỳ” (C-21).</summary>
internal sealed class ReportRhythm : Aggregate
{
    public Guid CampaignId { get; private init; }
    public string Key { get; private init; } = "";

    /// <summary>1–12; 0 while there is none any more.</summary>
    public int EveryMonths { get; private set; }
    public DateOnly From { get; private set; }
    public int DueDays { get; private set; }

    private ReportRhythm()
    {
    }

    public static ReportRhythm Set(Guid campaign, string key, int everyMonths, DateOnly from, int dueDays, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CampaignId = campaign, Key = key, EveryMonths = everyMonths, From = from, DueDays = dueDays };

    public void Change(int everyMonths, DateOnly from, int dueDays)
    {
        (EveryMonths, From, DueDays) = (everyMonths, from, dueDays);
        Touch();
    }

    public DutyRhythm Rhythm => new(Key, EveryMonths, From, DueDays);
}
