using System.Text.RegularExpressions;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>A date that may be printed in part only: a draft leaves the day, or day and month, open.</summary>
/// <param name="Year">Year.</param>
/// <param name="Month">Month, 1–12; null when left open.</param>
/// <param name="Day">Day; null when left open.</param>
public sealed record PrintedDate(int Year, int? Month, int? Day);

/// <summary>Reads letterhead, type and abstract (H rows).</summary>
internal static partial class HeadReader
{
    private const string Lost = "Không có trong văn bản tải lên; phần đầu trang có thể đã mất khi trích xuất.";

    public static void Read(Regions regions, Readings found)
    {
        var lines = Columns(regions.Head);
        Agency(lines, found);
        Motto(lines, found);
        Number(lines, found);
        PlaceAndDate(lines, found);
        Type(regions, found);
    }

    /// <summary>Letterhead and foot have two columns, told apart by a wide gap.</summary>
    public static List<Paragraph> Columns(IEnumerable<TextLine> lines)
    {
        List<Paragraph> cells = [];
        foreach (var line in lines.Where(l => !l.Blank))
        {
            var from = 0;
            foreach (Match gap in Gap().Matches(line.Text.Value))
            {
                // A number, a day, a month left open is a gap too, but parts nothing.
                if (LeftOpen().IsMatch(line.Bare[..gap.Index]) || FilledLater().IsMatch(line.Bare[(gap.Index + gap.Length)..]))
                    continue;
                cells.Add(new(line.Text.Slice(from, gap.Index - from).Trim(), line.Number, line.Page));
                from = gap.Index + gap.Length;
            }
            cells.Add(new(line.Text.From(from).Trim().Collapse(), line.Number, line.Page));
        }
        return [.. cells.Where(c => c.Text.Length > 0)];
    }

    private static void Agency(List<Paragraph> lines, Readings found)
    {
        List<(Paragraph Line, Match At)> read = [];
        foreach (var line in lines)
            if (AgencyName().Match(line.Bare) is { Success: true } match && line.Value[..match.Length].Where(char.IsLetter).All(char.IsUpper))
                read.Add((line, match));
        if (read.Count == 0)
        {
            found.Missing("header.agency", "Cơ quan ban hành", Lost);
            return;
        }
        var name = string.Join(' ', read.Select(r => r.Line.Value[..r.At.Length].Trim()));
        found.Read("header.agency", "Cơ quan ban hành", name, "Dòng chữ hoa ở đầu trang, bắt đầu bằng tên loại cơ quan.", [.. read.Select(r => r.Line.Span(0, r.At.Length))]);
    }

    private static void Motto(List<Paragraph> lines, Readings found)
    {
        var name = lines.Find(l => l.Bare.Contains("cong hoa xa hoi chu nghia", StringComparison.Ordinal));
        var motto = lines.Find(l => Freedom().IsMatch(l.Bare));
        if (name is not null && motto is not null)
            found.Read("header.motto", "Quốc hiệu, Tiêu ngữ", true, "Có đủ Quốc hiệu và Tiêu ngữ ở đầu trang.", [name.Whole, motto.Whole]);
        else
            found.Missing("header.motto", "Quốc hiệu, Tiêu ngữ", name is null && motto is null ? Lost : "Chỉ đọc được một trong hai dòng Quốc hiệu, Tiêu ngữ.", [.. new[] { name, motto }.OfType<Paragraph>().Select(l => l.Whole)]);
    }

    private static void Number(List<Paragraph> lines, Readings found)
    {
        var (line, match) = lines.Select(l => (l, m: NumberLine().Match(l.Bare))).FirstOrDefault(l => l.m.Success);
        if (line is null)
        {
            found.Missing("header.number", "Số", Lost);
            found.Missing("header.symbol", "Ký hiệu", Lost);
            return;
        }
        var (number, symbol) = (match.Groups["n"], match.Groups["s"]);
        if (number.Success)
            found.Read("header.number", "Số", int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture), "Chữ số sau “Số:”.", [line.Span(number.Index, number.Length)]);
        else
            found.Missing("header.number", "Số", "Để trống: dự thảo chưa được cấp số.", [line.Span(match.Index, match.Length)]);
        found.Read("header.symbol", "Ký hiệu", line.Value.Substring(symbol.Index, symbol.Length), "Phần sau dấu gạch chéo của dòng “Số:”.", [line.Span(symbol.Index, symbol.Length)]);
    }

    private static void PlaceAndDate(List<Paragraph> lines, Readings found)
    {
        var (line, match) = lines.Select(l => (l, m: PlaceDate().Match(l.Bare))).FirstOrDefault(l => l.m.Success);
        if (line is null)
        {
            found.Missing("header.place", "Địa danh", Lost);
            found.Missing("header.date", "Ngày ban hành", Lost);
            return;
        }
        var place = match.Groups["p"];
        found.Read("header.place", "Địa danh", line.Value.Substring(place.Index, place.Length), "Phần trước dấu phẩy của dòng ngày, tháng, năm.", [line.Span(place.Index, place.Length)]);
        var (day, month, year) = (Dates.Number(match, "d"), Dates.Number(match, "m"), Dates.Number(match, "y")!.Value);
        var at = line.Span(match.Groups["date"].Index, match.Groups["date"].Length);
        if (day is null || month is null)
            found.Missing("header.date", "Ngày ban hành", $"Dự thảo để trống {(month is null ? "ngày, tháng" : "ngày")}; đã ghi sẵn {(month is { } m ? $"tháng {m:00} " : "")}năm {year}.", [at]);
        else
            found.Read("header.date", "Ngày ban hành", new PrintedDate(year, month, day), "Dòng “…, ngày … tháng … năm …”.", [at], Dates.Of(year, month.Value, day.Value) is null ? "Ngày này không có trong lịch." : null);
    }

    private static void Type(Regions regions, Readings found)
    {
        if (regions.Type is not { } type)
        {
            found.Missing("header.type", "Tên loại văn bản", "Không có dòng tên loại văn bản đứng riêng.");
            found.Missing("header.abstract", "Trích yếu", "Không có tên loại văn bản nên không xác định được trích yếu.");
            return;
        }
        var line = new Paragraph(type.Text, type.Number, type.Page);
        found.Read("header.type", "Tên loại văn bản", type.Text.Collapse().Value, "Dòng chữ hoa đứng riêng, có trong danh mục loại văn bản.", [line.Whole],
            type.Bare.Trim() == "ke hoach" ? null : "Văn bản không phải là kế hoạch.");
        var lines = regions.Abstract.TakeWhile(l => Marks.Of(l.Text) is null).Select(l => new Paragraph(l.Text.Collapse(), l.Number, l.Page)).ToArray();
        if (lines.Length == 0)
            found.Missing("header.abstract", "Trích yếu", "Dưới tên loại văn bản không có trích yếu.");
        else
            found.Read("header.abstract", "Trích yếu", string.Join(' ', lines.Select(l => l.Value)), "Các dòng giữa tên loại văn bản và căn cứ.", [.. lines.Select(l => l.Whole)]);
    }

    [GeneratedRegex(@"\t+|\s{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?:\bso\s?:|\bngay|\bthang)$", RegexOptions.CultureInvariant)]
    private static partial Regex LeftOpen();

    [GeneratedRegex(@"^(?:/|thang\b|nam\b)", RegexOptions.CultureInvariant)]
    private static partial Regex FilledLater();

    [GeneratedRegex(@"^(?:uy ban nhan dan(?: (?:phuong|xa|dac khu|thanh pho) [a-z ]+)?|ubnd (?:phuong|xa|dac khu|thanh pho) [a-z ]+|(?:phuong|xa|dac khu|thanh pho) (?:[a-z]+ ?){1,4}?(?= doc lap| poc lap|$)|so [a-z, ]+)(?=$| poc | doc )", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyName();

    [GeneratedRegex(@"[dp]oc lap - t\w+ do - hanh ph", RegexOptions.CultureInvariant)]
    private static partial Regex Freedom();

    [GeneratedRegex(@"^s[o6]\s*[:.]?\s*(?<n>\d{1,6})?[\s._…]*/\s*(?<s>[a-z]+(?:-[a-z]+)+)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"(?:^|(?<=-[a-z]{2,10} ))(?<p>[a-z.][a-z. ]{1,60}?),\s*(?<date>ngay[\s._…]*(?<d>\d{1,2})?[\s._…]*thang[\s._…]*(?<m>\d{1,2})?[\s._…]*nam\s*(?<y>20\d\d))", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceDate();
}
