using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>Takes a part of the dossier back; what was filed stays readable.</summary>
public sealed record WithdrawPaperRequest
{
    /// <summary>Why, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class WithdrawPaper
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/dossier/{part}/withdraw", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(WithdrawPaper)).WithSummary("Rút một thành phần hồ sơ, kèm lý do; các bản đã nộp vẫn được lưu")
        .Produces<PartResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, string part, WithdrawPaperRequest request, DossierDesk desk, NominationsDbContext db, Intake intake, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (dossiers, problem) = await desk.OpenAsync([id], ct);
        if (problem is not null)
            return problem.Result();
        var dossier = dossiers[0];
        if (dossier.Standing.Part(part) is not { } standing)
            return DossierDesk.UnknownPart(dossier.Standing, part).Result();
        if (Preconditions.IfMatch(http, standing.Versions.Length) is { } stale)
            return stale.Result();
        if (standing.Current is null)
            return Problems.PaperAbsent.Result();
        Paper? taken = null;
        if (desk.File(dossier, standing, number => taken = new Paper
        {
            Id = Guid.CreateVersion7(desk.Now),
            NominationId = id,
            PartKey = part,
            Number = number,
            UnitCode = desk.User.UnitCode,
            FiledBy = desk.User.Id,
            FiledAt = desk.Now,
            Reason = request.Reason,
            Withdrawn = true,
        }, "paperWithdrawn", request.Reason) is { } refused)
            return refused.Result();
        var category = dossier.Campaign.Category(dossier.Nomination.CategoryKey)!;
        var now = Standing.Of(dossier.Nomination, category, [.. standing.Versions, taken!], desk.Day(dossier.Nomination)).Part(part)!;
        var answer = intake.Ok(PartResponse.Of(now, dossier.File), taken!.Number);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
