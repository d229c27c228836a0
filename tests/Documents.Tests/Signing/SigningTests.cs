using Emulation.Documents.Domain;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Emulation.Documents.Signing.Writing;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Signing;

/// <summary>Signatures as the seeds carry them: three lines each, person first, then the agency (domain 4.5, 4.6).</summary>
public sealed class SigningTests : IDisposable
{
    private readonly Authority _authority = new();

    public void Dispose() => _authority.Dispose();

    // CVA-26/K.0, CH-26-30/K.0, LTN-TD-26/K.0: an unsigned draft carries no stamp.
    [Fact]
    public void Draft_Unsigned_HasNoStampAndIsTold()
    {
        var draft = Render.Pdf(Samples.Proposal(3, issued: false));
        var report = _authority.Verify(draft);
        Assert.Equal(VerificationOutcome.Unsigned, report.Outcome);
        Assert.Empty(report.Signatures);
        Assert.Equal(VerificationOutcome.Unsigned, _authority.Verify(Authority.Frozen.File).Outcome);
        Assert.DoesNotContain("/Sig", System.Text.Encoding.Latin1.GetString(draft));
    }

    // LTN-26-30/K.1: time with +0700, “Việt Nam”, “<name> <e-mail> đã ký lên văn bản này!”.
    [Fact]
    public void Sign_PersonThenAgency_EachStampHasItsThreeLines()
    {
        var report = _authority.Verify(_authority.Issued());
        Assert.Equal(VerificationOutcome.Valid, report.Outcome);
        Assert.Equal(["2026-12-05T08:30:00+0700", "Việt Nam", "Nguyễn Văn Hoạch nvhoach@haiphong.gov.vn đã ký lên văn bản này!"], report.Signatures[0].Stamp);
        Assert.Equal(["2026-12-05T09:00:00+0700", "Việt Nam", "Ủy ban nhân dân phường Lê Thanh Nghị lethanhnghi@haiphong.gov.vn đã ký lên văn bản này!"], report.Signatures[1].Stamp);
        Assert.Equal(("07", new DateOnly(2026, 12, 5)), (report.Number, report.Date));
        Assert.Equal([false, true], report.Signatures.Select(s => s.CoversWholeFile));
        Assert.Equal([ChangeKind.FieldFilled, ChangeKind.FieldFilled, ChangeKind.SignatureAdded], report.Signatures[0].ChangesAfter.Select(c => c.Kind).OrderDescending());
    }

    // LTN-26-30/K.2, HA-25/K.2: the person, half an hour later the agency three or four times within seconds: one act.
    [Fact]
    public void Sign_OnceByThePersonAndFourTimesByTheAgency_IsValidAndOneAct()
    {
        var file = _authority.Issued();
        for (var i = 1; i <= 3; i++)
            file = Authority.Sign(file, _authority.Organisation, SignatureLook.Organisation, Authority.At.AddMinutes(30).AddSeconds(i));
        var report = _authority.Verify(file);
        Assert.Equal(VerificationOutcome.Valid, report.Outcome);
        Assert.Empty(report.Remarks);
        Assert.Equal([SignerRole.Person, .. Enumerable.Repeat(SignerRole.Organisation, 4)], report.Signatures.Select(s => s.Role!.Value));
        Assert.Contains("1 chữ ký cá nhân và 4 chữ ký của cơ quan", report.Summary);
        Assert.Equal(1, report.Signatures.Count(s => s.CoversWholeFile));
    }

    // LTN-26-30/K.2: the wrong way round is told.
    [Fact]
    public void Sign_AgencyBeforeThePerson_IsRemarked()
    {
        var file = Authority.Sign(Authority.Sign(Authority.Frozen.File, _authority.Organisation, SignatureLook.Organisation, Authority.At), _authority.Person, SignatureLook.Person, Authority.At.AddMinutes(5));
        var report = _authority.Verify(file);
        Assert.Equal(VerificationOutcome.ValidWithRemarks, report.Outcome);
        Assert.Contains(report.Remarks, r => r.Contains("sai thứ tự", StringComparison.Ordinal));
    }

    [Fact]
    public void Sign_PersonAgainAfterTheAgency_IsRemarked()
    {
        var report = _authority.Verify(Authority.Sign(_authority.Issued(), _authority.Person, SignatureLook.Person, Authority.At.AddHours(1)));
        Assert.Contains(report.Remarks, r => r.Contains("sau khi cơ quan đã ký", StringComparison.Ordinal));
    }

    // HA-25/K.3, C-29: dated 30/9, signed 1/10.
    [Fact]
    public void Sign_OnAnotherDayThanTheDocumentIsDated_IsRemarked()
    {
        var signed = Authority.Sign(Authority.Frozen.File, _authority.Person, SignatureLook.Person, Authority.At);
        var numbered = new FormFields(Render.Fonts).Fill(signed, "07", "ngày 04 tháng 12 năm 2026");
        var report = _authority.Verify(Authority.Sign(numbered, _authority.Organisation, SignatureLook.Organisation, Authority.At.AddMinutes(30)));
        Assert.Equal(VerificationOutcome.ValidWithRemarks, report.Outcome);
        Assert.Contains("Văn bản ghi ngày 04/12/2026 nhưng được ký ngày 05/12/2026.", report.Remarks);
    }

    // LTN-26-30/K.3: the e-mail is only shown; the certificate decides whose signature it is.
    [Fact]
    public void Sign_WithTheSameNameAndEmailButAnotherCertificate_IsNotTheSigner()
    {
        var impostor = _authority.Issue("Nguyễn Văn Hoạch", "UBND phường Lê Thanh Nghị", "nvhoach@haiphong.gov.vn");
        var report = _authority.Verify(Authority.Sign(Authority.Frozen.File, impostor, SignatureLook.Person, Authority.At));
        Assert.Equal(VerificationOutcome.SignerUnknown, report.Outcome);
        Assert.Null(report.Signatures[0].Role);
        Assert.Contains("nvhoach@haiphong.gov.vn", report.Signatures[0].Stamp[2]);
    }

    [Fact]
    public void Sign_ByAnAuthorityNobodyTrusts_IsUnknownThoughIntact()
    {
        using var elsewhere = new Authority(fresh: true);
        _authority.Know(elsewhere.Person, SignerRole.Person, "Nguyễn Văn Hoạch");
        var report = _authority.Verify(Authority.Sign(Authority.Frozen.File, elsewhere.Person, SignatureLook.Person, Authority.At));
        Assert.Equal(VerificationOutcome.SignerUnknown, report.Outcome);
        Assert.Contains(report.Signatures[0].Remarks, r => r.Contains("không do tổ chức chứng thực được tin cậy cấp", StringComparison.Ordinal));
    }

    [Fact]
    public void Sign_WithAnExpiredCertificate_IsToldAndARenewedOneIsTheSamePerson()
    {
        var expired = _authority.Issue("Nguyễn Văn Hoạch", null, "nvhoach@haiphong.gov.vn", Authority.At.AddYears(-2), Authority.At.AddDays(-1));
        _authority.Know(expired, SignerRole.Person, "Nguyễn Văn Hoạch");
        var late = _authority.Verify(Authority.Sign(Authority.Frozen.File, expired, SignatureLook.Person, Authority.At));
        Assert.Contains(late.Signatures[0].Remarks, r => r.Contains("hết hạn", StringComparison.Ordinal));
        Assert.Equal(VerificationOutcome.SignerUnknown, late.Outcome);

        // In force when it was signed; the person has another certificate since.
        var inTime = _authority.Verify(Authority.Sign(Authority.Frozen.File, expired, SignatureLook.Person, Authority.At.AddDays(-100)));
        Assert.Empty(inTime.Signatures[0].Remarks);
        Assert.Equal("Nguyễn Văn Hoạch", inTime.Signatures[0].SignerName);
        Assert.Equal("Nguyễn Văn Hoạch", _authority.Verify(_authority.Issued()).Signatures[0].SignerName);
    }

    [Fact]
    public void Sign_Twice_LeavesEveryEarlierByteAsItWas()
    {
        var first = Authority.Sign(Authority.Frozen.File, _authority.Person, SignatureLook.Person, Authority.At);
        var all = _authority.Issued();
        Assert.Equal(Authority.Frozen.File, first[..Authority.Frozen.File.Length]);
        Assert.True(all.Length > first.Length);
        Assert.Equal(Authority.Frozen.File, all[..Authority.Frozen.File.Length]);
    }

    // Domain 4.5: the seal lies over about a third of the person's signature, at its left.
    [Fact]
    public void Places_SealAndSignature_OverlapByAThirdAtTheLeft()
    {
        var (person, seal) = (Authority.Frozen.Place.Person, Authority.Frozen.Place.Organisation);
        Assert.Equal(person.X + person.Width / 3, seal.X + seal.Width, tolerance: 0.01);
        Assert.True(seal.X < person.X);
        Assert.Equal(person.Y + person.Height / 2, seal.Y + seal.Height / 2, tolerance: 0.01);
        var page = new PdfReader(Authority.Frozen.File).Pages[Authority.Frozen.Place.Page];
        var title = page.Lines.Single(l => l.Text == "CHỦ TỊCH");
        Assert.True(person.Y + person.Height < title.Y);
        Assert.Equal(title.X + title.Width / 2, person.X + person.Width / 2, tolerance: 0.5);
    }

    // C-29: neither number nor date is in the file that the person signs.
    [Fact]
    public void Frozen_NumberAndDate_AreBlankFieldsAtTheirPlaceAndFilledOnce()
    {
        var page = new PdfReader(Authority.Frozen.File).Pages[0];
        var document = PdfDocument.Open(Authority.Frozen.File);
        var fields = FormFields.Of(document).ToDictionary(f => f.Name);
        Assert.Equal(["ngay", "so"], fields.Keys.Order());
        Assert.All(fields.Values, f => Assert.Equal("", f.Dictionary.Text("V")));
        var number = FormFields.BoxOf(document, fields["so"].Dictionary);
        var line = page.Lines.Single(l => l.Text.StartsWith("Số:", StringComparison.Ordinal));
        Assert.InRange(number.X, line.X + 15, line.Right - number.Width);
        Assert.InRange(line.Y, number.Y, number.Y + number.Height / 2);
        var date = FormFields.BoxOf(document, fields["ngay"].Dictionary);
        var place = page.Lines.Single(l => l.Text == "Phường Lê Thanh Nghị,");
        Assert.InRange(date.X - place.Right, 2, 6);
        Assert.Equal(place.Y - date.Y, line.Y - number.Y, tolerance: 0.6);
        Assert.True(date.X + date.Width <= page.Width - 15 * Render.Millimetre + 0.5);

        var filled = new FormFields(Render.Fonts).Fill(Authority.Frozen.File, "123", "ngày 15 tháng 11 năm 2026");
        Assert.Throws<PdfFaultException>(() => new FormFields(Render.Fonts).Fill(filled, "124", "ngày 15 tháng 11 năm 2026"));
    }

    [Fact]
    public void Add_FieldsToAnotherProgramsFile_CanBeFilledAfterThePersonSigned()
    {
        var foreign = Render.Pdf(Samples.Proposal(2, issued: false));
        var fields = new FormFields(Render.Fonts);
        var ready = fields.Add(foreign, [new BlankField("so", 0, new PdfBox(140, 700, 30, 15)), new BlankField("ngay", 0, new PdfBox(380, 700, 150, 15))]);
        Assert.Throws<PdfFaultException>(() => fields.Add(ready, [new BlankField("so", 0, new PdfBox(1, 1, 1, 1))]));
        var signed = Authority.Sign(ready, _authority.Person, SignatureLook.Person, Authority.At);
        var issued = Authority.Sign(fields.Fill(signed, "8", "ngày 05 tháng 12 năm 2026"), _authority.Organisation, SignatureLook.Organisation, Authority.At.AddMinutes(1));
        Assert.Equal((VerificationOutcome.Valid, "8"), (_authority.Verify(issued).Outcome, _authority.Verify(issued).Number));
    }
}
