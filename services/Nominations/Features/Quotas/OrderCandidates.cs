using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>The council decides the order among more candidates than places (C-38); only as many as there are places may go on. Sent again it replaces the order.</summary>
public sealed record OrderCandidatesRequest
{
    /// <summary>Code of a launched campaign.</summary>
    [Text(60)]
    public required string Campaign { get; init; }

    /// <summary>Key or clause of the award category.</summary>
    [Text(80)]
    public required string Category { get; init; }

    /// <summary>Year of the achievement; for an end-of-period award it may be left out.</summary>
    [Between(2000, 2100)]
    public int? Year { get; init; }

    /// <summary>Unit whose quota it is; left out = the caller's own, for the city the whole city.</summary>
    [Text(60)]
    public string? Unit { get; init; }

    /// <summary>Ranking block, where the quota is of a block.</summary>
    [Text(60)]
    public string? Block { get; init; }

    /// <summary>Candidates, first to last, 1–500; those left out come after.</summary>
    [Items(1, 500)]
    public required Guid[] NominationIds { get; init; }

    /// <summary>Why, in Vietnamese; needed where the order departs from the suggested one.</summary>
    [Text(2000)]
    public string? Reason { get; init; }
}

internal static class OrderCandidates
{
    public static void Map(IEndpointRouteBuilder quotas) => quotas.MapPost("/order", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(OrderCandidates)).WithSummary("Hội đồng quyết định thứ tự các đề nghị vượt chỉ tiêu")
        .Produces<CandidateListResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    public static Task<QuotaOrder?> FindAsync(NominationsDbContext db, string key, CancellationToken ct) => db.QuotaOrders.FirstOrDefaultAsync(o => o.Key == key, ct);

    private static async Task<IResult> Handle(OrderCandidatesRequest request, CandidateFinder finder, NominationsDbContext db, CurrentUser user, Intake intake,
        OverQuotaCount overQuota, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var (found, problem) = await finder.FindAsync("/", request.Campaign, request.Category, request.Year, request.Unit, request.Block, ct);
        if (problem is not null)
            return problem.Result();
        var window = found!.Standing.Window;
        if (!user.SeesWholeCity && (window.OfTheCity || (window.Quota.Scope == QuotaScope.SubUnit && user.UnitCode == window.ScopeKey)))
            return CommonProblems.Forbidden.With("Thứ tự do Hội đồng của cấp quyết định.").Result();
        if (window is { OfTheCity: true, Quota.AllottedByCity: true })
            return Problems.NotThatQuota.At("/category", "Danh sách này do Chủ tịch lựa chọn, không xếp thứ tự.").Result();
        var ids = request.NominationIds;
        var candidates = found.Placed.ToDictionary(p => p.Candidate.Place.NominationId);
        if (Array.FindIndex(ids, i => !candidates.ContainsKey(i)) is >= 0 and var stranger)
            return Problems.NotACandidate.At($"/nominationIds/{stranger}").Result();
        if (Array.FindIndex(ids, i => Array.IndexOf(ids, i) != Array.LastIndexOf(ids, i)) is >= 0 and var repeated)
            return Problems.NotACandidate.At($"/nominationIds/{repeated}", "Hồ sơ được kê hai lần.").Result();
        // Those left out stand behind, as suggested.
        var whole = ids.Select(i => candidates[i]).Concat(found.Placed.Where(p => !ids.Contains(p.Candidate.Place.NominationId))).Select(p => p.Candidate).ToList();
        var departs = CandidateOrder.Departs(whole);
        if (departs && string.IsNullOrWhiteSpace(request.Reason))
            return Problems.OrderWithoutReason.At("/reason").Result();

        var order = await FindAsync(db, window.Key, ct);
        if (Preconditions.IfMatch(http, order?.Version ?? 0) is { } stale)
            return stale.Result();
        var before = order?.NominationIds;
        if (order is null)
            db.QuotaOrders.Add(order = new QuotaOrder { Key = window.Key });
        var now = time.GetUtcNow();
        order.Decide(ids, departs, request.Reason, user.Id, now);
        db.Audit("quotaOrder", order.Id, "ordered", user.Id, now, request.Reason, new { window.Key, From = before, To = ids, Departs = departs }, user.RemoteAddress);
        var answer = intake.Ok(ListCandidates.Of(found, order), order.Version);
        if (!window.OfTheCity)
            await overQuota.RunAsync(found.Asked.Campaign, null, ct);
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
