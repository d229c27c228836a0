using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>One paper for a whole list – submission, minutes – is put into the dossiers of the others on it (CVA-26/III.4.1). All of them or none.</summary>
public sealed record SharePaperRequest
{
    /// <summary>The other nominations, 1–100, of the same campaign and proposing unit.</summary>
    [Items(1, 100)]
    public required Guid[] NominationIds { get; init; }

    /// <summary>Why it is filed anew.</summary>
    [Text(1000)]
    public string? Reason { get; init; }
}

/// <summary>How the part now stands in each dossier, in the order of the request.</summary>
public sealed record SharePaperResponse(PartResponse[] Parts);

internal static class SharePaper
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/dossier/{part}/share", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(SharePaper)).WithSummary("Dùng chung một tờ trình, biên bản cho các hồ sơ khác trong danh sách")
        .Produces<SharePaperResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(Guid id, string part, SharePaperRequest request, DossierDesk desk, NominationsDbContext db, Intake intake, CancellationToken ct)
    {
        var others = request.NominationIds;
        if (Array.FindIndex(others, o => o == id || others.Count(x => x == o) > 1) is >= 0 and var twice)
            return CommonProblems.Invalid.At($"/nominationIds/{twice}", "Hồ sơ được kê hai lần.").Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (dossiers, problem) = await desk.OpenAsync([.. others, id], ct);
        if (problem is not null)
            // The last one asked for is that of the address, not one of the list.
            return (problem.Errors is [{ Pointer: var pointer }] && pointer == $"/nominationIds/{others.Length}" ? CommonProblems.NotFound : problem).Result();
        var source = dossiers[^1];
        if (source.Standing.Part(part) is not { } shared)
            return DossierDesk.UnknownPart(source.Standing, part).Result();
        if (shared.Asked.Covers != PartCovers.List)
            return Problems.NotForList.Result();
        if (shared.Current is not { } paper)
            return Problems.PaperAbsent.Result();
        var parts = new List<PartResponse>();
        for (var i = 0; i < others.Length; i++)
        {
            var (dossier, at) = (dossiers[i], $"/nominationIds/{i}");
            if ((dossier.Nomination.CampaignId, dossier.Nomination.ProposingUnitCode) != (source.Nomination.CampaignId, source.Nomination.ProposingUnitCode))
                return Problems.NotForList.At(at, "Khác phong trào hoặc khác đơn vị đề nghị.").Result();
            if (dossier.Standing.Part(part) is not { } standing)
                return DossierDesk.UnknownPart(dossier.Standing, part).At(at).Result();
            if (standing.Asked.Minutes != paper.Minutes)
                return Problems.WrongMinutes.At(at, standing.Asked.Minutes is { } minutes ? $"Hồ sơ này cần {minutes.Vietnamese()}." : null).Result();
            if (standing.Current?.Hash == paper.Hash)
            {
                parts.Add(PartResponse.Of(standing, dossier.File));
                continue;
            }
            Paper? filed = null;
            if (desk.File(dossier, standing, number => filed = Copy(paper, dossier, number, desk, request.Reason), "paperFiled", request.Reason) is { } refused)
                return refused.At(at).Result();
            var category = dossier.Campaign.Category(dossier.Nomination.CategoryKey)!;
            parts.Add(PartResponse.Of(Standing.Of(dossier.Nomination, category, [.. standing.Versions, filed!], desk.Day(dossier.Nomination)).Part(part)!, dossier.File));
        }
        var answer = intake.Ok(new SharePaperResponse([.. parts]));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    private static Paper Copy(Paper of, OpenDossier dossier, int number, DossierDesk desk, string? reason) => new()
    {
        Id = Guid.CreateVersion7(desk.Now),
        NominationId = dossier.Nomination.Id,
        PartKey = of.PartKey,
        Number = number,
        UnitCode = desk.User.UnitCode,
        FiledBy = desk.User.Id,
        FiledAt = desk.Now,
        Reason = reason,
        Hash = of.Hash,
        Name = of.Name,
        MediaType = of.MediaType,
        Size = of.Size,
        DocumentId = of.DocumentId,
        DocumentSymbol = of.DocumentSymbol,
        Minutes = of.Minutes,
    };
}
