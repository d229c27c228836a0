namespace Emulation.Documents.Domain;

/// <summary>In whose name a document is signed (Nghị định 30/2020 Điều 13).</summary>
public enum SigningForm
{
    /// <summary>TM.: the head of a collective body on its behalf.</summary>
    OnBehalf,
    /// <summary>The head in his own right.</summary>
    OwnRight,
    /// <summary>KT.: a deputy in his field.</summary>
    Deputy,
    /// <summary>TL.: by order of the head, as the working regulation allows.</summary>
    ByOrder,
    /// <summary>TUQ.: by a written mandate, limited in time.</summary>
    ByMandate,
}

/// <summary>Who signs in whose name, and who receives it.</summary>
/// <param name="SigningForm">Null = as the type of paper asks.</param>
/// <param name="SignerName">Null leaves the line open.</param>
/// <param name="SignerPosition">Null = head of the issuing unit.</param>
/// <param name="Recipients">Null = by type.</param>
public sealed record Presentation(SigningForm? SigningForm, string? SignerName, string? SignerPosition, string[]? Recipients);
