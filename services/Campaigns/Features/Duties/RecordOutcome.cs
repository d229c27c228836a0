using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>What came out of a task.</summary>
public record OutcomeBody
{
    /// <summary>True when there was nothing to do (không phát sinh): for tasks “nếu có” only.</summary>
    public bool NotArising { get; init; }

    /// <summary>Day on which it was done, civil date of Vietnam, not after today; today when absent.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Type of the document that it ended in: <c>KH</c>, <c>CT</c>.</summary>
    [Text(20)]
    public string? DocumentType { get; init; }

    /// <summary>Number and symbol of that document: <c>15/KH-UBND</c>.</summary>
    [Text(60)]
    public string? DocumentNumber { get; init; }

    /// <summary>Date of that document.</summary>
    public DateOnly? DocumentDate { get; init; }

    /// <summary>Result in words, up to 4000 characters.</summary>
    [Text(4000)]
    public string? Note { get; init; }

    /// <summary>Ids of files that the unit has sent to <c>/report-files</c>.</summary>
    [Items(0, 30)]
    public Guid[] Files { get; init; } = [];

    internal OutcomeContent Content(DateOnly today) => new(NotArising, DoneOn ?? today, DocumentType, DocumentNumber, DocumentDate, Note, [.. Files.Distinct()]);
}

/// <summary>A task of one unit and period, done or not arising.</summary>
public sealed record RecordOutcomeRequest : OutcomeBody
{
    /// <summary>Launched or closed campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Key of the task in the plan; a block head adds <c>@</c> and the code of the block.</summary>
    [Text(120)]
    public required string Key { get; init; }

    /// <summary>Period as listed under <c>/duties</c>.</summary>
    [Text(22)]
    public required string Period { get; init; }

    /// <summary>Unit whose task it is; one's own when absent.</summary>
    [Code]
    public string? UnitCode { get; init; }
}

/// <summary>The whole outcome anew.</summary>
public sealed record ChangeOutcomeRequest : OutcomeBody
{
    /// <summary>Why, 1–1000 characters.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

/// <summary>What came out of a task.</summary>
/// <param name="Version">ETag.</param>
/// <param name="RecordedAt">When it was first recorded, UTC.</param>
public sealed record OutcomeResponse(
    Guid Id, int Version, Guid CampaignId, string Key, string Clause, string Title, string UnitCode, int Year, string Period,
    bool NotArising, DateOnly DoneOn, string? DocumentType, string? DocumentNumber, DateOnly? DocumentDate, string? Note, Guid[] Files, DateTimeOffset RecordedAt)
{
    internal static OutcomeResponse Of(DutyOutcome o) => new(
        o.Id, o.Version, o.CampaignId, o.Key, o.Clause, o.Title, o.UnitCode, o.Year, o.Period, o.NotArising, o.DoneOn, o.DocumentType, o.DocumentNumber, o.DocumentDate, o.Note, o.Files, o.RecordedAt);
}

internal static class RecordOutcome
{
    private const string Aggregate = "dutyOutcome";

    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/duties/outcomes", Handle)
            .WithName(nameof(RecordOutcome)).WithSummary("Ghi kết quả một nhiệm vụ: văn bản đã ban hành, hội nghị đã họp, hoặc không phát sinh")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<OutcomeResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapGet("/duties/outcomes/{id:guid}", Get)
            .WithName("GetOutcome").WithSummary("Kết quả của một nhiệm vụ")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<OutcomeResponse>().ProducesProblem(404);
        group.MapPut("/duties/outcomes/{id:guid}", Change)
            .WithName("ChangeOutcome").WithSummary("Sửa kết quả của một nhiệm vụ, kèm lý do")
            .RequireAuthorization(Policies.ReportsWrite)
            .Produces<OutcomeResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static async Task<IResult> Handle(
        RecordOutcomeRequest request, CampaignsDbContext db, Dues dues, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var unit = request.UnitCode ?? user.UnitCode;
        var (campaign, ground, refused) = await db.DutyGroundAsync(dues, request.CampaignId, unit, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        if (campaign!.Plan.TaskOf(DutyResponse.PlanKey(request.Key)) is not { } planned)
            return Problems.DutyUnknown.At("/key").Result();
        var due = DueCalendar.Of(ground!, campaign.FromYear, campaign.ToYear).FirstOrDefault(d => d.Kind == DueKind.Task && d.Key == request.Key && d.UnitCode == unit && d.Period == request.Period);
        if (due is null)
            return Problems.NotOwed.At("/period").Result();
        if (await db.UnknownFileAsync(request.Files, unit, cancellationToken) is { } file)
            return file.Result();
        if (await db.Outcomes.AnyAsync(o => o.CampaignId == campaign.Id && o.Key == due.Key && o.Period == due.Period && o.UnitCode == unit, cancellationToken))
            return Problems.AlreadyDone.Result();
        var now = time.GetUtcNow();
        var (outcome, problem) = DutyOutcome.Record(due, planned, request.Content(VietnamTime.DateOf(now)), now);
        if (problem is not null)
            return problem.Result();
        db.Outcomes.Add(outcome!);
        db.Audit(Aggregate, outcome!.Id, "recorded", user.Id, now, changes: outcome.Content, from: user.RemoteAddress);
        var answer = intake.Created($"/duties/outcomes/{outcome.Id}", OutcomeResponse.Of(outcome), outcome.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private static async Task<IResult> Get(Guid id, HttpContext http, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Outcomes.AsNoTracking().VisibleWork(user).SingleOrDefaultAsync(o => o.Id == id, cancellationToken) is not { } outcome)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, outcome.Version);
        return TypedResults.Ok(OutcomeResponse.Of(outcome));
    }

    private static async Task<IResult> Change(
        Guid id, ChangeOutcomeRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var outcome = await db.Outcomes.Include(o => o.Campaign).VisibleWork(user).SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        if (outcome is null)
            return CommonProblems.NotFound.Result();
        if (!user.ActsFor(outcome.Campaign, outcome.UnitCode))
            return CommonProblems.Forbidden.Result();
        if ((Preconditions.IfMatch(http, outcome.Version) ?? await db.UnknownFileAsync(request.Files, outcome.UnitCode, cancellationToken)) is { } refused)
            return refused.Result();
        if (outcome.Campaign.Plan.TaskOf(DutyResponse.PlanKey(outcome.Key)) is not { } planned)
            return Problems.DutyUnknown.Result();
        var (now, before) = (time.GetUtcNow(), outcome.Content);
        if (outcome.Change(planned, request.Content(VietnamTime.DateOf(now)), now) is { } problem)
            return problem.Result();
        db.Audit(Aggregate, id, "changed", user.Id, now, request.Reason, new { before, after = outcome.Content }, user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, outcome.Version);
        return TypedResults.Ok(OutcomeResponse.Of(outcome));
    }
}

internal static class DutyEndpoints
{
    public static void MapDuties(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Việc phải làm");
        ListDuties.Map(group);
        ListMissing.Map(group);
        ListRoles.Map(group);
        RecordOutcome.Map(group);
        SetReportRhythm.Map(group);
        GetEvidencePack.Map(group);
        DownloadEvidencePack.Map(group);
    }
}
