using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Decisions;

/// <summary>Grants a list of nominations of one campaign and one level by one decision. All of them must be met; all or none are granted.</summary>
public sealed record IssueDecisionRequest
{
    /// <summary>Nominations in the order of the list, 1–500.</summary>
    [Items(1, 500)]
    public required Guid[] NominationIds { get; init; }

    /// <summary>Name of the person who signs.</summary>
    [Text(200)]
    public required string SignerName { get; init; }

    /// <summary>Post of the person who signs.</summary>
    [Text(200)]
    public string SignerPosition { get; init; } = "CHỦ TỊCH";
}

/// <summary>A decision and what it grants.</summary>
public sealed record DecisionResponse(Guid Id, int Version, Guid CampaignId, AwardLevel Level, string DecidingUnitCode, string DecidingUnitName,
    string SignerName, string SignerPosition, Guid[] NominationIds, DateTimeOffset CreatedAt)
{
    internal static DecisionResponse Of(Decision d) =>
        new(d.Id, d.Version, d.CampaignId, d.Level, d.DecidingUnitCode, d.DecidingUnitName, d.SignerName, d.SignerPosition, d.NominationIds, d.CreatedAt);
}

internal static class IssueDecision
{
    public static void Map(IEndpointRouteBuilder decisions) => decisions.MapPost("/", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(IssueDecision)).WithSummary("Quyết định khen thưởng một danh sách hồ sơ đạt tiêu chuẩn")
        .Produces<DecisionResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        IssueDecisionRequest request, NominationsDbContext db, CurrentUser user, Intake intake, Rejudging rejudging, StepRules rules, TimeProvider time, CancellationToken ct)
    {
        var ids = request.NominationIds;
        var found = await db.Nominations.VisibleTo(user, n => n.Nominee.UnitCode).Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        if (Array.FindIndex(ids, i => !found.ContainsKey(i)) is >= 0 and var missing)
            return CommonProblems.NotFound.At($"/nominationIds/{missing}").Result();
        if (Array.FindIndex(ids, i => Array.IndexOf(ids, i) != Array.LastIndexOf(ids, i)) is >= 0 and var repeated)
            return Problems.NotInOneDecision.At($"/nominationIds/{repeated}", "Hồ sơ được kê hai lần.").Result();
        var nominations = ids.Select(i => found[i]).ToList();
        var first = nominations[0];
        if (nominations.FindIndex(n => n.CampaignId != first.CampaignId || n.Level != first.Level) is >= 0 and var other)
            return Problems.NotInOneDecision.At($"/nominationIds/{other}", "Khác phong trào hoặc khác cấp khen thưởng.").Result();
        if (nominations.FindIndex(n => n.Year != first.Year) is >= 0 and var otherYear)
            return Problems.NotInOneDecision.At($"/nominationIds/{otherYear}", "Khác năm thành tích.").Result();
        var deciding = first.Level == AwardLevel.Ward ? first.ProposingUnitCode : Auth.CityUnit;
        if (nominations.FindIndex(n => first.Level == AwardLevel.Ward && n.ProposingUnitCode != deciding) is >= 0 and var elsewhere)
            return Problems.NotInOneDecision.At($"/nominationIds/{elsewhere}", "Thuộc thẩm quyền của đơn vị khác.").Result();
        if (user.UnitCode != deciding)
            return CommonProblems.Forbidden.With("Việc này thuộc thẩm quyền của cấp quyết định khen thưởng.").Result();

        if (await AwardedBeforeAsync(nominations, db, ct) is >= 0 and var before)
            return Problems.AwardedAlready.At($"/nominationIds/{before}").Result();

        var now = time.GetUtcNow();
        var decidingName = await db.Units.Where(u => u.Code == deciding).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? deciding;
        var decision = new Decision
        {
            CampaignId = first.CampaignId,
            Level = first.Level,
            DecidingUnitCode = deciding,
            DecidingUnitName = decidingName,
            SignerName = request.SignerName,
            SignerPosition = request.SignerPosition,
            NominationIds = ids,
            CreatedBy = user.Id,
            CreatedAt = now,
        };
        var facts = await FactSource.LoadAsync(db, nominations, time, ct);
        for (var i = 0; i < nominations.Count; i++)
        {
            var nomination = nominations[i];
            // Nothing is granted on a verdict older than this moment.
            if (nomination.Open)
                rejudging.Rejudge(nomination, facts, "Xét lại khi ra quyết định.", user.Id);
            var campaign = facts.Campaign(nomination);
            if (await rules.RefuseAsync(Step.Award, nomination, campaign, ct) is { } forbidden)
                return forbidden.At($"/nominationIds/{i}").Result();
            var councilFirst = campaign.Category(nomination.CategoryKey) is { } category && StepRules.CouncilFirst(category);
            if (nomination.Award(decision.Id, i + 1, councilFirst) is { } refused)
                return refused.At($"/nominationIds/{i}").Result();
            db.Publish(new NominationAwarded
            {
                Nomination = nomination.Snapshot(facts.Campaign(nomination)),
                DecisionId = decision.Id,
                Order = i + 1,
                Count = nominations.Count,
                DecidingUnitCode = deciding,
                DecidingUnitName = decidingName,
                SignerName = request.SignerName,
                SignerPosition = request.SignerPosition,
                OccurredAt = now,
                ActedBy = user.Id,
            });
            db.Audit("nomination", nomination.Id, "awarded", user.Id, now, changes: new { DecisionId = decision.Id, Order = i + 1, nomination.Reading }, from: user.RemoteAddress);
        }
        db.Decisions.Add(decision);
        var answer = intake.Created($"/decisions/{decision.Id}", DecisionResponse.Of(decision), decision.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>One nominee, one award in a category and year: looked up for a clear answer, held by a unique index in any case. −1 = none.</summary>
    private static async Task<int> AwardedBeforeAsync(List<Nomination> nominations, NominationsDbContext db, CancellationToken ct)
    {
        var keys = nominations.Select(n => n.NomineeKey).ToArray();
        var (campaign, year) = (nominations[0].CampaignId, nominations[0].Year);
        var awarded = await db.Nominations.AsNoTracking()
            .Where(n => n.CampaignId == campaign && n.Year == year && n.State == NominationState.Awarded && keys.Contains(n.NomineeKey))
            .Select(n => new { n.CategoryKey, n.NomineeKey }).ToListAsync(ct);
        return nominations.FindIndex(n => awarded.Any(a => (a.CategoryKey, a.NomineeKey) == (n.CategoryKey, n.NomineeKey))
            || nominations.Any(o => o != n && (o.CategoryKey, o.NomineeKey) == (n.CategoryKey, n.NomineeKey)));
    }
}
