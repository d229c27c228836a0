using Emulation.Portal.Clients;

namespace Emulation.Portal.Scoring;

/// <summary>A fault by the cell of a workbook; without a cell it is the sheet's, without a sheet the file's.</summary>
internal sealed record CellFault(string? Sheet, string? Cell, string Detail)
{
    /// <summary>Pointers are <c>/Sheet!D14</c> or <c>/Sheet</c>, <c>~</c> and <c>/</c> of the name escaped.</summary>
    public static CellFault Of(FieldFault fault)
    {
        var place = fault.Pointer.TrimStart('/').Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        var mark = place.LastIndexOf('!');
        return place is "" or "file" ? new(null, null, fault.Detail) : mark < 0 ? new(place, null, fault.Detail) : new(place[..mark], place[(mark + 1)..], fault.Detail);
    }
}
