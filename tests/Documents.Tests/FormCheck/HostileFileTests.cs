using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Papers;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Xunit;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>Files made to do harm end in a plain refusal, after counted work.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void Docx_ExternalTemplate_IsRefused() => Refused("bên ngoài", Changed(main =>
        main.DocumentSettingsPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://example.org/t.dotm"), "rIdT")));

    [Fact]
    public void Docx_AltChunk_IsRefused() => Refused("nhúng", Changed(main =>
    {
        using var chunk = new MemoryStream("<html><body>x</body></html>"u8.ToArray());
        main.AddAlternativeFormatImportPart(AlternativeFormatImportPartType.Html, "rIdChunk").FeedData(chunk);
        main.Document.Body!.InsertAt(new AltChunk { Id = "rIdChunk" }, 0);
    }));

    [Fact]
    public void Docx_OleObject_IsRefused() => Refused("OLE", Changed(main =>
    {
        using var data = new MemoryStream([1, 2, 3]);
        main.AddEmbeddedObjectPart("application/vnd.openxmlformats-officedocument.oleObject").FeedData(data);
    }));

    // Word puts the figures of every chart into a workbook; a report with charts must come back from an official's hand.
    [Fact]
    public void Docx_ChartWithItsFigures_IsAccepted()
    {
        var report = Render.Docx(PaperSamples.All["interim report"]());
        Assert.Equal((FileSafety.Word, (FileFault?)null), (FileSafety.Editable(report).MediaType, FileSafety.Editable(report).Fault));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("word/document.xml")]
    [InlineData(null)]
    public void Docx_ChartWithAnythingButAPlainWorkbook_IsRefused(string? smuggled)
    {
        using var stream = new MemoryStream();
        stream.Write(Render.Docx(PaperSamples.All["interim report"]()));
        using (var package = WordprocessingDocument.Open(stream, true))
        {
            var part = package.MainDocumentPart!.ChartParts.First().EmbeddedPackagePart!;
            using var workbook = new MemoryStream();
            if (smuggled is null)
            {
                workbook.Write("MZ not a workbook"u8);
            }
            else
            {
                using (var figures = part.GetStream())
                    figures.CopyTo(workbook);
                using var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true);
                zip.CreateEntry(smuggled).Open().Dispose();
            }

            workbook.Position = 0;
            part.FeedData(workbook);
        }

        Refused("nhúng tệp khác", stream.ToArray());
    }

    [Fact]
    public void Docx_WorkbookOutsideAChart_IsRefused() => Refused("nhúng tệp khác", Changed(main =>
    {
        using var figures = new MemoryStream(ChartWorkbook.Write(new Chart(ChartKind.Bars, "Số hồ sơ", "hồ sơ", ["Phòng"], [new ChartSeries("Đề nghị", [8])])));
        main.AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").FeedData(figures);
    }));

    [Fact]
    public void Docx_Macro_IsRefused() => Refused("macro", Changed(main =>
    {
        using var data = new MemoryStream([1, 2, 3]);
        main.AddNewPart<VbaProjectPart>("rIdVba").FeedData(data);
    }));

    [Fact]
    public void Docx_EntityBomb_IsRefusedBeforeAnyEntityIsRead()
    {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a0 \"ha\">");
        for (var i = 1; i < 30; i++)
            bomb.Append($"<!ENTITY a{i} \"&a{i - 1};&a{i - 1};&a{i - 1};&a{i - 1};\">");
        bomb.Append("]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a29;</w:t></w:r></w:p></w:body></w:document>");
        Refused("thực thể", Replaced("word/document.xml", Encoding.UTF8.GetBytes(bomb.ToString())));
    }

    [Fact]
    public void Docx_TenGigabytesOfZeros_AreUnpackedOnlyToTheLimit()
    {
        var bomb = ZeroBomb.Zip("word/document.xml", 10L * 1024);
        Assert.True(bomb.Length < 20 * 1024 * 1024);
        var nature = FileSafety.Editable(bomb);
        Assert.Equal(FileFault.Unsafe, nature.Fault);
        Assert.InRange(nature.Unpacked, FileSafety.LargestUnpacked, FileSafety.LargestUnpacked + 64 * 1024);
        Refused("quá lớn", bomb);
    }

    // 190 MB fit into what a file may unpack to, but no picture packs a thousandfold.
    [Fact]
    public void Docx_PictureOfZeros_IsRefusedLongBeforeTheLimit()
    {
        var zeros = new byte[1024 * 1024];
        var file = With("word/media/image9.png", part =>
        {
            for (var i = 0; i < 190; i++)
                part.Write(zeros);
        });
        Assert.True(file.Length < 1024 * 1024);
        Assert.InRange(FileSafety.Of(file).Unpacked, 1, 33 * 1024 * 1024);
        Refused("bung ra quá lớn", file);
    }

    // What packs well is no bomb: a page scanned white.
    [Fact]
    public void Docx_PictureThatPacksWell_IsAccepted() =>
        Assert.Equal(FileSafety.Word, FileSafety.Editable(With("word/media/image9.bmp", part => part.Write(new byte[12 * 1024 * 1024]))).MediaType);

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("word/../../evil.xml")]
    [InlineData("word\\..\\..\\evil.xml")]
    [InlineData("/etc/evil.xml")]
    [InlineData("C:evil.xml")]
    public void Docx_PartOutsideTheFile_IsRefused(string name)
    {
        var file = With(name, part => part.Write("<a/>"u8));
        Assert.Equal(FileFault.Unsafe, FileSafety.Of(file).Fault);
        Refused("ra ngoài tệp", file);
    }

    [Fact]
    public void Docx_TextBeyondItsPart_IsRefusedAfterBoundedWork()
    {
        var budget = new WorkBudget();
        var text = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>x</w:t></w:r></w:p>", 500_000)) + "</w:body></w:document>";
        Assert.Throws<UnreadableFileException>(() => Form.Checker.Check(Replaced("word/document.xml", Encoding.UTF8.GetBytes(text)), PlaceCatalogue.Empty, budget));
        Assert.InRange(budget.Unpacked, 1, 20 * 1024 * 1024);
    }

    [Fact]
    public void Docx_NestedWithoutEnd_IsRefused()
    {
        var deep = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5_000)) + "</w:body></w:document>";
        Refused("quá sâu", Replaced("word/document.xml", Encoding.UTF8.GetBytes(deep)));
    }

    [Theory]
    [InlineData("startxref\n", "startxref\n9")]
    [InlineData("xref\n0 ", "xref\n9999 x ")]
    [InlineData("trailer", "trailxx")]
    public void Pdf_BrokenXref_IsRefused(string part, string by)
    {
        var text = Encoding.Latin1.GetString(Render.Pdf(Samples.Proposal(2)));
        var at = text.LastIndexOf(part, StringComparison.Ordinal);
        Refused("hỏng", Encoding.Latin1.GetBytes(text[..at] + by + text[(at + part.Length)..]));
    }

    [Fact]
    public void Pdf_CutOff_IsRefused() => Refused("hỏng", Render.Pdf(Samples.Proposal(2))[..20_000]);

    [Fact]
    public void Pdf_AMillionObjects_IsRefusedAtTheLimit()
    {
        var file = new StringBuilder("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        var table = file.Length;
        file.Append("xref\n0 1000000\n").Append(string.Concat(Enumerable.Repeat("0000000009 00000 n \n", 1_000_000)));
        file.Append($"trailer\n<< /Size 1000000 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        var budget = new WorkBudget();
        var refused = Assert.Throws<UnreadableFileException>(() => Form.Checker.Check(Encoding.ASCII.GetBytes(file.ToString()), PlaceCatalogue.Empty, budget));
        Assert.Contains("quá nhiều đối tượng", refused.Message);
        Assert.Equal(WorkBudget.MostObjects + 1, budget.Objects);
    }

    [Fact]
    public void Pdf_TablesThatPointAtEachOther_AreRefused()
    {
        const string head = "%PDF-1.7\n";
        var body = $"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev {head.Length} >>\nstartxref\n{head.Length}\n%%EOF\n";
        Refused("hỏng", Encoding.ASCII.GetBytes(head + body));
    }

    [Fact]
    public void Pdf_StreamOfZeros_IsUnpackedOnlyToTheLimit()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 200; i++)
                zip.Write(zeros);
        }

        var budget = new WorkBudget();
        Assert.Throws<UnreadableFileException>(() => Form.Checker.Check(TinyPdf.Of([packed.ToArray()], "/Filter /FlateDecode "), PlaceCatalogue.Empty, budget));
        Assert.InRange(budget.Unpacked, WorkBudget.MostUnpacked, WorkBudget.MostUnpacked + 64 * 1024);
    }

    [Fact]
    public void Pdf_ScanOf200Pages_IsAnsweredWithWhatCannotBeMeasured()
    {
        var page = "q 595 0 0 842 0 0 cm /Im0 Do Q"u8.ToArray();
        var report = Form.Check(TinyPdf.Of([.. Enumerable.Repeat(page, 200)]));
        Assert.Empty(report.Deviations);
        Assert.Equal((200, 200), (report.Document.PicturePages, report.Document.Pages.Count));
        Assert.Contains(report.Findings, f => f.Rule == FormRules.Paper && f.Verdict == Verdict.Fine);
        foreach (var rule in (FormRule[])[FormRules.Font, FormRules.Margins, FormRules.BodyLook, FormRules.RecipientsLabel])
            Assert.Contains(report.Findings, f => f.Rule == rule && f.Verdict == Verdict.Unknown);
    }

    [Fact]
    public void Pdf_TooManyPages_IsRefused() => Refused("quá nhiều trang", TinyPdf.Of([.. Enumerable.Repeat("q Q"u8.ToArray(), WorkBudget.MostPages + 1)]));

    [Fact]
    public void Pdf_SignatureThatCoversNothing_IsToldAndNotBelieved()
    {
        var report = Form.Check(TinyPdf.Of(["BT ET"u8.ToArray()], catalog: "/AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig /ByteRange [0 0 0 0] /Contents <00> >> >>] /SigFlags 3 >> "));
        Assert.Contains(report.Deviations, f => f.Rule == FormRules.Signature && f.Found.Contains("không bao phủ"));
    }

    [Fact]
    public async Task Check_Cancelled_StopsWorking()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Throws<OperationCanceledException>(() => Form.Checker.Check(Render.Pdf(Samples.Proposal(20)), PlaceCatalogue.Empty, new WorkBudget(cancelled.Token)));
    }

    private static void Refused(string because, byte[] file) =>
        Assert.Contains(because, Assert.Throws<UnreadableFileException>(() => Form.Check(file)).Message);

    private static byte[] Changed(Action<MainDocumentPart> change) => Form.Edited(Samples.Proposal(2), change);

    private static byte[] With(string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(Render.Docx(Samples.Proposal(1)));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var entry = zip.CreateEntry(part).Open())
            write(entry);
        return stream.ToArray();
    }

    private static byte[] Replaced(string part, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(Render.Docx(Samples.Proposal(1)));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
