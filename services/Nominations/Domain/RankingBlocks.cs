namespace Emulation.Nominations.Domain;

/// <summary>How the ranking blocks (khối xếp hạng, C-14 i) are called in sentences; a block not named here is called by its code.</summary>
internal static class RankingBlocks
{
    public static string Name(string code) => code switch
    {
        "so-nganh" => "sở, ban, ngành",
        "phuong" => "phường",
        "xa-dac-khu" => "xã, đặc khu",
        _ => code,
    };
}
