using System.Globalization;
using System.Text;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Emulation.Documents.Signing.Writing;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Signing;

/// <summary>What a file may go through after it was signed. A reader that only checks hashes takes most of these for valid.</summary>
public sealed class TamperingTests : IDisposable
{
    private readonly Authority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void BitFlip_InTheOriginal_BreaksBothSignatures()
    {
        var file = _authority.Issued();
        file[Authority.Frozen.File.AsSpan().IndexOf("/Lang (vi"u8) + 7] ^= 1;
        Assert.Equal([VerificationOutcome.NotIntact, VerificationOutcome.NotIntact], _authority.Verify(file).Signatures.Select(s => s.Outcome));
    }

    [Fact]
    public void BitFlip_AnywhereOutsideTheSignatures_IsNeverValid()
    {
        var issued = _authority.Issued();
        var gaps = Gaps(issued);
        for (var at = 11; at < issued.Length; at += 211)
        {
            if (gaps.Exists(g => at >= g.Start && at < g.End))
                continue;
            var file = (byte[])issued.Clone();
            file[at] ^= 4;
            Assert.True(OutcomeOf(file) is null or VerificationOutcome.NotIntact, $"byte {at}");
        }
    }

    [Fact]
    public void Cut_AtAnyLength_IsNeverValidForBoth()
    {
        var issued = _authority.Issued();
        for (var length = 0; length < issued.Length; length += 997)
            Assert.True(OutcomeOf(issued[..length]) is not VerificationOutcome.Valid, $"{length} bytes");
    }

    [Fact]
    public void Number_ChangedInsideTheSecondSignature_BreaksThatAlone()
    {
        var file = _authority.Issued();
        var at = file.AsSpan().IndexOf("/V <FEFF00300037>"u8);
        file[at + "/V <FEFF0030003".Length] = (byte)'9';
        var report = _authority.Verify(file);
        Assert.Equal([VerificationOutcome.Valid, VerificationOutcome.NotIntact], report.Signatures.Select(s => s.Outcome));
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
    }

    [Fact]
    public void Page_ReplacedByALaterRevision_IsNotIntactAndSaysWhichPage()
    {
        var report = Append(increment =>
        {
            var page = increment.Document.Pages()[0];
            var content = increment.Added.AddStream("BT /F1 14 Tf (Khac) Tj ET"u8.ToArray());
            increment.Replace(page, ((PdfDictionary)increment.Document.Object(page)!).With("Contents", new PdfReference(content)));
        });
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Contains(report.Signatures[^1].ChangesAfter, c => c.Text.StartsWith("Trang 1 bị thay nội dung", StringComparison.Ordinal));
    }

    [Fact]
    public void WhiteStamp_LaidOverTheText_IsNotIntact()
    {
        var report = Append(increment => increment.AddAnnotations(increment.Document.Pages()[0],
            increment.Added.Add("<< /Type /Annot /Subtype /Stamp /F 4 /Rect [80 300 500 700] /C [1 1 1] >>")));
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Contains(report.Signatures[^1].ChangesAfter, c => c.Text.Contains("đè lên nội dung đã ký", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/V << /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>")]
    public void SignatureWidget_PlacedOverTheTextAfterTheLastSignature_IsNotIntact(string value)
    {
        var report = Append(increment =>
        {
            var look = increment.Added.AddStream("1 g 0 0 400 200 re f"u8.ToArray(), "/Type /XObject /Subtype /Form /BBox [0 0 400 200]");
            var page = increment.Document.Pages()[0];
            var widget = increment.Added.Add($"<< /Type /Annot /Subtype /Widget /FT /Sig /T (che) /F 4 /P {page} 0 R /Rect [80 300 480 500] /AP << /N {look} 0 R >> {value} >>");
            increment.AddAnnotations(page, widget);
            increment.AddFields([widget]);
        });
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
    }

    [Fact]
    public void Signature_WithABoxOverHalfThePage_BreaksTheOneBefore()
    {
        var large = new PdfSigner(Render.Fonts).Prepare(_authority.Issued(), new NewSignature
        {
            Name = "Che", Time = Authority.At.AddHours(1), Look = SignatureLook.Person, Lines = ["Che"], Page = 0, Box = new PdfBox(60, 60, 470, 700),
        });
        var report = _authority.Verify(large.Complete(CmsSignature.Sign(large.Signed, _authority.Organisation, [])));
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Contains(report.Signatures[1].ChangesAfter, c => c.Text.Contains("khung quá lớn", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[0 0 0 0]")]
    [InlineData("[0 10 20 30]")]
    [InlineData("[0 10 20 99999999]")]
    [InlineData("(khong)")]
    public void Signature_ThatCoversNothing_IsNotIntact(string range)
    {
        var report = Append(increment =>
        {
            var page = increment.Document.Pages()[0];
            var signature = increment.Added.Add($"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange {range} /Contents <3003020101> >>");
            var widget = increment.Added.Add($"<< /Type /Annot /Subtype /Widget /FT /Sig /T (rong) /F 4 /P {page} 0 R /Rect [0 0 0 0] /V {signature} 0 R >>");
            increment.AddAnnotations(page, widget);
            increment.AddFields([widget]);
        });
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Equal(3, report.Signatures.Length);
        Assert.NotEmpty(report.Signatures[2].Remarks);
    }

    // Bytes beside the signature's own string would be free for anybody to write into.
    [Fact]
    public void ByteRange_WithAGapBesideTheContents_IsNotIntact()
    {
        var prepared = Authority.Prepare(Authority.Frozen.File, SignatureLook.Person, Authority.At);
        var file = (byte[])prepared.File.Clone();
        var at = file.AsSpan().IndexOf("/ByteRange [0 "u8) + "/ByteRange [0 ".Length;
        Encoding.ASCII.GetBytes((prepared.GapStart - 40).ToString("0000000000", CultureInfo.InvariantCulture)).CopyTo(file, at);
        byte[] signed = [.. file.AsSpan(0, prepared.GapStart - 40), .. file.AsSpan(prepared.GapEnd)];
        var whole = new PreparedFile(file, prepared.GapStart, prepared.GapEnd).Complete(CmsSignature.Sign(signed, _authority.Person, []));
        var report = _authority.Verify(whole);
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Contains(report.Signatures[0].Remarks, r => r.Contains("bỏ trống nhiều hơn", StringComparison.Ordinal));
    }

    [Fact]
    public void Number_FilledOnceMore_IsNotIntact()
    {
        var report = Append(increment =>
        {
            var field = FormFields.Of(increment.Document).Single(f => f.Name == FormFields.Number);
            increment.Replace(field.Number, field.Dictionary.With("V", PdfString.Of("99")));
        });
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Contains(report.Signatures[^1].ChangesAfter, c => c.Text == "Ô số đã điền bị thay đổi.");
    }

    // A form emptied by a later revision: the file must not pass for a draft that nobody has signed.
    [Fact]
    public void Signatures_TakenOutOfTheForm_AreNotUnsigned()
    {
        var report = Append(increment => increment.Replace(increment.Document.Root.Number,
            increment.Document.Catalog.With("AcroForm", new PdfDictionary(new Dictionary<string, PdfValue> { ["Fields"] = new PdfArray([]) }))));
        Assert.Empty(report.Signatures);
        Assert.Equal(VerificationOutcome.NotIntact, report.Outcome);
        Assert.Contains(report.Remarks, r => r.Contains("bị gỡ khỏi biểu mẫu", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_AppendedAfterTheLastSignature_IsNotIntact()
    {
        Assert.Equal(VerificationOutcome.NotIntact, Append(_ => { }).Outcome);
    }

    [Fact]
    public void Catalogue_GivenSomethingToRun_IsNotIntact()
    {
        var signed = Authority.Sign(Authority.Frozen.File, _authority.Person, SignatureLook.Person, Authority.At);
        var increment = new PdfIncrement(signed);
        increment.Replace(increment.Document.Root.Number, increment.Document.Catalog.With("OpenAction", new PdfReference(increment.Added.Add("<< /S /JavaScript /JS (app.alert(1)) >>"))));
        var report = _authority.Verify(Authority.Sign(increment.Save(), _authority.Organisation, SignatureLook.Organisation, Authority.At.AddMinutes(30)));
        Assert.Equal([VerificationOutcome.NotIntact, VerificationOutcome.Valid], report.Signatures.Select(s => s.Outcome));
    }

    // A page prepared beforehand refers to an object that does not exist yet; after signing it is supplied.
    [Fact]
    public void Object_MissingWhenSignedAndSuppliedLater_IsNotIntact()
    {
        var increment = new PdfIncrement(Authority.Frozen.File);
        var page = increment.Document.Pages()[0];
        var dictionary = (PdfDictionary)increment.Document.Object(page)!;
        increment.Replace(page, dictionary.With("Contents", new PdfArray([dictionary["Contents"]!, new PdfReference(increment.Document.NextNumber + 200)])));
        var signed = Authority.Sign(increment.Save(), _authority.Person, SignatureLook.Person, Authority.At);
        var later = new PdfIncrement(signed);
        int number;
        do
        {
            number = later.Added.AddStream("1 g 0 0 600 800 re f"u8.ToArray());
        }
        while (number < increment.Document.NextNumber + 200);
        var report = _authority.Verify(Authority.Sign(later.Save(), _authority.Organisation, SignatureLook.Organisation, Authority.At.AddMinutes(30)));
        Assert.Equal(VerificationOutcome.NotIntact, report.Signatures[0].Outcome);
        Assert.Contains(report.Signatures[0].ChangesAfter, c => c.Text.StartsWith("Một chỗ để trống", StringComparison.Ordinal));
    }

    private VerificationReport Append(Action<PdfIncrement> change)
    {
        var increment = new PdfIncrement(_authority.Issued());
        change(increment);
        return _authority.Verify(increment.Save());
    }

    private VerificationOutcome? OutcomeOf(byte[] file)
    {
        try
        {
            return _authority.Verify(file).Outcome;
        }
        catch (PdfFaultException)
        {
            return null;
        }
    }

    private static List<(int Start, int End)> Gaps(byte[] pdf)
    {
        var document = PdfDocument.Open(pdf);
        return [.. FormFields.Of(document).Select(f => document.Dictionary(f.Dictionary["V"])?["Contents"]).OfType<PdfString>().Select(s => (s.Start, s.End))];
    }
}
