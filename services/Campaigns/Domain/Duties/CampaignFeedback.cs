using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>A difficulty that a unit met under a campaign, and the answer to it (LTN-26-30/IV.6).</summary>
internal sealed class CampaignFeedback : CampaignWork
{
    public string Text { get; private init; } = "";
    public DateTimeOffset SentAt { get; private init; }
    public string SentBy { get; private init; } = "";
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? AnsweredByUnit { get; private set; }

    private CampaignFeedback()
    {
    }

    public static CampaignFeedback Send(Guid campaign, string unit, string text, string by, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CampaignId = campaign, UnitCode = unit, Text = text, SentAt = now, SentBy = by };

    public Problem? Reply(string answer, string unit, DateTimeOffset now)
    {
        if (Answer is not null)
            return Problems.FeedbackAnswered;
        (Answer, AnsweredByUnit, AnsweredAt) = (answer, unit, now);
        Touch();
        return null;
    }
}
