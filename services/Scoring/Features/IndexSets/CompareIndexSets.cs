using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>What differs between two index sets.</summary>
/// <param name="From">The one compared with.</param>
/// <param name="To">The one asked for.</param>
/// <param name="Added">Number of parts that only the one asked for has.</param>
/// <param name="Removed">Number of parts that only the one compared with has.</param>
/// <param name="Changed">Number of fields that differ in parts that both have.</param>
/// <param name="Changes">Each difference, in the order of the tree: head, areas with their criteria and leaves, bonus and penalty, classes.</param>
public sealed record IndexSetDifferenceResponse(ComparedIndexSet From, ComparedIndexSet To, int Added, int Removed, int Changed, IndexSetChange[] Changes);

/// <summary>One of two sets compared.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Edition">Edition, from 1.</param>
/// <param name="State">Draft or active.</param>
public sealed record ComparedIndexSet(string Code, string Name, int Edition, IndexSetState State);

/// <summary>One difference.</summary>
/// <param name="Change">Whether a part was added or removed, or a field of it changed. What moved within the tree is changed, not removed and added.</param>
/// <param name="Part">What differs.</param>
/// <param name="Code">Code of the part; null for the head.</param>
/// <param name="Label">The part in Vietnamese: <c>Tiêu chí thành phần III.3.1 “…”</c>.</param>
/// <param name="Field">Field as in JSON: <c>max</c>; <c>parent</c> = where it stands in the tree, <c>order</c> = order of what it holds; null when the whole part was added or removed.</param>
/// <param name="FieldLabel">The field in Vietnamese.</param>
/// <param name="From">What it was; null = nothing.</param>
/// <param name="To">What it is; null = nothing.</param>
public sealed record IndexSetChange(ChangeKind Change, IndexSetPart Part, string? Code, string Label, string? Field, string? FieldLabel, ComparedValue? From, ComparedValue? To);

/// <summary>A value for an official and for a machine.</summary>
/// <param name="Text">In Vietnamese, with decimal comma.</param>
/// <param name="Value">As in the JSON of the set.</param>
public sealed record ComparedValue(string Text, JsonElement Value);

/// <summary>What became of a part.</summary>
public enum ChangeKind
{
    /// <summary>Only the one asked for has it.</summary>
    Added,
    /// <summary>Only the one compared with has it.</summary>
    Removed,
    /// <summary>Both have it, with a field that differs.</summary>
    Changed,
}

/// <summary>Parts of an index set.</summary>
public enum IndexSetPart
{
    /// <summary>Name, issuer, edition, blocks, rules of ranking.</summary>
    Head,
    /// <summary>Area (lĩnh vực).</summary>
    Area,
    /// <summary>Criterion (tiêu chí), split or scored itself.</summary>
    Criterion,
    /// <summary>Leaf of a split criterion (tiêu chí thành phần).</summary>
    Leaf,
    /// <summary>Bonus or penalty.</summary>
    Adjustment,
    /// <summary>Class (xếp loại).</summary>
    Class,
}

internal static class CompareIndexSets
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{code}/difference", Handle)
        .WithName(nameof(CompareIndexSets)).WithSummary("So sánh bộ chỉ số với một bộ khác (from): những gì thêm, bỏ, thay đổi")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<IndexSetDifferenceResponse>, ProblemHttpResult>> Handle(string code, string from, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await Find(code) is not { } to)
            return CommonProblems.NotFound.Result();
        if (await Find(from) is not { } old)
            return Problems.IndexSetUnknown.At("?from").Result();
        var changes = IndexSetDifference.Of(CreateIndexSetRequest.Of(old), CreateIndexSetRequest.Of(to));
        int Count(ChangeKind kind) => changes.Count(c => c.Change == kind);
        return TypedResults.Ok(new IndexSetDifferenceResponse(Side(old), Side(to), Count(ChangeKind.Added), Count(ChangeKind.Removed), Count(ChangeKind.Changed), [.. changes]));

        Task<IndexSet?> Find(string wanted) => db.IndexSets.AsNoTracking().LookedInto(user).SingleOrDefaultAsync(s => s.Code == wanted, cancellationToken);
        static ComparedIndexSet Side(IndexSet set) => new(set.Code, set.Name, set.Edition, set.State);
    }
}
