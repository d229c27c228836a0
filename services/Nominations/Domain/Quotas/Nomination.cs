using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain;

// What the quotas need to know of a nomination, and what is ruled about it.
public sealed partial class Nomination
{
    /// <summary>Key of the plan's reason for an award outside the quota (CH-26-30/III.2.3.b.4); null = within it.</summary>
    public string? OutsideQuotaReason { get; set; }

    /// <summary>On file while its unit has more nominees than places, and not among those that the council put first. Kept by counting, never by a step.</summary>
    public bool OverQuota { get; private set; }

    /// <summary>Why it may go beside the quota; null = it counts as any other.</summary>
    public string? QuotaExceptionReason { get; private set; }

    public string? QuotaExceptionBy { get; private set; }
    public DateTimeOffset? QuotaExceptionAt { get; private set; }

    /// <summary>Why the city's chairman chose it among those reported to him (CH-26-30/III.2.3.b.1); null = not chosen.</summary>
    public string? ChosenReason { get; private set; }

    public DateTimeOffset? ChosenAt { get; private set; }

    /// <summary>Lets it in beside the quota; it holds no place of it.</summary>
    public Problem? Except(string reason, string by, DateTimeOffset at)
    {
        if (!Open)
            return Wrong("cho phép vượt chỉ tiêu");
        if (QuotaExceptionReason is not null)
            return Problems.ExceptionGranted.With($"Đã cho phép vì: {QuotaExceptionReason}");
        (QuotaExceptionReason, QuotaExceptionBy, QuotaExceptionAt) = (reason, by, at);
        Touch();
        return null;
    }

    /// <summary>The chairman chooses it, or takes his choice back.</summary>
    public Problem? Choose(bool chosen, string reason, DateTimeOffset at)
    {
        if (State != NominationState.Appraised)
            return Wrong("lựa chọn");
        (ChosenReason, ChosenAt) = chosen ? (reason, (DateTimeOffset?)at) : (null, null);
        Touch();
        return null;
    }
}
