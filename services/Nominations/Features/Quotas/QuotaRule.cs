using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Quotas;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Holds every step to the quotas: handing in takes a place of the unit, awarding one of the block or city; in between nobody goes on who has none.</summary>
internal sealed class QuotaRule(NominationsDbContext db, QuotaGuard guard, CurrentUser user)
{
    private readonly Dictionary<string, QuotaBook> _books = [];

    /// <summary>Takes all locks that a list of nominations needs, at once and in order; the steps then find them held.</summary>
    public async Task<Problem?> HoldAsync(Step step, IReadOnlyCollection<(Nomination Nomination, KnownCampaign Campaign)> all, CancellationToken ct)
    {
        if (step is not (Step.Submit or Step.Award))
            return null;
        if (db.Database.CurrentTransaction is null)
            _books.Clear();
        var keys = new List<string>();
        foreach (var (nomination, campaign) in all)
            if (campaign.Category(nomination.CategoryKey) is { } category)
                keys.AddRange(step == Step.Submit
                    ? category.Quotas.Where(q => !OfTheCity(q) && !q.OutsideQuota).Select(_ => UnitKey(nomination)).Take(1)
                    : category.Quotas.Any(OfTheCity) ? (await WindowsAsync(nomination, campaign, category, ct)).Where(w => w.OfTheCity).Select(w => w.Key) : []);
        return await guard.HoldAsync(keys, ct) ? null : Problems.QuotaBusy.With("Hãy gửi lại sau giây lát.");
    }

    public async Task<Problem?> RefuseAsync(Step step, Nomination nomination, KnownCampaign campaign, CancellationToken ct)
    {
        // In a wrong state the step itself says what is wrong.
        var expected = step == Step.Submit ? nomination.State is NominationState.Draft or NominationState.Returned : Nomination.UnderWay.Contains(nomination.State);
        if (!expected || campaign.Category(nomination.CategoryKey) is not { } category || category.Quotas.All(q => q.OutsideQuota))
            return null;
        if (step == Step.Award && nomination.ChosenAt is null && category.Quotas.FirstOrDefault(q => q.AllottedByCity) is { } allotted)
            return Problems.NotChosen.With($"Hạng mục theo phân bổ ({allotted.Clause}) chỉ được quyết định sau khi Chủ tịch lựa chọn từ danh sách trình.");
        if (nomination.QuotaExceptionReason is not null)
            return null;
        if (await HoldAsync(step, [(nomination, campaign)], ct) is { } busy)
            return busy;
        foreach (var window in await WindowsAsync(nomination, campaign, category, ct))
        {
            if (window.OfTheCity && step != Step.Award)
                continue;
            var book = await BookAsync(step, nomination, campaign, window, ct);
            if (Refuse(step, (await book.StandAsync([window], ct))[0], nomination.Id) is { } refused)
                return refused;
        }
        return null;
    }

    private Problem? Refuse(Step step, Standing standing, Guid nomination)
    {
        var takes = step == Step.Submit || standing.Window.OfTheCity;
        if (takes && !standing.HasFreeFor(nomination))
            return Say(standing.Limit.Missing ?? Problems.QuotaReached, standing);
        if (standing.MayGoOn(nomination))
            return null;
        return Say(standing.Order is null ? Problems.OverQuota : Problems.BehindInOrder, standing);
    }

    /// <summary>Names the clause, the number and who holds the places, as far as the caller may see them.</summary>
    private Problem Say(Problem problem, Standing standing) => problem with
    {
        Detail = problem.Detail ?? $"{QuotaWords.Say(standing.Window)} ({standing.Window.Quota.Clause}); đang có {QuotaWords.Number(standing.Held.Count)} hồ sơ giữ chỗ.",
        Facts = new Dictionary<string, object?>
        {
            ["clause"] = standing.Window.Quota.Clause,
            ["limit"] = standing.Limit.Number,
            ["heldCount"] = standing.Held.Count,
            ["held"] = standing.Held.Where(p => user.Sees(p.Nominee.UnitCode)).Select(p => new { p.NominationId, Nominee = p.Nominee.Name, p.State }).ToArray(),
        },
    };

    /// <summary>A book read under its locks stays true until the save: a batch reads once for each unit, a decision once for each block.</summary>
    private async Task<QuotaBook> BookAsync(Step step, Nomination nomination, KnownCampaign campaign, QuotaWindow window, CancellationToken ct)
    {
        var key = window.OfTheCity ? window.Key : UnitKey(nomination);
        if (step is Step.Submit or Step.Award && _books.TryGetValue(key, out var known))
            return known.Now();
        var book = window.OfTheCity
            ? await QuotaBook.OfCityAsync(db, campaign, window.Category, nomination.Year, ct)
            : await QuotaBook.OfCampaignAsync(db, campaign, nomination.ProposingUnitCode, ct);
        return _books[key] = book;
    }

    private async Task<IReadOnlyList<QuotaWindow>> WindowsAsync(Nomination nomination, KnownCampaign campaign, AwardCategory category, CancellationToken ct)
    {
        var block = nomination.RankedUnitCode is { } ranked && category.Quotas.Any(q => q.Scope == QuotaScope.CityBlock)
            ? (await db.Units.FindAsync([ranked], ct))?.RankingBlock : null;
        return QuotaWindow.Of(campaign.Snapshot!, Place.From(nomination) with { Category = category, Block = block, LastYear = campaign.Snapshot!.ToYear });
    }

    private static bool OfTheCity(Quota quota) => quota.Scope is QuotaScope.CityBlock or QuotaScope.City;

    /// <summary>One lock for all that a unit proposes in a campaign: quotas of several categories, and the raise beside a flag, are seen together.</summary>
    private static string UnitKey(Nomination nomination) => $"{nomination.CampaignId:N}/{nomination.ProposingUnitCode}";
}
