using Emulation.Documents.FormCheck;
using Emulation.Documents.PlanImport.Reading;
using Emulation.Documents.PlanImport.Source;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Emulation.Documents.Tests.Signing;
using Xunit;
using Paragraph = Emulation.Documents.Rendering.Model.Paragraph;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>Text of PDFs, line by line as it stands on the pages.</summary>
public sealed class PdfPlanTests
{
    public static TheoryData<string> Plans => [.. SeedTests.Expected.Keys, nameof(OwnPlans.Commune), nameof(OwnPlans.FiguresOnly), nameof(MorePlans.Slashes), nameof(MorePlans.Sprint)];

    /// <summary>A second opinion: over plans of several pages nothing is read worse than from the text that poppler gives.</summary>
    [Theory, MemberData(nameof(Plans))]
    public async Task Read_PrintedPlan_GivesTheFactsOfPopplersText(string name)
    {
        var text = name switch
        {
            nameof(OwnPlans.Commune) => OwnPlans.Commune, nameof(OwnPlans.FiguresOnly) => OwnPlans.FiguresOnly,
            nameof(MorePlans.Slashes) => MorePlans.Slashes, nameof(MorePlans.Sprint) => MorePlans.Sprint, _ => SeedTests.Seed(name).Text,
        };
        Block[] body = [.. text.Split('\n', '\f').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0).Select(line => Paragraph.Of(line))];
        var pdf = Render.Pdf(Render.Of([new Letterhead([], ["ỦY BAN NHÂN DÂN", "XÃ NAM SÁCH"], "Số: 57/KH-UBND", "Nam Sách, ngày 12 tháng 3 năm 2027"), .. body]));
        var poppler = await PopplerTests.RunAsync("pdftotext", pdf, ["-enc", "UTF-8", "-layout", "{file}", "-"]);
        var own = PdfSource.Read(pdf, new WorkBudget())!;
        Assert.Equal(poppler.TrimEnd('\f').Count(c => c == '\f'), own.Text.Count(c => c == '\f'));
        Assert.Equal(Read(new(poppler.TrimEnd('\f'), Paged: true)), Read(own));
    }

    [Fact]
    public void Read_SignedFile_HasNumberAndDateFromItsFields()
    {
        using var authority = new Authority();
        var text = PdfSource.Read(authority.Issued(), new WorkBudget())!.Text;
        Assert.Matches(@"Số: *07 */TTr-UBND", text);
        Assert.Contains("ngày 05 tháng 12 năm 2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("07", PdfSource.Read(Authority.Frozen.File, new WorkBudget())!.Text[..400], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_PageWithoutLetters_IsAScan() => Assert.Null(PdfSource.Read(Render.Pdf(Render.Of(Paragraph.Of("1"))), new WorkBudget()));

    private static string[] Read(SourceText source) => [.. Facts.Of(PlanReader.Read(source, Catalogue.Units)).Select(f => $"{f.Kind} {f.Fact}").Order(StringComparer.Ordinal)];
}
