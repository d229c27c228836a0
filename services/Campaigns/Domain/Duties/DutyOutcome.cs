using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>What came out of a task.</summary>
/// <param name="NotArising">True when there was nothing to do (không phát sinh).</param>
/// <param name="DoneOn">Civil day of Vietnam on which it was done.</param>
/// <param name="DocumentType">Type of the document it ended in: <c>KH</c>, <c>CT</c>.</param>
/// <param name="DocumentNumber">Its number and symbol: <c>15/KH-UBND</c>.</param>
/// <param name="DocumentDate">Its date.</param>
/// <param name="Note">In words.</param>
/// <param name="Files">Attachments.</param>
public sealed record OutcomeContent(bool NotArising, DateOnly DoneOn, string? DocumentType, string? DocumentNumber, DateOnly? DocumentDate, string? Note, Guid[] Files);

/// <summary>A task of one unit for one period, done.</summary>
internal sealed class DutyOutcome : CampaignWork
{
    public string Key { get; private init; } = "";
    public string Clause { get; private init; } = "";
    public string Title { get; private init; } = "";
    public int Year { get; private init; }
    public string Period { get; private init; } = "";
    public bool NotArising { get; private set; }
    public DateOnly DoneOn { get; private set; }
    public string? DocumentType { get; private set; }
    public string? DocumentNumber { get; private set; }
    public DateOnly? DocumentDate { get; private set; }
    public string? Note { get; private set; }
    public Guid[] Files { get; private set; } = [];
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The day counts, not when somebody got round to writing it down.</summary>
    public DateTimeOffset DoneAt => VietnamTime.StartOf(DoneOn);

    public OutcomeContent Content => new(NotArising, DoneOn, DocumentType, DocumentNumber, DocumentDate, Note, Files);

    private DutyOutcome()
    {
    }

    public static (DutyOutcome? Outcome, Problem? Problem) Record(Due due, PlanTask planned, OutcomeContent content, DateTimeOffset now)
    {
        if (Fault(planned, content, now) is { } fault)
            return (null, fault);
        var outcome = new DutyOutcome
        {
            Id = Guid.CreateVersion7(now), CampaignId = due.CampaignId, UnitCode = due.UnitCode, Key = due.Key, Clause = due.Clause, Title = due.Text, Year = due.Year, Period = due.Period, RecordedAt = now,
        };
        outcome.Take(content);
        return (outcome, null);
    }

    public Problem? Change(PlanTask planned, OutcomeContent content, DateTimeOffset now)
    {
        if (Fault(planned, content, now) is { } fault)
            return fault;
        Take(content);
        Touch();
        return null;
    }

    private static Problem? Fault(PlanTask planned, OutcomeContent content, DateTimeOffset now)
    {
        if (content.NotArising)
            return planned.Conditional ? null : Problems.NotConditional.At("/notArising");
        var problem = Problems.OutcomeIncomplete;
        if (content.DoneOn > VietnamTime.DateOf(now))
            problem = problem.At("/doneOn", "Ngày làm xong không thể ở sau hôm nay.");
        if (planned.DocumentType is not null && content.DocumentType != planned.DocumentType)
            problem = problem.At("/documentType", $"Việc này kết thúc bằng một văn bản loại {planned.DocumentType}.");
        if ((planned.DocumentType ?? content.DocumentType) is not null)
        {
            if (content.DocumentNumber is null)
                problem = problem.At("/documentNumber", "Phải ghi số, ký hiệu của văn bản.");
            if (content.DocumentDate is null || content.DocumentDate > content.DoneOn)
                problem = problem.At("/documentDate", "Phải ghi ngày của văn bản, không sau ngày làm xong.");
        }
        if (planned.Conference is not null && content.Note is null && content.Files.Length == 0)
            problem = problem.At("/note", "Hội nghị phải có vài lời về kết quả, hoặc tài liệu kèm theo.");
        return problem.Errors.Length > 0 ? problem : null;
    }

    private void Take(OutcomeContent content) =>
        (NotArising, DoneOn, DocumentType, DocumentNumber, DocumentDate, Note, Files) =
        (content.NotArising, content.DoneOn, content.DocumentType, content.DocumentNumber, content.DocumentDate, content.Note, content.Files);
}
