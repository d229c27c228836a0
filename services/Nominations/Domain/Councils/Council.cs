using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>The council for emulation and commendation (Hội đồng Thi đua - Khen thưởng) of a unit for one term. It advises; the chairman of the committee decides.</summary>
public sealed class Council : Aggregate
{
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string Name { get; set; }
    public required DateOnly TermFrom { get; init; }
    public DateOnly? TermTo { get; set; }
    public required string DecisionNumber { get; set; }
    public required DateOnly DecisionDate { get; set; }
    public List<CouncilMember> Members { get; init; } = [];

    public Council() => Id = Guid.CreateVersion7();

    /// <summary>Members on a civil day of Vietnam, in the order of their titles.</summary>
    public CouncilMember[] On(DateOnly day) => [.. Members.Where(m => m.From <= day && (m.To is null || day <= m.To)).OrderBy(m => m.Title).ThenBy(m => m.Name, StringComparer.Ordinal)];

    /// <summary>Takes the members as a decision lists them from a day on. Who is left out ends the day before; a new title is a new entry, so that the history stays.</summary>
    public Problem? Reform(CouncilMember[] listed, DateOnly from, string decisionNumber, DateOnly decisionDate)
    {
        if (from < TermFrom || from > TermTo)
            return Problems.OutsideTerm.At("/from");
        // Taken in between, it would end members whom the later decision left in.
        if (from < LastChange)
            return Problems.ReformOutOfOrder.At("/from", $"Lần kiện toàn gần nhất có hiệu lực từ {LastChange:dd/MM/yyyy}.");
        foreach (var member in Members.Where(m => m.To is null || m.To >= from))
        {
            var same = listed.FirstOrDefault(l => Same(l, member));
            if (same is null)
                member.To = from.AddDays(-1);
            else
                (member.Position, member.UnitCode, member.PersonCode, member.Relations) = (same.Position, same.UnitCode, same.PersonCode, same.Relations);
        }
        Members.AddRange(listed.Where(l => !Members.Any(m => Same(l, m) && (m.To is null || m.To >= from))));
        (DecisionNumber, DecisionDate) = (decisionNumber, decisionDate);
        Touch();
        return null;
    }

    /// <summary>The latest day from which somebody came or was gone.</summary>
    private DateOnly LastChange => Members.Select(m => m.To is { } to && to.AddDays(1) > m.From ? to.AddDays(1) : m.From).Append(TermFrom).Max();

    private static bool Same(CouncilMember a, CouncilMember b) => (a.Name, a.Title, a.AccountId) == (b.Name, b.Title, b.AccountId);

    /// <summary>What is amiss without being wrong: nothing in law forbids it.</summary>
    public string[] Warnings(DateOnly day)
    {
        var members = On(day);
        return
        [
            .. members.Length > 0 && members.Length % 2 == 0 ? new[] { $"Hội đồng có {members.Length} thành viên, là số chẵn: phiếu có thể ngang nhau." } : [],
            .. members.All(m => m.Title != MemberTitle.Secretary) ? new[] { "Hội đồng chưa có thư ký." } : [],
            .. members.All(m => m.Title != MemberTitle.Standing) ? new[] { "Hội đồng chưa có ủy viên thường trực." } : [],
        ];
    }
}

/// <summary>A member of a council, for as long as the decision says.</summary>
public sealed class CouncilMember
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid CouncilId { get; init; }

    /// <summary>Account with which the member votes; null = a member who votes on paper.</summary>
    public string? AccountId { get; init; }

    public required string Name { get; init; }
    public required MemberTitle Title { get; init; }

    /// <summary>Post outside the council.</summary>
    public string? Position { get; set; }

    /// <summary>Office or unit where the member works: its nominees are the member's own.</summary>
    public string? UnitCode { get; set; }

    /// <summary>Staff code: by it the member is known again among nominees.</summary>
    public string? PersonCode { get; set; }

    /// <summary>Names or staff codes of persons the member has declared a relation to.</summary>
    public string[] Relations { get; set; } = [];

    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
}

public static class MemberTitles
{
    /// <summary>Whether the title itself gives the chair of a session.</summary>
    public static bool Leads(this MemberTitle title) => title is MemberTitle.Chair or MemberTitle.ViceChair;
}

/// <summary>Title in the council.</summary>
public enum MemberTitle
{
    /// <summary>Chủ tịch Hội đồng; by custom the chairman of the committee.</summary>
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
