using Emulation.Contracts.Nominations;
using Emulation.Nominations.Features.Campaigns;
using MassTransit;

namespace Emulation.Nominations.Features.Eligibility;

/// <summary>An initiative was recognised, or a nominee for the emulation flag came or went: nominations that rest on it are judged again.</summary>
internal sealed class RejudgeWhenNomineeFactChanges(Rejudging rejudging, Lateness lateness)
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
        await lateness.ReviewAsync(submitted.Nomination.NominationId, "Hạn gửi hồ sơ thay đổi khi hồ sơ đang được nộp.", submitted.ActedBy, ct);
        await BesideAsync(submitted.Nomination, "Đơn vị có hồ sơ đề nghị tặng Cờ thi đua.", submitted.ActedBy, ct);
    }

    public Task Consume(ConsumeContext<NominationReturned> context) => BesideAsync(context.Message.Nomination, "Hồ sơ đề nghị tặng Cờ thi đua bị trả lại.", context.Message.ActedBy, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationWithdrawn> context) => BesideAsync(context.Message.Nomination, "Hồ sơ đề nghị tặng Cờ thi đua đã rút.", context.Message.ActedBy, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationRejected> context) => BesideAsync(context.Message.Nomination, "Hồ sơ đề nghị tặng Cờ thi đua không được xét.", context.Message.ActedBy, context.CancellationToken);

    private Task BesideAsync(NominationSnapshot nomination, string cause, string actedBy, CancellationToken ct) => nomination.Award.Flag
        ? rejudging.RunAsync(n => n.CampaignId == nomination.CampaignId && n.ProposingUnitCode == nomination.ProposingUnitCode, cause, actedBy, ct)
        : Task.CompletedTask;
}
