using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Dossiers;

/// <summary>How one part stands.</summary>
/// <param name="Current">The version that counts; null when there is none or it was taken back.</param>
/// <param name="Missing">What is missing, in Vietnamese; null when nothing is.</param>
internal sealed record PartStanding(AskedPart Asked, Paper[] Versions, Paper? Current, string? Missing);

/// <summary>How a whole dossier stands.</summary>
internal sealed record Standing(PartStanding[] Parts)
{
    public static Standing Of(Nomination nomination, AwardCategory category, IEnumerable<Paper> papers, DateOnly day)
    {
        var filed = papers.ToLookup(p => p.PartKey);
        return new([.. AskedPart.Of(nomination, category, day).Select(asked =>
        {
            Paper[] versions = [.. filed[asked.Key].OrderBy(p => p.Number)];
            var current = versions.LastOrDefault() is { Withdrawn: false } last ? last : null;
            return new PartStanding(asked, versions, current, Lacks(asked, current, versions.Length > 0));
        })]);
    }

    public PartStanding? Part(string key) => Parts.FirstOrDefault(p => p.Asked.Key == key);

    /// <summary>What is missing by then; nothing = complete.</summary>
    public PartStanding[] Missing(PartDue by) => [.. Parts.Where(p => p.Missing is not null && p.Asked.Due <= by)];

    public bool Complete => Parts.All(p => p.Missing is null);

    private static string? Lacks(AskedPart asked, Paper? current, bool before) =>
        !asked.Applies ? null
        : current is null ? $"{(before ? "Đã rút, chưa nộp lại" : "Chưa có")} {Lower(asked)}."
        : asked.Minutes is { } minutes && current.Minutes != minutes ? $"Cần {minutes.Vietnamese()}."
        : asked.Part.ConfirmedByHead && current.ConfirmedAt is null ? $"{asked.Part.Name} (bản {current.Number}) chưa được thủ trưởng đơn vị xác nhận."
        : null;

    private static string Lower(AskedPart asked) => char.ToLowerInvariant(asked.Part.Name[0]) + asked.Part.Name[1..];
}

internal static class MinutesWords
{
    public static string Vietnamese(this MinutesOf minutes) => minutes == MinutesOf.UnitMeeting ? "biên bản họp đơn vị" : "biên bản họp Hội đồng Thi đua - Khen thưởng";
}
