namespace Emulation.Documents.PlanImport.Outline;

/// <summary>A place in the text of an import.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Start">First character, from 0, in UTF-16 units of the text.</param>
/// <param name="End">The character after the last one.</param>
/// <param name="Page">Page, from 1; of a file without pages 1.</param>
public sealed record SourceSpan(int Line, int Start, int End, int Page);

/// <summary>A part of a plan with its printed mark.</summary>
/// <param name="Index">Position in the plan, from 0.</param>
/// <param name="Parent">Index of the part above; null at the top.</param>
/// <param name="Level">Depth, from 1.</param>
/// <param name="Address">Where it stands: <c>III.2.1.2.b.1</c>; a mark printed twice is told apart as <c>V.2[2]</c>.</param>
/// <param name="Kind">Kind of mark.</param>
/// <param name="Mark">Mark as printed; empty when there is none.</param>
/// <param name="Text">Words after the mark.</param>
/// <param name="Span">Where it is in the text, with its mark.</param>
public sealed record PlanNode(int Index, int? Parent, int Level, string Address, MarkKind Kind, string Mark, string Text, SourceSpan Span);
