using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>One step of a session: find it in scope, check what the caller saw, apply the step, save all at once.</summary>
internal sealed class SessionWork(NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, IHttpContextAccessor http)
{
    public CurrentUser User => user;

    public DateTimeOffset Now => time.GetUtcNow();

    public Task<IResult> ManageAsync(Guid id, Func<CouncilSession, Council, Problem?> step, CancellationToken ct) =>
        ManageAsync(id, (session, council) => Task.FromResult(step(session, council)), ct);

    /// <summary>A step of the standing section.</summary>
    public Task<IResult> ManageAsync(Guid id, Func<CouncilSession, Council, Task<Problem?>> step, CancellationToken ct) =>
        RunAsync(id, async (session, council) => user.Manages(session.UnitCode) ? await step(session, council) : CommonProblems.Forbidden, ct);

    public async Task<IResult> RunAsync(Guid id, Func<CouncilSession, Council, Task<Problem?>> step, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not var (session, council))
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http.HttpContext!, session.Version) is { } stale)
            return stale.Result();
        await SyncAsync(session, ct);
        if (await step(session, council) is { } refused)
            return refused.Result();
        var answer = intake.Ok(await ViewAsync(session, council, ct), session.Version);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { ConstraintName: AgendaItemConfiguration.OneLive })
        {
            return Problems.OnAnotherAgenda.Result();
        }
        return answer;
    }

    public async Task<(CouncilSession Session, Council Council)?> FindAsync(Guid id, CancellationToken ct, bool track = true)
    {
        var sessions = db.Sessions(user, VietnamTime.DateOf(Now)).Include(s => s.Items);
        var session = await (track ? sessions : sessions.AsNoTracking()).FirstOrDefaultAsync(s => s.Id == id, ct);
        return session is null ? null : (session, await CouncilOfAsync(session, ct));
    }

    public Task<Council> CouncilOfAsync(CouncilSession session, CancellationToken ct) =>
        db.Councils.AsNoTracking().Include(c => c.Members).SingleAsync(c => c.Id == session.CouncilId, ct);

    /// <summary>Nominations that went elsewhere meanwhile fall off the agenda with a note.</summary>
    public async Task SyncAsync(CouncilSession session, CancellationToken ct)
    {
        var live = session.Live.Where(i => i.NominationId is not null).ToList();
        if (live.Count == 0)
            return;
        var ids = live.Select(i => i.NominationId!.Value).ToArray();
        var states = await db.Nominations.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        foreach (var item in live)
        {
            var nomination = states[item.NominationId!.Value];
            if (Waiting(nomination, session.UnitCode))
                continue;
            session.FallOff(item, $"Hồ sơ {nomination.State.Vietnamese()} trong khi chờ Hội đồng.");
            db.Audit("councilSession", session.Id, "fellOff", "system", Now, item.OffNote, new { ItemId = item.Id, item.NominationId });
        }
    }

    /// <summary>A commune's council looks at what was handed in to it, the city's at what was appraised.</summary>
    public static bool Waiting(Nomination nomination, string councilUnit) => councilUnit == Auth.CityUnit
        ? nomination.State == NominationState.Appraised
        : nomination.State == NominationState.Submitted && nomination.ProposingUnitCode == councilUnit;

    public async Task<SessionResponse> ViewAsync(CouncilSession session, Council council, CancellationToken ct)
    {
        var handedIn = await db.PaperMarks.AsNoTracking().Where(m => m.SessionId == session.Id).Select(m => m.MemberId).ToListAsync(ct);
        var votes = await db.OpenVotes.AsNoTracking().Where(v => v.SessionId == session.Id).ToListAsync(ct);
        return SessionResponse.Of(session, council, [.. handedIn], votes, user);
    }

    public void Audit(CouncilSession session, string action, string? reason = null, object? changes = null) =>
        db.Audit("councilSession", session.Id, action, user.Id, Now, reason, changes, user.RemoteAddress);
}
