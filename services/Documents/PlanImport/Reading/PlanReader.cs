using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Awards;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Reads a plan: what is printed, where, and how sure. What is not printed is said to be missing; nothing is made up.</summary>
internal static class PlanReader
{
    // By measurement: of the letters of Vietnamese prose about one in five is đ, ă, ơ, ư or carries two marks or a tone; scans without Vietnamese have one in two hundred.
    private const double FewestAccented = 0.08;
    private const int FewestLetters = 80;

    public static ReadPlan Read(SourceText source, IReadOnlyCollection<KnownUnit> units)
    {
        var unaccented = Unaccented(source.Text);
        var found = new Readings(unaccented);
        if (unaccented)
            found.Warn("ocr-unchecked", Readings.Unchecked);
        foreach (var note in source.Notes ?? [])
            found.Warn("source", note);
        var lines = StampReader.Read(TextLine.Split(source), found);
        var regions = Regions.Of(lines, source.WholeParagraphs);
        var names = new UnitNames(units);
        HeadReader.Read(regions, found);
        BasisReader.Read(regions, found);
        // Only of a plan is anything more read: per cents and names of units stand in novels too.
        var plan = regions.Type is not null || found.Has("bases/1");
        if (!plan)
            return Nothing(source, unaccented, regions, found);
        var unit = CampaignReader.Read(regions, names, found);
        FootReader.Read(regions, found);
        if (regions.Parts.Exists(p => p.Words.Length > Paragraph.Longest))
            found.Warn("paragraph-long", "Có đoạn dài bất thường, không phải một mục của kế hoạch; không đọc trong đoạn ấy.");
        if (unaccented)
            WithoutRules(regions, found);
        else
            Body(regions, unit, found);
        // Marks and spelling of a text that lost its diacritics say nothing of the plan itself.
        if (!unaccented)
            found.Warn(MarkCheck.Run(regions.Parts));
        if (!unaccented)
            Spelling.Warn([.. regions.Bases, .. regions.Parts.Select(p => p.Paragraph), .. regions.Foot.Select(l => new Paragraph(l.Text, l.Number, l.Page))], found);
        Dated(found);
        return new(source.Text, unaccented, [.. regions.Parts.Select(p => p.Node)], [.. found.Fields], [.. found.Warnings]);
    }

    private static ReadPlan Nothing(SourceText source, bool unaccented, Regions regions, Readings found)
    {
        const string why = "Văn bản không có tên loại và căn cứ ban hành: có lẽ không phải là kế hoạch phát động phong trào thi đua.";
        found.Warn("not-a-plan", why);
        foreach (var (key, label) in new[] { ("unitCode", "Đơn vị phát động"), ("code", "Mã phong trào"), ("name", "Tên phong trào"), ("fromYear", "Năm đầu"), ("toYear", "Năm cuối"), ("recipients", "Nơi nhận"), ("signer", "Người ký"), ("categories", "Hạng mục khen thưởng") })
            found.Missing(key, label, why);
        return new(source.Text, unaccented, [.. regions.Parts.Select(p => p.Node).Where(n => n.Text.Length <= Paragraph.Longest)], [.. found.Fields], [.. found.Warnings]);
    }

    public static bool Unaccented(string text)
    {
        var (letters, accented) = (0, 0);
        foreach (var c in text.Normalize(System.Text.NormalizationForm.FormC).Where(char.IsLetter))
        {
            letters++;
            if (c is (>= '\u1EA0' and <= '\u1EF9') or 'đ' or 'Đ' or 'ă' or 'Ă' or 'ơ' or 'Ơ' or 'ư' or 'Ư')
                accented++;
        }
        return letters >= FewestLetters && accented < letters * FewestAccented;
    }

    private static void Body(Regions regions, KnownUnit? unit, Readings found)
    {
        var period = Period(found);
        string ClauseOf(Part part) => part.Node.Address;
        ClauseReader.Read(regions.Parts, ClauseOf, found);
        CriterionReader.Read(regions.Parts, ClauseOf, found);
        var awards = AwardParts.Of(regions.Parts);
        DeadlineReader.Read(regions.Parts, awards, period, ClauseOf, found);
        var ward = unit?.Kind switch { UnitKind.Commune => "xã", UnitKind.SpecialZone => "đặc khu", UnitKind.City => "thành phố", _ => "phường" };
        AwardReader.Read(awards, period, ward, ClauseOf, found);
    }

    /// <summary>No rule is built from a text that lost its marks (HA-25/X.1).</summary>
    private static void WithoutRules(Regions regions, Readings found)
    {
        foreach (var (key, label) in new[] { ("criteria", "Tiêu chí thi đua"), ("categories", "Hạng mục khen thưởng"), ("quotas", "Chỉ tiêu"), ("deadlines", "Hạn gửi hồ sơ") })
            found.Missing(key, label, "OCR, chưa kiểm tra: không dựng quy định từ văn bản mất dấu; nhập tay sau khi đối chiếu bản gốc, hoặc tải lại bản có dấu.", regions.Parts.Count == 0 ? [] : [regions.Parts[0].Node.Span]);
    }

    /// <summary>The date of a document and that of its signing are one (C-29).</summary>
    private static void Dated(Readings found)
    {
        var person = found.All<PrintedStamp>("stamps").FirstOrDefault(s => !s.Agency);
        if (person is null || found.Get<PrintedDate>("header.date") is not { Month: { } month, Day: { } day } printed || Dates.Of(printed.Year, month, day) is not { } date)
            return;
        var signed = Emulation.ServiceDefaults.VietnamTime.DateOf(person.Time);
        if (signed != date)
            found.Warn("date-signed", $"Văn bản ghi ngày {date:dd/MM/yyyy} nhưng người có thẩm quyền ký ngày {signed:dd/MM/yyyy} (C-29).", [.. found.Fields.Where(f => f.Key is "header.date" or "stamps/1").SelectMany(f => f.Spans)]);
    }

    private static (int, int)? Period(Readings found)
    {
        var from = found.Fields.FirstOrDefault(f => f.Key == "fromYear")?.Value?.GetInt32();
        var to = found.Fields.FirstOrDefault(f => f.Key == "toYear")?.Value?.GetInt32();
        return from is { } a && to is { } b && b >= a ? (a, b) : null;
    }
}
