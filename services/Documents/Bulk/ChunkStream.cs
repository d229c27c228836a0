using System.Security.Cryptography;

namespace Emulation.Documents.Bulk;

/// <summary>A stream that hands on what it has whenever a chunk is full; no more than one chunk is ever in memory.</summary>
/// <param name="store">Takes a chunk: its number, where it begins, its bytes.</param>
/// <param name="number">Number of the next chunk.</param>
/// <param name="start">Where the next chunk begins.</param>
/// <param name="digest">Digest of the chunks before.</param>
internal sealed class ChunkStream(Action<int, long, byte[]> store, int number, long start, string digest) : Stream
{
    public const int ChunkSize = 1 << 20;

    private readonly byte[] _buffer = new byte[ChunkSize];
    private int _used;

    /// <summary>Number of the next chunk.</summary>
    public int Number { get; private set; } = number;

    /// <summary>Digest of the chunks handed on.</summary>
    public string Digest { get; private set; } = digest;

    public override long Length => start + _used;

    public override long Position { get => Length; set => throw new NotSupportedException(); }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var step = Math.Min(buffer.Length, _buffer.Length - _used);
            buffer[..step].CopyTo(_buffer.AsSpan(_used));
            _used += step;
            buffer = buffer[step..];
            if (_used == _buffer.Length)
                HandOn();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Hands on what is left, also when the chunk is not full.</summary>
    public void HandOn()
    {
        if (_used == 0)
            return;
        var chunk = _buffer[.._used];
        store(Number++, start, chunk);
        Digest = Convert.ToHexStringLower(SHA256.HashData([.. System.Text.Encoding.ASCII.GetBytes(Digest), .. SHA256.HashData(chunk)]));
        (start, _used) = (start + chunk.Length, 0);
    }

    public override void Flush()
    {
        // A chunk leaves when it is full, or when the part ends.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
