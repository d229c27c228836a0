using System.Text.Json;
using Emulation.Documents.Data;
using Emulation.Documents.PlanImport;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Features.PlanImports;

/// <summary>What the officer says to the fields of an import; fields that are not named stay as they are.</summary>
public sealed record ReviewPlanImportRequest
{
    /// <summary>1–500 fields, each once.</summary>
    [Items(1, 500)]
    public required FieldReview[] Fields { get; init; }
}

/// <summary>The officer's word on a field.</summary>
[ValidatableType]
public sealed record FieldReview
{
    /// <summary>Key of the field; a key of a group that is new (<c>bases/9</c>, <c>quotas/new-1</c>) adds what the reading missed.</summary>
    [Text(80)]
    public required string Key { get; init; }

    /// <summary>Right as read, corrected, left out, or open again.</summary>
    public required FieldCheck Check { get; init; }

    /// <summary>With <c>corrected</c> only: the value, in the shape of the group.</summary>
    public JsonElement? Value { get; init; }
}

internal static class ReviewPlanImport
{
    private const int MostFields = 2000;

    public static void Map(IEndpointRouteBuilder group) => group.MapPut("/plan-imports/{id:guid}/fields", Handle)
        .RequireAuthorization(Policies.CampaignsWrite)
        .WithName(nameof(ReviewPlanImport)).WithSummary("Xác nhận, sửa, bỏ hoặc bổ sung các trường đọc từ kế hoạch")
        .Produces<PlanImportResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(Guid id, ReviewPlanImportRequest request, DocumentsDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await GetPlanImport.FindAsync(db, id, user, ct) is not { } import)
            return Problems.ImportNotFound.Result();
        if (Preconditions.IfMatch(http, import.Version) is { } stale)
            return stale.Result();
        List<ImportedField> fields = [.. import.Fields];
        HashSet<string> named = new(StringComparer.Ordinal);
        for (var i = 0; i < request.Fields.Length; i++)
        {
            var review = request.Fields[i];
            if (!named.Add(review.Key))
                return Problems.FieldInvalid.At($"/fields/{i}/key", "Trường này đã nêu ở trên.").Result();
            if (Apply(fields, review, i) is { } wrong)
                return wrong.Result();
        }
        if (fields.Count > MostFields)
            return Problems.FieldInvalid.At("/fields", $"Một kế hoạch có không quá {MostFields} trường.").Result();
        if (fields.Find(f => f.Key == "unitCode") is { Check: FieldCheck.Corrected } unit && unit.Value!.Value.GetString() is var code && !await db.Units.AnyAsync(u => u.Code == code, ct))
            return Problems.UnknownUnit.At($"/fields/{Array.FindIndex(request.Fields, f => f.Key == "unitCode")}/value", "Mã này không có trong danh mục đơn vị.").Result();
        if (YearsRefused(fields, request.Fields) is { } odd)
            return odd.Result();
        var now = time.GetUtcNow();
        import.Review([.. fields], now);
        db.Audit("planImport", import.Id, "reviewed", user.Id, now, changes: request.Fields.Select(f => new { f.Key, f.Check }), from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        Preconditions.SetETag(http, import.Version);
        return TypedResults.Ok(PlanImportResponse.Of(import));
    }

    /// <summary>Told at the year that is at fault, or at the one that the officer gave. A year that nobody speaks of here holds up nothing else.</summary>
    private static Problem? YearsRefused(List<ImportedField> fields, FieldReview[] reviews)
    {
        if (PlanYears.Fault(fields) is not { } fault)
            return null;
        var at = Array.FindIndex(reviews, r => r.Key == fault.Key);
        if (at < 0 && fault.OfBoth)
            at = Array.FindIndex(reviews, r => r.Key == PlanYears.From);
        return at < 0 ? null : Problems.YearsDoNotFit.At($"/fields/{at}/{(reviews[at].Check == FieldCheck.Corrected ? "value" : "check")}", fault.Detail);
    }

    private static Problem? Apply(List<ImportedField> fields, FieldReview review, int i)
    {
        var at = fields.FindIndex(f => f.Key == review.Key);
        if (at < 0 && (review.Check != FieldCheck.Corrected || FieldValues.LabelToAdd(review.Key) is null))
            return Problems.UnknownField.At($"/fields/{i}/key", $"Không có trường “{review.Key}”.");
        if (review.Check != FieldCheck.Corrected && review.Value is not null)
            return Problems.FieldInvalid.At($"/fields/{i}/value", "Chỉ ghi giá trị khi sửa (corrected).");
        var field = at < 0 ? new ImportedField { Key = review.Key, Label = FieldValues.LabelToAdd(review.Key)!, State = FieldState.Missing, Reason = "Cán bộ bổ sung." } : fields[at];
        switch (review.Check)
        {
            case FieldCheck.Corrected:
                var (value, fault) = review.Value is { } given ? FieldValues.Check(review.Key, given) : (null, "Sửa thì phải ghi giá trị.");
                if (fault is not null)
                    return Problems.FieldInvalid.At($"/fields/{i}/value", fault);
                field = field with { Value = value, ReadAs = field.Check == FieldCheck.Corrected ? field.ReadAs : field.Value, Check = FieldCheck.Corrected };
                break;
            case FieldCheck.Confirmed when field.Value is null:
                return Problems.FieldInvalid.At($"/fields/{i}/check", "Trường này chưa có giá trị để xác nhận.");
            default:
                // What was read comes back, whatever was given instead.
                field = field with { Value = field.Check == FieldCheck.Corrected ? field.ReadAs : field.Value, ReadAs = null, Check = review.Check };
                if (review.Check == FieldCheck.Confirmed && field.Value is null)
                    return Problems.FieldInvalid.At($"/fields/{i}/check", "Trường này chưa có giá trị để xác nhận.");
                break;
        }
        if (at < 0)
            fields.Add(field);
        else
            fields[at] = field;
        return null;
    }
}
