using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>The head of the proposing unit stands by a report (CVA-26/III.4.2).</summary>
public sealed record ConfirmPaperRequest
{
    /// <summary>SHA-256 of the version that was read, as the dossier shows it; another version is not confirmed by it.</summary>
    [Text(64)]
    public required string Hash { get; init; }

    /// <summary>Who confirmed, as on the report: name and post. A ward's own system vouches for it.</summary>
    [Text(200)]
    public required string ConfirmedBy { get; init; }
}

internal static class ConfirmPaper
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/dossier/{part}/confirm", Handle)
        .RequireAuthorization(Policies.NominationsConfirm).WithIdempotency()
        .WithName(nameof(ConfirmPaper)).WithSummary("Thủ trưởng đơn vị xác nhận một bản của báo cáo thành tích")
        .Produces<PartResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(Guid id, string part, ConfirmPaperRequest request, DossierDesk desk, NominationsDbContext db, Intake intake, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (dossiers, problem) = await desk.OpenAsync([id], ct);
        if (problem is not null)
            return problem.Result();
        var dossier = dossiers[0];
        if (dossier.Standing.Part(part) is not { } standing)
            return DossierDesk.UnknownPart(dossier.Standing, part).Result();
        if (!standing.Asked.Part.ConfirmedByHead)
            return Problems.NotToConfirm.Result();
        if (!desk.OfProposer(dossier.Nomination))
            return CommonProblems.Forbidden.With("Thủ trưởng đơn vị đề nghị mới được xác nhận.").Result();
        if (standing.Current is not { } paper)
            return Problems.PaperAbsent.Result();
        if (paper.Hash != request.Hash)
            return Problems.PaperChanged.At("/hash", $"Bản hiện hành là bản {paper.Number}.").Result();
        if (paper.ConfirmedAt is null)
        {
            if (dossier.Nomination.ChangeDossier() is { } refused)
                return refused.Result();
            paper.Confirm(desk.User.Id, request.ConfirmedBy, desk.Now);
            db.Audit("nomination", id, "paperConfirmed", desk.User.Id, desk.Now, null,
                new { Part = part, Version = paper.Number, paper.Hash, Unit = desk.User.UnitCode }, desk.User.RemoteAddress);
        }
        var category = dossier.Campaign.Category(dossier.Nomination.CategoryKey)!;
        var now = Standing.Of(dossier.Nomination, category, standing.Versions, desk.Day(dossier.Nomination)).Part(part)!;
        var answer = intake.Ok(PartResponse.Of(now, dossier.File), paper.Number);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
