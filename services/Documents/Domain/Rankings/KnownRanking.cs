using Emulation.Contracts.Scoring;

namespace Emulation.Documents.Domain.Rankings;

/// <summary>The ranking in force of one index set, year and block; fed by <see cref="RankingPublished"/>.</summary>
public sealed class KnownRanking
{
    public required string IndexSet { get; init; }

    public required int Year { get; init; }

    public required string Block { get; init; }

    public int Version { get; private set; }

    public string? CorrectionReason { get; private set; }

    public DateTimeOffset PublishedAt { get; private set; }

    public RankedUnit[] Ranked { get; private set; } = [];

    public UnrankedUnit[] Unranked { get; private set; } = [];

    /// <returns>False when the version at hand is as new or newer.</returns>
    public bool Apply(RankingPublished message)
    {
        if (message.Version <= Version)
            return false;
        (Version, CorrectionReason, PublishedAt, Ranked, Unranked) = (message.Version, message.CorrectionReason, message.OccurredAt, message.Entries, message.Unranked);
        return true;
    }
}

/// <summary>Ranking blocks as papers name them.</summary>
public static class RankingBlock
{
    private const string Internal = "noi-bo-";

    /// <summary>“khối phường”; a block that is not known by a name of its own keeps its code.</summary>
    public static string NameOf(string block) => block switch
    {
        "phuong" => "khối phường",
        "xa-dac-khu" => "khối xã, đặc khu",
        "so-nganh" => "khối sở, ban, ngành",
        _ when OwnerOf(block) is not null => "các phòng, ban, đơn vị trực thuộc",
        _ => $"khối {block}",
    };

    /// <summary>Unit whose offices an internal block holds (docs/adr/0021); null for a block of the city.</summary>
    public static string? OwnerOf(string block) => block.StartsWith(Internal, StringComparison.Ordinal) ? block[Internal.Length..] : null;
}
