using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>A launched campaign with its criteria, as Campaigns last told of it.</summary>
public sealed class KnownCampaign
{
    public required Guid Id { get; init; }
    public string Code { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string UnitCode { get; private set; } = "";
    public string UnitName { get; private set; } = "";
    public int FromYear { get; private set; }
    public int ToYear { get; private set; }
    public PlanCriterion[] Criteria { get; private set; } = [];
    public ClassScale[] ClassScales { get; private set; } = [];

    /// <summary>Version of the campaign that was learned; 0 while only its closing has arrived.</summary>
    public int Version { get; private set; }

    /// <summary>When it was closed, UTC; figures are locked from then on.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Messages may come twice, late and in any order: only a higher version counts.</summary>
    public void Learn(CampaignSnapshot told)
    {
        if (told.Version <= Version)
            return;
        (Version, Code, Name, UnitCode, UnitName) = (told.Version, told.Code, told.Name, told.UnitCode, told.UnitName);
        (FromYear, ToYear, Criteria, ClassScales) = (told.FromYear, told.ToYear, told.Criteria, told.ClassScales);
    }

    /// <summary>Closing is for good: an amendment that arrives after it opens nothing.</summary>
    public void Close(DateTimeOffset at) => ClosedAt ??= at;

    internal PlanCriterion? Criterion(string key) => Array.Find(Criteria, c => c.Key == key);

    /// <summary>The launching unit and all below it take part.</summary>
    internal bool Covers(string unitCode) =>
        UnitCode == Auth.CityUnit || unitCode == UnitCode || unitCode.StartsWith(UnitCode + "-", StringComparison.Ordinal);
}
