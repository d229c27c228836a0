using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Dossiers;
using Emulation.Nominations.Features.Eligibility;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Who may move a nomination.</summary>
internal enum Scope
{
    /// <summary>The proposing unit and those below it that see the nominee.</summary>
    Proposer,

    /// <summary>The level that decides: the city for city and State awards, the commune for its own.</summary>
    Decider,
}

/// <summary>One step of a nomination: find it in scope, judge it on the facts of this moment, apply the step, save all at once.</summary>
internal sealed class Transition(NominationsDbContext db, CurrentUser user, Intake intake, Rejudging rejudging, DossierDesk desk, TimeProvider time, IHttpContextAccessor http)
{
    public CurrentUser User => user;

    public DateTimeOffset Now => time.GetUtcNow();

    public Task<IResult> RunAsync(Guid id, Scope scope, Func<Nomination, KnownCampaign, Problem?> step, CancellationToken ct) =>
        RunAsync(id, scope, (nomination, campaign) => Task.FromResult(step(nomination, campaign)), ct);

    public async Task<IResult> RunAsync(Guid id, Scope scope, Func<Nomination, KnownCampaign, Task<Problem?>> step, CancellationToken ct)
    {
        if (await db.Nominations.VisibleTo(user, n => n.Nominee.UnitCode).FirstOrDefaultAsync(n => n.Id == id, ct) is not { } nomination)
            return CommonProblems.NotFound.Result();
        if (scope == Scope.Decider && !Decides(nomination))
            return CommonProblems.Forbidden.With("Việc này thuộc thẩm quyền của cấp quyết định khen thưởng.").Result();
        if (Preconditions.IfMatch(http.HttpContext!, nomination.Version) is { } stale)
            return stale.Result();

        var facts = await FactSource.LoadAsync(db, [nomination], time, ct);
        if (nomination.Open)
            rejudging.Rejudge(nomination, facts, "Xét lại khi xử lý hồ sơ.", user.Id);
        var campaign = facts.Campaign(nomination);
        if (await step(nomination, campaign) is { } refused)
            return refused.Result();
        var missing = MissingPart.Of(await desk.StandingAsync(nomination, campaign, ct));
        var answer = intake.Ok(NominationResponse.Of(nomination, campaign) with { Missing = missing }, nomination.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    private bool Decides(Nomination nomination) =>
        user.SeesWholeCity || (nomination.Level == AwardLevel.Ward && user.UnitCode == nomination.ProposingUnitCode);

    public void Rejudge(Nomination nomination, FactSource facts, string cause) => rejudging.Rejudge(nomination, facts, cause, user.Id);

    public void Audit(Nomination nomination, string action, string? reason) =>
        db.Audit("nomination", nomination.Id, action, user.Id, Now, reason, new { nomination.State, nomination.Eligibility }, user.RemoteAddress);
}
