using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>Results of the survey for many units at once (domain 2.6, step 6).</summary>
public sealed record EnterSurveyRequest
{
    /// <summary>Code of the index set.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>1–10,000 results, each unit and leaf once.</summary>
    [Items(1, 10_000)]
    public required UnitSurveyResult[] Results { get; init; }
}

/// <summary>Result of the survey for one unit and leaf.</summary>
[ValidatableType]
public sealed record UnitSurveyResult
{
    /// <summary>Code of the unit.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Code of the leaf: <c>IX.1.1</c>.</summary>
    [Domain.IndexSets.LeafCode]
    public required string Leaf { get; init; }

    /// <summary>Result, 0–100 per cent.</summary>
    public required decimal Percent { get; init; }
}

/// <summary>What became of the results.</summary>
/// <param name="Sheets">Sheets that took them.</param>
/// <param name="Results">Results entered.</param>
public sealed record EnterSurveyResponse(int Sheets, int Results);

internal static class EnterSurvey
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/survey", Handle)
        .WithName(nameof(EnterSurvey)).WithSummary("Nhập kết quả điều tra xã hội học cho nhiều đơn vị: nhận cả hoặc không nhận dòng nào")
        .RequireAuthorization(Policies.ScoresAppraise).WithIdempotency()
        .Produces<EnterSurveyResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        EnterSurveyRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        var (sheets, problem) = await Enter(request, i => $"/results/{i}", db, sets, user, time.GetUtcNow(), cancellationToken);
        if (problem is not null)
            return problem.Result();
        var answer = intake.Ok(new EnterSurveyResponse(sheets, request.Results.Length));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonProblems.Conflict.Result();
        }
    }

    /// <summary>Enters the results, with history and events, but does not save.</summary>
    /// <param name="at">Place of a result in what was sent.</param>
    internal static async Task<(int Sheets, Problem? Problem)> Enter(
        EnterSurveyRequest request, Func<int, string> at, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await sets.Find(db, request.IndexSet, user, cancellationToken) is not { } set)
            return (0, Problems.IndexSetUnknown.At("/indexSet"));
        if (!set.Definition.Blocks.All(user.Governs))
            return (0, Problems.NotYours);
        var codes = request.Results.Select(r => r.UnitCode).Distinct().ToArray();
        var sheets = await db.ScoreSheets.Where(s => s.Year == request.Year && s.IndexSetCode == request.IndexSet && codes.Contains(s.UnitCode)).ToDictionaryAsync(s => s.UnitCode, cancellationToken);
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.Year == request.Year).ToDictionaryAsync(r => r.Block, cancellationToken);
        var nothing = await CitableEvidence.Of(db, [], [], cancellationToken);
        List<FieldError> faults = [];
        foreach (var unit in request.Results.Index().GroupBy(r => r.Item.UnitCode))
        {
            var rows = unit.ToArray();
            if (!sheets.TryGetValue(unit.Key, out var sheet))
                faults.AddRange(rows.Select(r => new FieldError(at(r.Index), $"Đơn vị {unit.Key} không có phiếu của năm {request.Year} theo bộ chỉ số này.")));
            else if (AppraiseScoreSheet.Appraise(new ScoreSheets.Open(sheet, set, rounds[sheet.Block]),
                new AppraiseScoreSheetRequest { Survey = [.. rows.Select(r => new SurveyResult { Leaf = r.Item.Leaf, Percent = r.Item.Percent })], Conclude = false }, nothing, db, user, now) is { } problem)
                faults.AddRange(problem.Errors.Length == 0 ? rows.Select(r => new FieldError(at(r.Index), problem.Title))
                    : problem.Errors.Select(e => new FieldError(at(rows[int.Parse(e.Pointer.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture)].Index), e.Detail)));
        }
        return faults.Count == 0 ? (sheets.Count, null) : (0, Problems.SurveyInvalid with { Errors = [.. faults.Take(200)] });
    }
}
