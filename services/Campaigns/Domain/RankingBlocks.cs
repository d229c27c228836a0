using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain;

/// <summary>Ranking blocks of the index (khối xếp hạng, C-14 i): who is compared with whom. Not the emulation blocks.</summary>
internal static class RankingBlocks
{
    public const string Departments = "so-nganh";
    public const string Wards = "phuong";
    public const string Communes = "xa-dac-khu";

    public static readonly string[] All = [Departments, Wards, Communes];

    /// <summary>Blocks that a unit of the kind may stand in. A commune-level unit may change block, also ahead of its change of type; an office is judged on the unit above (C-10).</summary>
    public static string[] For(UnitKind kind) => kind switch
    {
        UnitKind.Department => [Departments],
        UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone => [Wards, Communes],
        _ => [],
    };
}
