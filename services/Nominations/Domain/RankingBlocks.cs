namespace Emulation.Nominations.Domain;

/// <summary>How the ranking blocks (khối xếp hạng, C-14 i) are called in sentences; a block not named here is called by its code.</summary>
internal static class RankingBlocks
{
    private const string Internal = "noi-bo-";

    /// <summary>Block of the offices of one unit, ranked by that unit itself (docs/adr/0021).</summary>
    public static string OfOffices(string unitCode) => Internal + unitCode;

    public static bool IsInternal(string code) => code.StartsWith(Internal, StringComparison.Ordinal);

    public static string Name(string code) => code switch
    {
        "so-nganh" => "sở, ban, ngành",
        "phuong" => "phường",
        "xa-dac-khu" => "xã, đặc khu",
        _ when IsInternal(code) => $"các phòng, đơn vị thuộc {code[Internal.Length..]}",
        _ => code,
    };
}
