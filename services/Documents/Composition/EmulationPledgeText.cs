using System.Globalization;
using Emulation.Documents.Composition.Plans;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Giao ước thi đua: what is agreed on, the scale, what each member pledges, and a line for each of them to sign.</summary>
internal static class EmulationPledgeText
{
    private const string Committee = "ỦY BAN NHÂN DÂN ";
    private const int SignersInARow = 2;
    private const int TargetsInATable = 6;

    public static OfficialDocument Write(Draft draft, EmulationPledge pledge)
    {
        List<Section> sections = [new(PageOrientation.Portrait, [Head(draft, pledge), new TitleBlock("GIAO ƯỚC THI ĐUA", pledge.Abstract), .. Body(draft, pledge), .. Signers(pledge)])];
        if (pledge.Members.Any(m => m.Targets.Count > 0))
            sections.Add(new(PageOrientation.Landscape, [new AnnexTitle("Phụ lục", "CHỈ TIÊU ĐĂNG KÝ GIAO ƯỚC", $"(Kèm theo Giao ước thi đua {pledge.Abstract})"), .. Targets(pledge)]));
        return new($"Giao ước thi đua {pledge.Abstract}", pledge.BlockName, draft.Document.UpdatedAt, sections);
    }

    /// <summary>The block speaks, below the unit whose block it is; place and date are those of the head.</summary>
    private static Letterhead Head(Draft draft, EmulationPledge pledge) =>
        draft.Letterhead with { Parent = pledge.OwnerName is { } owner ? [Upper(owner)] : [], Agency = [Upper(pledge.BlockName)] };

    private static IEnumerable<Block> Body(Draft draft, EmulationPledge pledge)
    {
        yield return new LegalBases([.. pledge.LegalBases.Length > 0 ? pledge.LegalBases.Select(Basis).Select(PlanWords.Days) : draft.Bases()]);
        yield return Paragraph.Of($"Hôm nay, {draft.DateLine}, {pledge.Members.Length:00} đơn vị thành viên {pledge.BlockName} thống nhất ký kết giao ước thi đua {pledge.Time} với các nội dung sau:");
        List<Outline> parts = [];
        if (pledge.Contents.Length > 0)
            parts.Add(new(Mark.Roman, "Nội dung giao ước", Items: [.. pledge.Contents.Select(content => new Outline(Mark.Number, PlanWords.Sentence(content)))]));
        if (pledge.Criteria.Length > 0)
            parts.Add(new(Mark.Roman, "Tiêu chí, thang điểm"));
        foreach (var block in Outline.Blocks(parts))
            yield return block;
        if (pledge.Criteria.Length > 0)
            yield return Scale(pledge);
        var head = pledge.Members.Single(m => m.Role == PledgeRole.Head);
        var deputy = pledge.Members.Single(m => m.Role == PledgeRole.Deputy);
        yield return new Heading(1, $"{Outline.Roman(parts.Count + 1)}. TỔ CHỨC THỰC HIỆN");
        yield return Paragraph.Of($"Các đơn vị thành viên tổ chức thực hiện, tự đánh giá và báo cáo kết quả thực hiện giao ước với Khối trưởng. {head.Name} (Khối trưởng), {deputy.Name} (Khối phó) theo dõi, đôn đốc, tổ chức sơ kết, tổng kết và bình xét thi đua của khối.");
        yield return Paragraph.Of($"Giao ước này được các đơn vị thành viên {pledge.BlockName} thống nhất và cam kết thực hiện./.");
    }

    private static TableBlock Scale(EmulationPledge pledge)
    {
        List<TableRow> rows = [];
        string? group = null;
        foreach (var criterion in pledge.Criteria.Where(c => !c.OutsideTotal))
        {
            if (criterion.Group is { } name && name != group)
            {
                group = name;
                rows.Add(new(["", name, "", PlanWords.Number(pledge.Criteria.Where(c => c.Group == name && !c.OutsideTotal).Sum(c => c.Max))], Strong: true));
            }

            rows.Add(Row(criterion));
        }

        rows.Add(new(["", "Tổng điểm", "", PlanWords.Number(pledge.Criteria.Where(c => !c.OutsideTotal).Sum(c => c.Max))], Strong: true));
        var outside = pledge.Criteria.Where(c => c.OutsideTotal).ToList();
        if (outside.Count > 0)
            rows.Add(new(["Điểm thưởng, điểm trừ (ngoài tổng điểm)"], Group: true));
        rows.AddRange(outside.Select(Row));
        return new([new Column("TT", 0.9, TextAlign.Centre), new Column("Tiêu chí", 6), new Column("Đơn vị tính", 1.3, TextAlign.Centre), new Column("Điểm tối đa", 1.2, TextAlign.Centre)], rows);

        static TableRow Row(PledgedCriterion criterion) => new([criterion.Code, criterion.Name, criterion.Unit ?? "", PlanWords.Number(criterion.Max)]);
    }

    private static IEnumerable<Block> Targets(EmulationPledge pledge)
    {
        var pledged = pledge.Criteria.Where(c => pledge.Members.Any(m => m.Targets.ContainsKey(c.Code)));
        return pledged.Chunk(TargetsInATable).Select(criteria => new TableBlock(
            [
                new Column("TT", 0.6, TextAlign.Centre), new Column("Đơn vị", 3),
                .. criteria.Select(c => new Column($"{c.Name}{(c.Unit is { } unit ? $" ({unit})" : "")}", 2, TextAlign.Centre)),
            ],
            [.. pledge.Members.Select((member, i) => new TableRow(
                [(i + 1).ToString(CultureInfo.InvariantCulture), member.Name, .. criteria.Select(c => member.Targets.TryGetValue(c.Code, out var target) ? PlanWords.Number(target) : "–")]))]));
    }

    /// <summary>Head and deputy first, then the members in their order.</summary>
    private static IEnumerable<Block> Signers(EmulationPledge pledge) => pledge.Members.OrderBy(m => m.Role switch { PledgeRole.Head => 0, PledgeRole.Deputy => 1, _ => 2 })
        .Select(Signer).Chunk(SignersInARow)
        // A last one alone keeps its half of the page.
        .Select(row => new SignerRow(row.Length == SignersInARow ? row : [.. row, new SignerColumn([], null, null)]));

    private static SignerColumn Signer(PledgingMember member)
    {
        string? role = member.Role switch { PledgeRole.Head => "KHỐI TRƯỞNG", PledgeRole.Deputy => "KHỐI PHÓ", _ => null };
        string[] lines = [.. role is null ? Array.Empty<string>() : [role], .. Lines(Upper(member.Name)), .. member.SignerPosition is { } position ? [Upper(position)] : Array.Empty<string>()];
        return new(lines, "(Ký, ghi rõ họ tên, đóng dấu)", member.SignerName);
    }

    /// <summary>As in a letterhead: the committee, and below it whose.</summary>
    private static string[] Lines(string name) => name.StartsWith(Committee, StringComparison.Ordinal) ? [Committee.TrimEnd(), name[Committee.Length..]] : [name];
}
