using System.IO.Compression;
using System.Text;
using Emulation.Documents.FormCheck;
using Emulation.Documents.FormCheck.Pdf;
using Xunit;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>PDFs as other programs write them: packed objects, tables as streams, moved and turned text.</summary>
public sealed class PdfSourceTests
{
    [Fact]
    public void Read_PackedObjectsAndTableAsStream_GivesTheText()
    {
        var page = Assert.Single(Pages(Packed("BT /F1 14 Tf 100 700 Td (Nơi) Tj ( nh) Tj [(a) -250 (n)] TJ ET".Replace("ơ", "o"))));
        Assert.Equal((595.28, 841.89), (page.Width, page.Height));
        Assert.Equal("Noi nhan", string.Concat(page.Glyphs.Select(g => g.Text)));
        var (first, gap) = (page.Glyphs[0], page.Glyphs[^1].X - page.Glyphs[^2].X - page.Glyphs[^2].Width);
        Assert.Equal((100.0, 141.89, 14.0, "TimesNewRomanPS-BoldMT", true, false), (first.X, Math.Round(first.Y, 2), first.Size, first.Font, first.Bold, first.Italic));
        Assert.Equal(3.5, gap, tolerance: 0.01);
    }

    [Fact]
    public void Read_TextUnderTransformations_IsWhereItIsDrawn()
    {
        var glyphs = Assert.Single(Pages(Packed("q 2 0 0 2 10 20 cm BT /F1 7 Tf 1 0 0 1 30 40 Tm (A) Tj 0 -10 Td (B) Tj ET Q 1 0 0 rg BT /F1 12 Tf 5 5 Td (C) Tj ET"))).Glyphs;
        Assert.Equal(["A", "B", "C"], glyphs.Select(g => g.Text));
        Assert.Equal((70.0, 741.89, 14.0, true), (glyphs[0].X, Math.Round(glyphs[0].Y, 2), glyphs[0].Size, glyphs[0].Black));
        Assert.Equal(20, glyphs[1].Y - glyphs[0].Y, tolerance: 0.01);
        Assert.Equal((5.0, false), (glyphs[2].X, glyphs[2].Black));
    }

    [Fact]
    public void Read_RulesAndTables_AreStrokesAsLongAsDrawn()
    {
        var strokes = Assert.Single(Pages(Packed("100 500 m 200 500 l S 50 300 80 0.7 re f 10 10 m 90 90 l S 300 300 m 310 300 l n"))).Strokes;
        Assert.Equal([(100.0, true), (80.0, true)], strokes.Select(s => (Math.Round(s.Length, 2), s.Horizontal)));
    }

    private static List<PageContent> Pages(byte[] pdf)
    {
        var budget = new WorkBudget();
        return PdfPages.Read(new PdfSource(pdf, budget), budget);
    }

    /// <summary>Objects 1–4 in an object stream (5), content in 6, table in 7.</summary>
    private static byte[] Packed(string content)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] /MediaBox [0 0 595.28 841.89] >>",
            "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
            $"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+TimesNewRomanPS-BoldMT /FirstChar 32 /LastChar 126 /Widths [{string.Join(' ', Enumerable.Repeat("500", 95))}] >>",
        ];
        var head = new StringBuilder();
        var at = 0;
        for (var i = 0; i < objects.Length; i++)
        {
            head.Append($"{i + 1} {at} ");
            at += objects[i].Length + 1;
        }

        using var file = new MemoryStream();
        Write("%PDF-1.7\n");
        var packed = file.Length;
        Stream(5, $"/Type /ObjStm /N {objects.Length} /First {head.Length} ", Encoding.Latin1.GetBytes(head + string.Join('\n', objects)));
        var drawn = file.Length;
        Stream(6, "", Encoding.Latin1.GetBytes(content));
        var table = file.Length;
        var rows = new List<byte[]> { Row(0, 0, 0), Row(2, 5, 0), Row(2, 5, 1), Row(2, 5, 2), Row(2, 5, 3), Row(1, packed, 0), Row(1, drawn, 0), Row(1, table, 0) };
        Stream(7, "/Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 6 >> ", Up(rows));
        Write($"startxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        void Stream(int number, string entries, byte[] data)
        {
            using var zipped = new MemoryStream();
            using (var zip = new ZLibStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
                zip.Write(data);
            Write($"{number} 0 obj\n<< {entries}/Filter /FlateDecode /Length {zipped.Length} >>\nstream\r\n");
            file.Write(zipped.ToArray());
            Write("\nendstream\nendobj\n");
        }

        static byte[] Row(byte type, long second, byte third) => [type, (byte)(second >> 24), (byte)(second >> 16), (byte)(second >> 8), (byte)second, third];
    }

    /// <summary>Each row as its difference to the one above, as PNG does.</summary>
    private static byte[] Up(List<byte[]> rows)
    {
        var data = new List<byte>();
        for (var i = 0; i < rows.Count; i++)
            data.AddRange([2, .. rows[i].Select((b, k) => (byte)(b - (i > 0 ? rows[i - 1][k] : 0)))]);
        return [.. data];
    }
}
