using System.Text.Json;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Certificates;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Pdf;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Bulk;

/// <summary>Makes one part of a job: some awardees, or the end of the file. What it writes is in the transaction of its caller.</summary>
internal sealed class BulkBinder(DocumentsDbContext db, CertificateDesk desk, BulkItems items, FontLibrary library, IConfiguration configuration, TimeProvider time)
{
    /// <summary>So many that a part takes about a second: an official who cancels does not wait, a crash repeats little.</summary>
    public const int PartItems = 50;

    public async Task MakePartAsync(BulkJob job, CancellationToken cancellationToken)
    {
        var decision = await db.Documents.AsNoTracking().SingleAsync(d => d.Id == job.DocumentId, cancellationToken);
        var lines = await desk.Lines(job.DocumentId, job.Scope).Where(l => l.Order > job.LastOrder).Take(PartItems).ToListAsync(cancellationToken);
        var target = new ChunkStream((number, start, content) => Store(job.Id, number, start, content), job.Chunks, job.Size, job.Digest);
        if (lines.Count == 0 && job.Refused == job.Processed)
        {
            job.GiveUp(time.GetUtcNow());
            await db.ForgetBulkAsync(job.Id, cancellationToken);
            return;
        }

        if (lines.Count == 0)
        {
            End(job, decision, target);
            target.HandOn();
            job.Advance(0, 0, job.LastOrder, target.Number, target.Length, job.Writer, target.Digest);
            job.Finish(time.GetUtcNow(), BulkOptions.From(configuration).KeepFor);
            db.Audit("bulk-job", job.Id, "done", "system", time.GetUtcNow(), changes: new { job.Processed, job.Refused, job.Size });
            return;
        }

        var source = await desk.OpenAsync(decision, cancellationToken);
        var first = job.Chunks;
        var (writer, part, refused) = job.Format == BulkFormat.Pdf
            ? await BindAsync(job, source, lines, target, cancellationToken)
            : await PackAsync(job, source, lines, target, cancellationToken);
        target.HandOn();
        db.Add(new BulkPart { JobId = job.Id, Number = first, Summary = part.Summary, Index = part.Index });
        job.Advance(lines.Count, refused, lines[^1].Order!.Value, target.Number, target.Length, writer, target.Digest);
    }

    private async Task<(string Writer, (string? Summary, byte[] Index) Part, int Refused)> BindAsync(
        BulkJob job, PrintedDecision source, List<DocumentLine> lines, ChunkStream target, CancellationToken cancellationToken)
    {
        var book = job.Writer is null ? new PdfBook(library, target) : new PdfBook(library, target, JsonSerializer.Deserialize<BookState>(job.Writer, Json.Options)!);
        var refused = 0;
        foreach (var line in lines)
        {
            if (await items.AddAsync(book, job, source, line, cancellationToken) is not { } problem)
                continue;
            Refuse(job, line, problem);
            refused++;
        }

        var (part, state) = book.Close();
        return (JsonSerializer.Serialize(state, Json.Options), (JsonSerializer.Serialize(part, Json.Options), Bytes(book.Offsets)), refused);
    }

    private async Task<(string Writer, (string? Summary, byte[] Index) Part, int Refused)> PackAsync(
        BulkJob job, PrintedDecision source, List<DocumentLine> lines, ChunkStream target, CancellationToken cancellationToken)
    {
        var zip = new ZipParts(target, job.Size, source.Decision.UpdatedAt);
        var entries = job.Writer is null ? 0 : JsonSerializer.Deserialize<int>(job.Writer, Json.Options);
        if (job.Writer is null && job.Content == BulkContent.Dossiers)
        {
            foreach (var (name, document) in await items.PapersAsync(job, cancellationToken))
                zip.Add(name, await db.Files.AsNoTracking().Where(f => f.DocumentId == document && f.Format == FileFormat.Pdf).Select(f => f.Content).SingleAsync(cancellationToken));
        }

        var refused = 0;
        foreach (var line in lines)
        {
            var (pdf, problem) = await items.DrawAsync(job, source, line, cancellationToken);
            if (pdf is null)
            {
                Refuse(job, line, problem!);
                refused++;
                continue;
            }

            zip.Add($"{(job.Content == BulkContent.Dossiers ? "ho-so/" : "")}{DownloadCertificate.FileName(source.Decision, line, FileFormat.Pdf)}", pdf);
        }

        return (JsonSerializer.Serialize(entries + zip.Count, Json.Options), (null, zip.Directory), refused);
    }

    private void End(BulkJob job, Document decision, ChunkStream target)
    {
        if (job.Format == BulkFormat.Zip)
        {
            new ZipParts(target, job.Size, decision.UpdatedAt).Finish(Indexes(job.Id), JsonSerializer.Deserialize<int>(job.Writer!, Json.Options));
            return;
        }

        var parts = db.Set<BulkPart>().AsNoTracking().Where(p => p.JobId == job.Id).OrderBy(p => p.Number).Select(p => p.Summary!).ToList()
            .ConvertAll(summary => JsonSerializer.Deserialize<BookPart>(summary, Json.Options)!);
        var state = JsonSerializer.Deserialize<BookState>(job.Writer!, Json.Options)!;
        var about = new OfficialDocument($"Giấy khen, bằng khen theo Quyết định số {decision.Symbol}", decision.UnitName, decision.UpdatedAt, []);
        PdfBook.Finish(library, target, state, parts, Indexes(job.Id).SelectMany(Offsets), about, job.Digest[..32].ToUpperInvariant());
    }

    /// <summary>Of one part after the other: the index of a long book is itself long.</summary>
    private IEnumerable<byte[]> Indexes(Guid job)
    {
        foreach (var number in db.Set<BulkPart>().Where(p => p.JobId == job).OrderBy(p => p.Number).Select(p => p.Number).ToList())
            yield return db.Set<BulkPart>().Where(p => p.JobId == job && p.Number == number).Select(p => p.Index).Single();
    }

    private void Refuse(BulkJob job, DocumentLine line, Problem problem) => db.Add(new BulkRefusal
    {
        JobId = job.Id, Order = line.Order!.Value, NominationId = line.NominationId, Name = line.NomineeName, Code = problem.Code, Reason = problem.Detail ?? problem.Title,
    });

    /// <summary>Past the change tracker, which would hold every chunk until the save.</summary>
    private void Store(Guid job, int number, long start, byte[] content) => db.Database.ExecuteSql(
        $"INSERT INTO bulk_chunks (job_id, number, start, length, content) VALUES ({job}, {number}, {start}, {content.Length}, {content})");

    private static byte[] Bytes(IReadOnlyList<long> offsets)
    {
        var bytes = new byte[offsets.Count * sizeof(long)];
        Buffer.BlockCopy(offsets.ToArray(), 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static long[] Offsets(byte[] bytes)
    {
        var offsets = new long[bytes.Length / sizeof(long)];
        Buffer.BlockCopy(bytes, 0, offsets, 0, bytes.Length);
        return offsets;
    }
}
