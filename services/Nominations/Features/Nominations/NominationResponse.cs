using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.Nominations.Domain.Register;
using Emulation.Nominations.Features.Dossiers;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>A nomination as its owner and the city see it.</summary>
public sealed record NominationResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required NominationState State { get; init; }
    public required Guid CampaignId { get; init; }
    public required string CampaignCode { get; init; }
    public required string CampaignName { get; init; }
    public required string CategoryKey { get; init; }
    public required string CategoryName { get; init; }
    public required AwardLevel Level { get; init; }
    public required Award? Award { get; init; }
    public required int Year { get; init; }
    public required string ProposingUnitCode { get; init; }
    public required string ProposingUnitName { get; init; }
    public required Nominee Nominee { get; init; }
    public required string Achievement { get; init; }
    public required Guid[] InitiativeIds { get; init; }
    /// <summary>Merits of the register that it rests on.</summary>
    public Guid[] MeritIds { get; init; } = [];
    /// <summary>Earlier awards for the same achievement, used initiatives, holds.</summary>
    public NominationMark[] Marks { get; init; } = [];
    /// <summary>Under review at this moment: may be handed in, goes no further.</summary>
    public bool Held => Marks.Any(m => m.Kind == MarkKind.Held);
    public required Attestation[] Attestations { get; init; }
    public required YearGrade[] Grades { get; init; }
    public required ServicePeriod[] Service { get; init; }
    public required string? ExternalRef { get; init; }
    /// <summary>Verdict of the standard; only <c>met</c> is eligible.</summary>
    public required Outcome Eligibility { get; init; }
    /// <summary>Handed in after the deadline.</summary>
    public required bool Late { get; init; }
    public required string? LateReason { get; init; }
    /// <summary>First instant that is too late by the deadline now in force, UTC; null = no deadline. Of one that has ended, by the deadline it was handed in under; which that was is in the history (<c>submitted</c>).</summary>
    public required DateTimeOffset? TooLateFrom { get; init; }
    /// <summary>The verdict, clause by clause.</summary>
    public required VerdictNode? Verdict { get; init; }
    /// <summary>Reading of the standard that was judged (C-05).</summary>
    public required Reading Reading { get; init; }
    /// <summary>Version of the campaign that was judged.</summary>
    public required int CampaignVersion { get; init; }
    public required DateTimeOffset? JudgedAt { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required DateTimeOffset? ForwardedAt { get; init; }
    /// <summary>When the city's department of home affairs found it in order, UTC.</summary>
    public required DateTimeOffset? AppraisedAt { get; init; }
    public required string? AppraisalNote { get; init; }
    public required string? ReturnReason { get; init; }
    public required string? EndReason { get; init; }
    /// <summary>On file while the unit has more nominees than places; it may not go on before one is withdrawn or the council has ranked them.</summary>
    public required bool OverQuota { get; init; }
    /// <summary>Key of the plan's reason for an award outside the quota.</summary>
    public required string? OutsideQuotaReason { get; init; }
    /// <summary>That it may go beside the quota, why, and who allowed it; null = it counts as any other.</summary>
    public required QuotaExemption? QuotaException { get; init; }
    /// <summary>Why the city's chairman chose it; null = not chosen.</summary>
    public required string? ChosenReason { get; init; }
    public required Guid? DecisionId { get; init; }
    public required int? OrderInDecision { get; init; }
    /// <summary>What became known after the decision, oldest first: a ranking it rests on was corrected. The verdict stays. Filled when one nomination is read.</summary>
    public string[] Notes { get; init; } = [];
    /// <summary>Parts that the dossier still lacks; null where it was not looked at.</summary>
    public MissingPart[]? Missing { get; init; }
    /// <summary>The way from unit to decision; only in the answer of <c>GET</c>.</summary>
    public WayStop[]? Way { get; init; }
    /// <summary>Published index of the ranked unit, each year of the campaign up to the year of the nomination (CVA-26/I.2.3b); only in the answer of <c>GET</c>.</summary>
    public IndexStanding[]? Index { get; init; }
    /// <summary>Reward money by law, were it decided today; null once it is decided or over, and outside the answer of <c>GET</c>.</summary>
    public ExpectedReward? Reward { get; init; }

    public static NominationResponse Of(Nomination n, KnownCampaign campaign)
    {
        var category = campaign.Category(n.CategoryKey);
        return new()
        {
            Id = n.Id,
            Version = n.Version,
            State = n.State,
            CampaignId = n.CampaignId,
            CampaignCode = campaign.Code,
            CampaignName = campaign.Snapshot?.Name ?? campaign.Code,
            CategoryKey = n.CategoryKey,
            CategoryName = category?.Name ?? n.CategoryKey,
            Level = n.Level,
            Award = category?.Award,
            Year = n.Year,
            ProposingUnitCode = n.ProposingUnitCode,
            ProposingUnitName = n.ProposingUnitName,
            Nominee = n.Nominee,
            Achievement = n.Achievement,
            InitiativeIds = n.InitiativeIds,
            MeritIds = n.MeritIds,
            Marks = n.Marks,
            Attestations = n.Attestations,
            Grades = n.Grades,
            Service = n.Service,
            ExternalRef = n.ExternalRef,
            Eligibility = n.Eligibility,
            Late = n.Late,
            LateReason = n.LateReason,
            TooLateFrom = n.Open && category is not null ? category.InternalDeadline.TooLateFrom(n.Year) ?? category.CityDeadline.TooLateFrom(n.Year) : n.TooLateFrom,
            Verdict = n.Verdict,
            Reading = n.Reading,
            CampaignVersion = n.CampaignVersion,
            JudgedAt = n.JudgedAt,
            SubmittedAt = n.SubmittedAt,
            ForwardedAt = n.ForwardedAt,
            AppraisedAt = n.AppraisedAt,
            AppraisalNote = n.AppraisalNote,
            ReturnReason = n.ReturnReason,
            EndReason = n.EndReason,
            OverQuota = n.OverQuota && Nomination.UnderWay.Contains(n.State),
            OutsideQuotaReason = n.OutsideQuotaReason,
            QuotaException = n.QuotaExceptionReason is { } why ? new(why, n.QuotaExceptionBy!, n.QuotaExceptionAt!.Value) : null,
            ChosenReason = n.ChosenReason,
            DecisionId = n.DecisionId,
            OrderInDecision = n.OrderInDecision,
        };
    }
}

/// <summary>Reward money that the law attaches to an award.</summary>
/// <param name="Money">Đồng; null = not determined.</param>
/// <param name="Basis">Law and base salary it follows, in Vietnamese.</param>
public sealed record ExpectedReward(decimal? Money, string Basis);

/// <summary>A nomination was let in beside the quota.</summary>
/// <param name="Reason">Why, in Vietnamese.</param>
/// <param name="AllowedBy">Account or client at the level above.</param>
/// <param name="At">When, UTC.</param>
public sealed record QuotaExemption(string Reason, string AllowedBy, DateTimeOffset At);

internal static class Snapshots
{
    /// <summary>What events tell of a nomination.</summary>
    public static NominationSnapshot Snapshot(this Nomination n, KnownCampaign campaign)
    {
        var category = campaign.Category(n.CategoryKey)!;
        return new()
        {
            NominationId = n.Id,
            Version = n.Version,
            CampaignId = n.CampaignId,
            CampaignCode = campaign.Code,
            CampaignName = campaign.Snapshot!.Name,
            CategoryKey = n.CategoryKey,
            CategoryName = category.Name,
            Level = n.Level,
            Award = category.Award,
            Year = n.Year,
            Cadence = category.Cadence,
            ProposingUnitCode = n.ProposingUnitCode,
            ProposingUnitName = n.ProposingUnitName,
            Nominee = new NomineeSnapshot
            {
                Kind = n.Nominee.Kind,
                Name = n.Nominee.Name,
                Position = n.Nominee.Position,
                UnitCode = n.Nominee.UnitCode,
                UnitName = n.Nominee.UnitName,
            },
            Achievement = n.Achievement,
            Eligibility = n.Eligibility,
            Late = n.Late,
        };
    }
}
