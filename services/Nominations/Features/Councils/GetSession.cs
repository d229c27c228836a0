using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>One line of the list of sessions.</summary>
public sealed record SessionListItem(Guid Id, int Version, Guid CouncilId, string UnitCode, string CouncilName, string Title, DateTimeOffset At, string Place, SessionState State, int Items);

/// <summary>A nomination that waits for a council.</summary>
/// <param name="CouncilAsked">Whether its category cannot go on without the council.</param>
/// <param name="Rule">By what it would be voted today.</param>
public sealed record WaitingNomination(Guid NominationId, string Subject, string CampaignCode, string CategoryKey, int Year, bool CouncilAsked, VotingRule Rule);

internal static class GetSession
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapGet("/sessions", List).RequireAuthorization(Policies.CouncilRead)
            .WithName("ListSessions").WithSummary("Các phiên họp Hội đồng, mới nhất trước").Produces<Page<SessionListItem>>();
        councils.MapGet("/sessions/{id:guid}", Handle).RequireAuthorization(Policies.CouncilRead)
            .WithName(nameof(GetSession)).WithSummary("Một phiên họp: chương trình, điểm danh, xung đột lợi ích, kết quả khi đã kết luận").Produces<SessionResponse>().ProducesProblem(404);
        councils.MapGet("/sessions/{id:guid}/items/{itemId:guid}/nomination", Dossier).RequireAuthorization(Policies.CouncilRead)
            .WithName("GetAgendaNomination").WithSummary("Hồ sơ của một nội dung trong chương trình").Produces<NominationResponse>().ProducesProblem(404);
        councils.MapGet("/{id:guid}/waiting", Waiting).RequireAuthorization(Policies.CouncilManage)
            .WithName("ListWaitingForCouncil").WithSummary("Hồ sơ chờ Hội đồng, chưa ở chương trình nào").Produces<Page<WaitingNomination>>().ProducesProblem(404);
    }

    private static async Task<IResult> List(Guid? councilId, Choice<SessionState>? state, Guid? after, int? limit, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var size = Paging.Limit(limit);
        var rows = db.Sessions(user, VietnamTime.Today(time)).AsNoTracking();
        if (councilId is not null)
            rows = rows.Where(s => s.CouncilId == councilId);
        if (state?.Value is { } asked)
            rows = rows.Where(s => s.State == asked);
        if (after is { } last)
            rows = rows.Where(s => s.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(s => s.Id).Take(size + 1).Select(s => new SessionListItem(s.Id, s.Version, s.CouncilId, s.UnitCode,
            db.Councils.Where(c => c.Id == s.CouncilId).Select(c => c.Name).First(), s.Title, s.At, s.Place, s.State, s.Items.Count(i => i.OffNote == null))).ToListAsync(ct);
        return TypedResults.Ok(page.ToPage(size, s => s.Id.ToString()));
    }

    private static async Task<IResult> Handle(Guid id, SessionWork work, HttpContext http, CancellationToken ct)
    {
        if (await work.FindAsync(id, ct, track: false) is not var (session, council))
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, session.Version);
        return TypedResults.Ok(await work.ViewAsync(session, council, ct));
    }

    /// <summary>A member sees the dossiers on the agenda of its own council, whatever unit they come from, and no others.</summary>
    private static async Task<IResult> Dossier(Guid id, Guid itemId, SessionWork work, NominationsDbContext db, CancellationToken ct)
    {
        if (await work.FindAsync(id, ct, track: false) is not var (session, _) || session.Items.Find(i => i.Id == itemId && !i.OffAgenda)?.NominationId is not { } nominationId)
            return CommonProblems.NotFound.Result();
        var nomination = await db.Nominations.AsNoTracking().SingleAsync(n => n.Id == nominationId, ct);
        return TypedResults.Ok(NominationResponse.Of(nomination, await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == nomination.CampaignId, ct)));
    }

    private static async Task<IResult> Waiting(Guid id, Guid? after, int? limit, NominationsDbContext db, CouncilLaw law, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (size, today) = (Paging.Limit(limit), VietnamTime.Today(time));
        if (await db.Councils(user, today).AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } council)
            return CommonProblems.NotFound.Result();
        if (!user.Manages(council.UnitCode))
            return CommonProblems.Forbidden.Result();
        var unit = council.UnitCode;
        var rows = db.Nominations.AsNoTracking().VisibleTo(user, n => n.Nominee.UnitCode)
            .Where(n => !db.CouncilSessions.SelectMany(s => s.Items).Any(i => i.Live && i.NominationId == n.Id));
        rows = unit == Auth.CityUnit ? rows.Where(n => n.State == Domain.NominationState.Appraised) : rows.Where(n => n.State == Domain.NominationState.Submitted && n.ProposingUnitCode == unit);
        if (after is { } last)
            rows = rows.Where(n => n.Id.CompareTo(last) < 0);
        var page = await rows.OrderByDescending(n => n.Id).Take(size + 1).ToListAsync(ct);
        var campaigns = await db.Campaigns.AsNoTracking().ToDictionaryAsync(c => c.Id, ct);
        return TypedResults.Ok(page.ConvertAll(n =>
        {
            var (campaign, category) = (campaigns[n.CampaignId], campaigns[n.CampaignId].Category(n.CategoryKey)!);
            return new WaitingNomination(n.Id, $"{n.Nominee.Name} – {category.Award.Name}", campaign.Code, n.CategoryKey, n.Year, StepRules.CouncilFirst(category), law.For(category.Award, category.Council, today));
        }).ToPage(size, n => n.NominationId.ToString()));
    }
}
