using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Certificates;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Emulation.Documents.Tests.Rendering;
using Emulation.Documents.Verification;

namespace Emulation.Documents.Tests.Certificates;

/// <summary>Issued decisions of a ward, and what is printed from them.</summary>
internal static class Awards
{
    public const string Url = "https://thidua.haiphong.example/kiem-tra?ma=";

    public static CertificateTemplates Templates { get; } = new(Path.Combine(AppContext.BaseDirectory, "certificate-templates"));

    public static CertificateRenderer Renderer { get; } = new(Render.Fonts, Templates);

    public static VerificationCode Codes { get; } = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)], Url);

    public static NominationSnapshot Ward(int number = 1, string? name = null, string? achievement = null, string? position = "Chuyên viên Phòng Văn hóa - Xã hội", string award = "Giấy khen của Chủ tịch Ủy ban nhân dân phường")
    {
        var nomination = Samples.Nomination(number, 5, achievement: achievement ?? "Hoàn thành xuất sắc nhiệm vụ cải cách hành chính năm 2026; tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,6%");
        return nomination with
        {
            Level = AwardLevel.Ward,
            Award = new Award { Kind = AwardKind.Form, Code = "giay-khen", Name = award },
            Nominee = nomination.Nominee with { Kind = position is null ? Recipient.Collective : Recipient.Individual, Name = name ?? "Nguyễn Thị Ngọc Ánh", Position = position },
        };
    }

    public static Document Decision(NominationSnapshot[] nominations, string signedAs = "CHỦ TỊCH")
    {
        var document = Document.Decision(Samples.Awarded(1, nominations.Length, nomination: nominations[0]) with
        {
            DecidingUnitCode = "10532", DecidingUnitName = "Phường Lê Thanh Nghị", SignerName = "Trần Văn Hoạch", SignerPosition = signedAs,
        }, Samples.At);
        for (var i = 0; i < nominations.Length; i++)
            document.Put(nominations[i], i + 1, Samples.At);
        document.Issue(12, "12/QĐ-UBND", new DateOnly(2027, 1, 15), "test", Samples.At);
        return document;
    }

    public static Certificate Certificate(NominationSnapshot? nomination = null, string signedAs = "CHỦ TỊCH")
    {
        var decision = Decision([nomination ?? Ward()], signedAs);
        var issuer = Issuer.Of("10532", Samples.Ward, Samples.City, Samples.City, unit => unit.Name);
        var draft = new Draft(decision, issuer, Samples.City, Samples.Ward, [], Samples.Wording, new DateOnly(2027, 1, 15));
        var line = decision.Lines[0];
        return Documents.Certificates.Certificate.Of(draft, line, Codes.Url(VerifiedKind.Certificate, line.NominationId));
    }

    public static byte[] Pdf(Certificate? certificate = null, string template = "giay-khen-hoi-van") =>
        Renderer.Render(certificate ?? Certificate(), Templates.All.Single(t => t.Code == template)).Pdf ?? throw new InvalidOperationException("not printed");
}
