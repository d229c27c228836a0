using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.UnitPlans;

/// <summary>A unit's own programme or plan under a campaign (CVA-26/V.2.1); a later one takes the place of the earlier, which stays in the history.</summary>
public sealed record FileUnitPlanRequest
{
    /// <summary>Launched or closed campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Key of the role in the plan that asks for it; may be absent when there is only one.</summary>
    [Text(120)]
    public string? Key { get; init; }

    /// <summary>Unit whose plan it is; one's own when absent.</summary>
    [Code]
    public string? UnitCode { get; init; }

    /// <summary>What it is called, 1–500 characters.</summary>
    [Text(500)]
    public required string Title { get; init; }

    /// <summary>Number and symbol, if it has them.</summary>
    [Text(60)]
    public string? Number { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Id of the file, sent to <c>/report-files</c> before.</summary>
    public required Guid FileId { get; init; }

    /// <summary>Why it replaces the earlier one; needed from the second on, 1–1000 characters.</summary>
    [Text(1000)]
    public string? Reason { get; init; }
}

/// <summary>One edition of a unit's own plan.</summary>
/// <param name="Edition">1 for the first; also the ETag that a replacement may name.</param>
public sealed record UnitPlanResponse(
    Guid Id, Guid CampaignId, string Key, string UnitCode, int Edition, string Title, string? Number, DateOnly? Date, Guid FileId, string? Reason, DateTimeOffset FiledAt, string FiledBy)
{
    internal static UnitPlanResponse Of(UnitPlan p) => new(p.Id, p.CampaignId, p.Key, p.UnitCode, p.Edition, p.Title, p.Number, p.Date, p.FileId, p.Reason, p.FiledAt, p.FiledBy);
}

internal static class FileUnitPlan
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/unit-plans", Handle)
            .WithName(nameof(FileUnitPlan)).WithSummary("Nộp chương trình, kế hoạch riêng của đơn vị, hoặc bản thay thế kèm lý do")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<UnitPlanResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        FileUnitPlanRequest request, HttpContext http, CampaignsDbContext db, Dues dues, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var unit = request.UnitCode ?? user.UnitCode;
        var (campaign, ground, refused) = await db.DutyGroundAsync(dues, request.CampaignId, unit, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var asked = DueCalendar.Of(ground!, campaign!.FromYear, campaign.ToYear).Where(d => d.Kind == DueKind.UnitPlan && (request.Key is null || d.Key == request.Key)).ToList();
        if (asked.Count == 0)
            return Problems.DutyUnknown.At("/key", "Kế hoạch không yêu cầu đơn vị lập chương trình, kế hoạch riêng.").Result();
        if (asked.Where(d => d.UnitCode == unit).ToList() is not [var due])
            return Problems.NotOwed.At("/unitCode").Result();
        if (!await db.ReportFiles.AnyAsync(f => f.Id == request.FileId && f.UnitCode == unit, cancellationToken))
            return Problems.FileUnknown.At("/fileId", $"Tệp phải do đơn vị {unit} tải lên trước.").Result();
        var earlier = await db.UnitPlans.Where(p => p.CampaignId == campaign.Id && p.Key == due.Key && p.UnitCode == unit).OrderByDescending(p => p.Edition).FirstOrDefaultAsync(cancellationToken);
        if (earlier is not null && Preconditions.IfMatch(http, earlier.Edition) is { } stale)
            return stale.Result();
        if (earlier is not null && request.Reason is null)
            return CommonProblems.Invalid.At("/reason", "Bản thay thế phải nêu lý do.").Result();
        var now = time.GetUtcNow();
        var plan = UnitPlan.File(due, earlier, request.Title, request.Number, request.Date, request.FileId, request.Reason, user.Id, now);
        db.UnitPlans.Add(plan);
        db.Audit("unitPlan", plan.Id, earlier is null ? "filed" : "replaced", user.Id, now, request.Reason, new { plan.Edition, plan.FileId, earlier = earlier?.Id }, user.RemoteAddress);
        var answer = intake.Created($"/unit-plans/{plan.Id}", UnitPlanResponse.Of(plan), plan.Edition);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}

internal static class UnitPlanEndpoints
{
    public static void MapUnitPlans(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Kế hoạch riêng của đơn vị");
        FileUnitPlan.Map(group);
        ListUnitPlans.Map(group);
    }
}
