namespace Emulation.Documents.FormCheck;

/// <summary>How much a deviation weighs.</summary>
public enum FormSeverity
{
    /// <summary>The decree says otherwise.</summary>
    Error,
    /// <summary>Most likely a deviation; a person looks at it.</summary>
    Warning,
}

/// <summary>What is asked of one element.</summary>
/// <param name="Code">Stable, never reused: TT and two digits.</param>
/// <param name="Title">Element and aspect, in Vietnamese.</param>
/// <param name="Asked">What the decree asks, in Vietnamese.</param>
/// <param name="Law">Where: article or place in an appendix of Nghị định 30/2020/NĐ-CP.</param>
internal sealed record FormRule(string Code, string Title, string Asked, string Law)
{
    public Finding Wrong(FormParagraph? at, string found, FormSeverity severity = FormSeverity.Error) => new(this, Verdict.Deviates, found) { At = at, Severity = severity };

    public Finding Fine(string found, FormParagraph? at = null) => new(this, Verdict.Fine, found) { At = at };

    /// <summary>The decree does not ask this of the kind of document found.</summary>
    public Finding NotAsked(string why) => new(this, Verdict.NotAsked, why);

    public Finding Unknown(string why) => new(this, Verdict.Unknown, why);
}

internal enum Verdict
{
    Deviates,
    Fine,
    Unknown,
    NotAsked,
}

/// <summary>The outcome of one rule at one place.</summary>
/// <param name="Found">What was found; why it cannot be told.</param>
internal sealed record Finding(FormRule Rule, Verdict Verdict, string Found)
{
    public FormParagraph? At { get; init; }

    public int? Page { get; init; }

    public FormSeverity Severity { get; init; }
}
