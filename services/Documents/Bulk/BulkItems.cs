using Emulation.Documents.Certificates;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Certificates;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Pdf;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Bulk;

/// <summary>Draws what a job binds for one awardee.</summary>
internal sealed class BulkItems(DocumentsDbContext db, CertificateDesk desk, CertificateRenderer renderer, FontLibrary library)
{
    /// <summary>Adds one awardee's pages to a book; when he cannot be printed the book stays as it was.</summary>
    public async Task<Problem?> AddAsync(PdfBook book, BulkJob job, PrintedDecision source, DocumentLine line, CancellationToken cancellationToken)
    {
        var (certificate, template, problem) = await desk.PrepareAsync(source, line, job.Template, cancellationToken);
        // A dossier has its papers whether or not its form of award is printed; of a certificate nothing would be left.
        if (problem is not null && !(job.Content == BulkContent.Dossiers && problem.Code == Problems.NoCertificateForm.Code))
            return problem;
        if (certificate is not null && renderer.Refusal(book, certificate, template!) is { } refused)
            return refused;
        if (job.Content == BulkContent.Dossiers)
        {
            var context = book.NewContext();
            book.Add(context, PdfRenderer.Pages(context, await SheetAsync(source.Decision, line, cancellationToken)));
        }

        return certificate is null ? null : renderer.Add(book, certificate, template!);
    }

    /// <summary>The same as a file of its own, for a ZIP.</summary>
    public async Task<(byte[]? Pdf, Problem? Problem)> DrawAsync(BulkJob job, PrintedDecision source, DocumentLine line, CancellationToken cancellationToken)
    {
        using var target = new MemoryStream();
        var book = new PdfBook(library, target);
        if (await AddAsync(book, job, source, line, cancellationToken) is { } problem)
            return (null, problem);
        return (book.Save(target, new OfficialDocument($"{source.Decision.Symbol} – {line.NomineeName}", source.Decision.UnitName, source.Decision.UpdatedAt, [])), null);
    }

    /// <summary>The decision itself and the Tờ trình behind it, exactly as issued.</summary>
    public async Task<List<(string Name, Guid DocumentId)>> PapersAsync(BulkJob job, CancellationToken cancellationToken)
    {
        var nominations = desk.Lines(job.DocumentId, job.Scope).Select(l => l.NominationId);
        var papers = await db.Documents.AsNoTracking()
            .Where(d => d.State == DocumentState.Issued && (d.Id == job.DocumentId || d.Type == DocumentType.Proposal && d.Lines.Any(l => nominations.Contains(l.NominationId))))
            .OrderBy(d => d.Type).ThenBy(d => d.Id).Select(d => new { d.Id, d.Symbol, d.UnitCode }).ToListAsync(cancellationToken);
        return [.. papers.Select(p => ($"van-ban/{p.UnitCode}-{p.Symbol!.Replace('/', '-')}.pdf", p.Id))];
    }

    private async Task<OfficialDocument> SheetAsync(Document decision, DocumentLine line, CancellationToken cancellationToken)
    {
        var proposal = await db.Documents.AsNoTracking().Include(d => d.Lines.Where(l => l.NominationId == line.NominationId))
            .Where(d => d.Type == DocumentType.Proposal && d.State == DocumentState.Issued && d.Lines.Any(l => l.NominationId == line.NominationId))
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        return DossierSheet.Write(decision, line, proposal, proposal?.Lines[0]);
    }
}
