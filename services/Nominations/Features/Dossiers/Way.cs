using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Features.Nominations;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>A stop on the way of a nomination: unit, section, council, chairman, city, appraisal, decision (CVA-26/III.2).</summary>
public sealed record WayStop
{
    /// <summary>Which stop.</summary>
    public required WayPoint Point { get; init; }
    /// <summary>Its name in Vietnamese.</summary>
    public required string Name { get; init; }
    public required WayState State { get; init; }
    /// <summary>When it was passed, UTC; the last time for what was done more than once.</summary>
    public DateTimeOffset? At { get; init; }
    /// <summary>Account, client or event that did it.</summary>
    public string? By { get; init; }
    /// <summary>Why: reason of a return or an end, remark of a receipt or an appraisal.</summary>
    public string? Reason { get; init; }
    /// <summary>Last day to do it in time, civil date of Vietnam; null = no term, or not running.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>What the last day comes from: clause of the plan or a decision with its working days.</summary>
    public string? DueFrom { get; init; }
    /// <summary>Done after the last day, or not done although it has passed.</summary>
    public bool Late { get; init; }
}

/// <summary>Stop on the way.</summary>
public enum WayPoint
{
    /// <summary>Đơn vị nộp hồ sơ.</summary>
    Submit,
    /// <summary>Bộ phận thường trực kiểm tra, tiếp nhận.</summary>
    Receive,
    /// <summary>Hội đồng Thi đua - Khen thưởng thông qua.</summary>
    Agree,
    /// <summary>Chủ tịch Ủy ban nhân dân cấp xã trình thành phố.</summary>
    Forward,
    /// <summary>Sở Nội vụ thẩm định.</summary>
    Appraise,
    /// <summary>Quyết định khen thưởng.</summary>
    Award,
    /// <summary>Hậu kiểm khen thưởng đột xuất.</summary>
    PostCheck,
}

/// <summary>Whether a stop is passed.</summary>
public enum WayState
{
    /// <summary>Passed.</summary>
    Done,
    /// <summary>Next to be done.</summary>
    Current,
    /// <summary>Later.</summary>
    Ahead,
    /// <summary>Passed by without being done.</summary>
    Skipped,
    /// <summary>Sent back from here.</summary>
    Returned,
    /// <summary>The way ended here: turned down or taken back.</summary>
    Ended,
}

/// <summary>Draws the way of one nomination from its history.</summary>
internal static class Way
{
    /// <param name="history">Audit rows of the nomination, the oldest first.</param>
    public static WayStop[] Of(Nomination n, AwardCategory? category, Dossier? file, IReadOnlyList<HistoryItem> history, DateTimeOffset now)
    {
        var points = Points(n, category);
        HistoryItem? Last(string action) => history.LastOrDefault(h => h.Action == action);
        // What was done before it was handed in anew does not count for the way it goes now.
        HistoryItem[] since = n.State is NominationState.Draft or NominationState.Returned ? [] : [.. history.Skip(history.ToList().FindLastIndex(h => h.Action == "submitted") + 1)];
        HistoryItem? Since(string action) => since.LastOrDefault(h => h.Action == action);
        var done = points.ToDictionary(p => p, p => p switch
        {
            WayPoint.Submit => n.State is NominationState.Draft or NominationState.Returned ? null : Last("submitted"),
            WayPoint.Receive => Since("received"),
            WayPoint.Agree => Since("agreed"),
            WayPoint.Forward => Since("forwarded"),
            WayPoint.Appraise => Since("appraised"),
            WayPoint.Award => Last("awarded"),
            _ => Last("postChecked"),
        });
        var furthest = Array.FindLastIndex(points, p => done[p] is not null);
        var current = n.State is NominationState.Rejected or NominationState.Withdrawn ? -1 : Array.FindIndex(points, furthest + 1, _ => true);
        var stops = points.Select((point, i) =>
        {
            var (due, from) = DueOf(point, n, category, file);
            var passed = done[point];
            var state = passed is not null ? WayState.Done : i < furthest ? WayState.Skipped : i == current ? WayState.Current : WayState.Ahead;
            return new WayStop
            {
                Point = point,
                Name = NameOf(point, n),
                State = state,
                At = passed?.At,
                By = passed?.ActedBy,
                Reason = passed?.Reason,
                Due = due,
                DueFrom = from,
                Late = due is { } day && state is WayState.Done or WayState.Current && VietnamTime.DateOf(passed?.At ?? now) > day,
            };
        }).ToArray();
        if (n.State == NominationState.Returned)
            stops[0] = stops[0] with { State = WayState.Returned, At = Last("returned")?.At, By = Last("returned")?.ActedBy, Reason = n.ReturnReason };
        if (n.State is NominationState.Rejected or NominationState.Withdrawn && Last(n.State == NominationState.Rejected ? "rejected" : "withdrawn") is { } end)
        {
            var at = Math.Min(furthest + 1, stops.Length - 1);
            stops[at] = stops[at] with { State = WayState.Ended, At = end.At, By = end.ActedBy, Reason = end.Reason };
        }
        return stops;
    }

    private static WayPoint[] Points(Nomination n, AwardCategory? category)
    {
        var points = new List<WayPoint> { WayPoint.Submit, WayPoint.Receive };
        if (category is not null && StepRules.CouncilFirst(category))
            points.Add(WayPoint.Agree);
        if (n.Level != AwardLevel.Ward)
            points.AddRange([WayPoint.Forward, WayPoint.Appraise]);
        points.Add(WayPoint.Award);
        if (category?.Cadence == Cadence.Unplanned)
            points.Add(WayPoint.PostCheck);
        return [.. points];
    }

    private static (DateOnly? Due, string? From) DueOf(WayPoint point, Nomination n, AwardCategory? category, Dossier? file)
    {
        static (DateOnly?, string?) In(DateTimeOffset? start, Term term) =>
            start is { } at ? (WorkingDays.After(at, term), $"{term.Days} ngày làm việc, {term.Source}") : (null, null);
        static (DateOnly?, string?) By(Deadline? deadline, int year) => deadline.TooLateFrom(year) is { } tooLate
            ? (VietnamTime.DateOf(tooLate).AddDays(-1), deadline!.Clause) : (null, null);
        var handedIn = n.State is NominationState.Draft or NominationState.Returned ? null : n.SubmittedAt;
        return point switch
        {
            WayPoint.Submit => By(category?.InternalDeadline ?? category?.CityDeadline, n.Year),
            WayPoint.Receive => In(handedIn, Term.Check),
            WayPoint.Forward => By(category?.CityDeadline, n.Year),
            WayPoint.Appraise => In(handedIn is null ? null : n.ForwardedAt >= handedIn ? n.ForwardedAt : null, Term.Appraise),
            WayPoint.Award when n.Level == AwardLevel.Ward => In(file?.IsReceived(n) == true ? file.ReceivedAt : null, Term.Decide),
            _ => (null, null),
        };
    }

    private static string NameOf(WayPoint point, Nomination n) => point switch
    {
        WayPoint.Submit => $"{n.Nominee.UnitName} nộp hồ sơ",
        WayPoint.Receive => "Bộ phận thường trực kiểm tra, tiếp nhận hồ sơ",
        WayPoint.Agree => "Hội đồng Thi đua - Khen thưởng thống nhất, Chủ tịch duyệt",
        WayPoint.Forward => $"{n.ProposingUnitName} trình thành phố",
        WayPoint.Appraise => "Sở Nội vụ thẩm định",
        WayPoint.Award => n.Level switch
        {
            AwardLevel.Ward => $"Chủ tịch UBND {n.ProposingUnitName} quyết định khen thưởng",
            AwardLevel.City => "Chủ tịch UBND thành phố quyết định khen thưởng",
            _ => "Cấp Nhà nước quyết định khen thưởng",
        },
        _ => "Hậu kiểm khen thưởng đột xuất",
    };
}
