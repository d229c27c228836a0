using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Register;

namespace Emulation.Nominations.Features.Register;

/// <summary>One line of the award register.</summary>
public sealed record RegisterEntryResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required Recipient Kind { get; init; }
    /// <summary>Name as printed.</summary>
    public required string Name { get; init; }
    public required string? Position { get; init; }
    public required string? PersonCode { get; init; }
    public required AwardKind AwardKind { get; init; }
    public required string AwardCode { get; init; }
    public required string AwardName { get; init; }
    public required AwardLevel Level { get; init; }
    public required Commendation Commendation { get; init; }
    public required int Year { get; init; }
    public required string? CampaignCode { get; init; }
    public required string? CategoryKey { get; init; }
    public required string? DecisionNumber { get; init; }
    public required DateOnly? DecisionDate { get; init; }
    public required string? DocumentUrl { get; init; }
    public required string? DecidingUnitCode { get; init; }
    public required string DecidingUnitName { get; init; }
    public required string? SignerName { get; init; }
    /// <summary>Place in the list of the decision: “số sổ vàng”.</summary>
    public required int Order { get; init; }
    public required string Achievement { get; init; }
    public required Guid[] MeritIds { get; init; }
    public required string[] InitiativeTitles { get; init; }
    /// <summary>Đồng; null = not determined (“chưa xác định”).</summary>
    public required decimal? RewardMoney { get; init; }
    public required string RewardBasis { get; init; }
    public required bool Cancelled { get; init; }
    public required Cancellation? Cancellation { get; init; }
    /// <summary>Last working day to check an unplanned award; null = none is due.</summary>
    public required DateOnly? PostCheckDue { get; init; }
    public required DateTimeOffset? PostCheckedAt { get; init; }
    public required bool? PostCheckConfirmed { get; init; }
    public required string? PostCheckNote { get; init; }
    public required Guid? NominationId { get; init; }
    public required Guid? DecisionId { get; init; }
    public required bool Imported { get; init; }
    public required string? SourceSystem { get; init; }

    internal static RegisterEntryResponse Of(AwardEntry e) => new()
    {
        Id = e.Id,
        Version = e.Version,
        UnitCode = e.UnitCode,
        UnitName = e.UnitName,
        Kind = e.Kind,
        Name = e.Name,
        Position = e.Position,
        PersonCode = e.PersonCode,
        AwardKind = e.AwardKind,
        AwardCode = e.AwardCode,
        AwardName = e.AwardName,
        Level = e.Level,
        Commendation = e.Commendation,
        Year = e.Year,
        CampaignCode = e.CampaignCode,
        CategoryKey = e.CategoryKey,
        DecisionNumber = e.DecisionNumber,
        DecisionDate = e.DecisionDate,
        DocumentUrl = e.DocumentUrl,
        DecidingUnitCode = e.DecidingUnitCode,
        DecidingUnitName = e.DecidingUnitName,
        SignerName = e.SignerName,
        Order = e.Order,
        Achievement = e.Achievement,
        MeritIds = e.MeritIds,
        InitiativeTitles = e.InitiativeTitles,
        RewardMoney = e.RewardMoney,
        RewardBasis = e.RewardBasis,
        Cancelled = e.Cancelled,
        Cancellation = e.Cancellation,
        PostCheckDue = e.PostCheckDue,
        PostCheckedAt = e.PostCheckedAt,
        PostCheckConfirmed = e.PostCheckConfirmed,
        PostCheckNote = e.PostCheckNote,
        NominationId = e.NominationId,
        DecisionId = e.DecisionId,
        Imported = e.Imported,
        SourceSystem = e.SourceSystem,
    };
}
