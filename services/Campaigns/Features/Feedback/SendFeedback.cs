using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Feedback;

/// <summary>A difficulty met while carrying out a campaign (LTN-26-30/IV.6).</summary>
public sealed record SendFeedbackRequest
{
    /// <summary>Unit that met it; one's own when absent.</summary>
    [Code]
    public string? UnitCode { get; init; }

    /// <summary>What is difficult, or what should be changed, 1–8000 characters.</summary>
    [Text(8000)]
    public required string Text { get; init; }
}

/// <summary>The answer to a difficulty.</summary>
public sealed record AnswerFeedbackRequest
{
    /// <summary>What the launching unit or its standing section says to it, 1–8000 characters.</summary>
    [Text(8000)]
    public required string Answer { get; init; }
}

/// <summary>A difficulty and its answer; both stay.</summary>
/// <param name="Version">ETag.</param>
/// <param name="SentBy">Account or client id.</param>
/// <param name="AnsweredByUnit">Launching unit, or its standing section.</param>
public sealed record FeedbackResponse(
    Guid Id, int Version, Guid CampaignId, string UnitCode, string Text, DateTimeOffset SentAt, string SentBy, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredByUnit)
{
    internal static FeedbackResponse Of(CampaignFeedback f) => new(f.Id, f.Version, f.CampaignId, f.UnitCode, f.Text, f.SentAt, f.SentBy, f.Answer, f.AnsweredAt, f.AnsweredByUnit);
}

internal static class SendFeedback
{
    private const string Aggregate = "campaignFeedback";

    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/campaigns/{id:guid}/feedback", Handle)
            .WithName(nameof(SendFeedback)).WithSummary("Phản ánh khó khăn, vướng mắc khi thực hiện phong trào")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<FeedbackResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapPost("/campaigns/{id:guid}/feedback/{feedbackId:guid}/answer", Answer)
            .WithName("AnswerFeedback").WithSummary("Trả lời một phản ánh")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<FeedbackResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        group.MapGet("/campaigns/{id:guid}/feedback", List)
            .WithName("ListFeedback").WithSummary("Các phản ánh về một phong trào và trả lời, mới nhất trước (answered=false: chưa trả lời)")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<Page<FeedbackResponse>>().ProducesProblem(404);
    }

    private static async Task<IResult> Handle(
        Guid id, SendFeedbackRequest request, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var unit = request.UnitCode ?? user.UnitCode;
        var campaign = await db.Campaigns.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (campaign is null)
            return CommonProblems.NotFound.Result();
        // Whoever takes part may speak: the launching unit and all below it.
        var takesPart = campaign.UnitCode == Auth.CityUnit || unit == campaign.UnitCode || unit.StartsWith(campaign.UnitCode + "-", StringComparison.Ordinal);
        if (!user.Sees(unit) || !takesPart || !await db.Units.AnyAsync(u => u.Code == unit, cancellationToken))
            return CommonProblems.NotFound.At("/unitCode").Result();
        if (campaign.State == CampaignState.Draft)
            return Problems.NotLaunched.Result();
        var now = time.GetUtcNow();
        var feedback = CampaignFeedback.Send(id, unit, request.Text, user.Id, now);
        db.Feedback.Add(feedback);
        db.Audit(Aggregate, feedback.Id, "sent", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/campaigns/{id}/feedback", FeedbackResponse.Of(feedback), feedback.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private static async Task<IResult> Answer(
        Guid id, Guid feedbackId, AnswerFeedbackRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var feedback = await db.Feedback.Include(f => f.Campaign).VisibleWork(user).SingleOrDefaultAsync(f => f.Id == feedbackId && f.CampaignId == id, cancellationToken);
        if (feedback is null)
            return CommonProblems.NotFound.Result();
        if (!user.LooksAfter(feedback.Campaign))
            return CommonProblems.Forbidden.With("Đơn vị phát động hoặc cơ quan thường trực trả lời phản ánh.").Result();
        var now = time.GetUtcNow();
        if ((Preconditions.IfMatch(http, feedback.Version) ?? feedback.Reply(request.Answer, user.UnitCode, now)) is { } problem)
            return problem.Result();
        db.Audit(Aggregate, feedbackId, "answered", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Ok(FeedbackResponse.Of(feedback), feedback.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private static async Task<IResult> List(
        Guid id, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken, bool? answered = null, Guid? after = null, int? limit = null)
    {
        if (!await db.Campaigns.ReadableBy(user).AnyAsync(c => c.Id == id, cancellationToken))
            return CommonProblems.NotFound.Result();
        var size = Paging.Limit(limit);
        var rows = await db.Feedback.AsNoTracking().VisibleWork(user)
            .Where(f => f.CampaignId == id && (answered == null || (f.Answer != null) == answered) && (after == null || f.Id < after))
            .OrderByDescending(f => f.Id).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(FeedbackResponse.Of).ToPage(size, f => f.Id.ToString()));
    }
}

internal static class FeedbackEndpoints
{
    public static void MapFeedback(this WebApplication app) => SendFeedback.Map(app.MapGroup("").WithTags("Phản ánh, vướng mắc"));
}
