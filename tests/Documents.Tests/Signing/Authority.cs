using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Signing.Trust;
using Emulation.Documents.Signing.Verification;
using Emulation.Documents.Signing.Writing;
using Emulation.Documents.Tests.Rendering;
using Microsoft.Extensions.Options;

namespace Emulation.Documents.Tests.Signing;

/// <summary>A certificate authority for tests, with a person and an agency of one ward.</summary>
internal sealed class Authority : IDisposable
{
    public static readonly DateTimeOffset At = new(2026, 12, 5, 1, 30, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("emulation-roots").FullName;

    // Keys take long to make: one set serves all tests that do not ask for another.
    private static readonly Lazy<(X509Certificate2 Root, X509Certificate2 Person, X509Certificate2 Organisation)> Shared = new(() => Make());

    public Authority(bool fresh = false)
    {
        (Root, Person, Organisation) = fresh ? Make() : Shared.Value;
        File.WriteAllBytes(Path.Combine(_folder, "root.crt"), Root.RawData);
        Roots = new TrustedRoots(Options.Create(new SigningOptions { RootFolder = _folder }));
        Know(Person, SignerRole.Person, "Nguyễn Văn Hoạch");
        Know(Organisation, SignerRole.Organisation, "Ủy ban nhân dân phường Lê Thanh Nghị");
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Person { get; }

    public X509Certificate2 Organisation { get; }

    public TrustedRoots Roots { get; }

    public Dictionary<string, SigningCertificate> Known { get; } = [];

    public string RootFile => Path.Combine(_folder, "root.crt");

    private static (X509Certificate2, X509Certificate2, X509Certificate2) Make()
    {
        var root = DevAuthority.Root(At.AddYears(-5));
        return (root, DevAuthority.Issue(root, "Nguyễn Văn Hoạch", "UBND phường Lê Thanh Nghị", "nvhoach@haiphong.gov.vn", At.AddDays(-1), At.AddYears(1)),
            DevAuthority.Issue(root, "Ủy ban nhân dân phường Lê Thanh Nghị", null, "lethanhnghi@haiphong.gov.vn", At.AddDays(-1), At.AddYears(1)));
    }

    public X509Certificate2 Issue(string name, string? organisation, string email, DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        DevAuthority.Issue(Root, name, organisation, email, from ?? At.AddDays(-1), until ?? At.AddYears(1));

    public SigningCertificate Know(X509Certificate2 certificate, SignerRole role, string name, string unit = "10532")
    {
        var row = SigningCertificate.Register(certificate, role, unit, name, role == SignerRole.Person ? "Chủ tịch" : null, null, At);
        return Known[row.Thumbprint] = row;
    }

    /// <summary>The ward's Tờ trình as it is frozen for signing.</summary>
    public static (byte[] File, SignaturePlace Place) Frozen { get; } = new Emulation.Documents.Rendering.Pdf.PdfRenderer(Render.Fonts).RenderForSigning(Samples.Proposal(3, issued: false))!.Value;

    public static PreparedFile Prepare(byte[] pdf, SignatureLook look, DateTimeOffset at, SignaturePlace? place = null) => new PdfSigner(Render.Fonts).Prepare(pdf, new NewSignature
    {
        Name = look == SignatureLook.Person ? "Nguyễn Văn Hoạch nvhoach@haiphong.gov.vn" : "Ủy ban nhân dân phường Lê Thanh Nghị lethanhnghi@haiphong.gov.vn",
        Time = at,
        Look = look,
        Lines = look == SignatureLook.Person ? ["Người ký: Nguyễn Văn Hoạch", "Cơ quan: UBND phường Lê Thanh Nghị", "Thời gian ký: 2026-12-05T08:30:00+07:00"] : ["ỦY BAN NHÂN DÂN PHƯỜNG LÊ THANH NGHỊ"],
        Page = (place ?? Frozen.Place).Page,
        Box = look == SignatureLook.Person ? (place ?? Frozen.Place).Person : (place ?? Frozen.Place).Organisation,
    });

    public static byte[] Sign(byte[] pdf, X509Certificate2 with, SignatureLook look, DateTimeOffset at)
    {
        var prepared = Prepare(pdf, look, at);
        return prepared.Complete(CmsSignature.Sign(prepared.Signed, with, []));
    }

    /// <summary>Signed by the person, then by the agency half an hour later, number and date between.</summary>
    public byte[] Issued()
    {
        var signed = Sign(Frozen.File, Person, SignatureLook.Person, At);
        var numbered = new FormFields(Render.Fonts).Fill(signed, "07", "ngày 05 tháng 12 năm 2026");
        return Sign(numbered, Organisation, SignatureLook.Organisation, At.AddMinutes(30));
    }

    public VerificationReport Verify(byte[] pdf) => new SignatureJudge(Roots).Judge(pdf, SignatureReader.Read(pdf), Known);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
