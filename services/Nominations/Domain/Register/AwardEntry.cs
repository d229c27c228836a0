using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Register;

/// <summary>One line of the award register (sổ khen thưởng): what was given to whom, by which decision, for what.</summary>
public sealed class AwardEntry : Aggregate
{
    /// <summary>Unit that the nominee is or belongs to.</summary>
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required Recipient Kind { get; init; }

    /// <summary>As printed.</summary>
    public required string Name { get; init; }
    public string? Position { get; init; }
    public required string NameKey { get; init; }
    public string? PersonCode { get; init; }

    public required AwardKind AwardKind { get; init; }
    public required string AwardCode { get; init; }
    public required string AwardName { get; init; }
    public required AwardLevel Level { get; init; }
    public required Commendation Commendation { get; init; }
    public required int Year { get; init; }
    public string? CampaignCode { get; init; }
    public string? CategoryKey { get; init; }

    public string? DecisionNumber { get; private set; }
    public DateOnly? DecisionDate { get; private set; }
    public string? DocumentUrl { get; private set; }
    public string? DecidingUnitCode { get; init; }
    public required string DecidingUnitName { get; init; }
    public string? SignerName { get; init; }

    /// <summary>Place in the list of the decision: “số sổ vàng”.</summary>
    public required int Order { get; init; }

    public required string Achievement { get; init; }
    public Guid[] MeritIds { get; init; } = [];
    public string[] InitiativeTitles { get; init; } = [];

    public decimal? RewardMoney { get; init; }
    public required string RewardBasis { get; init; }

    public bool Cancelled { get; private set; }
    public Cancellation? Cancellation { get; private set; }

    /// <summary>Last working day to check an unplanned award; null = none is due.</summary>
    public DateOnly? PostCheckDue { get; init; }
    public DateTimeOffset? PostCheckedAt { get; private set; }
    public bool? PostCheckConfirmed { get; private set; }
    public string? PostCheckNote { get; private set; }

    public Guid? NominationId { get; init; }
    public Guid? DecisionId { get; init; }
    public bool Imported { get; init; }

    /// <summary>Unit in whose numbering an imported decision stands; null for decisions made here. Old books name many a unit just “UBND phường”.</summary>
    public string? NumberedBy { get; init; }
    public string? SourceSystem { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Folded words to search by.</summary>
    public string Search { get; private set; } = "";

    public AwardEntry() => Id = Guid.CreateVersion7();

    public NomineeRef Nominee => new(Kind, UnitCode, NameKey, PersonCode);

    /// <summary>Number and date come from the issued document, or are typed for a decision on paper.</summary>
    public void Numbered(string number, DateOnly date, string? documentUrl)
    {
        (DecisionNumber, DecisionDate, DocumentUrl) = (number, date, documentUrl ?? DocumentUrl);
        Touch();
        Index();
    }

    public AwardEntry Imprinted(string number, DateOnly date)
    {
        (DecisionNumber, DecisionDate) = (number, date);
        return Index();
    }

    public AwardEntry Index()
    {
        Search = string.Join(' ', new[] { Name, Position, UnitName, AwardName, Achievement, DecisionNumber, DecidingUnitName, CampaignCode, PersonCode }
            .OfType<string>().Select(AchievementText.Key));
        return this;
    }

    public Problem? Cancel(Cancellation cancellation)
    {
        if (Cancelled)
            return Problems.NotInForce;
        (Cancelled, Cancellation) = (true, cancellation);
        Touch();
        return null;
    }

    /// <summary>What came back of money and object; repeated until all is back.</summary>
    public Problem? Recover(decimal? money, bool objectReturned, string? note, DateOnly on)
    {
        if (Cancellation is not { RecoveredOn: null } open)
            return Problems.NothingToRecover;
        var recovered = open.MoneyRecovered + (money ?? 0);
        if (open.MoneyDue is { } due && recovered > due)
            return Problems.NothingToRecover.At("/money", $"Còn phải thu hồi {due - open.MoneyRecovered:0} đồng.");
        var back = open.ObjectReturned || objectReturned;
        var done = back && (open.MoneyDue is not { } all || recovered == all);
        Cancellation = open with { MoneyRecovered = recovered, ObjectReturned = back, RecoveryNote = note ?? open.RecoveryNote, RecoveredOn = done ? on : null };
        Touch();
        return null;
    }

    public Problem? PostCheck(bool confirmed, string? note, DateTimeOffset at)
    {
        if (PostCheckDue is null || PostCheckedAt is not null || Cancelled)
            return Problems.NoPostCheck;
        (PostCheckedAt, PostCheckConfirmed, PostCheckNote) = (at, confirmed, note);
        Touch();
        return null;
    }
}

/// <summary>That an award was cancelled, and what is to come back (Luật Thi đua, khen thưởng, chương VII).</summary>
/// <param name="MoneyDue">Đồng to be paid back; null when the amount was never determined.</param>
/// <param name="RecoveredOn">Civil day on which object and all money were back; null while something is missing.</param>
public sealed record Cancellation(string Reason, string LegalBasis, string? DecisionNumber, DateOnly? DecisionDate, string By, DateTimeOffset At,
    decimal? MoneyDue, decimal MoneyRecovered, bool ObjectReturned, string? RecoveryNote, DateOnly? RecoveredOn);

/// <summary>What an award rests on and thereby uses up: a merit, an initiative, an achievement in words. No two awards in force hold one claim.</summary>
public sealed class AwardUse
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid EntryId { get; init; }
    public required UseKind Kind { get; init; }

    /// <summary>Id of the merit, key of the initiative or of the words.</summary>
    public required string Subject { get; init; }

    /// <summary>Who used it: an initiative of several authors may be used once by each.</summary>
    public required string Nominee { get; init; }

    /// <summary>Unique among awards in force.</summary>
    public required string Claim { get; init; }

    /// <summary>The award was cancelled: free again.</summary>
    public bool Released { get; set; }
}

public enum UseKind
{
    Merit,
    Initiative,
    Words,
}

/// <summary>The deciding level lets a second award for one achievement pass, and says why.</summary>
public sealed class ExceptionGrant
{
    public required Guid NominationId { get; init; }
    public required Guid EntryId { get; init; }
    public required string Reason { get; init; }
    public required string GrantedBy { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
}
