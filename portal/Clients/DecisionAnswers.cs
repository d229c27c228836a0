namespace Emulation.Portal.Clients;

// What the portal reads of award decisions and of lists made public.

public sealed record DecisionAnswer(
    Guid Id, int Version, Guid CampaignId, string Level, string DecidingUnitCode, string DecidingUnitName, string SignerName, string SignerPosition, DateTimeOffset CreatedAt,
    string? Number, DateOnly? Date, string? DocumentUrl, DecisionLineAnswer[] Lines)
{
    public IEnumerable<DecisionLineAnswer> InForce => Lines.Where(l => !l.Revoked);

    /// <summary>Of the awards in force, as far as it is determined.</summary>
    public decimal Money => InForce.Sum(l => l.RewardMoney ?? 0);
}

public sealed record DecisionLineAnswer(Guid NominationId, int Order, decimal? RewardMoney, string RewardBasis, bool Revoked);

/// <summary>Cancels awards of a decision.</summary>
public sealed record RevocationBody(Guid[] NominationIds, string Reason, string LegalBasis, string? DecisionNumber, DateOnly? DecisionDate);

public sealed record RewardAnswer(decimal? Money, string Basis);

public sealed record PublicationAnswer(Guid Id, string UnitCode, string UnitName, string Title, Guid? DecisionId, PublishedLineAnswer[] Lines, DateTimeOffset From, DateOnly Until, bool Open);

public sealed record PublishedLineAnswer(Guid NominationId, int Order, string Kind, string Name, string? Position, string UnitName, string Category, string Achievement);

public sealed record CommentAnswer(Guid Id, Guid? NominationId, string Text, string ByUnitCode, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt);
