using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>The chairman of the committee decides on what the council advised (LTN-TD-26/V.1.b): as a whole, or with items left out.</summary>
public sealed record ApproveSessionRequest
{
    /// <summary>Items that passed but are not approved; at most 500.</summary>
    [Items(0, 500)]
    public LeftOutInput[] LeaveOut { get; init; } = [];

    /// <summary>Note on the approval, in Vietnamese.</summary>
    [Text(1000)]
    public string? Note { get; init; }
}

/// <summary>An item the chairman leaves out.</summary>
[ValidatableType]
public sealed record LeftOutInput
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class ApproveSession
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/sessions/{id:guid}/approve", Handle)
        .RequireAuthorization(Policies.CouncilApprove).WithIdempotency()
        .WithName(nameof(ApproveSession)).WithSummary("Chủ tịch phê duyệt kết quả Hội đồng, có thể bớt nội dung kèm lý do")
        .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, ApproveSessionRequest request, SessionWork work, Rejudging rejudging, StepRules rules, NominationsDbContext db, TimeProvider time, CancellationToken ct) =>
        work.RunAsync(id, async (session, council) =>
        {
            // The city sees all councils, and still decides only on its own.
            if (work.User.UnitCode != session.UnitCode)
                return Problems.NotTheChairman;
            if (Array.FindIndex(request.LeaveOut, l => session.Items.All(i => i.Id != l.ItemId)) is >= 0 and var unknown)
                return Problems.UnknownItem.At($"/leaveOut/{unknown}/itemId");
            if (Array.FindIndex(request.LeaveOut, l => Array.Exists(request.LeaveOut, o => o != l && o.ItemId == l.ItemId)) is >= 0 and var twice)
                return Problems.UnknownItem.At($"/leaveOut/{twice}/itemId", "Nội dung được kê hai lần.");
            var voted = session.Live.ToList();
            if (session.Approve(request.LeaveOut.ToDictionary(l => l.ItemId, l => l.Reason), work.Now, work.User.Id, request.Note) is { } refused)
                return refused;
            var agreed = voted.Where(i => i.Approved == true && i.NominationId is not null).ToList();
            if (await AgreeAsync(session, agreed, work, rejudging, rules, db, time, ct) is { } forbidden)
                return forbidden;
            db.Publish(Concluded(session, council, voted, work));
            work.Audit(session, "approved", request.Note, new { Approved = voted.Count(i => i.Approved == true), LeftOut = request.LeaveOut.Length });
            return null;
        }, ct);

    private static async Task<Problem?> AgreeAsync(CouncilSession session, List<AgendaItem> agreed, SessionWork work, Rejudging rejudging, StepRules rules, NominationsDbContext db, TimeProvider time, CancellationToken ct)
    {
        var ids = agreed.Select(i => i.NominationId!.Value).ToArray();
        var nominations = await db.Nominations.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        if (nominations.Count == 0)
            return null;
        foreach (var item in agreed.Where(i => i.ConfirmsOutstanding is not null))
            Confirm(nominations[item.NominationId!.Value], item, session, work, db);
        var facts = await FactSource.LoadAsync(db, nominations.Values, time, ct);
        foreach (var item in agreed)
        {
            var nomination = nominations[item.NominationId!.Value];
            rejudging.Rejudge(nomination, facts, "Xét lại khi Hội đồng thông qua.", work.User.Id);
            // The city's council advises on what was appraised; nothing but the decision comes after that.
            if (session.UnitCode == Auth.CityUnit)
                continue;
            if ((await rules.RefuseAsync(Step.Agree, nomination, facts.Campaign(nomination), ct) ?? nomination.Agree()) is { } refused)
                return refused.With($"Nội dung thứ {item.Order}: {refused.Detail ?? refused.Title}") with { Facts = new Dictionary<string, object?> { ["itemId"] = item.Id } };
            db.Audit("nomination", nomination.Id, "agreed", work.User.Id, work.Now, item.Conclusion,
                new { SessionId = session.Id, item.Result!.Tally.Yes, item.Result.Base, item.Rule.LegalBasis }, work.User.RemoteAddress);
        }
        return null;
    }

    // What plans let stand for the yearly grade (C-41).
    private const string ConfirmedStatement = "completedOutstandingly";

    private static void Confirm(Nomination nomination, AgendaItem item, CouncilSession session, SessionWork work, NominationsDbContext db)
    {
        nomination.Attest(new Attestation { Statement = ConfirmedStatement, Holds = true, By = Attester.Council, Evidence = item.ConfirmsOutstanding });
        db.Audit("nomination", nomination.Id, "attestedByCouncil", work.User.Id, work.Now, item.ConfirmsOutstanding, new { SessionId = session.Id });
    }

    private static CouncilConcluded Concluded(CouncilSession session, Council council, List<AgendaItem> voted, SessionWork work) => new()
    {
        SessionId = session.Id,
        Version = session.Version,
        CouncilId = council.Id,
        CouncilName = council.Name,
        UnitCode = council.UnitCode,
        UnitName = council.UnitName,
        Title = session.Title,
        HeldAt = session.At,
        Place = session.Place,
        Members = session.Roll.Length,
        Present = session.Present,
        Written = session.Written,
        Items = [.. voted.Select(i => new CouncilItemConcluded
        {
            ItemId = i.Id,
            NominationId = i.NominationId,
            Subject = i.Subject,
            Yes = i.Result!.Tally.Yes,
            No = i.Result.Tally.No,
            Abstain = i.Result.Tally.Abstain,
            Invalid = i.Result.Tally.Invalid,
            Share = i.Result.Share,
            Outcome = i.Result.Outcome,
            Approved = i.Approved == true,
            LeftOutReason = i.LeftOutReason,
            LegalBasis = i.Rule.LegalBasis,
        })],
        OccurredAt = work.Now,
        ActedBy = work.User.Id,
    };
}
