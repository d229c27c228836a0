using System.Linq.Expressions;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Quotas;

/// <summary>A nomination as the quotas see it.</summary>
public sealed record Place
{
    public required Guid NominationId { get; init; }
    public required Guid CampaignId { get; init; }
    public required string CategoryKey { get; init; }
    public required int Year { get; init; }
    public required string ProposingUnitCode { get; init; }
    public required string ProposingUnitName { get; init; }
    public required string? RankedUnitCode { get; init; }
    public required Nominee Nominee { get; init; }
    public required NominationState State { get; init; }
    public required Outcome Eligibility { get; init; }
    public required bool Excepted { get; init; }
    public required bool Chosen { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Ranking block of the ranked unit; null when none is ranked.</summary>
    public string? Block { get; init; }

    /// <summary>Null when an amendment took the category away.</summary>
    public AwardCategory? Category { get; init; }

    /// <summary>Last year of its campaign.</summary>
    public int LastYear { get; init; }

    /// <summary>Under way or awarded: what is withdrawn, returned or turned down has given its place back.</summary>
    public bool Counts => State == NominationState.Awarded || Nomination.UnderWay.Contains(State);

    /// <summary>Holds a place of its quota; one let in beside it does not.</summary>
    public bool Holds => Counts && !Excepted;

    /// <summary>May still be proposed or awarded, or is. A cancelled award has given its rank back with its place.</summary>
    public bool Alive => State is not (NominationState.Rejected or NominationState.Withdrawn or NominationState.Revoked);

    public static readonly Expression<Func<Nomination, Place>> Of = n => new Place
    {
        NominationId = n.Id,
        CampaignId = n.CampaignId,
        CategoryKey = n.CategoryKey,
        Year = n.Year,
        ProposingUnitCode = n.ProposingUnitCode,
        ProposingUnitName = n.ProposingUnitName,
        RankedUnitCode = n.RankedUnitCode,
        Nominee = n.Nominee,
        State = n.State,
        Eligibility = n.Eligibility,
        Excepted = n.QuotaExceptionReason != null,
        Chosen = n.ChosenAt != null,
        CreatedAt = n.CreatedAt,
    };

    public static readonly Func<Nomination, Place> From = Of.Compile();
}
