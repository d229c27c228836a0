namespace Emulation.Contracts.Campaigns;

/// <summary>A unit was entered into the unit register, or its entry changed (name, parent, ranking block).</summary>
/// <remarks>Published by Campaigns. A later <see cref="Version"/> of the same <see cref="UnitCode"/> replaces an earlier one.</remarks>
public sealed record UnitRegistered
{
    /// <summary>Official code: <c>31</c> for the city, five digits for a commune (<c>10532</c>), parent code + <c>-</c> + letters for offices and departments (<c>10532-VHXH</c>, <c>31-SNV</c>).</summary>
    public required string UnitCode { get; init; }

    /// <summary>Grows by one with each change of the entry.</summary>
    public required int Version { get; init; }

    /// <summary>Full official name in Vietnamese with the type of unit, NFC: <c>Phường Lê Thanh Nghị</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of unit.</summary>
    public required UnitKind Kind { get; init; }

    /// <summary>Code of the unit above; null for the city itself.</summary>
    public string? ParentCode { get; init; }

    /// <summary>Code of the ranking block (khối xếp hạng của Chỉ số CCHC, C-14 i): <c>so-nganh</c>, <c>phuong</c>, <c>xa-dac-khu</c>; null when the unit is not ranked itself (C-10).</summary>
    public string? RankingBlock { get; init; }

    /// <summary>True when documents print the place with the type of unit (“Phường Lê Thanh Nghị”), as for names of persons, numbers and historical events (Nghị định 30/2020, domain 4.3); false for the bare name (“Hải An”).</summary>
    public bool PlaceNameInFull { get; init; }

    /// <summary>False when the unit was merged or dissolved.</summary>
    public required bool Active { get; init; }

    /// <summary>Codes of units merged into this one whose places in earlier rankings the city lets count for it; mostly none.</summary>
    public string[] PredecessorCodes { get; init; } = [];

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it; never a person's name.</summary>
    public required string ActedBy { get; init; }
}

/// <summary>Kinds of unit in one city.</summary>
public enum UnitKind
{
    /// <summary>Thành phố.</summary>
    City,
    /// <summary>Sở, ban, ngành of the city.</summary>
    Department,
    /// <summary>Phường.</summary>
    Ward,
    /// <summary>Xã.</summary>
    Commune,
    /// <summary>Đặc khu.</summary>
    SpecialZone,
    /// <summary>Phòng, ban, đơn vị, trung tâm inside a commune-level unit.</summary>
    Office,
    /// <summary>Cơ quan ngành dọc (CH-26-30/III.2.1.2.b.2).</summary>
    VerticalAgency,
}
