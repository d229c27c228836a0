using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Features.Rankings;
using Emulation.Scoring.Features.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Benchmarks.Scoring;

/// <summary>The service's own code, as its endpoints call it.</summary>
internal sealed class Service(Stored stored, Nation nation)
{
    private readonly ActiveIndexSets _sets = new();
    private readonly CurrentUser _user = new(new HttpContextAccessor());

    /// <summary>Every block of every year, from stored sheets to ranks.</summary>
    public async Task<List<Ranked>> RankAsync()
    {
        var ranks = new List<Ranked>();
        foreach (var year in nation.Years)
        {
            foreach (var block in nation.Set.Definition.Blocks)
            {
                var draft = await DraftAsync(year, block);
                ranks.AddRange(draft.Rows.Select(r => new Ranked(year, r.UnitCode, r.Index, r.Rank)));
            }
        }
        return ranks;
    }

    public Task<RankingDraft> DraftAsync(int year, string block) => stored.InScopeAsync(async db =>
    {
        var (draft, problem) = await RankingDraft.Compute(new PreviewRankingRequest { IndexSet = nation.Set.Code, Year = year, Block = block }, [], RankingDraft.Earlier.None, db, _sets, default);
        return draft ?? throw new InvalidOperationException(problem!.Title);
    });

    public async Task PublishAsync(int year, string block)
    {
        var draft = await DraftAsync(year, block);
        var ranking = Ranking.Publish(nation.Set.Code, year, block, draft.Rows, draft.Unranked, [], "x", DateTimeOffset.UtcNow);
        await stored.InScopeAsync(db => PublishRanking.Save(ranking, "publish", db, _user, new Intake(), default));
    }

    /// <summary>A complaint is right: the sheet is opened, leaves get other figures, it is scored anew, made final again and saved.</summary>
    public Task ReappraiseAsync(MadeUpSheet made, int leaves, Random random) => stored.InScopeAsync(async db =>
    {
        var sheet = await db.ScoreSheets.SingleAsync(s => s.Id == made.Id);
        var set = (await _sets.Find(db, sheet.IndexSetCode, default))!;
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Year == sheet.Year && r.Block == sheet.Block);
        var now = DateTimeOffset.UtcNow;
        var own = set.Definition.Leaves.Where(l => !l.CityOnly).ToArray();
        random.Shuffle(own);
        LeafVerdict[] verdicts = [.. own.Take(leaves).Select(l => Verdict(l.Code, Nation.Figures(l, random)))];
        sheet.Reopen(set, ReopenTo.Appraisal, now);
        var (changes, problem) = sheet.Appraise(set, round, verdicts, [], conclude: true, new HashSet<Guid>(), "x", now);
        if ((problem ?? sheet.Finalise(now)) is { } refused)
            throw new InvalidOperationException($"{refused.Title} {refused.Detail}");
        db.Audit(ScoreSheets.Aggregate, sheet.Id, "appraise", "x", now, changes: changes);
        return await db.SaveChangesAsync();
    });

    /// <summary>The block of the sheet is ranked anew and the correction published.</summary>
    public Task RepublishAsync(MadeUpSheet made) => stored.InScopeAsync(async db =>
    {
        var published = await PublishedRankings.Latest(db, made.Year, made.Block, default);
        var (draft, _) = await RankingDraft.Compute(
            new PreviewRankingRequest { IndexSet = nation.Set.Code, Year = made.Year, Block = made.Block }, [], RankingDraft.Earlier.Of(published), db, _sets, default);
        var (next, unchanged) = published!.Correct(draft!.Rows, draft.Unranked, draft.Council.Used, "đối chiếu", "x", DateTimeOffset.UtcNow);
        // Figures drawn at random may be what they were.
        return unchanged is not null ? 0 : await PublishRanking.Save(next!, "correct", db, _user, new Intake(), default) is { } ? 1 : 0;
    });

    private static LeafVerdict Verdict(string leaf, Emulation.Scoring.Domain.Formulas.LeafInput input) => new()
    {
        Leaf = leaf, Reason = "đối chiếu", Met = input.Met, Done = input.Done, Total = input.Total, Value = input.Value, Count = input.Count, Counts = input.Counts, SurveyPercent = input.SurveyPercent,
    };
}
