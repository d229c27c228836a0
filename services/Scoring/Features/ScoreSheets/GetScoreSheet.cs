using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>A score sheet with every leaf.</summary>
public sealed record ScoreSheetResponse
{
    /// <summary>State and sums.</summary>
    public required ScoreSheetSummary Sheet { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Sums per area; with leaves scored against the block (F10) once the block is complete.</summary>
    public required AreaScore[] Areas { get; init; }

    /// <summary>How far the block is: F10 is computed when it is complete, and again when one of its sheets changes.</summary>
    public required BlockProgress Block { get; init; }

    /// <summary>Evidence cited in appraisals and explanations.</summary>
    public required EvidenceResponse[] OtherEvidence { get; init; }

    /// <summary>Leaves in the order of the tree, then bonus and penalty.</summary>
    public required LeafResponse[] Leaves { get; init; }
}

/// <summary>One leaf of a score sheet.</summary>
public sealed record LeafResponse
{
    /// <summary>Code of the leaf.</summary>
    public required string Leaf { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the area; null for bonus and penalty.</summary>
    public string? Area { get; init; }

    /// <summary>Most points; the cap for bonus and penalty.</summary>
    public required decimal Max { get; init; }

    /// <summary>True for leaves that only the city enters.</summary>
    public required bool CityOnly { get; init; }

    /// <summary>Figures of the unit.</summary>
    public LeafInput? Self { get; init; }

    /// <summary>Points by the unit's figures, four decimals; null when missing, not applicable, or waiting for the block (F10).</summary>
    public decimal? SelfPoints { get; init; }

    /// <summary>Explanation of the unit with its self score.</summary>
    public string? Explanation { get; init; }

    /// <summary>Evidence of the unit.</summary>
    public required EvidenceResponse[] Evidence { get; init; }

    /// <summary>The first appraisal, where it differs from the self score.</summary>
    public Appraisal? First { get; init; }

    /// <summary>What the unit said to the first appraisal.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The last appraisal; null when the self score counts.</summary>
    public Appraisal? Appraised { get; init; }

    /// <summary>Who took an earlier appraisal back so that the self score counts again, and why; null when nobody did.</summary>
    public Appraisal? Accepted { get; init; }

    /// <summary>Points that count, four decimals.</summary>
    public decimal? Points { get; init; }

    /// <summary>Mean of the block for a leaf scored against it (F10); null for other leaves, and while the block is not complete.</summary>
    public decimal? BlockMean { get; init; }

    /// <summary>True when the leaf is out of both sums.</summary>
    public required bool NotApplicable { get; init; }
}

internal static class GetScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetScoreSheet)).WithSummary("Xem một phiếu chấm điểm với từng tiêu chí")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<ScoreSheetResponse>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.AsNoTracking().VisibleTo(user, s => s.UnitCode).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return CommonProblems.NotFound.Result();
        var set = (await sets.Find(db, sheet.IndexSetCode, cancellationToken))!;
        var name = await db.Units.Where(u => u.Code == sheet.UnitCode).Select(u => u.Name).SingleAsync(cancellationToken);
        var block = await BlockStanding.Of(sheet, db, cancellationToken);
        var score = block.Complete(sheet.Score, set.Definition);
        var evidence = await Evidence(sheet, db, cancellationToken);
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.Ok(new ScoreSheetResponse
        {
            Sheet = ScoreSheetSummary.Of(sheet) with { Index = score.Index, IndexShown = score.Index is { } index ? Scale.Show(index) : null, Provisional = score.Provisional },
            UnitName = name,
            Areas = score.Areas,
            Block = block.Progress,
            Leaves =
            [
                .. set.Definition.Leaves.Select(l => Leaf(set.Definition, sheet, l.Code, l.Name, l.Area, l.Max, l.CityOnly, evidence) is var leaf && l.Formula is Relative relative && leaf.Points is null && !leaf.NotApplicable
                    ? leaf with { BlockMean = block.MeanOf(l.Code), Points = block.PointsOf(l, relative, sheet.Score) } : leaf),
                .. set.Definition.Adjustments.Select(a => Leaf(set.Definition, sheet, a.Code, a.Name, null, a.BonusPenalty.Cap, false, evidence)),
            ],
            OtherEvidence = [.. evidence.Values.Where(e => !sheet.Leaves.Values.Any(l => l.Evidence?.Contains(e.Id) == true)).OrderBy(e => e.FiledAt)],
        });
    }

    private static async Task<Dictionary<Guid, EvidenceResponse>> Evidence(ScoreSheet sheet, ScoringDbContext db, CancellationToken cancellationToken)
    {
        var ids = sheet.Leaves.Values.SelectMany(l => (Guid[])[.. l.Evidence ?? [], .. l.First?.Evidence ?? [], .. l.Answer?.Evidence ?? [], .. l.Appraised?.Evidence ?? []]).Distinct().ToArray();
        return ids.Length == 0 ? []
            : await db.EvidenceFiles.Where(f => ids.Contains(f.Id)).Select(f => new EvidenceResponse(f.Id, f.UnitCode, f.Name, f.Hash, f.Content!.Size, f.Content.MediaType, f.FiledAt))
                .ToDictionaryAsync(f => f.Id, cancellationToken);
    }

    private static LeafResponse Leaf(
        IndexDefinition definition, ScoreSheet sheet, string code, string name, string? area, decimal max, bool cityOnly, Dictionary<Guid, EvidenceResponse> evidence)
    {
        var entered = sheet.Leaves.GetValueOrDefault(code);
        var standing = entered?.Standing;
        return new LeafResponse
        {
            Leaf = code,
            Name = name,
            Area = area,
            Max = max,
            CityOnly = cityOnly,
            Self = entered?.Self,
            SelfPoints = Changes.Points(definition, code, entered?.Self is { } self ? new Standing(self, null) : null),
            Explanation = entered?.Explanation,
            Evidence = [.. (entered?.Evidence ?? []).Select(evidence.GetValueOrDefault).OfType<EvidenceResponse>()],
            First = entered?.First,
            Answer = entered?.Answer,
            Appraised = entered?.Appraised is { Accepted: false } appraised ? appraised : null,
            Accepted = entered?.Appraised is { Accepted: true } accepted ? accepted : null,
            Points = Changes.Points(definition, code, standing),
            NotApplicable = standing is { Points: null, Input.LeavesBothSums: true },
        };
    }
}
