namespace Emulation.Documents.Rendering.Model;

/// <summary>One piece of a document; both renderers know every kind.</summary>
internal abstract record Block;

/// <summary>Boxes 1–4: agency at the left, Quốc hiệu at the right, number and place on one line; box 5b below the number of a công văn.</summary>
/// <param name="Parent">Agency above, in lines.</param>
/// <param name="Agency">Issuing agency, in lines.</param>
/// <param name="Number">“Số: 07/TTr-UBND”; empty for forms without a number.</param>
/// <param name="PlaceAndDate">“Hải An, ngày 05 tháng 12 năm 2026”.</param>
/// <param name="Subject">“V/v …” of a công văn, which has no title; null otherwise.</param>
internal sealed record Letterhead(IReadOnlyList<string> Parent, IReadOnlyList<string> Agency, string Number, string PlaceAndDate, string? Subject = null) : Block;

/// <summary>Box 5a: type and abstract with the rule below.</summary>
internal sealed record TitleBlock(string Type, string Abstract) : Block;

/// <summary>A bold line of its own in the middle: the agency that decides, and “QUYẾT ĐỊNH:”.</summary>
internal sealed record CentredLine(string Text) : Block;

/// <summary>Box 9a: one receiver on the same line, several on lines of their own.</summary>
internal sealed record Addressees(IReadOnlyList<string> Receivers) : Block;

/// <summary>Box 6: legal bases, given without their closing signs; the renderers set “;” and the last “.”.</summary>
internal sealed record LegalBases(IReadOnlyList<string> Bases) : Block;

/// <summary>Body text.</summary>
internal sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    public static Paragraph Of(string text) => new([new Run(text)]);
}

/// <summary>Mục (level 1: I., capitals) or khoản with a heading (level 2: 1.).</summary>
internal sealed record Heading(int Level, string Text) : Block;

/// <summary>Head of an annex: label, title in capitals, and to which document it belongs.</summary>
internal sealed record AnnexTitle(string? Label, string Title, string AttachedTo) : Block;

/// <summary>A ruled table whose head is repeated on each page.</summary>
internal sealed record TableBlock(IReadOnlyList<Column> Columns, IReadOnlyList<TableRow> Rows) : Block;

/// <summary>Boxes 7 and 9b side by side.</summary>
internal sealed record SignatureBlock(IReadOnlyList<string> Authority, string? SignerName, IReadOnlyList<string> Recipients) : Block;

/// <summary>Signers side by side, as under minutes and pledges.</summary>
/// <param name="Signers">From left to right, in columns of the same width.</param>
/// <param name="Receivers">Box 9b below them at the left, as under minutes (Mẫu 1.9); null for forms that go to nobody.</param>
internal sealed record SignerRow(IReadOnlyList<SignerColumn> Signers, IReadOnlyList<string>? Receivers = null) : Block;

/// <summary>One signer.</summary>
/// <param name="Authority">Lines above the signature: “THƯ KÝ”, “CHỦ TRÌ”.</param>
/// <param name="Hint">“(Ký, ghi rõ họ tên)”; null for none.</param>
/// <param name="Name">Null leaves the line open.</param>
internal sealed record SignerColumn(IReadOnlyList<string> Authority, string? Hint, string? Name);

/// <summary>Part of a paragraph.</summary>
internal sealed record Run(string Text, bool Bold = false, bool Italic = false);

/// <summary>Column of a table; the widths are shares of the width of the text.</summary>
internal sealed record Column(string Head, double Share, TextAlign Align = TextAlign.Left);

/// <summary>One row; a group row has one cell over all columns, a strong one is bold.</summary>
internal sealed record TableRow(IReadOnlyList<string> Cells, bool Group = false, bool Strong = false);
