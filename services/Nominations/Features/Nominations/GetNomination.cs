using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Dossiers;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>One line of the history of a nomination.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Action">What: drafted, submitted, rejudged, returned …</param>
/// <param name="ActedBy">Account, client or event.</param>
/// <param name="Reason">Why.</param>
/// <param name="Changes">What changed, as JSON; for papers the part, its version and hash, and the unit it came from.</param>
/// <param name="From">Address the request came from; only for who may read the audit trail.</param>
public sealed record HistoryItem(DateTimeOffset At, string Action, string ActedBy, string? Reason, System.Text.Json.JsonElement? Changes, string? From);

internal static class GetNomination
{
    public static void Map(IEndpointRouteBuilder nominations)
    {
        nominations.MapGet("/{id:guid}", Handle).RequireAuthorization(Policies.NominationsRead)
            .WithName(nameof(GetNomination)).WithSummary("Một hồ sơ đề nghị với kết quả xét từng khoản")
            .Produces<NominationResponse>().ProducesProblem(404);
        nominations.MapGet("/{id:guid}/verdict", Verdict).RequireAuthorization(Policies.NominationsRead)
            .WithName("GetVerdict").WithSummary("Kết quả xét tiêu chuẩn theo từng khoản")
            .Produces<Domain.Eligibility.VerdictNode>().ProducesProblem(404);
        nominations.MapGet("/{id:guid}/history", History).RequireAuthorization(Policies.NominationsRead)
            .WithName("GetNominationHistory").WithSummary("Nhật ký của hồ sơ: ai, khi nào, việc gì, vì sao")
            .Produces<Page<HistoryItem>>().ProducesProblem(404);
    }

    private static async Task<IResult> Handle(Guid id, NominationsDbContext db, CurrentUser user, NominationDetail detail, RegisterRules register, HttpContext http, CancellationToken ct)
    {
        if (await db.Nominations.AsNoTracking().VisibleTo(user, n => n.Nominee.UnitCode).FirstOrDefaultAsync(n => n.Id == id, ct) is not { } nomination)
            return CommonProblems.NotFound.Result();
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == nomination.CampaignId, ct);
        nomination.Marks = await register.MarksAsync(nomination, campaign, ct);
        Preconditions.SetETag(http, nomination.Version);
        return TypedResults.Ok(await detail.OfAsync(nomination, campaign, ct) with { Notes = await DecidedNominations.NotesAsync(db, nomination, ct) });
    }

    private static async Task<IResult> Verdict(Guid id, NominationsDbContext db, CurrentUser user, CancellationToken ct) =>
        await db.Nominations.AsNoTracking().VisibleTo(user, n => n.Nominee.UnitCode).Where(n => n.Id == id).Select(n => n.Verdict).FirstOrDefaultAsync(ct) is { } verdict
            ? TypedResults.Ok(verdict)
            : CommonProblems.NotFound.Result();

    private static async Task<IResult> History(Guid id, NominationsDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (!await db.Nominations.VisibleTo(user, n => n.Nominee.UnitCode).AnyAsync(n => n.Id == id, ct))
            return CommonProblems.NotFound.Result();
        var entries = await db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == "nomination" && a.AggregateId == id.ToString()).OrderBy(a => a.Id).ToListAsync(ct);
        return TypedResults.Ok(new Page<HistoryItem>([.. entries.Select(a => new HistoryItem(a.At, a.Action, a.ActedBy, a.Reason,
            a.Changes is null ? null : System.Text.Json.JsonDocument.Parse(a.Changes).RootElement,
            user.May(Policies.AuditRead) ? a.RemoteAddress : null))], null));
    }
}
