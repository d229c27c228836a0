using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>An agency as a document names it: letterhead, symbol, authority, place, name inside sentences.</summary>
internal sealed record Issuer
{
    /// <summary>Suffix of the code of a commune's, or the city's, emulation council, which advises the chairman and issues under its own series (Phụ lục I.II.3.a).</summary>
    public const string CouncilSuffix = "-HDTDKT";

    /// <summary>The unit that acts for an issuer: a council's papers are kept and issued by its commune.</summary>
    public static string UnitBehind(string code) => code.EndsWith(CouncilSuffix, StringComparison.Ordinal) ? code[..^CouncilSuffix.Length] : code;

    private const string Committee = "Ủy ban nhân dân";
    private const string Council = "Hội đồng Thi đua - Khen thưởng";

    public required IReadOnlyList<string> Parent { get; init; }

    public required IReadOnlyList<string> Agency { get; init; }

    /// <summary>Organ in the symbol: UBND, SNV, HĐTĐKT.</summary>
    public required string Organ { get; init; }

    /// <summary>“TM. …” for collective bodies (Điều 13); empty where the head signs for himself.</summary>
    public string? OnBehalfOf { get; init; }

    public required string HeadPosition { get; init; }

    /// <summary>The head as the authority that decides: “Chủ tịch Ủy ban nhân dân phường Hải An”, “Giám đốc Sở Nội vụ”.</summary>
    public string HeadInSentence
    {
        get
        {
            var head = UpperFirst(HeadPosition.ToLowerInvariant()).Split(' ');
            var agency = InSentence.Split(' ');
            // “Trưởng ban” of a “Ban …” says the word once.
            var said = Enumerable.Range(1, Math.Min(head.Length, agency.Length)).LastOrDefault(n => head.TakeLast(n).SequenceEqual(agency.Take(n), StringComparer.OrdinalIgnoreCase));
            return string.Join(' ', head.SkipLast(said).Concat(agency));
        }
    }

    public required string Place { get; init; }

    /// <summary>“Ủy ban nhân dân phường Hải An”.</summary>
    public required string InSentence { get; init; }

    /// <summary>“phường”, “thành phố” … for wording such as “UBND phường”.</summary>
    public required string KindWord { get; init; }

    public static Issuer Of(string code, Unit unit, Unit? parent, Unit? city, Func<Unit, string> placeOf)
    {
        var cityName = city is null ? "thành phố" : InSentenceName(city);
        return unit.Kind switch
        {
            _ when (unit.IsCommuneLevel || unit.Kind == UnitKind.City) && code.EndsWith(CouncilSuffix, StringComparison.Ordinal) => OfCouncil(unit, placeOf(unit)),
            UnitKind.City => OfCommittee(unit, placeOf(unit)),
            _ when unit.IsCommuneLevel => OfCommittee(unit, placeOf(unit)),
            UnitKind.Office when parent is { IsCommuneLevel: true } => OfAgency(unit, InSentenceName(parent), placeOf(parent), "đơn vị"),
            _ => OfAgency(unit, cityName, city is null ? "Thành phố" : placeOf(city), "cơ quan"),
        };
    }

    /// <summary>“Ủy ban nhân dân thành phố Hải Phòng” for any unit that has a People's Committee.</summary>
    public static string CommitteeOf(Unit unit) => $"{Committee} {InSentenceName(unit)}";

    private static string InSentenceName(Unit unit) => VietnameseText.InSentence(unit.Name, unit.Kind);

    private static Issuer OfCommittee(Unit unit, string place) => new()
    {
        Parent = [],
        Agency = [Upper(Committee), Upper(unit.Name)],
        Organ = "UBND",
        OnBehalfOf = $"TM. {Upper(Committee)}",
        HeadPosition = "CHỦ TỊCH",
        Place = place,
        InSentence = CommitteeOf(unit),
        KindWord = KindWordOf(unit),
    };

    private static Issuer OfCouncil(Unit unit, string place) => new()
    {
        Parent = [$"UBND {Upper(unit.Name)}"],
        Agency = ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"],
        Organ = "HĐTĐKT",
        OnBehalfOf = "TM. HỘI ĐỒNG",
        HeadPosition = "CHỦ TỊCH HỘI ĐỒNG",
        Place = place,
        InSentence = $"{Council} {InSentenceName(unit)}",
        KindWord = KindWordOf(unit),
    };

    private static Issuer OfAgency(Unit unit, string parentName, string place, string kindWord) => new()
    {
        Parent = [Upper(Committee), Upper(parentName)],
        Agency = [Upper(unit.Name)],
        Organ = unit.Code[(unit.Code.LastIndexOf('-') + 1)..],
        HeadPosition = HeadOf(unit.Name),
        Place = place,
        InSentence = unit.Name,
        KindWord = kindWord,
    };

    private static string HeadOf(string name) => name.Split(' ')[0].ToUpperInvariant() switch
    {
        "SỞ" or "TRUNG" => "GIÁM ĐỐC",
        "PHÒNG" => "TRƯỞNG PHÒNG",
        "BAN" => "TRƯỞNG BAN",
        "VĂN" => "CHÁNH VĂN PHÒNG",
        "THANH" => "CHÁNH THANH TRA",
        _ => "THỦ TRƯỞNG ĐƠN VỊ",
    };

    private static string KindWordOf(Unit unit) => unit.Kind switch
    {
        UnitKind.City => "thành phố",
        UnitKind.Ward => "phường",
        UnitKind.Commune => "xã",
        _ => "đặc khu",
    };
}
