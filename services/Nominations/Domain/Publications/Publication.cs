using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Publications;

/// <summary>A list made public for comment before or after the decision (công khai, LTN-TD-26/I.2). What was made public stays as it was shown.</summary>
public sealed class Publication : Aggregate
{
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string Title { get; init; }

    /// <summary>Set when what is made public is a decision.</summary>
    public Guid? DecisionId { get; init; }
    public required PublishedLine[] Lines { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>Last day on which comments are taken, civil date of Vietnam.</summary>
    public required DateOnly Until { get; init; }
    public required string PublishedBy { get; init; }

    public Publication() => Id = Guid.CreateVersion7();

    public bool Open(DateOnly today) => today <= Until;
}

/// <summary>One line of a list made public: no more of a person than what a list on the notice board shows.</summary>
public sealed record PublishedLine(Guid NominationId, int Order, Recipient Kind, string Name, string? Position, string UnitName, string Category, string Achievement);

/// <summary>What somebody said of a list, and what the publishing unit answered. Seen by these two alone.</summary>
public sealed class PublicationComment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PublicationId { get; init; }
    public Guid? NominationId { get; init; }
    public required string Text { get; init; }
    public required string By { get; init; }
    public required string ByUnitCode { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    public Problem? Reply(string answer, string by, DateTimeOffset at)
    {
        if (AnsweredAt is not null)
            return Problems.CommentAnswered;
        (Answer, AnsweredBy, AnsweredAt) = (answer, by, at);
        return null;
    }
}
