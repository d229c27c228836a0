using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>What became of each item of a batch.</summary>
/// <param name="Items">One answer for each item, in the order sent.</param>
/// <param name="Accepted">Number of items that took effect.</param>
/// <param name="Refused">Number of items that did not.</param>
public sealed record ScoreSheetBatchResponse(ScoreSheetBatchItem[] Items, int Accepted, int Refused);

/// <summary>What became of one item of a batch.</summary>
/// <param name="Index">Place in the batch, from 0.</param>
/// <param name="Status">HTTP status that the item would have got alone.</param>
/// <param name="SheetId">Sheet that was created or appraised.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Problem">Why the item was refused.</param>
public sealed record ScoreSheetBatchItem(int Index, int Status, Guid? SheetId, int? Version, Problem? Problem);

/// <summary>Items are read and checked one by one, so that a bad one never spoils the others.</summary>
internal static class Batch
{
    public const int MaxItems = 200;

    // Whoever changed the same sheets meanwhile is done after one or two tries.
    public const int Tries = 3;

    public static async Task<(T? Item, Problem? Problem)> Read<T>(JsonElement element, HttpContext http) where T : class
    {
        T item;
        try
        {
            item = element.Deserialize<T>(Json.Options) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            return (null, CommonProblems.MalformedJson.At(Pointer(e.Path ?? "$"), "Thiếu trường bắt buộc, thừa trường, hoặc giá trị sai kiểu."));
        }
        var options = http.RequestServices.GetRequiredService<IOptions<ValidationOptions>>().Value;
        if (!options.TryGetValidatableTypeInfo(typeof(T), out var type))
            throw new InvalidOperationException($"{typeof(T).Name} has no generated validation.");
        var context = new ValidateContext { ValidationOptions = options, ValidationContext = new ValidationContext(item, http.RequestServices, null) };
        await type.ValidateAsync(item, context, http.RequestAborted);
        return context.ValidationErrors is { Count: > 0 } errors
            ? (null, CommonProblems.Invalid with { Errors = [.. errors.SelectMany(e => e.Value.Select(text => new FieldError(Pointer(e.Key), text)))] })
            : (item, null);
    }

    public static ScoreSheetBatchResponse Answer(IReadOnlyList<(ScoreSheet? Sheet, Problem? Problem)> results, int success)
    {
        var items = results.Select((r, i) => r.Problem is { } p ? new ScoreSheetBatchItem(i, p.Status, null, null, p) : new ScoreSheetBatchItem(i, success, r.Sheet!.Id, r.Sheet.Version, null)).ToArray();
        var accepted = items.Count(i => i.Problem is null);
        return new ScoreSheetBatchResponse(items, accepted, items.Length - accepted);
    }

    /// <summary>Takes back what a failed save was to write, but keeps the answer that an Idempotency-Key waits for.</summary>
    public static void Forget(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is ScoreSheet or AuditEntry or OutboxMessage).ToList())
            entry.State = EntityState.Detached;
    }

    // Errors.Pointer of ServiceDefaults says the same of whole requests.
    private static string Pointer(string path) =>
        "/" + string.Join('/', path.TrimStart('$').Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries).Select(p => char.ToLowerInvariant(p[0]) + p[1..]));
}
