using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>Handed in, waiting for the receiver.</summary>
    Submitted,
    /// <summary>Sent back for correction.</summary>
    Returned,
    /// <summary>Taken in; it does not change any more.</summary>
    Received,
}

/// <summary>What a report says.</summary>
/// <param name="Text">The report.</param>
/// <param name="Figures">Figures beside it.</param>
/// <param name="Files">Attachments.</param>
/// <param name="SelfScore">The unit's own score of the index (CVA-26/IV.1).</param>
internal sealed record ReportContent(string Text, ReportFigure[] Figures, Guid[] Files, decimal? SelfScore);

/// <summary>A report of one unit for one period.</summary>
internal sealed class DutyReport : CampaignWork
{
    /// <summary>Key of the report in the plan, of a block head's with <c>@</c> and the block.</summary>
    public string Key { get; private init; } = "";
    public string Clause { get; private init; } = "";
    public string Title { get; private init; } = "";
    public string ReceiverUnitCode { get; private init; } = "";
    public string? ThroughUnitCode { get; private init; }
    public int Year { get; private init; }
    public string Period { get; private init; } = "";
    public DateOnly PeriodFrom { get; private init; }
    public DateOnly PeriodTo { get; private init; }
    public DateTimeOffset? TooLateFrom { get; private init; }
    public ReportState State { get; private set; }
    public string Text { get; private set; } = "";
    public ReportFigure[] Figures { get; private set; } = [];
    public Guid[] Files { get; private set; } = [];
    public decimal? SelfScore { get; private set; }
    public string? LateReason { get; private set; }
    public string? ReturnReason { get; private set; }

    /// <summary>Decides whether it was in time: a correction asked for by the receiver makes nobody late.</summary>
    public DateTimeOffset FirstSubmittedAt { get; private init; }
    public DateTimeOffset SubmittedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public bool Late => FirstSubmittedAt >= TooLateFrom;

    public ReportContent Content => new(Text, Figures, Files, SelfScore);

    private DutyReport()
    {
    }

    public static (DutyReport? Report, Problem? Problem) Submit(Due due, DutyPeriod period, PlanReport planned, ReportContent content, string? lateReason, DateTimeOffset now)
    {
        if (VietnamTime.DateOf(now) < period.From)
            return (null, Problems.PeriodAhead.At("/period", $"Kỳ bắt đầu ngày {period.From:dd/MM/yyyy}."));
        if (planned.WithIndexResult && content.SelfScore is null)
            return (null, Problems.SelfScoreMissing.At("/selfScore", $"Theo {planned.Clause}."));
        if (now >= due.TooLateFrom && !due.Conditional && lateReason is null)
            return (null, Problems.LateReasonMissing.At("/lateReason", $"Hạn cuối là hết ngày {VietnamTime.DateOf(due.TooLateFrom.Value).AddDays(-1):dd/MM/yyyy}."));
        var report = new DutyReport
        {
            Id = Guid.CreateVersion7(now), CampaignId = due.CampaignId, UnitCode = due.UnitCode, Key = due.Key, Clause = due.Clause, Title = due.Text,
            ReceiverUnitCode = due.ReceiverUnitCode, ThroughUnitCode = planned.ThroughUnitCode, Year = due.Year, Period = period.Code, PeriodFrom = period.From, PeriodTo = period.To,
            TooLateFrom = due.Conditional ? null : due.TooLateFrom, FirstSubmittedAt = now, LateReason = lateReason,
        };
        report.Take(content, now);
        return (report, null);
    }

    /// <summary>Anew, after it was returned or while nobody has taken it in.</summary>
    public Problem? Correct(ReportContent content, bool withIndexResult, string? lateReason, DateTimeOffset now)
    {
        if (State == ReportState.Received)
            return Problems.ReportReceived;
        if (withIndexResult && content.SelfScore is null)
            return Problems.SelfScoreMissing.At("/selfScore");
        if (Late && lateReason is null)
            return Problems.LateReasonMissing.At("/lateReason");
        LateReason = lateReason;
        Take(content, now);
        Touch();
        return null;
    }

    public Problem? Receive(DateTimeOffset now) => Decide(ReportState.Received, null, now);

    public Problem? Return(string reason, DateTimeOffset now) => Decide(ReportState.Returned, reason, now);

    private Problem? Decide(ReportState state, string? reason, DateTimeOffset now)
    {
        if (State != ReportState.Submitted)
            return Problems.ReportNotWaiting;
        (State, ReturnReason, DecidedAt) = (state, reason, now);
        Touch();
        return null;
    }

    private void Take(ReportContent content, DateTimeOffset now)
    {
        (Text, Figures, Files, SelfScore) = (content.Text, content.Figures, content.Files, content.SelfScore);
        (State, ReturnReason, DecidedAt, SubmittedAt) = (ReportState.Submitted, null, null, now);
    }
}
