using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Biên bản họp Hội đồng Thi đua - Khen thưởng (Nghị định 30/2020, Mẫu 1.9; CVA-26/III.4.3). Of secret votes it knows their sums only.</summary>
public sealed record CouncilMinutes : PaperContent
{
    /// <summary>Session that the minutes are of; null for one kept outside the system.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Council in full, 1–300 characters.</summary>
    [Required, Text(300)]
    public required string CouncilName { get; init; }

    /// <summary>Number of the decision that founded or last changed the council, up to 100 characters.</summary>
    [Text(100)]
    public string? CouncilDecision { get; init; }

    /// <summary>Its date, civil date of Vietnam.</summary>
    [CivilDay]
    public DateOnly? CouncilDecisionDate { get; init; }

    /// <summary>What the session was called for, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string Title { get; init; }

    /// <summary>When the session began, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ended, UTC; not before it began.</summary>
    public required DateTimeOffset ConcludedAt { get; init; }

    [Required, Text(300)]
    public required string Place { get; init; }

    /// <summary>Name of the chair of the session; one of those who attended.</summary>
    [Required, Text(200)]
    public required string ChairName { get; init; }

    /// <summary>Name of the secretary of the session.</summary>
    [Required, Text(200)]
    public required string SecretaryName { get; init; }

    /// <summary>All members of the council on the day, 1–200.</summary>
    [Required, Items(1, 200)]
    public required MinutesMember[] Attendance { get; init; }

    /// <summary>The agenda in order, 1–300 items.</summary>
    [Required, Items(1, 300)]
    public required MinutesItem[] Items { get; init; }

    /// <summary>True once the chairman has approved (LTN-TD-26/V.1.b).</summary>
    public bool Approved { get; init; }

    /// <summary>When, UTC; null until then.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    [Text(2000)]
    public string? ApprovalNote { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.Minutes;

    [JsonIgnore]
    public override string Abstract => $"Họp {CouncilName}";

    [JsonIgnore]
    public override int Year => VietnamTime.DateOf(OpenedAt).Year;

    internal override Problem? Misfit
    {
        get
        {
            for (var i = 0; i < Items.Length; i++)
            {
                if (Items[i] is { Ballot: Ballot.Secret, Votes.Length: > 0 })
                    return Problems.SecretVotesTold.At($"/items/{i}/votes");
                if (Items[i].Result is { } result && result.Yes + result.No + result.Abstain + result.Invalid > Attendance.Length)
                    return Problems.MinutesDoNotFit.At($"/items/{i}/result", "Số phiếu nhiều hơn số thành viên Hội đồng.");
            }

            return null;
        }
    }

    internal override IEnumerable<FieldError> Faults()
    {
        if (ConcludedAt < OpenedAt)
            yield return new("/concludedAt", "Phiên họp kết thúc trước khi bắt đầu.");
        if (!Attendance.Any(m => m.Name == ChairName && m.Attendance == MinutesAttendance.Present))
            yield return new("/chairName", "Người chủ trì phải có mặt trong danh sách thành viên dự họp.");
    }
}

/// <summary>Title in the council.</summary>
public enum MinutesTitle
{
    /// <summary>Chủ tịch Hội đồng.</summary>
    Chair,
    /// <summary>Phó Chủ tịch Hội đồng.</summary>
    ViceChair,
    /// <summary>Ủy viên thường trực.</summary>
    Standing,
    /// <summary>Thư ký.</summary>
    Secretary,
    /// <summary>Ủy viên.</summary>
    Member,
}

/// <summary>How a member took part.</summary>
public enum MinutesAttendance
{
    /// <summary>Có mặt.</summary>
    Present,
    /// <summary>Vắng mặt, có ý kiến bằng văn bản.</summary>
    Written,
    /// <summary>Vắng mặt.</summary>
    Absent,
}

/// <summary>A member of the council at the session.</summary>
[ValidatableType]
public sealed record MinutesMember
{
    [Required, Text(200)]
    public required string Name { get; init; }

    public required MinutesTitle Title { get; init; }

    /// <summary>Post outside the council, up to 300 characters.</summary>
    [Text(300)]
    public string? Position { get; init; }

    public required MinutesAttendance Attendance { get; init; }

    /// <summary>Why absent, up to 500 characters.</summary>
    [Text(500)]
    public string? Note { get; init; }
}

/// <summary>One item of the agenda as it went.</summary>
[ValidatableType]
public sealed record MinutesItem
{
    [Required, Text(1000)]
    public required string Subject { get; init; }

    public required Ballot Ballot { get; init; }

    /// <summary>Share of votes that is needed, as law writes it: <c>2/3</c>; null when nothing was voted on.</summary>
    [Text(20)]
    public string? Threshold { get; init; }

    /// <summary>True when the share must be passed, not only reached (“quá nửa”).</summary>
    public bool MoreThan { get; init; }

    /// <summary>What the share is taken of.</summary>
    public VoteBase Of { get; init; }

    /// <summary>Law and article that the vote rests on, up to 1000 characters.</summary>
    [Text(1000)]
    public string? LegalBasis { get; init; }

    /// <summary>Why it was taken off the agenda; null = it was dealt with.</summary>
    [Text(1000)]
    public string? OffNote { get; init; }

    /// <summary>Members with a conflict of interest, who took no part in the vote, at most 50.</summary>
    [Items(0, 50)]
    public MinutesConflict[] Conflicts { get; init; } = [];

    public MinutesResult? Result { get; init; }

    /// <summary>Votes by show of hands; a secret item has none.</summary>
    [Items(0, 200)]
    public MinutesVote[] Votes { get; init; } = [];

    /// <summary>Conclusion of the council, up to 4000 characters.</summary>
    [Text(4000)]
    public string? Conclusion { get; init; }

    /// <summary>Whether the chairman took it over; null until then.</summary>
    public bool? Approved { get; init; }

    /// <summary>Why the chairman left it out, up to 1000 characters.</summary>
    [Text(1000)]
    public string? LeftOutReason { get; init; }
}

/// <summary>A conflict of interest that stands.</summary>
[ValidatableType]
public sealed record MinutesConflict
{
    [Required, Text(200)]
    public required string MemberName { get; init; }

    [Required, Text(500)]
    public required string Detail { get; init; }
}

/// <summary>A vote by show of hands.</summary>
[ValidatableType]
public sealed record MinutesVote
{
    [Required, Text(200)]
    public required string Name { get; init; }

    public required MinutesChoice Choice { get; init; }

    /// <summary>Reason given, up to 1000 characters.</summary>
    [Text(1000)]
    public string? Reason { get; init; }
}

/// <summary>What a member says on an item.</summary>
public enum MinutesChoice
{
    /// <summary>Đồng ý.</summary>
    Yes,
    /// <summary>Không đồng ý.</summary>
    No,
    /// <summary>Không có ý kiến.</summary>
    Abstain,
    /// <summary>Phiếu không hợp lệ.</summary>
    Invalid,
}

/// <summary>Votes counted.</summary>
[ValidatableType]
public sealed record MinutesResult
{
    [Between(0, 1000)]
    public required int Yes { get; init; }

    [Between(0, 1000)]
    public required int No { get; init; }

    [Between(0, 1000)]
    public required int Abstain { get; init; }

    [Between(0, 1000)]
    public required int Invalid { get; init; }

    /// <summary>Of how many the share is taken.</summary>
    [Between(0, 1000)]
    public required int Base { get; init; }

    /// <summary>Yes of the base, 0–1, cut off and never rounded up.</summary>
    [Between(0, 1)]
    public required decimal Share { get; init; }

    public required CouncilOutcome Outcome { get; init; }
}
