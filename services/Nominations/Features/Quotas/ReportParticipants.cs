using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>A unit tells how many of it take part in a campaign in one year; quotas given as a share rest on it. Sent again it replaces the numbers.</summary>
public sealed record ReportParticipantsRequest
{
    /// <summary>Code of a launched campaign.</summary>
    [Text(60)]
    public required string Campaign { get; init; }

    /// <summary>Unit that takes part.</summary>
    [Text(60)]
    public required string UnitCode { get; init; }

    /// <summary>Calendar year, within the campaign; for end-of-period awards the last year counts.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Collectives that take part, 0–100,000.</summary>
    [Between(0, 100_000)]
    public required int Collectives { get; init; }

    /// <summary>Individuals that take part, 0–1,000,000.</summary>
    [Between(0, 1_000_000)]
    public required int Individuals { get; init; }
}

/// <summary>How many of a unit take part.</summary>
public sealed record ParticipantsResponse(int Version, string Campaign, string UnitCode, int Year, int Collectives, int Individuals);

internal static class ReportParticipants
{
    public static void Map(IEndpointRouteBuilder quotas)
    {
        quotas.MapPut("/participants", Handle).RequireAuthorization(Policies.NominationsWrite)
            .WithName(nameof(ReportParticipants)).WithSummary("Báo cáo số tập thể, cá nhân tham gia phong trào")
            .Produces<ParticipantsResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(412);
        quotas.MapGet("/participants", List).RequireAuthorization(Policies.NominationsRead)
            .WithName("ListParticipants").WithSummary("Số tập thể, cá nhân tham gia phong trào theo đơn vị và năm")
            .Produces<IReadOnlyList<ParticipantsResponse>>().ProducesProblem(400);
    }

    private static async Task<IResult> Handle(
        ReportParticipantsRequest request, NominationsDbContext db, CurrentUser user, Intake intake, OverQuotaCount overQuota, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == request.Campaign, ct);
        if (campaign?.Snapshot is not { } plan)
            return Problems.UnknownCampaign.At("/campaign").Result();
        if (request.Year < plan.FromYear || request.Year > plan.ToYear)
            return Problems.YearOutside.At("/year", $"Cần năm từ {plan.FromYear} đến {plan.ToYear}.").Result();
        if (!await db.Units.AnyAsync(u => u.Code == request.UnitCode, ct))
            return Problems.UnknownUnit.At("/unitCode").Result();
        if (!user.Sees(request.UnitCode))
            return Problems.NotYourUnit.At("/unitCode").Result();
        if (campaign.Closed)
            return Problems.CampaignClosed.Result();

        var (unit, year) = (request.UnitCode, request.Year);
        var participants = await db.QuotaParticipants.FirstOrDefaultAsync(p => p.CampaignId == campaign.Id && p.UnitCode == unit && p.Year == year, ct);
        if (Preconditions.IfMatch(http, participants?.Version ?? 0) is { } stale)
            return stale.Result();
        if (participants is null)
            db.QuotaParticipants.Add(participants = new QuotaParticipants { CampaignId = campaign.Id, UnitCode = unit, Year = year });
        var before = new { participants.Collectives, participants.Individuals };
        participants.Report(request.Collectives, request.Individuals);
        db.Audit("quotaParticipants", participants.Id, "reported", user.Id, time.GetUtcNow(), changes:
            new { campaign.Code, unit, year, From = before, To = new { request.Collectives, request.Individuals } }, from: user.RemoteAddress);
        var answer = intake.Ok(Of(participants, campaign.Code), participants.Version);
        await overQuota.RunAsync(campaign, null, ct);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static async Task<IResult> List(string? campaign, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == campaign, ct) is not { } known)
            return Problems.UnknownCampaign.At("?campaign").Result();
        var rows = await db.QuotaParticipants.AsNoTracking().VisibleTo(user, p => p.UnitCode).Where(p => p.CampaignId == known.Id)
            .OrderBy(p => p.UnitCode).ThenBy(p => p.Year).ToListAsync(ct);
        return TypedResults.Ok(rows.ConvertAll(p => Of(p, known.Code)));
    }

    private static ParticipantsResponse Of(QuotaParticipants p, string campaign) => new(p.Version, campaign, p.UnitCode, p.Year, p.Collectives, p.Individuals);
}
