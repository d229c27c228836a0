using Emulation.Documents.Domain;
using Emulation.Documents.Features.FormChecks;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Office;

namespace Emulation.Documents.Features.EditedDrafts;

/// <summary>The edited draft that stands for a document, and what came of the edit.</summary>
public sealed record EditedDraftResponse
{
    public required EditedRevision Current { get; init; }

    /// <summary>All revisions, newest first; removed ones too.</summary>
    public required EditedRevision[] Revisions { get; init; }

    /// <summary>The system's own data changed after the edit: keep the edit, hand in another or remove it before issue.</summary>
    public required bool Outdated { get; init; }

    /// <summary>LibreOffice is installed, so that the edit can become a PDF and be issued.</summary>
    public required bool Convertible { get; init; }

    /// <summary>The places of number and date are still there; without them the edit cannot be issued.</summary>
    public required bool Fillable { get; init; }

    /// <summary>Differences to the draft of the system as it is now, in order.</summary>
    public required EditedChange[] Changes { get; init; }

    /// <summary>What an official should look at, in Vietnamese.</summary>
    public required string[] Warnings { get; init; }

    /// <summary>The edit measured against Nghị định 30/2020.</summary>
    public required FormCheckResponse FormCheck { get; init; }

    internal static EditedDraftResponse Of(Document document, IReadOnlyList<EditedRevision> revisions, EditedDraft current, bool convertible, bool fillable, List<DraftChange> changes, FormReport form)
    {
        var outdated = current.DocumentVersion < document.Version && document.State == DocumentState.Draft;
        var warnings = new List<string>();
        if (outdated)
            warnings.Add("Dữ liệu của văn bản đã thay đổi sau bản chỉnh sửa. Hãy giữ nguyên bản chỉnh sửa, tải lên bản khác hoặc gỡ bỏ.");
        if (!fillable)
            warnings.Add("Bản chỉnh sửa không còn chỗ ghi số, ký hiệu hoặc địa danh, ngày tháng; không thể ban hành.");
        if (changes.Exists(c => c.SystemOwned))
            warnings.Add("Số, ký hiệu, ngày tháng và danh sách do hệ thống ghi từ dữ liệu; phần sửa tay ở đó có thể sai với dữ liệu, số và ngày sẽ được ghi lại khi ban hành.");
        if (!convertible)
            warnings.Add("Máy chủ chưa cài LibreOffice nên bản chỉnh sửa chưa chuyển được sang PDF để ban hành.");
        return new EditedDraftResponse
        {
            Current = EditedRevision.Of(current),
            Revisions = [.. revisions],
            Outdated = outdated,
            Convertible = convertible,
            Fillable = fillable,
            Changes = [.. changes.Select(c => new EditedChange(c.Kind, c.Before, c.After, c.SystemOwned))],
            Warnings = [.. warnings],
            FormCheck = FormCheckResponse.Of(form),
        };
    }
}

/// <summary>One upload.</summary>
public sealed record EditedRevision
{
    /// <summary>From 1.</summary>
    public required int Revision { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Account or client.</summary>
    public required string UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Version of the document that the edit fits.</summary>
    public required int DocumentVersion { get; init; }

    public string? RemovedBy { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    internal static EditedRevision Of(EditedDraft e) => new()
    {
        Revision = e.Revision, FileName = e.FileName, Sha256 = e.Sha256, UploadedBy = e.UploadedBy, UploadedAt = e.UploadedAt,
        DocumentVersion = e.DocumentVersion, RemovedBy = e.RemovedBy, RemovedAt = e.RemovedAt,
    };
}

/// <summary>One difference between two drafts.</summary>
/// <param name="Kind"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Before">Paragraph of the system's draft; null when added.</param>
/// <param name="After">Paragraph of the edited draft; null when removed.</param>
/// <param name="SystemOwned">The system fills this part from its data (number, date, list).</param>
public sealed record EditedChange(DraftChangeKind Kind, string? Before, string? After, bool SystemOwned);
