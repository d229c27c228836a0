using System.Buffers.Binary;
using Microsoft.AspNetCore.DataProtection;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>That a member has handed in the secret paper of a session – and nothing else: no time, no paper, no order (docs/adr/0025).</summary>
public sealed class PaperMark
{
    public required Guid SessionId { get; init; }
    public required Guid MemberId { get; init; }
}

/// <summary>The ballot box of a session while votes are cast: sealed sums, never papers. It is gone once it is counted.</summary>
public sealed class SecretBox
{
    public required Guid SessionId { get; init; }
    public required byte[] Sealed { get; set; }
}

/// <summary>A vote by show of hands.</summary>
public sealed class OpenVote
{
    public required Guid ItemId { get; init; }
    public required Guid MemberId { get; init; }
    public required Guid SessionId { get; init; }
    public required Choice Choice { get; init; }
    public string? Reason { get; init; }

    /// <summary>Given in writing by an absent member.</summary>
    public bool Written { get; init; }

    public required string EnteredBy { get; init; }
}

/// <summary>Opens and seals ballot boxes. Always of one length, so that the box shows nothing of what fell into it.</summary>
public sealed class BallotSeal(IDataProtectionProvider protection)
{
    private const int Line = 16 + (4 * sizeof(int));

    public byte[] Seal(Guid sessionId, IReadOnlyDictionary<Guid, Tally> sums)
    {
        var open = new byte[sums.Count * Line];
        var at = open.AsSpan();
        foreach (var (item, tally) in sums.OrderBy(s => s.Key))
        {
            item.TryWriteBytes(at);
            BinaryPrimitives.WriteInt32LittleEndian(at[16..], tally.Yes);
            BinaryPrimitives.WriteInt32LittleEndian(at[20..], tally.No);
            BinaryPrimitives.WriteInt32LittleEndian(at[24..], tally.Abstain);
            BinaryPrimitives.WriteInt32LittleEndian(at[28..], tally.Invalid);
            at = at[Line..];
        }
        return For(sessionId).Protect(open);
    }

    /// <summary>The sums in the box; fails when the keys it was sealed with are gone.</summary>
    public Dictionary<Guid, Tally> Open(SecretBox box)
    {
        var sums = new Dictionary<Guid, Tally>();
        for (ReadOnlySpan<byte> at = For(box.SessionId).Unprotect(box.Sealed); at.Length > 0; at = at[Line..])
        {
            sums[new Guid(at[..16])] = new(BinaryPrimitives.ReadInt32LittleEndian(at[16..]), BinaryPrimitives.ReadInt32LittleEndian(at[20..]),
                BinaryPrimitives.ReadInt32LittleEndian(at[24..]), BinaryPrimitives.ReadInt32LittleEndian(at[28..]));
        }
        return sums;
    }

    private IDataProtector For(Guid sessionId) => protection.CreateProtector("Emulation.SecretBallot.v1", sessionId.ToString());
}
