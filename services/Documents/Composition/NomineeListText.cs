using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Composition;

/// <summary>Danh sách trích ngang of a Tờ trình, or the list of a Quyết định: an annex of it, or a file of its own that counts its pages from 1.</summary>
internal static class NomineeListText
{
    public static OfficialDocument Write(Draft draft) =>
        new($"{VietnameseText.UpperFirst(Title(draft).ToLowerInvariant())} {draft.Symbol}".Trim(), draft.Issuer.InSentence, draft.Document.UpdatedAt, [Pages(draft, label: null)]);

    public static Section Pages(Draft draft, string? label)
    {
        var decision = draft.Document.Type == DocumentType.Decision;
        return new Section(PageOrientation.Landscape,
        [
            new AnnexTitle(label, Title(draft), draft.AttachedTo(decision ? "Quyết định" : "Tờ trình")),
            decision ? NomineeList.ForDecision(draft.Document) : NomineeList.ForProposal(draft.Document),
        ]);
    }

    private static string Title(Draft draft) => draft.Document.Type == DocumentType.Decision
        ? "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG"
        : "DANH SÁCH TRÍCH NGANG TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG";
}
