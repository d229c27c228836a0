using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain;

/// <summary>A nomination (hồ sơ đề nghị khen thưởng) on its way from draft to decision.</summary>
public sealed partial class Nomination : Aggregate
{
    public required Guid CampaignId { get; init; }
    public required string CategoryKey { get; init; }
    public required AwardLevel Level { get; init; }
    public required int Year { get; init; }
    public required string ProposingUnitCode { get; init; }
    public required string ProposingUnitName { get; init; }

    /// <summary>The unit whose index is looked at (C-10); null when none above the nominee is ranked.</summary>
    public string? RankedUnitCode { get; init; }

    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The client's own reference, unique per client.</summary>
    public string? ExternalRef { get; init; }

    public required Nominee Nominee
    {
        get;
        set
        {
            field = value;
            NomineeKey = $"{value.Kind}/{value.UnitCode}/{Folding.Key(value.Name)}";
        }
    }

    /// <summary>Same for one nominee however the name is spelled: no second award in one category and year.</summary>
    public string NomineeKey { get; private set; } = "";

    public required string Achievement { get; set; }
    public Guid[] InitiativeIds { get; set; } = [];
    public Guid[] MeritIds { get; set; } = [];

    /// <summary>What stands beside the standard, as found at the last step; not kept.</summary>
    public NominationMark[] Marks { get; set; } = [];

    public Attestation[] Attestations { get; set; } = [];
    public YearGrade[] Grades { get; set; } = [];
    public ServicePeriod[] Service { get; set; } = [];

    public NominationState State { get; private set; } = NominationState.Draft;
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? ForwardedAt { get; private set; }

    /// <summary>First instant that was too late for it: of the deadlines since it was handed in the kindest one; null = no deadline.</summary>
    public DateTimeOffset? TooLateFrom { get; private set; }

    /// <summary>First instant that was too late for the city when it was forwarded; null = no deadline.</summary>
    public DateTimeOffset? ForwardTooLateFrom { get; private set; }

    public bool Late { get; private set; }
    public string? LateReason { get; private set; }
    public DateTimeOffset? AppraisedAt { get; private set; }
    public string? AppraisalNote { get; private set; }
    public string? ReturnReason { get; private set; }
    public string? EndReason { get; private set; }
    public Guid? DecisionId { get; private set; }
    public int? OrderInDecision { get; private set; }

    public Outcome Eligibility { get; private set; } = Outcome.NotYetKnown;
    public Reading Reading { get; private set; }
    public VerdictNode? Verdict { get; private set; }
    public int CampaignVersion { get; private set; }
    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>Handed in and not yet ended: counts against quotas, may be returned or turned down.</summary>
    internal static readonly NominationState[] UnderWay = [NominationState.Submitted, NominationState.Agreed, NominationState.Forwarded, NominationState.Appraised];

    public Nomination() => Id = Guid.CreateVersion7();

    /// <summary>Still on its way: may be judged again. A decided one keeps the verdict it was decided on.</summary>
    public bool Open => State is not (NominationState.Awarded or NominationState.Rejected or NominationState.Withdrawn or NominationState.Revoked);

    /// <summary>Takes over a new verdict; true when the outcome or any clause's outcome differs.</summary>
    public bool Judged(VerdictNode verdict, Reading reading, int campaignVersion, DateTimeOffset at)
    {
        // A row is written only for what is news: a judging that finds nothing new must not get in the way of someone's step.
        if (Verdict is not null && (Reading, CampaignVersion) == (reading, campaignVersion) && !Verdict.SurelyDiffers(verdict)
            && JsonSerializer.Serialize(Verdict, Json.Options) == JsonSerializer.Serialize(verdict, Json.Options))
            return false;
        var changed = Verdict is null || Eligibility != verdict.Outcome || Outcomes(Verdict) != Outcomes(verdict);
        (Verdict, Eligibility, Reading, CampaignVersion, JudgedAt) = (verdict, verdict.Outcome, reading, campaignVersion, at);
        return changed;
    }

    /// <summary>For a judgement that is a change of its own, not part of another.</summary>
    public void Rejudged() => Touch();

    /// <summary>A body speaks; what it said before of the same thing is replaced.</summary>
    public Problem? Attest(Attestation attestation)
    {
        if (!Open)
            return Wrong("xác nhận");
        Attestations = [.. Attestations.Where(a => (a.Statement, a.By, a.Clause) != (attestation.Statement, attestation.By, attestation.Clause)), attestation];
        Touch();
        return null;
    }

    public Problem? Edit()
    {
        if (State is not (NominationState.Draft or NominationState.Returned))
            return Wrong("sửa");
        Touch();
        return null;
    }

    /// <summary>A paper of the dossier changes: possible until it has left the proposing unit. A step taken at the same moment on the dossier as it was fails.</summary>
    public Problem? ChangeDossier()
    {
        if (State is not (NominationState.Draft or NominationState.Returned or NominationState.Submitted or NominationState.Agreed))
            return Wrong("thay đổi thành phần của");
        Touch();
        return null;
    }

    public Problem? Receive()
    {
        if (State != NominationState.Submitted)
            return Wrong("tiếp nhận");
        Touch();
        return null;
    }

    public Problem? Submit(DateTimeOffset at, DateTimeOffset? tooLateFrom, string? lateReason)
    {
        if (State is not (NominationState.Draft or NominationState.Returned))
            return Wrong("nộp");
        (State, SubmittedAt, TooLateFrom, ReturnReason) = (NominationState.Submitted, at, tooLateFrom, null);
        // Late is marked, not refused (C-02).
        (Late, LateReason) = (at >= tooLateFrom, lateReason);
        Touch();
        return null;
    }

    /// <summary>Its deadlines were moved after it was handed in: a later date counts for it, an earlier one does not. True when it is late no more.</summary>
    public bool DeadlineMoved(DateTimeOffset? tooLateFrom, DateTimeOffset? forwardTooLateFrom)
    {
        // Of all dates that held since it was handed in, the one kindest to it.
        (TooLateFrom, ForwardTooLateFrom) = (Later(TooLateFrom, tooLateFrom), Later(ForwardTooLateFrom, forwardTooLateFrom));
        if (!Late || SubmittedAt >= TooLateFrom || (WithCity && ForwardedAt >= ForwardTooLateFrom))
            return false;
        (Late, LateReason) = (false, null);
        Touch();
        return true;

        static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other is null ? null : one > other ? one : other;
    }

    /// <summary>The city has it: when it was forwarded matters too.</summary>
    public bool WithCity => State is NominationState.Forwarded or NominationState.Appraised;

    public Problem? Return(string reason)
    {
        if (!UnderWay.Contains(State))
            return Wrong("trả lại");
        // What was chosen was chosen as it stood.
        (State, ReturnReason, ChosenReason, ChosenAt) = (NominationState.Returned, reason, null, null);
        Touch();
        return null;
    }

    /// <summary>The council has agreed and the chairman has approved it (LTN-TD-26/V.1.b).</summary>
    public Problem? Agree()
    {
        if (State != NominationState.Submitted)
            return Wrong("thông qua");
        State = NominationState.Agreed;
        Touch();
        return null;
    }

    public Problem? Forward(DateTimeOffset at, DateTimeOffset? tooLateFrom, string? lateReason, bool councilFirst)
    {
        if (Level == AwardLevel.Ward)
            return Problems.WrongLevel.With("Hạng mục do cấp xã quyết định, không chuyển lên thành phố.");
        if (State is not (NominationState.Submitted or NominationState.Agreed))
            return Wrong("chuyển thành phố");
        if (councilFirst && State != NominationState.Agreed)
            return Problems.CouncilFirst;
        if (Eligibility == Outcome.NotMet)
            return Problems.NotEligible.With(Verdict!.Explanation);
        var late = Late || at >= tooLateFrom;
        if (late && string.IsNullOrWhiteSpace(lateReason ?? LateReason))
            return Problems.LateWithoutReason.At("/lateReason");
        (State, ForwardedAt, ForwardTooLateFrom, Late, LateReason) = (NominationState.Forwarded, at, tooLateFrom, late, lateReason ?? LateReason);
        Touch();
        return null;
    }

    /// <summary>The city's department of home affairs has looked through a forwarded nomination and found it in order.</summary>
    public Problem? Appraise(DateTimeOffset at, string? note)
    {
        if (State != NominationState.Forwarded)
            return Wrong("thẩm định");
        if (Eligibility == Outcome.NotMet)
            return Problems.NotEligible.With(Verdict!.Explanation);
        (State, AppraisedAt, AppraisalNote) = (NominationState.Appraised, at, note);
        Touch();
        return null;
    }

    public Problem? Award(Guid decisionId, int order, bool councilFirst)
    {
        if (Level == AwardLevel.Ward && councilFirst && State == NominationState.Submitted)
            return Problems.CouncilFirst;
        if (Level == AwardLevel.Ward ? State is not (NominationState.Submitted or NominationState.Agreed) : State != NominationState.Appraised)
            return Wrong("khen thưởng");
        if (Eligibility != Outcome.Met)
            return Problems.NotEligible.With(Verdict?.Explanation ?? "Chưa xét tiêu chuẩn.");
        if (Late && string.IsNullOrWhiteSpace(LateReason))
            return Problems.LateWithoutReason.With("Trả lại để đơn vị nộp lại kèm lý do (C-02).");
        (State, DecisionId, OrderInDecision) = (NominationState.Awarded, decisionId, order);
        Touch();
        return null;
    }

    /// <summary>The award was cancelled (Luật Thi đua, khen thưởng, chương VII): its place and what it rested on are free again.</summary>
    public Problem? Revoke(string reason) => End(NominationState.Revoked, reason, "hủy khen thưởng", [NominationState.Awarded]);

    public Problem? Reject(string reason) => End(NominationState.Rejected, reason, "từ chối", UnderWay);

    public Problem? Withdraw(string reason) =>
        End(NominationState.Withdrawn, reason, "rút", [NominationState.Draft, NominationState.Returned, .. UnderWay]);

    private Problem? End(NominationState state, string reason, string action, NominationState[] from)
    {
        if (!from.Contains(State))
            return Wrong(action);
        (State, EndReason) = (state, reason);
        Touch();
        return null;
    }

    private Problem Wrong(string action) => Problems.WrongState with
    {
        Detail = $"Không thể {action} hồ sơ đang ở trạng thái “{State.Vietnamese()}”.",
        Facts = new Dictionary<string, object?> { ["state"] = State },
    };

    private static string Outcomes(VerdictNode verdict) => string.Join(';', verdict.All().Select(n => $"{n.Clause}={n.Outcome}"));
}

/// <summary>Who is nominated.</summary>
/// <param name="PersonCode">Staff code of a person, the same wherever the person works: by it the award register knows the person again.</param>
/// <param name="Female">Whether a person is a woman; decides among equals (Nghị định 152/2025 Điều 4.6). Null = not said.</param>
/// <param name="WomenShare">Share of women in a collective, 0–100; from 70 on it decides among equals. Null = not said.</param>
/// <param name="DirectRole">Whether the nominee directly leads, directs, advises or carries out the work (LTN-26-30/III.1.b.3). Null = not said.</param>
/// <param name="LeadingPost">Whether a person holds a leading post; those without go first at equal merit. Null = not said.</param>
public sealed record Nominee(Recipient Kind, string Name, string? Position, string UnitCode, string UnitName,
    string? PersonCode = null, bool? Female = null, decimal? WomenShare = null, bool? DirectRole = null, bool? LeadingPost = null);
