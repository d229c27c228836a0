using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering.Model;
using Xunit;
using Paragraph = Emulation.Documents.Rendering.Model.Paragraph;

namespace Emulation.Documents.Tests.Rendering;

public sealed class DocxTests
{
    public static TheoryData<string> Kinds => [.. (string[])["proposal", "draft", "short decision", "long decision", "plan"], .. Papers.PaperSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_EveryKind_IsValidForOffice(string kind)
    {
        using var package = Open(Render.Docx(Sample(kind)));
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Description} at {e.Path?.XPath}");
        Assert.Empty(errors);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_Twice_GivesTheSameBytes(string kind) => Assert.Equal(Render.Docx(Sample(kind)), Render.Docx(Sample(kind)));

    // Word and LibreOffice draw two tables in a row as one, and the first loses its rules.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_EveryKind_HasAParagraphBetweenTables(string kind)
    {
        using var package = Open(Render.Docx(Sample(kind)));
        Assert.DoesNotContain(package.MainDocumentPart!.Document.Body!.Elements<Table>(), table => table.NextSibling() is Table);
    }

    [Fact]
    public void Proposal_Sections_HaveTheMarginsOfTheDecreeAndAHiddenFirstNumber()
    {
        using var package = Open(Render.Docx(Samples.Proposal(8)));
        var sections = package.MainDocumentPart!.Document.Descendants<SectionProperties>().ToList();
        Assert.Equal(2, sections.Count);
        Assert.Equal((11906U, 16838U), (sections[0].GetFirstChild<PageSize>()!.Width!.Value, sections[0].GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal((16838U, 11906U), (sections[1].GetFirstChild<PageSize>()!.Width!.Value, sections[1].GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal(PageOrientationValues.Landscape, sections[1].GetFirstChild<PageSize>()!.Orient!.Value);
        foreach (var section in sections)
        {
            var margin = section.GetFirstChild<PageMargin>()!;
            // 20, 20, 30 and 15 mm in twentieths of a point.
            Assert.Equal((1134, 1134, 1701U, 850U), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
            Assert.NotNull(section.GetFirstChild<TitlePage>());
            Assert.Equal(1, section.GetFirstChild<PageNumberType>()!.Start!.Value);
        }

        Assert.Contains(package.MainDocumentPart.HeaderParts, part => part.Header.Descendants<SimpleField>().Any(f => f.Instruction!.Value!.Trim() == "PAGE"));
    }

    [Fact]
    public void Proposal_Styles_AreNamedInVietnameseAndUsed()
    {
        using var package = Open(Render.Docx(Samples.Proposal(3)));
        var styles = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!, s => s.StyleName!.Val!.Value!);
        Assert.Superset(new HashSet<string> { "Quốc hiệu", "Tiêu ngữ", "Cơ quan ban hành", "Tên loại văn bản", "Trích yếu", "Căn cứ ban hành", "Thân văn bản", "Nơi nhận", "Nội dung bảng" }, styles.Values.ToHashSet());
        var used = package.MainDocumentPart.Document.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).ToHashSet();
        Assert.All(used, id => Assert.True(styles.ContainsKey(id), id));
        Assert.Contains("QuocHieu", used);
    }

    [Fact]
    public void LongDecision_Table_RepeatsItsHeadAndNeverSplitsARow()
    {
        using var package = Open(Render.Docx(Samples.Decision(30)));
        var table = package.MainDocumentPart!.Document.Descendants<Table>().Single(t => t.Descendants<TableHeader>().Any());
        var rows = table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().ToList();
        Assert.Equal(1 + 2 + 30, rows.Count);
        Assert.Single(rows, row => row.Descendants<TableHeader>().Any());
        Assert.All(rows, row => Assert.Single(row.Descendants<CantSplit>()));
    }

    [Fact]
    public void Text_DecomposedWithControlCharacters_IsStoredComposedAndClean()
    {
        using var package = Open(Render.Docx(Render.Of(Paragraph.Of("Đẩy mạnh\u0001 cải cách".Normalize(NormalizationForm.FormD)))));
        Assert.Equal("Đẩy mạnh cải cách", package.MainDocumentPart!.Document.InnerText);
    }

    private static OfficialDocument Sample(string kind) => kind switch
    {
        "proposal" => Samples.Proposal(12),
        "draft" => Samples.Proposal(0, issued: false),
        "short decision" => Samples.Decision(3),
        "long decision" => Samples.Decision(30),
        _ when Papers.PaperSamples.All.TryGetValue(kind, out var paper) => paper(),
        _ => Render.Of(new Heading(1, "I. MỤC ĐÍCH, YÊU CẦU"), new Heading(2, "1. Mục đích"), Paragraph.Of("Nội dung."), new Addressees(["Sở Nội vụ"])),
    };

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);
}
