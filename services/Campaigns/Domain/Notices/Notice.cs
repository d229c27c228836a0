namespace Emulation.Campaigns.Domain.Notices;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>A campaign was launched.</summary>
    Launched,
    /// <summary>A deadline was moved, set or taken away (LTN-26-30/III.3.c).</summary>
    DeadlineMoved,
    /// <summary>A campaign was amended otherwise.</summary>
    Amended,
    /// <summary>A campaign was closed.</summary>
    Closed,
    /// <summary>Something is due soon, or was due.</summary>
    Reminder,
    /// <summary>To leaders: units have not done what was due.</summary>
    Escalation,
}

/// <summary>A notice (thông báo) to one unit. Never changed, never deleted.</summary>
internal sealed class Notice
{
    public Guid Id { get; init; }

    /// <summary>What brought it about, and for whom: unique, so that nothing is told twice.</summary>
    public required string Key { get; init; }

    /// <summary>The unit that is told.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The unit that tells, and may see who has not acknowledged.</summary>
    public required string SenderUnitCode { get; init; }

    public NoticeKind Kind { get; init; }
    public Guid CampaignId { get; init; }
    public required string CampaignCode { get; init; }
    public string? Clause { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>Address of what it is about, relative to the API.</summary>
    public required string Link { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
    public NoticeReceipt? Receipt { get; init; }
}

/// <summary>The told unit has taken note. The first one to do so stands.</summary>
internal sealed class NoticeReceipt
{
    public Guid NoticeId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Account or client id.</summary>
    public required string By { get; init; }
}
