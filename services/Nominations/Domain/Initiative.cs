using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Domain;

/// <summary>An initiative (sáng kiến): proposed, then recognised by decision.</summary>
public sealed class Initiative : Aggregate
{
    public required string UnitCode { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Same for titles that differ only in case, marks or spacing: entered twice, it counts once.</summary>
    public required string Key { get; init; }

    /// <summary>Who made it, each with a share; empty = the unit as a whole.</summary>
    public InitiativeAuthor[] Authors { get; init; } = [];

    public bool Recognised { get; private set; }
    public bool? Applied { get; private set; }
    public bool? Replicable { get; private set; }
    public Attester? RecognisedBy { get; private set; }
    public string? DecisionNumber { get; private set; }
    public DateOnly? DecisionDate { get; private set; }

    public static Initiative Propose(string unitCode, string title, string summary, bool? applied, bool? replicable, string createdBy, DateTimeOffset at, InitiativeAuthor[]? authors = null) => new()
    {
        Id = Guid.CreateVersion7(at),
        UnitCode = unitCode,
        Title = title,
        Summary = summary,
        Applied = applied,
        Replicable = replicable,
        CreatedBy = createdBy,
        CreatedAt = at,
        Authors = authors ?? [],
        Key = KeyOf(unitCode, title),
    };

    public static string KeyOf(string unitCode, string title) => $"{unitCode.Split('-')[0]}/{Folding.Key(title)}";

    public Problem? Recognise(Attester by, string decisionNumber, DateOnly decisionDate, bool applied, bool replicable, DateOnly today)
    {
        if (decisionDate > today)
            return CommonProblems.Invalid.At("/decisionDate", "Ngày quyết định ở tương lai.");
        if (Recognised)
            return Problems.InitiativeState.With($"Đã công nhận theo Quyết định {DecisionNumber}.");
        (Recognised, RecognisedBy, DecisionNumber, DecisionDate, Applied, Replicable) = (true, by, decisionNumber, decisionDate, applied, replicable);
        Touch();
        return null;
    }
}

/// <summary>An author of an initiative.</summary>
[ValidatableType]
public sealed record InitiativeAuthor
{
    /// <summary>Name of the person.</summary>
    [Text(200)]
    public required string Name { get; init; }

    /// <summary>Staff code of the person.</summary>
    [Text(40)]
    public string? PersonCode { get; init; }

    /// <summary>Share of the work, percent, 1–100; all shares together at most 100.</summary>
    [Between(1, 100)]
    public required decimal Share { get; init; }
}
