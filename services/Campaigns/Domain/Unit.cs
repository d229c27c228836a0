using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>A unit of the register, keyed by its official code and never by its name.</summary>
internal sealed class Unit : Aggregate
{
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public UnitKind Kind { get; private set; }
    public string? ParentCode { get; private init; }
    public string? RankingBlock { get; private set; }
    public bool PlaceNameInFull { get; private set; }
    public bool Active { get; private set; } = true;

    /// <summary>Unit that took over when this one was merged.</summary>
    public string? MergedInto { get; private set; }

    /// <summary>Units merged into this one whose places in earlier rankings count for it: the city says so, unit by unit.</summary>
    public string[] PredecessorCodes { get; private set; } = [];

    /// <summary>Code and all names it ever had, folded.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Earlier states of the entry, oldest first.</summary>
    public UnitChange[] History { get; private set; } = [];

    private Unit()
    {
    }

    public UnitEntry Entry => new(Code, Name, Kind, ParentCode, RankingBlock, PlaceNameInFull);

    public static Unit Register(UnitEntry entry)
    {
        var unit = new Unit { Code = entry.Code, ParentCode = entry.ParentCode };
        unit.Take(entry);
        return unit;
    }

    /// <summary>Renames, moves between blocks, merges or dissolves, re-opens. Code and parent are for good: a moved office is a new one.</summary>
    public Problem? Change(UnitEntry entry, bool active, string? mergedInto, UnitChangeReason reason, string[]? predecessors = null)
    {
        if (Kind == UnitKind.City && !active)
            return Problems.UnitInvalid.At("/active", "Thành phố không thể ngừng hoạt động.");
        if (!FitsOldKind(entry.Kind))
            return Problems.UnitInvalid.At("/kind", "Chỉ đổi được loại giữa phường, xã, đặc khu.");
        if (active && mergedInto is not null)
            return Problems.UnitInvalid.At("/mergedInto", "Chỉ ghi đơn vị tiếp nhận khi đơn vị ngừng hoạt động.");
        if (mergedInto == Code)
            return Problems.SuccessorUnknown.At("/mergedInto");
        predecessors ??= PredecessorCodes;
        if (entry == Entry && active == Active && mergedInto == MergedInto && predecessors.SequenceEqual(PredecessorCodes))
            return Problems.UnitUnchanged;
        History = [.. History, new UnitChange(Version, Name, Kind, RankingBlock, Active, reason.At, reason.ActedBy, reason.Reason)];
        Active = active;
        MergedInto = mergedInto;
        PredecessorCodes = predecessors;
        Take(entry);
        Touch();
        return null;
    }

    public UnitRegistered Event(DateTimeOffset at, string actedBy) => new()
    {
        UnitCode = Code, Version = Version, Name = Name, Kind = Kind, ParentCode = ParentCode, RankingBlock = RankingBlock,
        PlaceNameInFull = PlaceNameInFull, Active = Active, PredecessorCodes = PredecessorCodes, OccurredAt = at, ActedBy = actedBy,
    };

    private bool FitsOldKind(UnitKind kind) =>
        kind == Kind || (IsCommuneLevel(kind) && IsCommuneLevel(Kind));

    private static bool IsCommuneLevel(UnitKind kind) => kind is UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone;

    private void Take(UnitEntry entry)
    {
        Name = entry.Name.Trim();
        Kind = entry.Kind;
        RankingBlock = entry.RankingBlock;
        PlaceNameInFull = entry.PlaceNameInFull;
        SearchText = Folding.Fold(string.Join(' ', new[] { Code, Name }.Concat(History.Select(h => h.Name)).Distinct()));
    }
}

/// <summary>Who changed an entry, when and why.</summary>
internal sealed record UnitChangeReason(DateTimeOffset At, string ActedBy, string Reason);

/// <summary>An earlier state of an entry, and how it ended.</summary>
/// <param name="Version">Version of that state.</param>
/// <param name="Name">Name until then.</param>
/// <param name="Kind">Kind until then.</param>
/// <param name="RankingBlock">Ranking block until then.</param>
/// <param name="Active">Whether it was active until then.</param>
/// <param name="Until">When the state ended, UTC.</param>
/// <param name="ActedBy">Who ended it.</param>
/// <param name="Reason">Why.</param>
public sealed record UnitChange(int Version, string Name, UnitKind Kind, string? RankingBlock, bool Active, DateTimeOffset Until, string ActedBy, string Reason);
