using Emulation.Documents.FormCheck;
using Xunit;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>Real plans as text, where they are at hand: what domain 4.7 lists is found, and nothing that is not there.</summary>
public sealed class SeedsTests
{
    /// <summary>Every deviation of the file by hand, as code and count; more is a false alarm, less is one overlooked.</summary>
    [Theory]
    // LTN-26-30/B.3: two bases in one paragraph, their dates in two styles.
    [InlineData("le-thanh-nghi-2026-2030.txt", "TT22 TT24")]
    // CVA-26/B.1, II.2.2 (quoted in full again), III.1.f, N (“Lưu VT”), S.1 (“TM. UBND PHƯỜNG”).
    [InlineData("chu-van-an-2026.txt", "TT22 TT26 TT34 TT37 TT44")]
    // CH-26-30/B.2, L.1 (2.1 is followed by 2.3).
    [InlineData("cat-hai-2026-2030.txt", "TT22 TT35")]
    // HA-25/II.2.2 and N, from text without Vietnamese marks.
    [InlineData("hai-an-2025-ocr.txt", "TT26 TT44")]
    // LTN-TD-26/H.1 (“P.”), B.1–4, I.2 (a year added to a law), I.1 (two directives in full again), V.2b.1 (2. twice), N (no VT).
    [InlineData("le-thanh-nghi-tdkt-2026.txt", "TT15 TT22 TT25 TT26 TT26 TT35 TT44")]
    public void Check_RealPlan_FindsWhatIsThereAndNothingElse(string file, string expected)
    {
        var report = Form.Check(File.ReadAllBytes(Seed(file)));
        Assert.True(expected == string.Join(' ', report.Deviations.Select(f => f.Rule.Code).Order()), Form.Told(report));
    }

    [Fact]
    public void Check_TextOfAPicture_SaysThatItsWordsCannotBeJudged()
    {
        var report = Form.Check(File.ReadAllBytes(Seed("hai-an-2025-ocr.txt")));
        Assert.True(report.Document.PoorText);
        foreach (var rule in (FormRule[])[FormRules.Number, FormRules.LawName, FormRules.Authority, FormRules.Recipients])
            Assert.Contains(report.Findings, f => f.Rule == rule && f.Verdict == Verdict.Unknown);
    }

    private static string Seed(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var place in (string[])["shared/seeds", "../shared/seeds"])
            {
                var path = Path.Combine(folder.FullName, place, file);
                if (File.Exists(path))
                    return path;
            }
        }

        Assert.Skip("The real plans are not at hand.");
        return "";
    }
}
