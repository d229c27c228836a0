namespace Emulation.Documents.FormCheck;

/// <summary>Kind of document found in a file; the decree does not ask the same of all.</summary>
public enum FormNature
{
    /// <summary>Văn bản hành chính that is registered and sent: letters, plans, decisions, proposals.</summary>
    Official,
    /// <summary>Biên bản (Mẫu 1.9): place and date stand in the text, two sign.</summary>
    Minutes,
    /// <summary>Paper of a dossier or a session outside the decree's register: no number, no receivers.</summary>
    Form,
}
