namespace Emulation.Nominations.Domain;

/// <summary>State of a nomination.</summary>
public enum NominationState
{
    /// <summary>Dự thảo.</summary>
    Draft,
    /// <summary>Đã nộp.</summary>
    Submitted,
    /// <summary>Trả lại để bổ sung.</summary>
    Returned,
    /// <summary>Hội đồng đã thống nhất, Chủ tịch đã duyệt.</summary>
    Agreed,
    /// <summary>Đã chuyển thành phố.</summary>
    Forwarded,
    /// <summary>Sở Nội vụ đã thẩm định.</summary>
    Appraised,
    /// <summary>Đã khen thưởng.</summary>
    Awarded,
    /// <summary>Không xét.</summary>
    Rejected,
    /// <summary>Đã rút.</summary>
    Withdrawn,
    /// <summary>Đã hủy khen thưởng.</summary>
    Revoked,
}

internal static class NominationStates
{
    public static string Vietnamese(this NominationState state) => state switch
    {
        NominationState.Draft => "dự thảo",
        NominationState.Submitted => "đã nộp",
        NominationState.Returned => "trả lại",
        NominationState.Agreed => "Hội đồng đã thống nhất",
        NominationState.Forwarded => "đã chuyển thành phố",
        NominationState.Appraised => "đã thẩm định",
        NominationState.Awarded => "đã khen thưởng",
        NominationState.Rejected => "không xét",
        NominationState.Revoked => "đã hủy khen thưởng",
        _ => "đã rút",
    };
}
