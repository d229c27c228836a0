using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Publications;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Publications;

/// <summary>Makes a list public for comment: nominations under way, or what a decision grants (LTN-TD-26/I.2).</summary>
public sealed record PublishListRequest
{
    /// <summary>Title, as on the notice board; Vietnamese.</summary>
    [Text(300)]
    public required string Title { get; init; }

    /// <summary>Nominations in the order of the list, 1–500; left out when a decision is named.</summary>
    [Items(0, 500)]
    public Guid[] NominationIds { get; init; } = [];

    /// <summary>A decision of the unit; its list is made public.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>For how many working days comments are taken, 1–60; the day of publication does not count.</summary>
    [Between(1, 60)]
    public int WorkingDays { get; init; } = 7;
}

/// <summary>A list made public.</summary>
/// <param name="Until">Last day on which comments are taken, civil date of Vietnam.</param>
/// <param name="Open">Whether comments are taken today.</param>
public sealed record PublicationResponse(Guid Id, string UnitCode, string UnitName, string Title, Guid? DecisionId, PublishedLine[] Lines, DateTimeOffset From, DateOnly Until, bool Open)
{
    internal static PublicationResponse Of(Publication p, DateOnly today) => new(p.Id, p.UnitCode, p.UnitName, p.Title, p.DecisionId, p.Lines, p.From, p.Until, p.Open(today));
}

internal static class PublishList
{
    public static void Map(IEndpointRouteBuilder publications) => publications.MapPost("/", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(PublishList)).WithSummary("Công khai danh sách đề nghị hoặc danh sách được khen thưởng để lấy ý kiến")
        .Produces<PublicationResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(PublishListRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (request.DecisionId is null == (request.NominationIds.Length == 0))
            return Problems.NothingToPublish.At("/nominationIds").Result();
        var ids = request.NominationIds;
        if (request.DecisionId is { } decisionId)
        {
            if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.Id == decisionId && d.DecidingUnitCode == user.UnitCode, ct) is not { } decision)
                return CommonProblems.NotFound.At("/decisionId").Result();
            // An award that was cancelled is not shown as one.
            ids = [.. decision.Lines.Where(l => !l.Revoked).Select(l => l.NominationId)];
            if (ids.Length == 0)
                return Problems.NotInForce.At("/decisionId").Result();
        }
        var found = await db.Nominations.AsNoTracking().VisibleTo(user, n => n.Nominee.UnitCode).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        if (Array.FindIndex(ids, i => !found.ContainsKey(i)) is >= 0 and var missing)
            return CommonProblems.NotFound.At($"/nominationIds/{missing}").Result();
        if (Array.FindIndex(ids, i => Array.IndexOf(ids, i) != Array.LastIndexOf(ids, i)) is >= 0 and var repeated)
            return CommonProblems.Invalid.At($"/nominationIds/{repeated}", "Hồ sơ được kê hai lần.").Result();
        if (request.DecisionId is null && Array.FindIndex(ids, i => !Nomination.UnderWay.Contains(found[i].State)) is >= 0 and var elsewhere)
            return Problems.WrongState.At($"/nominationIds/{elsewhere}", "Chỉ công khai hồ sơ đang được xét.").Result();

        var campaignIds = found.Values.Select(n => n.CampaignId).Distinct().ToArray();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => campaignIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var now = time.GetUtcNow();
        var publication = new Publication
        {
            UnitCode = user.UnitCode,
            UnitName = await db.Units.Where(u => u.Code == user.UnitCode).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? user.UnitCode,
            Title = request.Title,
            DecisionId = request.DecisionId,
            Lines = [.. ids.Select((id, i) => Line(found[id], campaigns[found[id].CampaignId], i + 1))],
            From = now,
            Until = Law.WorkingDays.After(VietnamTime.DateOf(now), request.WorkingDays),
            PublishedBy = user.Id,
        };
        db.Publications.Add(publication);
        db.Audit("publication", publication.Id, "published", user.Id, now, changes: new { publication.Until, Count = ids.Length }, from: user.RemoteAddress);
        foreach (var id in ids)
            db.Audit("nomination", id, "published", user.Id, now, changes: new { PublicationId = publication.Id, publication.Until }, from: user.RemoteAddress);
        var answer = intake.Created($"/publications/{publication.Id}", PublicationResponse.Of(publication, VietnamTime.DateOf(now)));
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private static PublishedLine Line(Nomination n, KnownCampaign campaign, int order) => new(n.Id, order, n.Nominee.Kind, n.Nominee.Name, n.Nominee.Position, n.Nominee.UnitName,
        campaign.Category(n.CategoryKey)?.Name ?? n.CategoryKey, n.Achievement);
}
