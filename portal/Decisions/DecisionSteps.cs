using Emulation.Portal.Clients;
using Emulation.Portal.Documents;
using Emulation.Portal.Scoring;

namespace Emulation.Portal.Decisions;

/// <summary>The way of a decision: what is done, and what comes next.</summary>
internal static class DecisionSteps
{
    public static SheetStep[] Of(DecisionAnswer d, DocumentSummaryAnswer? paper, PublicationAnswer? publication)
    {
        var numbered = d.Number is not null;
        // Numbered while the draft is still one: it was signed on paper.
        var written = paper?.State == "issued" ? DocumentWords.State("issued") : numbered ? "ký trên giấy" : paper is null ? "đang lập dự thảo" : DocumentWords.State(paper.State);
        return
        [
            new("Ra quyết định", "done", Words.Time(d.CreatedAt)),
            new("Văn bản", numbered ? "done" : "now", written.ToLower(Words.Vietnamese)),
            new("Số, ngày", numbered ? "done" : "todo", numbered ? $"{d.Number}{(d.Date is { } day ? $", {Words.Date(day)}" : "")}" : "khi ban hành"),
            new("Công khai", publication is not null ? "done" : numbered ? "now" : "todo", publication is null ? "" : publication.Open ? $"góp ý đến {Words.Date(publication.Until)}" : "đã công khai"),
        ];
    }
}
