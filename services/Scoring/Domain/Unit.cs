using Emulation.Contracts.Campaigns;

namespace Emulation.Scoring.Domain;

/// <summary>A unit as the register of Campaigns last told of it.</summary>
public sealed class Unit
{
    public required string Code { get; init; }
    public string Name { get; private set; } = "";
    public UnitKind Kind { get; private set; }
    public string? Block { get; private set; }
    public bool Active { get; private set; }

    /// <summary>Version of the entry in the register.</summary>
    public int Version { get; private set; }

    /// <summary>Messages may come twice, late and in any order: only a higher version counts.</summary>
    public void Learn(UnitRegistered told)
    {
        if (told.Version <= Version)
            return;
        (Name, Kind, Block, Active, Version) = (told.Name, told.Kind, told.RankingBlock, told.Active, told.Version);
    }
}
