using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Publications;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Publications;

/// <summary>What somebody says of a list made public.</summary>
public sealed record CommentOnPublicationRequest
{
    /// <summary>The line it is about; left out = the list as a whole.</summary>
    public Guid? NominationId { get; init; }

    /// <summary>The comment; Vietnamese, at most 4,000 characters. May hold personal data.</summary>
    [Text(4000)]
    public required string Text { get; init; }
}

/// <summary>The publishing unit's answer to a comment.</summary>
public sealed record AnswerCommentRequest
{
    /// <summary>The answer; Vietnamese, at most 4,000 characters.</summary>
    [Text(4000)]
    public required string Answer { get; init; }
}

/// <summary>A comment, as its writer and the publishing unit see it.</summary>
public sealed record CommentResponse(Guid Id, Guid? NominationId, string Text, string ByUnitCode, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt)
{
    internal static CommentResponse Of(PublicationComment c) => new(c.Id, c.NominationId, c.Text, c.ByUnitCode, c.At, c.Answer, c.AnsweredAt);
}

internal static class CommentOnPublication
{
    public static void Map(IEndpointRouteBuilder publications)
    {
        publications.MapPost("/{id:guid}/comments", Handle).RequireAuthorization(Policies.CampaignsRead).WithIdempotency()
            .WithName(nameof(CommentOnPublication)).WithSummary("Góp ý về một danh sách đang được công khai")
            .Produces<CommentResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        publications.MapGet("/{id:guid}/comments", List).RequireAuthorization(Policies.CampaignsRead)
            .WithName("ListComments").WithSummary("Góp ý: đơn vị công khai thấy tất cả, người góp ý thấy ý kiến của mình").Produces<Page<CommentResponse>>().ProducesProblem(404);
        publications.MapPost("/{id:guid}/comments/{comment:guid}/answer", Answer).RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
            .WithName("AnswerComment").WithSummary("Trả lời góp ý").Produces<CommentResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> Handle(Guid id, CommentOnPublicationRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (await db.Publications.AsNoTracking().ReadableBy(user).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } publication)
            return CommonProblems.NotFound.Result();
        var now = time.GetUtcNow();
        if (!publication.Open(VietnamTime.DateOf(now)))
            return Problems.PublicationOver.With($"Hết hạn góp ý ngày {publication.Until:dd/MM/yyyy}.").Result();
        if (request.NominationId is { } line && publication.Lines.All(l => l.NominationId != line))
            return Problems.NotOnTheList.At("/nominationId").Result();
        var comment = new PublicationComment { PublicationId = id, NominationId = request.NominationId, Text = request.Text, By = user.Id, ByUnitCode = user.UnitCode, At = now };
        db.PublicationComments.Add(comment);
        db.Audit("publication", id, "commented", user.Id, now, from: user.RemoteAddress);
        var answer = intake.Created($"/publications/{id}/comments", CommentResponse.Of(comment));
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static async Task<IResult> List(Guid id, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (await db.Publications.AsNoTracking().ReadableBy(user).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } publication)
            return CommonProblems.NotFound.Result();
        var size = Paging.Limit(limit);
        var rows = db.PublicationComments.AsNoTracking().Where(c => c.PublicationId == id);
        if (!Publishes(user, publication))
            rows = rows.Where(c => c.By == user.Id);
        if (after is { } last)
            rows = rows.Where(c => c.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(page.ConvertAll(CommentResponse.Of).ToPage(size, c => c.Id.ToString()));
    }

    private static async Task<IResult> Answer(Guid id, Guid comment, AnswerCommentRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (await db.Publications.AsNoTracking().ReadableBy(user).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } publication || !Publishes(user, publication)
            || await db.PublicationComments.FirstOrDefaultAsync(c => c.Id == comment && c.PublicationId == id, ct) is not { } asked)
            return CommonProblems.NotFound.Result();
        var now = time.GetUtcNow();
        if (asked.Reply(request.Answer, user.Id, now) is { } refused)
            return refused.Result();
        db.Audit("publication", id, "answered", user.Id, now, changes: new { CommentId = comment }, from: user.RemoteAddress);
        var answer = intake.Ok(CommentResponse.Of(asked));
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static bool Publishes(CurrentUser user, Publication publication) => user.UnitCode == publication.UnitCode && user.May(Policies.NominationsDecide);
}
