using System.Globalization;
using Emulation.Documents.Signing.Revisions;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Signing.Writing;

/// <summary>How a signature looks on the page (Nghị định 30/2020, Phụ lục I.II.7, 8).</summary>
internal enum SignatureLook
{
    /// <summary>Between title and name, blue.</summary>
    Person,

    /// <summary>Round red seal over about a third of the person's signature, at its left.</summary>
    Organisation,

    /// <summary>On an attachment of its own file: top right corner of page 1, text only.</summary>
    Attachment,
}

/// <summary>One signature to be put into a file.</summary>
internal sealed record NewSignature
{
    /// <summary>Name of the signer as in the certificate, with the e-mail if it has one.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required SignatureLook Look { get; init; }

    /// <summary>Lines of text; of a seal the name along its edge.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Page from 0.</summary>
    public required int Page { get; init; }

    public required PdfBox Box { get; init; }

    /// <summary>Picture to show in place of the drawn lines or seal: PNG, may be transparent.</summary>
    public byte[]? Picture { get; init; }

    /// <summary>Third line of the stamp (LTN-26-30/K.1).</summary>
    public string Reason => $"{Name} đã ký lên văn bản này!";

    /// <summary>Second line of the stamp.</summary>
    public const string Location = "Việt Nam";

    /// <summary>First line of the stamp, as PDF writes it.</summary>
    public string PdfTime => VietnamTime.Local(Time).ToString("'D:'yyyyMMddHHmmss'+07''00'''", CultureInfo.InvariantCulture);
}
