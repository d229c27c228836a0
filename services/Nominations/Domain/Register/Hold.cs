using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Register;

/// <summary>A time in which a person or unit is not awarded: discipline, investigation, inspection, complaint, a press report under check (Nghị định 152/2025 Điều 4.4). Holds personal data: never log it.</summary>
public sealed class Hold : Aggregate
{
    public required Recipient Whom { get; init; }

    /// <summary>The unit, or the unit of the person.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the person; null for a unit.</summary>
    public string? Name { get; init; }
    public string? PersonCode { get; init; }
    public required string NameKey { get; init; }
    public required HoldKind Kind { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day, included; null = open.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>True when what a member did holds the collective too.</summary>
    public bool HoldsCollective { get; init; }

    /// <summary>Number and date of the paper it rests on.</summary>
    public required string Source { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public string? LiftReason { get; private set; }
    public string? LiftedBy { get; private set; }

    public Hold() => Id = Guid.CreateVersion7();

    public static Hold Record(Recipient whom, string unitCode, string? name, string? personCode, HoldKind kind, DateOnly from, DateOnly? to, bool holdsCollective, string source, string by, DateTimeOffset at) => new()
    {
        Whom = whom,
        UnitCode = unitCode,
        Name = name,
        PersonCode = NomineeRef.Code(personCode),
        NameKey = whom == Recipient.Individual ? NomineeRef.Of(whom, name!, unitCode, "", personCode).NameKey : $"u/{unitCode}",
        Kind = kind,
        From = from,
        To = to,
        HoldsCollective = holdsCollective,
        Source = source,
        RecordedBy = by,
        RecordedAt = at,
    };

    public bool InForce(DateOnly day) => day >= From && !(day > To);

    /// <summary>A unit's hold is the collective's, not its members'; a member's is the collective's only when said so.</summary>
    public bool Holds(NomineeRef nominee) => (Whom, nominee.Kind) switch
    {
        (Recipient.Individual, Recipient.Individual) => new NomineeRef(Whom, UnitCode, NameKey, PersonCode).Same(nominee),
        (Recipient.Collective, Recipient.Collective) => nominee.UnitCode == UnitCode,
        (Recipient.Individual, Recipient.Collective) => HoldsCollective && nominee.UnitCode == UnitCode,
        _ => false,
    };

    public Problem? Lift(DateOnly lastDay, string reason, string by, DateOnly today)
    {
        if (LiftedBy is not null || To < today)
            return Problems.HoldEnded;
        if (lastDay < From.AddDays(-1) || lastDay > today)
            return CommonProblems.Invalid.At("/lastDay", "Ngày kết thúc phải từ ngày bắt đầu đến hôm nay.");
        (To, LiftReason, LiftedBy) = (lastDay, reason, by);
        Touch();
        return null;
    }

    public IEnumerable<string> Locks => Whom == Recipient.Individual
        ? [.. new NomineeRef(Whom, UnitCode, NameKey, PersonCode).Locks]
        : [$"unit {UnitCode}"];
}

/// <summary>Why awards rest.</summary>
public enum HoldKind
{
    /// <summary>Đang chịu hoặc đang xem xét kỷ luật.</summary>
    Discipline,
    /// <summary>Đang bị điều tra.</summary>
    Investigation,
    /// <summary>Đang thanh tra, kiểm tra.</summary>
    Inspection,
    /// <summary>Có khiếu nại, tố cáo đang giải quyết.</summary>
    Complaint,
    /// <summary>Báo chí nêu, đang xác minh.</summary>
    Press,
}

internal static class HoldKinds
{
    public static string Vietnamese(this HoldKind kind) => kind switch
    {
        HoldKind.Discipline => "kỷ luật",
        HoldKind.Investigation => "điều tra",
        HoldKind.Inspection => "thanh tra, kiểm tra",
        HoldKind.Complaint => "khiếu nại, tố cáo",
        _ => "báo chí nêu đang xác minh",
    };
}
