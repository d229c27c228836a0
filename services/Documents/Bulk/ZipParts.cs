using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Emulation.Documents.Bulk;

/// <summary>A ZIP written entry by entry, so that it can be gone on with after a restart. PDF is packed in itself: entries are stored as they are.</summary>
internal sealed class ZipParts(Stream target, long position, DateTimeOffset stamp)
{
    private const uint Utf8 = 1 << 11;

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    private readonly ArrayBufferWriter<byte> _directory = new();

    /// <summary>Entries of the directory at the end of the file, for what was added here.</summary>
    public byte[] Directory => _directory.WrittenSpan.ToArray();

    public int Count { get; private set; }

    public long Position { get; private set; } = position;

    public void Add(string name, byte[] content)
    {
        // Without the 64-bit extensions; a job is held well below this by the number of its awardees.
        if (Position + content.Length > uint.MaxValue - (1 << 28))
            throw new InvalidOperationException("The ZIP would be larger than 4 GB.");
        var path = Encoding.UTF8.GetBytes(name);
        var offset = (uint)Position;
        byte[] common = [.. Two(20), .. Two(Utf8), .. Two(0), .. Four(DosTime()), .. Four(Crc(content)), .. Four((uint)content.Length), .. Four((uint)content.Length), .. Two((uint)path.Length), .. Two(0)];
        Write([.. "PK\u0003\u0004"u8, .. common, .. path]);
        Write(content);
        _directory.Write([.. "PK\u0001\u0002"u8, .. Two(20), .. common, .. Two(0), .. Two(0), .. Two(0), .. Four(0), .. Four(offset), .. path]);
        Count++;
    }

    /// <summary>Writes the directory of all parts.</summary>
    public void Finish(IEnumerable<byte[]> directories, int count)
    {
        var start = Position;
        foreach (var directory in directories)
            Write(directory);
        var size = Position - start;
        Write([.. "PK\u0005\u0006"u8, .. Two(0), .. Two(0), .. Two((uint)count), .. Two((uint)count), .. Four((uint)size), .. Four((uint)start), .. Two(0)]);
    }

    private uint DosTime()
    {
        var at = stamp.ToOffset(TimeSpan.FromHours(7));
        return ((uint)(at.Year - 1980) << 25) | ((uint)at.Month << 21) | ((uint)at.Day << 16) | ((uint)at.Hour << 11) | ((uint)at.Minute << 5) | ((uint)at.Second / 2);
    }

    private void Write(byte[] bytes)
    {
        target.Write(bytes);
        Position += bytes.Length;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var b in bytes)
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static byte[] Two(uint value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
