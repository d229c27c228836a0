using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Records whom the city's chairman chose among the nominations that were reported to him (CH-26-30/III.2.3.b.1); only they may be decided on.</summary>
public sealed record ChooseCandidatesRequest
{
    /// <summary>Appraised nominations of categories allotted by the city, 1–200; all or none are recorded.</summary>
    [Items(1, 200)]
    public required Guid[] NominationIds { get; init; }

    /// <summary>False to take a choice back.</summary>
    public bool Chosen { get; init; } = true;

    /// <summary>Why, in Vietnamese: the chairman's opinion, number and date of the report.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

/// <summary>The nominations after the choice, in the order of the request.</summary>
public sealed record ChooseCandidatesResponse(IReadOnlyList<NominationResponse> Items);

internal static class ChooseCandidates
{
    public static void Map(IEndpointRouteBuilder quotas) => quotas.MapPost("/choices", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(ChooseCandidates)).WithSummary("Ghi nhận lựa chọn của Chủ tịch Ủy ban nhân dân thành phố trong danh sách trình")
        .Produces<ChooseCandidatesResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(ChooseCandidatesRequest request, NominationsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken ct)
    {
        if (!user.SeesWholeCity)
            return CommonProblems.Forbidden.With("Việc lựa chọn thuộc Chủ tịch Ủy ban nhân dân thành phố.").Result();
        var ids = request.NominationIds;
        var found = await db.Nominations.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        if (Array.FindIndex(ids, i => !found.ContainsKey(i)) is >= 0 and var missing)
            return CommonProblems.NotFound.At($"/nominationIds/{missing}").Result();
        var campaignIds = found.Values.Select(n => n.CampaignId).Distinct().ToArray();
        var campaigns = await db.Campaigns.AsNoTracking().Where(c => campaignIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var now = time.GetUtcNow();
        foreach (var (id, i) in ids.Distinct().Select((id, i) => (id, i)))
        {
            var nomination = found[id];
            if (campaigns[nomination.CampaignId].Category(nomination.CategoryKey)?.Quotas.Any(q => q.AllottedByCity) != true)
                return Problems.NotThatQuota.At($"/nominationIds/{i}", "Hạng mục này không theo phân bổ, không phải lựa chọn.").Result();
            if (nomination.Choose(request.Chosen, request.Reason, now) is { } refused)
                return refused.At($"/nominationIds/{i}").Result();
            db.Audit("nomination", id, request.Chosen ? "chosen" : "unchosen", user.Id, now, request.Reason, from: user.RemoteAddress);
        }
        var answer = intake.Ok(new ChooseCandidatesResponse([.. ids.Select(id => NominationResponse.Of(found[id], campaigns[found[id].CampaignId]))]));
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
