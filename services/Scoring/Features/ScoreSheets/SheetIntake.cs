using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rounds;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>Opens sheets from requests, one or two hundred at a time, with the same few queries.</summary>
internal static class SheetIntake
{
    /// <returns>For each request its sheet, added to the context but not saved, or what is wrong with it.</returns>
    public static async Task<(ScoreSheet? Sheet, Problem? Problem)[]> Take(
        IReadOnlyList<CreateScoreSheetRequest> requests, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var codes = requests.Select(r => r.UnitCode).Where(user.Sees).Distinct().ToArray();
        var years = requests.Select(r => r.Year).Distinct().ToArray();
        var refs = requests.Select(r => r.ExternalRef).OfType<string>().Distinct().ToArray();
        var units = await db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, cancellationToken);
        var rounds = await db.Rounds.AsNoTracking().Where(r => years.Contains(r.Year)).ToDictionaryAsync(r => (r.Year, r.Block), cancellationToken);
        var taken = (await db.ScoreSheets.Where(s => codes.Contains(s.UnitCode) && years.Contains(s.Year))
                .Select(s => new { s.UnitCode, s.Year, s.IndexSetCode, s.Id, s.Version }).ToListAsync(cancellationToken))
            .ToDictionary(s => (s.UnitCode, s.Year, s.IndexSetCode), s => (s.Id, s.Version));
        var takenRefs = refs.Length == 0 ? []
            : (await db.ScoreSheets.Where(s => s.CreatedBy == user.Id && refs.Contains(s.ExternalRef)).Select(s => s.ExternalRef!).ToListAsync(cancellationToken)).ToHashSet();
        var evidence = await CitableEvidence.Of(db, codes, requests.SelectMany(r => r.Entries).SelectMany(e => e?.Evidence ?? []), cancellationToken);
        var indexSets = new Dictionary<string, IndexSet?>();
        foreach (var code in requests.Select(r => r.IndexSet).Distinct())
            indexSets[code] = await sets.Find(db, code, user, cancellationToken);

        var results = new (ScoreSheet?, Problem?)[requests.Count];
        for (var i = 0; i < requests.Count; i++)
        {
            var request = requests[i];
            var key = (request.UnitCode, request.Year, request.IndexSet);
            var (sheet, problem) =
                !user.Sees(request.UnitCode) ? (null, CommonProblems.NotFound.At("/unitCode"))
                : indexSets[request.IndexSet] is not { } set ? (null, Problems.IndexSetUnknown.At("/indexSet"))
                : units.GetValueOrDefault(request.UnitCode) is not { } unit ? (null, Problems.UnitUnknown.At("/unitCode"))
                : taken.TryGetValue(key, out var earlier) ? (null, Exists(earlier.Id, earlier.Version))
                : request.ExternalRef is { } reference && takenRefs.Contains(reference) ? (null, Problems.ExternalRefTaken.At("/externalRef"))
                : RoundFault(rounds, unit, set, request.Year, user, out var round) is { } noRound ? (null, noRound)
                : Open(request, unit, round!, set, evidence.For(unit.Code), user, now);
            results[i] = (sheet, problem);
            if (sheet is null)
                continue;
            taken[key] = (sheet.Id, sheet.Version);
            if (sheet.ExternalRef is { } used)
                takenRefs.Add(used);
            db.ScoreSheets.Add(sheet);
            db.Audit(ScoreSheets.Aggregate, sheet.Id, request.Submit ? "createAndSubmit" : "create", user.Id, now,
                changes: Changes.Between(indexSets[request.IndexSet]!.Definition, new Dictionary<string, SheetLeaf>(), sheet.Leaves), from: user.RemoteAddress);
            if (request.Submit)
                db.Publish(ApproveScoreSheet.Event(sheet, user.Id, now));
        }
        return results;
    }

    private static Problem? RoundFault(Dictionary<(int, string), Round> rounds, Unit unit, IndexSet set, int year, CurrentUser user, out Round? round)
    {
        round = null;
        if (!unit.Active)
            return Problems.UnitUnknown.At("/unitCode");
        if (set.State != IndexSetState.Active)
            return Problems.IndexSetNotActive.At("/indexSet");
        if (set.Definition.BlockOf(unit) is not { } block)
            return Problems.UnitOutsideBlocks.At("/unitCode", $"Bộ chỉ số áp dụng cho khối {string.Join(", ", set.Definition.Blocks)}; đơn vị thuộc khối {unit.Block ?? "không xếp hạng"}.");
        if (user.JudgesOffices(block))
            return Problems.NotTheScored.At("/unitCode");
        return !rounds.TryGetValue((year, block), out round) ? Problems.RoundNotOpen.At("/year")
            : round.IndexSetCode != set.Code ? Problems.RoundOfOtherSet.At("/indexSet", $"Đợt chấm điểm năm {year} của khối {block} dùng bộ chỉ số {round.IndexSetCode}.")
            : null;
    }

    private static (ScoreSheet? Sheet, Problem? Problem) Open(
        CreateScoreSheetRequest request, Unit unit, Round round, IndexSet set, IReadOnlySet<Guid> evidence, CurrentUser user, DateTimeOffset now)
    {
        if (request.Submit && !user.May(Policies.ScoresApprove))
            return (null, Problems.ApprovalNotAllowed.At("/submit"));
        if (request.Submit && request.Approver is null)
            return (null, Problems.ApproverRequired.At("/approver"));
        var (sheet, problem) = ScoreSheet.Draft(unit, round, set, request.Entries, evidence, request.ExternalRef, user.Id, now);
        problem ??= request.Submit ? sheet!.Approve(set, round, request.Approver!, now) : null;
        return problem is null ? (sheet, null) : (null, problem);
    }

    private static Problem Exists(Guid id, int version) =>
        Problems.SheetExists with { Facts = new Dictionary<string, object?> { ["sheetId"] = id, ["currentVersion"] = version } };
}
