using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Bulk;

/// <summary>Reads a finished file chunk by chunk from wherever it is asked: one chunk is in memory, not the file.</summary>
/// <param name="db">Lives as long as the answer.</param>
/// <param name="job">Whose file it is.</param>
/// <param name="length">Length of the file.</param>
internal sealed class StoredFileStream(DocumentsDbContext db, Guid job, long length) : Stream
{
    private byte[] _chunk = [];
    private long _start;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.Length == 0)
            return 0;
        if (Position < _start || Position >= _start + _chunk.Length)
        {
            var found = await db.Set<BulkChunk>().AsNoTracking().Where(c => c.JobId == job && c.Start <= Position).OrderByDescending(c => c.Start)
                .Select(c => new { c.Start, c.Content }).FirstOrDefaultAsync(cancellationToken)
                ?? throw new IOException("The file was removed while it was read.");
            (_start, _chunk) = (found.Start, found.Content);
        }

        var from = (int)(Position - _start);
        var count = Math.Min(buffer.Length, _chunk.Length - from);
        _chunk.AsSpan(from, count).CopyTo(buffer.Span);
        Position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => length + offset };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous reading.");

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
