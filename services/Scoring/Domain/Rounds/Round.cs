using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Rounds;

/// <summary>Scoring round (đợt chấm điểm): the year of one block, opened with its index set and its deadlines (domain 2.6, step 1).</summary>
public sealed class Round : Aggregate
{
    private const int MostYears = 3;

    private Round()
    {
    }

    public required int Year { get; init; }
    public required string Block { get; init; }
    public required string IndexSetCode { get; init; }

    /// <summary>Last day for units to score themselves and hand in, itself included.</summary>
    public DateOnly SelfScoreUntil { get; private set; }

    /// <summary>Days that a unit has to explain itself after the first appraisal.</summary>
    public int ExplanationDays { get; private set; }

    /// <summary>Units with a later day of their own, each with the reason.</summary>
    public Extension[] Extensions { get; private set; } = [];
    public DateTimeOffset OpenedAt { get; private init; }
    public required string OpenedBy { get; init; }

    internal static (Round? Round, Problem? Problem) Open(IndexSet set, int year, string block, DateOnly selfScoreUntil, int explanationDays, string by, DateTimeOffset at)
    {
        if (set.State != IndexSetState.Active)
            return (null, Problems.IndexSetNotActive.At("/indexSet"));
        if (!set.Definition.Blocks.Contains(block))
            return (null, Problems.BlockOutsideSet.At("/block", $"Bộ chỉ số áp dụng cho khối {string.Join(", ", set.Definition.Blocks)}."));
        if (DayFault(selfScoreUntil, at) is { } fault)
            return (null, Problems.RoundDatesInvalid.At("/selfScoreUntil", fault));
        return (new Round
        {
            Id = Guid.CreateVersion7(at),
            Year = year,
            Block = block,
            IndexSetCode = set.Code,
            SelfScoreUntil = selfScoreUntil,
            ExplanationDays = explanationDays,
            OpenedBy = by,
            OpenedAt = at,
        }, null);
    }

    /// <summary>Moves the deadlines for everyone; a day in the past locks at once.</summary>
    internal Problem? Change(DateOnly selfScoreUntil, int explanationDays, DateTimeOffset at)
    {
        if (selfScoreUntil > VietnamTime.DateOf(at) && DayFault(selfScoreUntil, at) is { } fault)
            return Problems.RoundDatesInvalid.At("/selfScoreUntil", fault);
        (SelfScoreUntil, ExplanationDays) = (selfScoreUntil, explanationDays);
        Touch();
        return null;
    }

    /// <summary>Gives one unit a day of its own. The last word counts.</summary>
    internal Problem? Extend(string unitCode, DateOnly until, string reason, string by, DateTimeOffset at)
    {
        if (DayFault(until, at) is { } fault)
            return Problems.RoundDatesInvalid.At("/until", fault);
        Extensions = [.. Extensions.Where(e => e.UnitCode != unitCode), new Extension { UnitCode = unitCode, Until = until, Reason = reason, By = by, At = at }];
        Touch();
        return null;
    }

    // A slip of the pen (2062 for 2026) would never lock.
    private static string? DayFault(DateOnly day, DateTimeOffset at) =>
        VietnamTime.DateOf(at) is var today && day < today ? "Hạn không được ở trong quá khứ."
        : day > today.AddYears(MostYears) ? $"Hạn không được quá {MostYears} năm kể từ hôm nay."
        : null;

    internal DateOnly LastDayFor(string unitCode)
    {
        var own = Array.Find(Extensions, e => e.UnitCode == unitCode)?.Until;
        return own > SelfScoreUntil ? own.Value : SelfScoreUntil;
    }

    /// <summary>Why a unit may not touch its own scores any more; null while it may.</summary>
    internal Problem? Locked(string unitCode, DateTimeOffset at) =>
        VietnamTime.DateOf(at) is var today && LastDayFor(unitCode) is var last && today <= last ? null
        : Problems.SelfScoreLocked with
        {
            Detail = $"Hạn tự chấm điểm là hết ngày {last:dd/MM/yyyy}; đề nghị cơ quan chấm điểm gia hạn hoặc mở lại phiếu.",
            Facts = new Dictionary<string, object?> { ["until"] = last },
        };

    /// <summary>Last day to explain, for a first appraisal that ended at the given instant.</summary>
    internal DateOnly ExplainUntil(DateTimeOffset appraisedAt) => VietnamTime.DateOf(appraisedAt).AddDays(ExplanationDays);
}

/// <summary>A later day for one unit.</summary>
public sealed record Extension
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Its last day, itself included; civil date of Vietnam.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Reason { get; init; }

    /// <summary>Account or client id of who gave it.</summary>
    public required string By { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
