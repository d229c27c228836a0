using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain;

/// <summary>What is bound for each awardee.</summary>
public enum BulkContent
{
    /// <summary>Giấy khen, bằng khen.</summary>
    Certificates,
    /// <summary>Phiếu hồ sơ with the certificate; in a ZIP also the Tờ trình and the decision themselves, as issued.</summary>
    Dossiers,
}

public enum BulkFormat
{
    /// <summary>One ZIP, a PDF for each awardee.</summary>
    Zip,
    /// <summary>One PDF, for a printing house.</summary>
    Pdf,
}

public enum BulkState
{
    /// <summary>Not begun.</summary>
    Waiting,
    /// <summary>Being worked at, part by part.</summary>
    Running,
    /// <summary>The file is ready.</summary>
    Done,
    /// <summary>Stopped by an official; nothing is kept.</summary>
    Cancelled,
    /// <summary>Given up: errors that repeat, or nobody who could be printed.</summary>
    Failed,
    /// <summary>Its time is over; the file is removed.</summary>
    Expired,
}

/// <summary>Certificates or dossiers of one decision as one file. It is made in parts; a part and how far it came are one transaction, so that whoever goes on after a crash neither loses nor repeats anything.</summary>
public sealed class BulkJob : Aggregate
{
    private const int Patience = 5;

    /// <param name="createdAt">UTC.</param>
    public BulkJob(DateTimeOffset createdAt) => (Id, CreatedAt) = (Guid.CreateVersion7(createdAt), createdAt);

    public required string UnitCode { get; init; }

    /// <summary>Proposing unit whose awardees are bound, with the bodies below it; null = all of the decision.</summary>
    public string? Scope { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Number and symbol of the decision.</summary>
    public required string Symbol { get; init; }

    public required BulkContent Content { get; init; }

    public required BulkFormat Format { get; init; }

    /// <summary>Template asked for; null = the one taken by itself.</summary>
    public string? Template { get; init; }

    public BulkState State { get; private set; }

    public required int Total { get; init; }

    /// <summary>Awardees worked through, with those that could not be printed.</summary>
    public int Processed { get; private set; }

    /// <summary>Those that could not be printed.</summary>
    public int Refused { get; private set; }

    /// <summary>Số sổ vàng of the last one worked through.</summary>
    public int LastOrder { get; private set; }

    /// <summary>Chunks stored so far.</summary>
    public int Chunks { get; private set; }

    /// <summary>Length of the file so far.</summary>
    public long Size { get; private set; }

    /// <summary>What the writer of the file must remember between two parts, as JSON.</summary>
    public string? Writer { get; private set; }

    /// <summary>SHA-256 over the chunks one after the other, lower-case hexadecimal.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Parts that ended in an error since the last that did not.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Until when the file is kept, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    public bool IsOpen => State is BulkState.Waiting or BulkState.Running;

    /// <summary>One part more is stored.</summary>
    public void Advance(int processed, int refused, int lastOrder, int chunks, long size, string? writer, string digest)
    {
        if (!IsOpen)
            throw new InvalidOperationException("The job has ended.");
        (State, Processed, Refused, LastOrder) = (BulkState.Running, Processed + processed, Refused + refused, lastOrder);
        (Chunks, Size, Writer, Digest, Failures) = (chunks, size, writer, digest, 0);
        Touch();
    }

    public void Finish(DateTimeOffset at, TimeSpan keep)
    {
        (State, EndedAt, ExpiresAt, Writer) = (BulkState.Done, at, at + keep, null);
        Touch();
    }

    /// <summary>A part ended in an error; after several in a row the job is given up.</summary>
    public void Stumble(DateTimeOffset at)
    {
        Failures++;
        if (Failures >= Patience)
            (State, EndedAt) = (BulkState.Failed, at);
        Touch();
    }

    public Problem? Cancel(DateTimeOffset at)
    {
        if (!IsOpen)
            return Problems.BulkEnded;
        (State, EndedAt, Writer) = (BulkState.Cancelled, at, null);
        Touch();
        return null;
    }

    /// <summary>Not one awardee could be printed: there is no file.</summary>
    public void GiveUp(DateTimeOffset at)
    {
        (State, EndedAt, Writer) = (BulkState.Failed, at, null);
        Touch();
    }

    public void Expire()
    {
        State = BulkState.Expired;
        Touch();
    }
}

/// <summary>A piece of the file, in order.</summary>
public sealed class BulkChunk
{
    public required Guid JobId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    /// <summary>Where it begins in the file.</summary>
    public required long Start { get; init; }

    public required int Length { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>What the end of the file needs to know of one part.</summary>
public sealed class BulkPart
{
    public required Guid JobId { get; init; }

    /// <summary>Chunks before it: parts in their order.</summary>
    public required int Number { get; init; }

    /// <summary>Nodes of a PDF part as JSON; null in a ZIP.</summary>
    public string? Summary { get; init; }

    /// <summary>Places of the objects of a PDF part, or the directory entries of a ZIP part.</summary>
    public required byte[] Index { get; init; }
}

/// <summary>An awardee that could not be printed; the others are not held up.</summary>
public sealed class BulkRefusal
{
    public required Guid JobId { get; init; }

    public required int Order { get; init; }

    public required Guid NominationId { get; init; }

    public required string Name { get; init; }

    public required string Code { get; init; }

    public required string Reason { get; init; }
}
