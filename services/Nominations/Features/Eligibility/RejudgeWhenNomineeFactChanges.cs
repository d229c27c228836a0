using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Campaigns;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Eligibility;

/// <summary>An initiative was recognised, or a nominee for the emulation flag came or went: nominations that rest on it are judged again.</summary>
internal sealed class RejudgeWhenNomineeFactChanges(NominationsDbContext db, Rejudging rejudging, Lateness lateness)
    : IConsumer<InitiativeRecognised>, IConsumer<NominationSubmitted>, IConsumer<NominationReturned>, IConsumer<NominationWithdrawn>, IConsumer<NominationRejected>
{
    public Task Consume(ConsumeContext<InitiativeRecognised> context)
    {
        var recognised = context.Message;
        return rejudging.RunAsync(n => n.InitiativeIds.Contains(recognised.InitiativeId),
            $"Sáng kiến “{recognised.Title}” được công nhận theo Quyết định {recognised.DecisionNumber}.", recognised.ActedBy, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<NominationSubmitted> context)
    {
        var (submitted, ct) = (context.Message, context.CancellationToken);
        // A ranking may have been published between the judging and the saving of this very nomination.
        await rejudging.RunAsync(n => n.Id == submitted.Nomination.NominationId, "Xét lại sau khi nộp.", submitted.ActedBy, ct);
        await SharingAsync(submitted.Nomination, submitted.ActedBy, ct);
        await lateness.ReviewAsync(submitted.Nomination.NominationId, "Hạn gửi hồ sơ thay đổi khi hồ sơ đang được nộp.", submitted.ActedBy, ct);
        await BesideAsync(submitted.Nomination, "Đơn vị có hồ sơ đề nghị tặng Cờ thi đua.", submitted.ActedBy, ct);
    }

    public Task Consume(ConsumeContext<NominationReturned> context) => LeftAsync(context.Message.Nomination, "bị trả lại", context.Message.ActedBy, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationWithdrawn> context) => LeftAsync(context.Message.Nomination, "đã rút", context.Message.ActedBy, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationRejected> context) => LeftAsync(context.Message.Nomination, "không được xét", context.Message.ActedBy, context.CancellationToken);

    private async Task LeftAsync(NominationSnapshot nomination, string how, string actedBy, CancellationToken ct)
    {
        await SharingAsync(nomination, actedBy, ct);
        await BesideAsync(nomination, $"Hồ sơ đề nghị tặng Cờ thi đua {how}.", actedBy, ct);
    }

    /// <summary>Others that rest on the same initiative are warned, or no longer.</summary>
    private async Task SharingAsync(NominationSnapshot nomination, string actedBy, CancellationToken ct)
    {
        var ids = await db.Nominations.Where(n => n.Id == nomination.NominationId).Select(n => n.InitiativeIds).FirstOrDefaultAsync(ct) ?? [];
        // Two entries of one initiative are one.
        var keys = db.Initiatives.Where(i => ids.Contains(i.Id)).Select(i => i.Key);
        var same = ids.Length == 0 ? [] : await db.Initiatives.Where(i => keys.Contains(i.Key)).Select(i => i.Id).ToArrayAsync(ct);
        if (same.Length > 0)
            await rejudging.RunAsync(n => n.Id != nomination.NominationId && n.InitiativeIds.Any(i => same.Contains(i)), "Sáng kiến được kê ở hồ sơ khác.", actedBy, ct);
    }

    private Task BesideAsync(NominationSnapshot nomination, string cause, string actedBy, CancellationToken ct) => nomination.Award.Flag
        ? rejudging.RunAsync(n => n.CampaignId == nomination.CampaignId && n.ProposingUnitCode == nomination.ProposingUnitCode, cause, actedBy, ct)
        : Task.CompletedTask;
}
