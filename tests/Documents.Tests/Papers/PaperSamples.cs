using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Tests.Papers;

/// <summary>One invented paper of each typed kind; every general test of the renderers runs over them.</summary>
internal static class PaperSamples
{
    public static readonly IReadOnlyDictionary<string, Func<OfficialDocument>> All = new Dictionary<string, Func<OfficialDocument>>
    {
        ["deadline notice"] = () => Paper(DeadlineNotice),
    };

    public static DeadlineNotice DeadlineNotice => new()
    {
        CampaignId = Samples.CampaignId,
        CampaignName = "Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030",
        Reason = "Để các đơn vị có đủ thời gian tổng hợp kết quả khảo sát mức độ hài lòng",
        Addressees = ["Các phòng, ban, đơn vị thuộc phường", "Các trường học trên địa bàn phường"],
        Moved =
        [
            new MovedDeadline { What = "Gửi hồ sơ đề nghị khen thưởng hằng năm", From = new DateOnly(2026, 11, 25), To = new DateOnly(2026, 12, 5) },
            new MovedDeadline { What = "Gửi báo cáo kết quả năm 2026", To = new DateOnly(2027, 1, 8) },
        ],
    };

    /// <summary>The paper as a ward would issue it.</summary>
    public static OfficialDocument Paper(PaperContent content, bool issued = true, Presentation? presentation = null, string unitCode = "10532")
    {
        var document = Document.Paper(content, unitCode, "Phường Lê Thanh Nghị", Samples.At);
        if (presentation is not null)
            document.Present(presentation, Samples.At);
        document.SignedBy("Nguyễn Văn Hoạch", null);
        var draft = new Draft(document, Issuer.Of(unitCode, Samples.Ward, Samples.City, Samples.City, unit => unit.Code == "10532" ? unit.Name : unit.BareName),
            Samples.City, Samples.Ward, Samples.CampaignBases, Samples.Wording, new DateOnly(2026, 12, 5));
        if (issued)
            document.Issue(document.Kind.Numbered ? 8 : null, document.Kind.Numbered ? VietnameseText.Symbol(8, draft.SymbolSuffix) : null, new DateOnly(2026, 12, 5), "test", Samples.At);
        return DocumentWriter.Text(draft);
    }
}
