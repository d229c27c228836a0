using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Number of nominations that share all the values named.</summary>
public sealed record NominationCount
{
    public required string UnitCode { get; init; }
    public required Guid CampaignId { get; init; }
    public required string CampaignCode { get; init; }
    public required string CategoryKey { get; init; }
    public required int Year { get; init; }
    public required NominationState State { get; init; }
    public required Outcome Eligibility { get; init; }
    public required bool Late { get; init; }
    public required int Count { get; init; }
}

/// <summary>Counts of nominations, for the city's view.</summary>
/// <param name="Items">One line per unit, campaign, category, year, state, verdict and lateness that occurs.</param>
/// <param name="AsOf">When they were counted, UTC.</param>
public sealed record NominationSummary(IReadOnlyList<NominationCount> Items, DateTimeOffset AsOf);

internal static class SummariseNominations
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapGet("/summary", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(SummariseNominations)).WithSummary("Số hồ sơ theo đơn vị, phong trào, trạng thái và kết quả xét")
        .Produces<NominationSummary>();

    private static async Task<IResult> Handle(int? year, string? campaign, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var codes = await db.Campaigns.AsNoTracking().Select(c => new { c.Id, c.Code }).ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var rows = db.Nominations.AsNoTracking().VisibleTo(user, n => n.Nominee.UnitCode);
        if (year is not null)
            rows = rows.Where(n => n.Year == year);
        if (campaign is not null)
        {
            var ids = codes.Where(c => c.Value == campaign).Select(c => c.Key).ToArray();
            rows = rows.Where(n => ids.Contains(n.CampaignId));
        }
        var counts = await rows
            .GroupBy(n => new { n.ProposingUnitCode, n.CampaignId, n.CategoryKey, n.Year, n.State, n.Eligibility, n.Late })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return TypedResults.Ok(new NominationSummary([.. counts.Select(c => new NominationCount
        {
            UnitCode = c.Key.ProposingUnitCode,
            CampaignId = c.Key.CampaignId,
            CampaignCode = codes[c.Key.CampaignId],
            CategoryKey = c.Key.CategoryKey,
            Year = c.Key.Year,
            State = c.Key.State,
            Eligibility = c.Key.Eligibility,
            Late = c.Key.Late,
            Count = c.Count,
        })], time.GetUtcNow()));
    }
}
