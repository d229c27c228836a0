using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Puts nominations that wait, or texts to be agreed on, on the agenda of a session.</summary>
public sealed record PutOnAgendaRequest
{
    /// <summary>Nominations, in order; at most 500.</summary>
    [Items(0, 500)]
    public Guid[] NominationIds { get; init; } = [];

    /// <summary>Items that are no nominations; at most 50.</summary>
    [Items(0, 50)]
    public ResolutionInput[] Resolutions { get; init; } = [];
}

/// <summary>A text on which the council gives its opinion (LTN-TD-26/V.1.a).</summary>
[ValidatableType]
public sealed record ResolutionInput
{
    /// <summary>What is to be agreed on, in Vietnamese; at most 2,000 characters.</summary>
    [Text(2000)]
    public required string Text { get; init; }

    /// <summary>Which duty of the council it serves.</summary>
    public required CouncilDuty Duty { get; init; }
}

/// <summary>Takes an item off the agenda.</summary>
public sealed record TakeOffAgendaRequest
{
    /// <summary>Why, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class PutOnAgenda
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapPost("/sessions/{id:guid}/items", Put)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName(nameof(PutOnAgenda)).WithSummary("Đưa hồ sơ chờ Hội đồng hoặc nội dung khác vào chương trình")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        councils.MapPost("/sessions/{id:guid}/items/{itemId:guid}/take-off", TakeOff)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName("TakeOffAgenda").WithSummary("Đưa một nội dung ra khỏi chương trình, kèm lý do")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static Task<IResult> Put(Guid id, PutOnAgendaRequest request, SessionWork work, CouncilLaw law, ConflictFinder conflicts, NominationsDbContext db, CancellationToken ct) =>
        work.ManageAsync(id, async (session, council) =>
        {
            if (request.NominationIds.Length + request.Resolutions.Length == 0)
                return CommonProblems.Invalid.At("/nominationIds", "Cần ít nhất một hồ sơ hoặc nội dung.");
            var ids = request.NominationIds;
            if (Array.FindIndex(ids, i => Array.IndexOf(ids, i) != Array.LastIndexOf(ids, i)) is >= 0 and var repeated)
                return Problems.OnAnotherAgenda.At($"/nominationIds/{repeated}", "Hồ sơ được kê hai lần.");
            var found = await db.Nominations.AsNoTracking().VisibleTo(work.User, n => n.Nominee.UnitCode).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
            var taken = await db.CouncilSessions.SelectMany(s => s.Items).Where(i => i.Live && ids.Contains(i.NominationId!.Value)).Select(i => i.NominationId!.Value).ToListAsync(ct);
            var day = VietnamTime.DateOf(session.At);
            var items = new List<AgendaItem>();
            for (var i = 0; i < ids.Length; i++)
            {
                if (!found.TryGetValue(ids[i], out var nomination))
                    return CommonProblems.NotFound.At($"/nominationIds/{i}");
                if (taken.Contains(ids[i]))
                    return Problems.OnAnotherAgenda.At($"/nominationIds/{i}");
                if (!SessionWork.Waiting(nomination, session.UnitCode))
                    return Problems.NotWaiting.At($"/nominationIds/{i}", $"Hồ sơ đang ở trạng thái “{nomination.State.Vietnamese()}”.");
                items.Add(await ItemAsync(session, nomination, items.Count, day, law, db, ct));
            }
            items.AddRange(request.Resolutions.Select((r, i) => new AgendaItem
            {
                Order = session.Items.Count + ids.Length + i + 1, Subject = r.Text, Duty = r.Duty, Rule = law.ForResolution(day),
            }));
            if (session.Put(items) is { } refused)
                return refused;
            await conflicts.FindAsync(session, council, ct);
            work.Audit(session, "agendaFilled", changes: new { request.NominationIds, Resolutions = request.Resolutions.Length });
            return null;
        }, ct);

    private static async Task<AgendaItem> ItemAsync(CouncilSession session, Nomination nomination, int before, DateOnly day, CouncilLaw law, NominationsDbContext db, CancellationToken ct)
    {
        var campaign = await db.Campaigns.FindAsync([nomination.CampaignId], ct);
        var category = campaign!.Category(nomination.CategoryKey)!;
        return new AgendaItem
        {
            Order = session.Items.Count + before + 1,
            NominationId = nomination.Id,
            Subject = $"{nomination.Nominee.Name} – {category.Award.Name}, năm {nomination.Year}",
            Rule = law.For(category.Award, category.Council, day),
        };
    }

    private static Task<IResult> TakeOff(Guid id, Guid itemId, TakeOffAgendaRequest request, SessionWork work, CancellationToken ct) =>
        work.ManageAsync(id, (session, _) =>
        {
            if (session.Items.Find(i => i.Id == itemId) is not { } item)
                return CommonProblems.NotFound;
            if (session.TakeOff(item, request.Reason) is { } refused)
                return refused;
            work.Audit(session, "takenOff", request.Reason, new { ItemId = itemId, item.NominationId });
            return null;
        }, ct);
}
