using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>The city's department of home affairs says how many a unit may propose in a category that is allotted (LTN-26-30/III.2.b.q1). Sent again it replaces the number.</summary>
public sealed record AllotQuotaRequest
{
    /// <summary>Code of a launched campaign.</summary>
    [Text(60)]
    public required string Campaign { get; init; }

    /// <summary>Key or clause of a category whose quota is allotted by the city.</summary>
    [Text(80)]
    public required string Category { get; init; }

    /// <summary>Unit that proposes.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Year of the achievement; for an end-of-period award it may be left out.</summary>
    [Between(2000, 2100)]
    public int? Year { get; init; }

    /// <summary>Most nominees, 0–10,000.</summary>
    [Between(0, 10_000)]
    public required int Number { get; init; }

    /// <summary>Document that allots it, or why the number changed.</summary>
    [Text(500)]
    public string? Note { get; init; }
}

/// <summary>What is allotted to one unit.</summary>
public sealed record AllotmentResponse(int Version, string Campaign, string Category, string UnitCode, int Year, int Number, string? Note);

internal static class AllotQuota
{
    public static void Map(IEndpointRouteBuilder quotas)
    {
        quotas.MapPut("/allotments", Handle).RequireAuthorization(Policies.NominationsDecide)
            .WithName(nameof(AllotQuota)).WithSummary("Phân bổ chỉ tiêu khen thưởng cấp Nhà nước cho một đơn vị")
            .Produces<AllotmentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(412);
        quotas.MapGet("/allotments", List).RequireAuthorization(Policies.NominationsRead)
            .WithName("ListAllotments").WithSummary("Chỉ tiêu đã phân bổ trong một phong trào")
            .Produces<IReadOnlyList<AllotmentResponse>>().ProducesProblem(400);
    }

    private static async Task<IResult> Handle(
        AllotQuotaRequest request, NominationsDbContext db, CurrentUser user, Intake intake, OverQuotaCount overQuota, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (!user.SeesWholeCity)
            return CommonProblems.Forbidden.With("Chỉ tiêu cấp Nhà nước do thành phố phân bổ.").Result();
        var (asked, problem) = await QuotaAsked.FindAsync(db, "/", request.Campaign, request.Category, request.Year, ct);
        if (problem is not null)
            return problem.Result();
        if (asked!.Category.Quotas.All(q => !q.AllottedByCity))
            return Problems.NotThatQuota.At("/category", $"“{asked.Category.Name}” không theo phân bổ của thành phố.").Result();
        if (!await db.Units.AnyAsync(u => u.Code == request.UnitCode, ct))
            return Problems.UnknownUnit.At("/unitCode").Result();
        var root = asked.Plan.UnitCode;
        if (root != Auth.CityUnit && request.UnitCode != root && !request.UnitCode.StartsWith(root + "-", StringComparison.Ordinal))
            return Problems.OutsideCampaign.At("/unitCode", $"Phong trào {asked.Campaign.Code} do {asked.Plan.UnitName} phát động.").Result();

        var (campaign, category, unit, year) = (asked.Campaign.Id, asked.Category.Key, request.UnitCode, asked.Year);
        var allotment = await db.QuotaAllotments.FirstOrDefaultAsync(a => a.CampaignId == campaign && a.CategoryKey == category && a.UnitCode == unit && a.Year == year, ct);
        if (Preconditions.IfMatch(http, allotment?.Version ?? 0) is { } stale)
            return stale.Result();
        var before = allotment?.Number;
        if (allotment is null)
            db.QuotaAllotments.Add(allotment = new QuotaAllotment { CampaignId = campaign, CategoryKey = category, UnitCode = unit, Year = year });
        allotment.Set(request.Number, request.Note);
        db.Audit("quotaAllotment", allotment.Id, "allotted", user.Id, time.GetUtcNow(), request.Note,
            new { asked.Campaign.Code, category, unit, year, From = before, To = request.Number }, user.RemoteAddress);
        var answer = intake.Ok(Of(allotment, asked.Campaign.Code), allotment.Version);
        await overQuota.RunAsync(asked.Campaign, unit, ct);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static async Task<IResult> List(string? campaign, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == campaign, ct) is not { } known)
            return Problems.UnknownCampaign.At("?campaign").Result();
        var rows = await db.QuotaAllotments.AsNoTracking().VisibleTo(user, a => a.UnitCode).Where(a => a.CampaignId == known.Id)
            .OrderBy(a => a.CategoryKey).ThenBy(a => a.UnitCode).ThenBy(a => a.Year).ToListAsync(ct);
        return TypedResults.Ok(rows.ConvertAll(a => Of(a, known.Code)));
    }

    private static AllotmentResponse Of(QuotaAllotment a, string campaign) => new(a.Version, campaign, a.CategoryKey, a.UnitCode, a.Year, a.Number, a.Note);
}
