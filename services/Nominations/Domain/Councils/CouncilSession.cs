using Emulation.Contracts.Nominations;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>A session of a council from its plan to the chairman's approval.</summary>
public sealed class CouncilSession : Aggregate
{
    public required Guid CouncilId { get; init; }
    public required string UnitCode { get; init; }
    public required string Title { get; set; }
    public required DateTimeOffset At { get; set; }
    public required string Place { get; set; }
    public required Guid ChairId { get; set; }
    public required Guid SecretaryId { get; set; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public SessionState State { get; private set; } = SessionState.Planned;
    public DateTimeOffset? InvitedAt { get; private set; }
    public DateTimeOffset? OpenedAt { get; private set; }
    public DateTimeOffset? ConcludedAt { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? ApprovedBy { get; private set; }
    public string? ApprovalNote { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>All members of the day with their attendance; empty until the session is opened.</summary>
    public Seat[] Roll { get; private set; } = [];

    /// <summary>Agenda, in order.</summary>
    public List<AgendaItem> Items { get; init; } = [];

    public CouncilSession() => Id = Guid.CreateVersion7();

    public IEnumerable<AgendaItem> Live => Items.Where(i => i.Live).OrderBy(i => i.Order);

    public int Present => Roll.Count(s => s.Attendance == Attendance.Present);

    public int Written => Roll.Count(s => s.Attendance == Attendance.Written);

    public bool IsPlanned => State is SessionState.Planned or SessionState.Open;

    public Problem? Edit(string title, DateTimeOffset at, string place, Guid chair, Guid secretary)
    {
        if (State != SessionState.Planned)
            return Wrong("sửa");
        (Title, At, Place, ChairId, SecretaryId) = (title, at, place, chair, secretary);
        Touch();
        return null;
    }

    public Problem? Invite(DateTimeOffset at)
    {
        if (State != SessionState.Planned)
            return Wrong("mời họp");
        if (Items.All(i => i.OffAgenda))
            return Problems.EmptyAgenda;
        InvitedAt = at;
        Touch();
        return null;
    }

    public Problem? Put(IEnumerable<AgendaItem> items)
    {
        if (!IsPlanned)
            return Wrong("bổ sung chương trình");
        Items.AddRange(items);
        Touch();
        return null;
    }

    public Problem? TakeOff(AgendaItem item, string note)
    {
        if (!IsPlanned)
            return Wrong("bớt chương trình");
        if (!item.Live)
            return Problems.ItemOffAgenda;
        item.Drop(note);
        Touch();
        return null;
    }

    /// <summary>The nomination has gone elsewhere meanwhile: its item falls off with a note, whatever the session is doing.</summary>
    public void FallOff(AgendaItem item, string note)
    {
        item.Drop(note);
        Touch();
    }

    /// <summary>The session begins: who is here, who wrote, who is away.</summary>
    public Problem? Open(Seat[] roll, DateTimeOffset at)
    {
        if (!IsPlanned)
            return Wrong("mở phiên họp");
        if (roll.All(s => s.Attendance != Attendance.Present))
            return Problems.NobodyPresent;
        // Still a plan, so that it can be changed; who comes in later finds the session begun.
        if (State == SessionState.Planned && StandsIn(roll))
            return Problems.ChairIsPresent;
        (State, Roll, OpenedAt) = (SessionState.Open, roll, OpenedAt ?? at);
        Touch();
        return null;
    }

    /// <summary>Whether a member chairs only by being named to, although by the roll one is here whose title gives the chair.</summary>
    public bool StandsIn(Seat[] roll) =>
        roll.Any(s => s.MemberId == ChairId && !s.Title.Leads()) && roll.Any(s => s.Attendance == Attendance.Present && s.Title.Leads());

    public Problem? OpenBallot()
    {
        if (State != SessionState.Open)
            return Wrong("phát phiếu");
        if (!Live.Any())
            return Problems.EmptyAgenda;
        State = SessionState.Voting;
        Touch();
        return null;
    }

    /// <summary>All papers are torn up and given out again; only while nobody knows a result.</summary>
    public Problem? RepeatBallot()
    {
        if (State != SessionState.Voting)
            return Wrong("bỏ phiếu lại");
        State = SessionState.Open;
        Touch();
        return null;
    }

    public Problem? ConflictsChange()
    {
        if (!IsPlanned)
            return Wrong("thay đổi kê khai xung đột lợi ích (phiếu đã phát)");
        Touch();
        return null;
    }

    /// <summary>The ballot is closed and counted.</summary>
    public Problem? Conclude(DateTimeOffset at)
    {
        if (State != SessionState.Voting)
            return Wrong("kết luận");
        (State, ConcludedAt) = (SessionState.Concluded, at);
        Touch();
        return null;
    }

    /// <summary>The chairman decides on what the council advised (LTN-TD-26/V.1.b): takes over what passed, but for items left out with a reason.</summary>
    public Problem? Approve(IReadOnlyDictionary<Guid, string> leftOut, DateTimeOffset at, string by, string? note)
    {
        if (State != SessionState.Concluded)
            return Wrong("phê duyệt");
        foreach (var item in Live.ToList())
            item.Settle(item.Passed && !leftOut.ContainsKey(item.Id), leftOut.GetValueOrDefault(item.Id));
        (State, ApprovedAt, ApprovedBy, ApprovalNote) = (SessionState.Approved, at, by, note);
        Touch();
        return null;
    }

    public Problem? Cancel(string reason)
    {
        if (!IsPlanned)
            return Wrong("hủy");
        foreach (var item in Live.ToList())
            item.Close();
        (State, CancelReason) = (SessionState.Cancelled, reason);
        Touch();
        return null;
    }

    /// <summary>Whether a seat votes on an item: it takes part, by a way the rule knows, and has no conflict that stands.</summary>
    public static bool Entitled(Seat seat, AgendaItem item) => !item.ConflictOf(seat.MemberId)
        && (seat.Attendance == Attendance.Present || (seat.Attendance == Attendance.Written && item.Rule.WrittenOpinions));

    internal Problem Wrong(string action) => Problems.WrongSessionState with
    {
        Detail = $"Không thể {action} khi phiên họp {State.Vietnamese()}.",
        Facts = new Dictionary<string, object?> { ["state"] = State },
    };
}

/// <summary>A member's seat in one session.</summary>
public sealed record Seat(Guid MemberId, string Name, MemberTitle Title, string? AccountId, Attendance Attendance, string? Note = null);

/// <summary>How a member takes part.</summary>
public enum Attendance
{
    /// <summary>Có mặt.</summary>
    Present,
    /// <summary>Vắng mặt, có ý kiến bằng văn bản.</summary>
    Written,
    /// <summary>Vắng mặt.</summary>
    Absent,
}

/// <summary>State of a session.</summary>
public enum SessionState
{
    /// <summary>Dự kiến.</summary>
    Planned,
    /// <summary>Đang họp.</summary>
    Open,
    /// <summary>Đang bỏ phiếu.</summary>
    Voting,
    /// <summary>Đã kết luận, chờ Chủ tịch duyệt.</summary>
    Concluded,
    /// <summary>Chủ tịch đã duyệt.</summary>
    Approved,
    /// <summary>Đã hủy.</summary>
    Cancelled,
}

internal static class SessionStates
{
    public static string Vietnamese(this SessionState state) => state switch
    {
        SessionState.Planned => "còn là dự kiến",
        SessionState.Open => "đang họp",
        SessionState.Voting => "đang bỏ phiếu",
        SessionState.Concluded => "đã kết luận",
        SessionState.Approved => "đã được duyệt",
        _ => "đã hủy",
    };
}
