using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Bulk;

/// <summary>A job that binds certificates or dossiers of a decision into one file.</summary>
public sealed record BulkResponse
{
    public required Guid Id { get; init; }

    /// <summary>The decision.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Its number and symbol.</summary>
    public required string Symbol { get; init; }

    public required BulkContent Content { get; init; }

    public required BulkFormat Format { get; init; }

    public required BulkState State { get; init; }

    /// <summary>Awardees to work through.</summary>
    public required int Total { get; init; }

    /// <summary>Awardees worked through, with those refused.</summary>
    public required int Processed { get; init; }

    /// <summary>Awardees that could not be printed: <c>/documents/bulk/{id}/refusals</c>.</summary>
    public required int Refused { get; init; }

    /// <summary>Length of the file so far, in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Until when the file is kept, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal static BulkResponse Of(BulkJob job) => new()
    {
        Id = job.Id,
        DocumentId = job.DocumentId,
        Symbol = job.Symbol,
        Content = job.Content,
        Format = job.Format,
        State = job.State,
        Total = job.Total,
        Processed = job.Processed,
        Refused = job.Refused,
        Size = job.Size,
        CreatedAt = job.CreatedAt,
        EndedAt = job.EndedAt,
        ExpiresAt = job.ExpiresAt,
    };
}

internal static class BulkScope
{
    /// <summary>Jobs of the caller's unit and below.</summary>
    public static IQueryable<BulkJob> BulksOf(this DocumentsDbContext db, CurrentUser user) => db.Set<BulkJob>().VisibleTo(user, j => j.UnitCode);
}
