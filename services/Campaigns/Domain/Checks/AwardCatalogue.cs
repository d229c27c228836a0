using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Who may give what (Luật Thi đua, khen thưởng Điều 8–9, 19–24, 74–75): a plan cannot let a ward give what is the city's or the State's to give.</summary>
internal static class AwardCatalogue
{
    // Codes not named here are a unit's own; only those of the State and the city must not be taken lower.
    private static readonly Dictionary<string, (AwardLevel Level, AwardKind Kind)> Known = new()
    {
        ["giay-khen"] = (AwardLevel.Ward, AwardKind.Form),
        ["ldtt"] = (AwardLevel.Ward, AwardKind.Title),
        ["ttldtt"] = (AwardLevel.Ward, AwardKind.Title),
        ["cstd-cs"] = (AwardLevel.Ward, AwardKind.Title),
        ["ttldxs"] = (AwardLevel.City, AwardKind.Title),
        ["cstd-tp"] = (AwardLevel.City, AwardKind.Title),
        ["co-thi-dua-tp"] = (AwardLevel.City, AwardKind.Title),
        ["bang-khen-tp"] = (AwardLevel.City, AwardKind.Form),
        ["cstd-tq"] = (AwardLevel.State, AwardKind.Title),
        ["co-thi-dua-cp"] = (AwardLevel.State, AwardKind.Title),
        ["bang-khen-ttg"] = (AwardLevel.State, AwardKind.Form),
        ["huan-chuong-lao-dong"] = (AwardLevel.State, AwardKind.Form),
        ["khen-cap-nha-nuoc"] = (AwardLevel.State, AwardKind.Form),
    };

    public static void Check(string at, AwardCategory category, Findings found)
    {
        var award = category.Award;
        found.ErrorIf(award.Flag && (award.Kind != AwardKind.Title || category.Level == AwardLevel.Ward), $"{at}/award/flag", "Cờ thi đua là danh hiệu, do thành phố hoặc Nhà nước tặng.");
        if (!Known.TryGetValue(award.Code, out var known))
            return;
        found.ErrorIf(category.Level != known.Level, $"{at}/level", $"“{award.Code}” thuộc thẩm quyền {Name(known.Level)}.");
        found.ErrorIf(award.Kind != known.Kind, $"{at}/award/kind", $"“{award.Code}” là {(known.Kind == AwardKind.Title ? "danh hiệu thi đua" : "hình thức khen thưởng")} (C-37).");
    }

    private static string Name(AwardLevel level) => level switch { AwardLevel.Ward => "cấp xã", AwardLevel.City => "thành phố", _ => "Nhà nước" };
}
