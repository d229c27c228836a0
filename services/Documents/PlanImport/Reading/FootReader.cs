using System.Text.RegularExpressions;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Who signs, as printed: the shape that Campaigns takes.</summary>
/// <param name="Authority">In whose name: <c>TM. ỦY BAN NHÂN DÂN</c>.</param>
/// <param name="Position">Post.</param>
/// <param name="Name">Name.</param>
public sealed record PrintedSigner(string Authority, string Position, string Name);

/// <summary>Reads recipients and signature block (N and S rows).</summary>
internal static partial class FootReader
{
    public static void Read(Regions regions, Readings found)
    {
        if (regions.Foot.Count == 0)
        {
            found.Missing("recipients", "Nơi nhận", "Không có dòng “Nơi nhận”.");
            found.Missing("signer", "Người ký", "Không có phần cuối văn bản.");
            return;
        }
        var cells = Split(HeadReader.Columns(regions.Foot));
        var authority = cells.FindIndex(c => Authority().IsMatch(c.Bare) && Marks.Capitals(c.Value));
        Recipients(cells, found);
        Signer(cells, authority, found);
    }

    /// <summary>A scan runs the two columns into one line: “Nơi nhận: TM. …”.</summary>
    private static List<Paragraph> Split(List<Paragraph> cells)
    {
        List<Paragraph> split = [];
        foreach (var cell in cells)
        {
            var head = Regions.Recipients().Match(cell.Bare);
            var end = cell.Value.IndexOf(';', StringComparison.Ordinal);
            if (end > 0 && cell.Text.Length > end + 3 && Marks.Capitals(cell.Value[(end + 1)..]))
                split.AddRange([cell with { Text = cell.Text.Slice(0, end + 1) }, cell with { Text = cell.Text.From(end + 1).Trim() }]);
            else if (!head.Success || cell.Text.Length <= head.Length)
                split.Add(cell);
            else
                split.AddRange([cell with { Text = cell.Text.Slice(0, head.Length) }, cell with { Text = cell.Text.From(head.Length).Trim() }]);
        }
        return split;
    }

    private static void Recipients(List<Paragraph> cells, Readings found)
    {
        List<(string Text, List<SourceSpan> Spans)> read = [];
        var open = false;
        foreach (var cell in cells.Skip(1).Where(c => c.Text.Length > 0))
        {
            var text = cell.Text;
            var bullet = Bullet().Match(text.Value);
            if (Marks.Capitals(cell.Value) && !bullet.Success)
                continue;
            var stop = text.Value.IndexOf(';', StringComparison.Ordinal);
            var start = bullet.Success ? bullet.Length : 0;
            var length = (stop < 0 ? text.Value.TrimEnd().TrimEnd('.').Length : stop) - start;
            if (length <= 0)
                continue;
            if (bullet.Success)
                read.Add((text.Value.Substring(start, length), [cell.Span(start, length)]));
            else if (open && read.Count > 0)
            {
                read[^1].Spans.Add(cell.Span(start, length));
                read[^1] = ($"{read[^1].Text} {text.Value.Substring(start, length)}", read[^1].Spans);
            }
            open = bullet.Success && stop < 0 && !text.Value.TrimEnd().EndsWith('.') || (!bullet.Success && open && stop < 0 && !text.Value.TrimEnd().EndsWith('.'));
        }
        if (read.Count == 0)
            found.Missing("recipients", "Nơi nhận", "Dưới “Nơi nhận” không có dòng nào bắt đầu bằng gạch đầu dòng.", [cells[0].Whole]);
        for (var i = 0; i < read.Count; i++)
            found.Read($"recipients/{i + 1}", $"Nơi nhận {i + 1}", read[i].Text.Trim(), "Gạch đầu dòng dưới “Nơi nhận”, bỏ dấu câu ở cuối.", [.. read[i].Spans]);
        if (read.Count > 0 && read.Find(r => Archive().IsMatch(Source.MappedText.BareOf(r.Text))) is var archive)
        {
            if (archive.Text is null)
                found.Warn("recipients-archive", "Nơi nhận không có dòng “Lưu: VT, …”.", [.. read[^1].Spans]);
            else if (!Regex.IsMatch(archive.Text, @"\bVT\b"))
                found.Warn("recipients-archive", "Dòng “Lưu” không có VT (văn thư).", [.. archive.Spans]);
        }
    }

    private static void Signer(List<Paragraph> cells, int authority, Readings found)
    {
        var position = cells.FindIndex(Math.Max(0, authority), c => Position().IsMatch(c.Bare.Trim(' ', ',', '.')) && Marks.Capitals(c.Value));
        var name = position < 0 && authority < 0 ? -1 : cells.FindLastIndex(c => Name().IsMatch(c.Value));
        if (name < Math.Max(position, authority))
            name = -1;
        if (name < 0 || position < 0)
        {
            found.Missing("signer", "Người ký", name < 0 ? "Không đọc được họ tên người ký dưới chức vụ." : "Không đọc được chức vụ người ký.", [.. new[] { authority, position }.Where(i => i >= 0).Select(i => cells[i].Whole)]);
            return;
        }
        var signer = new PrintedSigner(authority < 0 ? "" : cells[authority].Value, cells[position].Value.Trim(' ', ','), cells[name].Value);
        found.Read("signer", "Người ký", signer, "Dòng thẩm quyền (TM., KT. …), dòng chức vụ chữ hoa, dòng họ tên cuối cùng.",
            [.. new[] { authority, position, name }.Where(i => i >= 0).Select(i => cells[i].Whole)], authority < 0 ? "Không có dòng thẩm quyền ký (TM., KT., TL.)." : null);
    }

    [GeneratedRegex(@"^[-–—+•]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(tm|kt|tl|tuq|q)\.\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();

    [GeneratedRegex(@"^(pho |quyen )?(chu ?tich|giam doc|truong ban|truong phong|chanh van phong|thu truong|bi thu|chu nhiem|hieu truong)( .{0,60})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Position();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^luu\b", RegexOptions.CultureInvariant)]
    private static partial Regex Archive();
}
