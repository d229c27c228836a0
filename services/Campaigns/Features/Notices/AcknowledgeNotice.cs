using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Notices;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Campaigns.Features.Notices;

/// <summary>The told unit takes note; a second time changes nothing. Who reads along from above, or to inspect, does not take note for it.</summary>
internal static class AcknowledgeNotice
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/notices/{id:guid}/acknowledge", Handle)
            .WithName(nameof(AcknowledgeNotice)).WithSummary("Xác nhận đã đọc thông báo")
            .RequireAuthorization(Policies.CampaignsRead).WithIdempotency()
            .Produces<NoticeResponse>().ProducesProblem(403).ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await FindAsync() is not { } notice)
            return CommonProblems.NotFound.Result();
        if (notice.UnitCode != user.UnitCode || (user.May(Policies.AuditRead) && !user.May(Policies.CampaignsWrite)))
            return Problems.NotYoursToAcknowledge.Result();
        if (notice.ReadAt is not null)
            return await SavedAsync(notice);
        var now = time.GetUtcNow();
        db.NoticeReceipts.Add(new NoticeReceipt { NoticeId = id, At = now, By = user.Id });
        db.Audit("notice", id, "acknowledged", user.Id, now, from: user.RemoteAddress);
        return await SavedAsync(notice with { ReadAt = now, ReadBy = user.Id });

        Task<NoticeResponse?> FindAsync() => db.Notices.AsNoTracking().VisibleTo(user, n => n.UnitCode).Where(n => n.Id == id).Responses(db).SingleOrDefaultAsync(cancellationToken);

        async Task<IResult> SavedAsync(NoticeResponse seen)
        {
            var answer = intake.Ok(seen);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return answer;
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: NoticeReceiptConfiguration.OneEach })
            {
                // A colleague was quicker: what stands is the answer.
                foreach (var entry in db.ChangeTracker.Entries().Where(x => x.Entity is NoticeReceipt or AuditEntry).ToList())
                    entry.State = EntityState.Detached;
                return await SavedAsync((await FindAsync())!);
            }
        }
    }
}
