using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Candidates for the places of one quota, in the suggested order.</summary>
internal sealed record CandidatesFound(QuotaAsked Asked, QuotaBook Book, Standing Standing, IReadOnlyList<PlacedCandidate> Placed);

/// <summary>Finds who stands for the places of a quota: of a unit, of a ranking block, of the whole city.</summary>
internal sealed class CandidateFinder(NominationsDbContext db, CurrentUser user)
{
    public async Task<(CandidatesFound? Found, Problem? Problem)> FindAsync(
        string at, string? campaign, string? category, int? year, string? unit, string? block, CancellationToken ct)
    {
        var (asked, problem) = await QuotaAsked.FindAsync(db, at, campaign, category, year, ct);
        if (problem is not null)
            return (null, problem);
        unit ??= user.SeesWholeCity ? null : user.UnitCode;
        if (unit is not null && !user.Sees(unit))
            return (null, CommonProblems.NotFound.At($"{at}unit"));
        var quotas = asked!.Category.Quotas.Where(q => !q.OutsideQuota).ToList();
        var ofCity = quotas.FirstOrDefault(q => q.Scope is QuotaScope.CityBlock or QuotaScope.City)
            ?? (quotas.FirstOrDefault(q => q.AllottedByCity) is { } allotted ? allotted with { Scope = QuotaScope.City } : null);
        var quota = unit is null ? ofCity : quotas.FirstOrDefault(q => q.Scope == (IsOffice(unit) ? QuotaScope.SubUnit : QuotaScope.ProposingUnit));
        if (quota is null)
            return (null, Problems.NotThatQuota.At($"{at}category", unit is null ? "Hạng mục không có chỉ tiêu toàn thành phố; hãy nêu đơn vị." : "Hạng mục không giới hạn số lượng của đơn vị này."));
        if (unit is null && quota.Scope == QuotaScope.CityBlock && string.IsNullOrWhiteSpace(block))
            return (null, Problems.BlockNeeded.At($"{at}block", "Chỉ tiêu tính theo khối: so-nganh, phuong hoặc xa-dac-khu."));

        var key = unit ?? (quota.Scope == QuotaScope.CityBlock ? block! : Auth.CityUnit);
        var window = new QuotaWindow(quota, asked.Category, asked.Plan, key, QuotaWindow.YearOf(asked.Category, asked.Year));
        var book = unit is null
            ? await QuotaBook.OfCityAsync(db, asked.Campaign, asked.Category, asked.Year, ct)
            : await QuotaBook.OfCampaignAsync(db, asked.Campaign, Proposer(unit), ct);
        var standing = (await book.StandAsync([window], ct))[0];
        var candidates = await RankedAsync([.. standing.All.Where(p => p.Alive)], asked.Year, ct);
        return (new(asked, book, standing, CandidateOrder.Of(candidates)), null);
    }

    private async Task<IReadOnlyList<Candidate>> RankedAsync(IReadOnlyList<Place> places, int year, CancellationToken ct)
    {
        var ranked = places.Select(p => p.RankedUnitCode).OfType<string>().Distinct().ToArray();
        var ranks = await db.Ranks.AsNoTracking().Where(r => ranked.Contains(r.UnitCode) && r.Year <= year)
            .Join(db.Rankings, r => new { r.IndexSetCode, r.Year, r.Block }, k => new { k.IndexSetCode, k.Year, k.Block }, (r, k) => new { r.UnitCode, r.Year, r.Rank, k.PublishedAt })
            .ToListAsync(ct);
        // Should two index sets cover one year, the one published last is in force.
        var newest = ranks.GroupBy(r => r.UnitCode).ToDictionary(g => g.Key, g => g.OrderByDescending(r => r.Year).ThenByDescending(r => r.PublishedAt).First().Rank);
        var proposers = places.Select(p => p.ProposingUnitCode).Distinct().ToArray();
        var islands = await db.Units.AsNoTracking().Where(u => proposers.Contains(u.Code) && u.Kind == UnitKind.SpecialZone).Select(u => u.Code).ToListAsync(ct);
        return [.. places.Select(p => new Candidate(p, p.RankedUnitCode is { } unit ? newest.GetValueOrDefault(unit) : null, islands.Contains(p.ProposingUnitCode)))];
    }

    /// <summary>Codes of offices are their parent's and a hyphen more; departments of the city have one hyphen already.</summary>
    public static bool IsOffice(string unit) => unit.StartsWith(Auth.CityUnit + "-", StringComparison.Ordinal) ? unit.Count(c => c == '-') > 1 : unit.Contains('-', StringComparison.Ordinal);

    private static string Proposer(string unit)
    {
        if (!IsOffice(unit))
            return unit;
        var first = unit.IndexOf('-', StringComparison.Ordinal);
        return unit.StartsWith(Auth.CityUnit + "-", StringComparison.Ordinal) ? unit[..unit.IndexOf('-', first + 1)] : unit[..first];
    }
}
