using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>What the decree asks of every paper, measured in the PDF (Nghị định 30/2020, Phụ lục I).</summary>
public sealed class EveryPaperTests
{
    private const double Left = 30 * Render.Millimetre;
    private const double Right = 15 * Render.Millimetre;
    private const double Edge = 20 * Render.Millimetre;

    public static TheoryData<string> Kinds => [.. PaperSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Pages_AreA4WithTheMarginsOfTheDecree(string kind)
    {
        foreach (var page in Read(kind).Pages)
        {
            Assert.Equal((595.276, 841.89), (Math.Min(page.Width, page.Height), Math.Max(page.Width, page.Height)));
            var body = page.Lines.Where(line => line.Y < page.Height - Edge).ToList();
            Assert.NotEmpty(body);
            Assert.All(body, line => Assert.True(line.X >= Left - 0.01 && line.Right <= page.Width - Right + 0.5 && line.Y >= Edge, $"“{line.Text}” stands in a margin"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PageNumbers_StandInTheTopMarginAndNotOnTheFirstPage(string kind)
    {
        var pages = Read(kind).Pages;
        Assert.DoesNotContain(pages[0].Lines, line => line.Y > pages[0].Height - Edge);
        Assert.All(pages.SelectMany(page => page.Lines.Where(line => line.Y > page.Height - Edge)), line => Assert.Equal(14, line.Size));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_Twice_GivesTheSameBytes(string kind) => Assert.Equal(Render.Pdf(PaperSamples.All[kind]()), Render.Pdf(PaperSamples.All[kind]()));

    // C-30; LTN-26-30/H.1, CVA-26/H.4, CH-26-30/H.4: the head is never taken from a plan, it is always printed in full.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Head_HasBothColumnsInFull(string kind)
    {
        var first = Read(kind).Pages[0].Lines;
        Assert.Equal([12, 13], new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc" }.Select(text => first.Single(line => line.Text == text).Size));
        if (PaperSamples.All[kind]().Sections[0].Blocks.OfType<Letterhead>().SingleOrDefault() is { Number.Length: > 0 } head)
        {
            var number = first.Single(line => line.Text == head.Number);
            var place = first.Single(line => line.Text == head.PlaceAndDate);
            Assert.Equal(number.Y, place.Y, tolerance: 0.01);
        }
    }

    private static PdfReader Read(string kind) => Render.Read(PaperSamples.All[kind]());
}
