using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages.Documents.Panels;

/// <summary>A part of a document's page. Names of its forms are unique on the page; it shows its own refusals.</summary>
public abstract class DocumentPanel : ActingPage
{
    /// <summary>The document as read for this request, so that its version is the newest also after a refusal.</summary>
    [Parameter, EditorRequired]
    public required DocumentAnswer Paper { get; set; }

    protected DocumentSummaryAnswer Document => Paper.Document;

    /// <summary>Whether the person is of the unit that issues this document.</summary>
    protected bool OfIssuer => Who.Unit() == Document.IssuedBy;

    /// <summary>Reads what the panel shows beside the document; most need nothing.</summary>
    protected override Task Load() => Task.CompletedTask;

    /// <summary>Acts and leads back to the page of the document.</summary>
    /// <param name="done">Mark of what was done; its words are in <see cref="Emulation.Portal.Documents.DocumentWords.Done"/>.</param>
    /// <param name="act">The act.</param>
    protected Task Act(string done, Func<Task> act) => Try(async () =>
    {
        await act();
        return $"/van-ban/{Document.Id}?da={done}";
    });
}
