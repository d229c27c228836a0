using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Quotas;

/// <summary>How many a quota lets in, on what is known now.</summary>
/// <param name="Number">0 while the number is still to come.</param>
/// <param name="Missing">What has to be done before anyone is let in; null = the number stands.</param>
public sealed record QuotaLimit(int Number, Problem? Missing = null)
{
    /// <param name="flagNominee">Whether the unit has a nominee for the emulation flag.</param>
    /// <param name="allotted">What the city allotted; null = nothing yet.</param>
    /// <param name="takingPart">Collectives or individuals of the unit that take part; null = not reported.</param>
    public static QuotaLimit Of(QuotaWindow window, bool flagNominee, int? allotted, int? takingPart)
    {
        var quota = window.Quota;
        if (quota.AllottedByCity)
            return allotted is { } number ? new(number)
                : new(0, Problems.NotAllotted.With($"{QuotaWords.Say(window)} ({quota.Clause}): thành phố chưa phân bổ cho đơn vị {window.ScopeKey}."));
        if (quota.ShareOfParticipants is { } share)
            return takingPart is { } all ? new(Math.Max(quota.AtLeast, (int)Math.Floor(all * share / 100m)))
                : quota.AtLeast > 0 ? new(quota.AtLeast)
                : new(0, Problems.ParticipantsMissing.With($"{QuotaWords.Say(window)} ({quota.Clause}): đơn vị {window.ScopeKey} chưa báo cáo số tham gia phong trào."));
        var usual = quota.PerUnit.FirstOrDefault(u => u.UnitCode == window.ScopeKey)?.AtMost ?? quota.AtMost ?? 0;
        if (quota.AtMostWithFlagNominee is not { } raised || !flagNominee)
            return new(usual);
        return new(quota.FlagRaise == FlagRaise.OnTop ? usual + raised : Math.Max(usual, raised));
    }
}
