using Emulation.Portal.Clients;

namespace Emulation.Portal.Nominating;

/// <summary>Words of the register of initiatives.</summary>
internal static class InitiativeWords
{
    public static readonly (string Code, string Name)[] Kinds = [("true", "Đã công nhận"), ("false", "Chưa công nhận")];

    /// <summary>Bodies that recognise; each above the one before.</summary>
    public static (string Code, string Name)[] RecognisedBy(bool city) => [.. NominatingWords.Attesters.Where(a => city || a.Code != "city")];

    public static string Standing(InitiativeItem i) => string.Join(", ", new[]
    {
        i.Recognised ? $"đã công nhận{(i.DecisionNumber is { } number ? $" (Quyết định {RegisterWords.Decision(number, i.DecisionDate)})" : "")}" : "chưa công nhận",
        i.Applied switch { true => "đã áp dụng", false => "chưa áp dụng", null => null },
        i.Replicable switch { true => "nhân rộng được", false => "không nhân rộng", null => null },
    }.OfType<string>());

    public static string Use(InitiativeItem i) => string.Join("; ",
        i.Applied switch { true => "Đã áp dụng", false => "Chưa áp dụng", null => "Chưa rõ việc áp dụng" },
        i.Replicable switch { true => "nhân rộng được", false => "không nhân rộng", null => "chưa rõ khả năng nhân rộng" });

    public static string Authors(InitiativeItem i) =>
        i.Authors.Length == 0 ? "Tập thể đơn vị" : string.Join("; ", i.Authors.Select(a => $"{a.Name} ({a.Share.ToString("0.##", Words.Vietnamese)}%)"));
}
