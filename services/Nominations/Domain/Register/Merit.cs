using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain.Register;

/// <summary>A merit (thành tích) of a unit or person, as a record that awards rest on and use up.</summary>
public sealed class Merit : Aggregate
{
    public required Recipient NomineeKind { get; init; }
    public required string Name { get; init; }
    public required string UnitCode { get; init; }
    public required string NameKey { get; init; }
    public string? PersonCode { get; init; }
    public required MeritKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public string? Evidence { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public Merit() => Id = Guid.CreateVersion7();

    public NomineeRef Nominee => new(NomineeKind, UnitCode, NameKey, PersonCode);

    /// <summary>Same nominee, overlapping time, same words: entered twice it is one merit and is awarded once.</summary>
    public bool SameAs(Merit other) => From <= other.To && other.From <= To && Nominee.Same(other.Nominee)
        && AchievementText.Same(Title, other.Title) && AchievementText.Same(Description, other.Description);
}

/// <summary>What kind of merit.</summary>
public enum MeritKind
{
    /// <summary>Hoàn thành nhiệm vụ trong một thời gian.</summary>
    Duty,
    /// <summary>Kết quả trong một phong trào, chuyên đề.</summary>
    Campaign,
    /// <summary>Việc làm đột xuất.</summary>
    Unplanned,
    /// <summary>Kết quả khác.</summary>
    Other,
}
