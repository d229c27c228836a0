using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Register;

/// <summary>What a person should see on a nomination beside its standard: an earlier award, a used initiative, a hold.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">In Vietnamese.</param>
/// <param name="Stops">Whether the nomination cannot go on to the city or into a decision with it.</param>
/// <param name="Basis">Article of law or clause.</param>
/// <param name="Earlier">The earlier award, when there is one.</param>
/// <param name="OtherNominationId">The other nomination under way, when there is one and the caller sees it.</param>
public sealed record NominationMark(MarkKind Kind, string Text, bool Stops, string? Basis = null, EarlierAward? Earlier = null, Guid? OtherNominationId = null);

/// <summary>Kind of a mark.</summary>
public enum MarkKind
{
    /// <summary>Thành tích đã được khen thưởng.</summary>
    AchievementAwarded,
    /// <summary>Trùng thành tích, đã có ngoại lệ được ghi nhận.</summary>
    ExceptionGranted,
    /// <summary>Thành tích đang được đề nghị ở hồ sơ khác.</summary>
    MeritUnderWay,
    /// <summary>Kết quả đột xuất, chuyên đề không làm căn cứ khen công trạng.</summary>
    NotABasis,
    /// <summary>Sáng kiến đã được dùng.</summary>
    InitiativeUsed,
    /// <summary>Sáng kiến được dùng lại từ danh hiệu sang danh hiệu.</summary>
    InitiativeReused,
    /// <summary>Không phải tác giả sáng kiến.</summary>
    NotAnAuthor,
    /// <summary>Đang trong thời gian xem xét.</summary>
    Held,
    /// <summary>Cùng họ tên, cùng đơn vị, khác mã cán bộ: cần đối chiếu.</summary>
    OtherPersonCode,
}

/// <summary>An award of before. Only the year is told of units outside the caller's scope.</summary>
public sealed record EarlierAward(int Year, Guid? EntryId = null, string? AwardName = null, string? DecisionNumber = null, DateOnly? DecisionDate = null, string? DecidingUnitName = null, string? Achievement = null)
{
    internal static EarlierAward Of(AwardEntry e, CurrentUser user) =>
        user.Sees(e.UnitCode) ? new(e.Year, e.Id, e.AwardName, e.DecisionNumber, e.DecisionDate, e.DecidingUnitName, e.Achievement) : new(e.Year);

    /// <summary>As it is told in a sentence.</summary>
    public string Text() => AwardName is null
        ? $"đã được khen năm {Year}"
        : $"đã được tặng {AwardName} năm {Year}{(DecisionNumber is { } n ? $" theo Quyết định số {n}" : "")}{(DecisionDate is { } d ? $" ngày {d:dd/MM/yyyy}" : "")} của {DecidingUnitName}";
}
