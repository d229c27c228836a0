using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Plan of the level above, in the shape that Campaigns takes.</summary>
/// <param name="Number">Number and symbol.</param>
/// <param name="Date">Civil date of Vietnam.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Abstract">What it is about.</param>
public sealed record PrintedParent(string Number, DateOnly Date, string Issuer, string Abstract);

/// <summary>Reads what the campaign is: name, period, launching unit, short name, plan above.</summary>
internal static partial class CampaignReader
{
    /// <returns>The launching unit; null when it is not known.</returns>
    public static KnownUnit? Read(Regions regions, UnitNames names, Readings found)
    {
        var unit = Unit(regions, names, found);
        Name(regions, names, found);
        Period(regions, found);
        ShortName(regions, found);
        Parent(found);
        Code(unit, found);
        return unit;
    }

    private static KnownUnit? Unit(Regions regions, UnitNames names, Readings found)
    {
        if (names.Empty)
        {
            found.Missing("unitCode", "Đơn vị phát động", "Danh mục đơn vị chưa có, chưa đối chiếu được tên đơn vị.");
            return null;
        }
        List<(UnitMention Mention, SourceSpan Span, string Where)> said = [];
        void Look(Paragraph paragraph, string where)
        {
            // “PHƯỜNG HẢI AN” in the letterhead has no small letters to tell the name from what follows.
            foreach (var mention in names.In(paragraph.Text, Marks.Capitals(paragraph.Value), found.Unaccented))
                said.Add((mention, paragraph.Span(mention.Start, mention.Length), where));
        }
        // “Xã hội chủ nghĩa” is no commune.
        foreach (var cell in HeadReader.Columns(regions.Head).Where(c => !c.Bare.Contains("cong hoa xa hoi", StringComparison.Ordinal)))
            Look(cell, "đầu trang");
        foreach (var line in regions.Abstract)
            Look(new(line.Text.Collapse(), line.Number, line.Page), "trích yếu");
        foreach (var paragraph in regions.Bases.Where(p => p.Text.Length <= Paragraph.Longest))
            Look(paragraph, "phần căn cứ");
        foreach (var part in regions.Parts.Where(p => p.Words.Length <= Paragraph.Longest))
            Look(new(part.Words, part.Paragraph.Line, part.Paragraph.Page), "nội dung");
        foreach (var (mention, span, where) in said.Where(s => s.Mention.Unit is null && (s.Mention.Near is not null || s.Where is "đầu trang" or "trích yếu")))
            found.Warn("unit-unknown", $"“{mention.Printed}” ({where}) không có trong danh mục đơn vị{(mention.Near is { } near ? $"; gần nhất là “{near.Name}”" : "")}.", span);
        var known = said.Where(s => s.Mention.Unit is { Launches: true }).GroupBy(s => s.Mention.Unit!).OrderBy(g => g.Min(s => Rank(s.Where))).ThenByDescending(g => g.Count()).ToArray();
        if (known.Length == 0)
        {
            return City(regions, names, found);
        }
        var head = said.Where(s => s.Where is "đầu trang" or "trích yếu").ToArray();
        found.Read("unitCode", $"Đơn vị phát động: {known[0].Key.Name}", known[0].Key.Code, "Tên đơn vị ở đầu trang, trích yếu, câu ban hành, có trong danh mục đơn vị.", [.. known[0].Select(s => s.Span).Take(5)],
            head.Any(s => s.Mention.Unit is null) ? "Tên đơn vị ở đầu trang hoặc trích yếu viết sai so với danh mục; lấy theo chỗ khác trong văn bản." : null,
            known.Length > 1 && known.Skip(1).Any(k => k.Any(s => Rank(s.Where) <= known[0].Min(f => Rank(f.Where)))) ? "Văn bản nêu nhiều đơn vị." : null,
            head.Length == 0 && known[0].All(s => s.Where == "nội dung") ? "Chỉ thấy tên đơn vị trong phần nội dung." : null);
        return known[0].Key;
    }

    private static int Rank(string where) => where switch { "đầu trang" => 0, "trích yếu" => 1, "phần căn cứ" => 2, _ => 3 };

    private static KnownUnit? City(Regions regions, UnitNames names, Readings found)
    {
        var line = HeadReader.Columns(regions.Head).Find(c => c.Bare.Contains("thanh pho hai phong", StringComparison.Ordinal));
        if (line is not null && names.City is { } city)
        {
            found.Read("unitCode", $"Đơn vị phát động: {city.Name}", city.Code, "Tên thành phố ở đầu trang.", [line.Whole]);
            return city;
        }
        found.Missing("unitCode", "Đơn vị phát động", "Không thấy tên đơn vị nào có trong danh mục.");
        return null;
    }

    private static void Name(Regions regions, UnitNames names, Readings found)
    {
        if (found.Get<string>("header.abstract") is not { } title)
        {
            found.Missing("name", "Tên phong trào", "Không có trích yếu.");
            return;
        }
        var spans = regions.Abstract.Select(l => new Paragraph(l.Text, l.Number, l.Page).Whole).ToArray();
        var wrong = names.Empty ? null : names.In(MappedText.Of(title, 0, title.Length)).FirstOrDefault(m => m.Unit is null);
        var doubt = wrong is null ? null : $"“{wrong.Printed}” không có trong danh mục đơn vị.";
        if (Quoted().Match(title) is { Success: true } quoted)
            found.Read("name", "Tên phong trào", quoted.Groups[1].Value.Trim(), "Phần trong ngoặc kép của trích yếu.", spans, doubt);
        else
            found.Read("name", "Tên phong trào", Lead().Match(MappedText.BareOf(title)) is { Success: true, Length: var lead } ? char.ToUpperInvariant(title[lead]) + title[(lead + 1)..] : title, "Trích yếu, bỏ chữ “Phát động”.", spans, doubt,
                MappedText.BareOf(title) is var bare && (bare.Contains("phong trao", StringComparison.Ordinal) || bare.Contains("dot thi dua", StringComparison.Ordinal)) ? null : "Trích yếu không nói đến phong trào, đợt thi đua.");
    }

    private static void Period(Regions regions, Readings found)
    {
        var title = found.Get<string>("header.abstract") is { } text ? MappedText.Of(text, 0, text.Length) : MappedText.Empty;
        var spans = regions.Abstract.Select(l => new Paragraph(l.Text, l.Number, l.Page).Whole).ToArray();
        if (Dates.Period(title.Bare) is not { } period)
        {
            found.Missing("fromYear", "Năm đầu", "Trích yếu không nêu năm hoặc giai đoạn.");
            found.Missing("toYear", "Năm cuối", "Trích yếu không nêu năm hoặc giai đoạn.");
            return;
        }
        var doubt = PlanYears.Fault(period.From, period.To)?.Detail;
        found.Read("fromYear", "Năm đầu", period.From, "“giai đoạn … - …” hoặc “năm …” trong trích yếu.", spans, doubt);
        found.Read("toYear", "Năm cuối", period.To, "“giai đoạn … - …” hoặc “năm …” trong trích yếu.", spans, doubt);
    }

    private static void ShortName(Regions regions, Readings found)
    {
        foreach (var paragraph in regions.Bases)
            if (Defined().Match(paragraph.Value) is { Success: true } match)
            {
                found.Read("shortName", "Tên gọi tắt", match.Groups[1].Value.Trim(), "Cụm “(sau đây gọi tắt là …)” trong câu ban hành.", [paragraph.Span(match.Index, match.Length)]);
                return;
            }
    }

    private static void Parent(Readings found)
    {
        foreach (var field in found.Fields.Where(f => f.Group == "bases" && f.Value is not null).ToArray())
        {
            var basis = found.Get<LegalBasis>(field.Key)!;
            var (about, issuer) = (MappedText.BareOf(basis.Abstract), MappedText.BareOf(basis.Issuer));
            if (basis is { Number: { } number, Date: { } date } && issuer.Contains("thanh pho", StringComparison.Ordinal) && (about.Contains("phat dong", StringComparison.Ordinal) || about.Contains("thi dua", StringComparison.Ordinal)))
            {
                found.Read("parent", "Kế hoạch cấp trên", new PrintedParent(number, date, basis.Issuer, basis.Abstract), "Căn cứ do thành phố ban hành, trích yếu nói về phong trào hoặc công tác thi đua.", field.Spans, field.Reason);
                return;
            }
        }
    }

    /// <summary>A proposal only: the plan prints no code.</summary>
    private static void Code(KnownUnit? unit, Readings found)
    {
        var from = found.Fields.FirstOrDefault(f => f.Key == "fromYear")?.Value?.GetInt32();
        var to = found.Fields.FirstOrDefault(f => f.Key == "toYear")?.Value?.GetInt32();
        if (unit is null || from is null || to is null)
        {
            found.Missing("code", "Mã phong trào", "Kế hoạch không in mã; cán bộ đặt.");
            return;
        }
        var initials = string.Concat(MappedText.BareOf(unit.Name).Split(' ').Skip(unit.Kind is UnitKind.City or UnitKind.SpecialZone ? 2 : 1).Select(w => char.ToUpperInvariant(w[0])));
        found.Read("code", "Mã phong trào", $"{initials}-{from % 100:00}{(to == from ? "" : $"-{to % 100:00}")}", "Chữ đầu của tên đơn vị và hai số cuối của năm.", [], "Kế hoạch không in mã; đây chỉ là gợi ý.");
    }

    [GeneratedRegex("[“\"](?<n>[^”\"]{5,400})[”\"]", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^phat dong\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\(\s*sau đây (?:viết|gọi) tắt là:?\s+[“""]?([^)”""]{2,80})[”""]?\s*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Defined();
}
