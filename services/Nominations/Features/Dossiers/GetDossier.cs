using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

internal static class GetDossier
{
    public static void Map(IEndpointRouteBuilder nominations)
    {
        nominations.MapGet("/{id:guid}/dossier", Handle).RequireAuthorization(Policies.NominationsRead)
            .WithName(nameof(GetDossier)).WithSummary("Thành phần hồ sơ: yêu cầu theo khoản nào, đã có gì, còn thiếu gì")
            .Produces<DossierResponse>().ProducesProblem(404);
        nominations.MapGet("/{id:guid}/dossier/{part}/content", Content).RequireAuthorization(Policies.NominationsRead)
            .WithName("DownloadPaper").WithSummary("Tải về một bản của thành phần hồ sơ; không ghi bản nào thì lấy bản hiện hành")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> Handle(Guid id, NominationsDbContext db, DossierDesk desk, CancellationToken ct)
    {
        if (await db.Nominations.AsNoTracking().VisibleTo(desk.User, n => n.Nominee.UnitCode).FirstOrDefaultAsync(n => n.Id == id, ct) is not { } nomination)
            return CommonProblems.NotFound.Result();
        var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == nomination.CampaignId, ct);
        var standing = await desk.StandingAsync(nomination, campaign, ct) ?? new([]);
        var file = await db.Dossiers.AsNoTracking().FirstOrDefaultAsync(d => d.NominationId == id, ct);
        var law = LegalDossier.On(desk.Day(nomination));
        var category = campaign.Category(nomination.CategoryKey);
        var received = file?.IsReceived(nomination) == true;
        return TypedResults.Ok(new DossierResponse
        {
            NominationId = id,
            Complete = standing.Complete,
            LegalBasis = law.Basis,
            LegalBasisFrom = law.From,
            HeldAt = category?.DossierAt ?? DossierAt.Forward,
            ReceivedAt = received ? file!.ReceivedAt : null,
            ReceivedBy = received ? file!.ReceivedBy : null,
            Parts = [.. standing.Parts.Select(p => PartResponse.Of(p, file))],
        });
    }

    private static async Task<IResult> Content(Guid id, string part, int? version, NominationsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (!await db.Nominations.VisibleTo(user, n => n.Nominee.UnitCode).AnyAsync(n => n.Id == id, ct))
            return CommonProblems.NotFound.Result();
        var versions = db.Papers.AsNoTracking().Where(p => p.NominationId == id && p.PartKey == part);
        var paper = version is { } number ? await versions.FirstOrDefaultAsync(p => p.Number == number, ct) : await versions.OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct);
        if (paper?.Hash is not { } hash)
            return CommonProblems.NotFound.Result();
        if (paper.DocumentId is { } document)
            return (Problems.ContentElsewhere with { Detail = $"Tải văn bản {paper.DocumentSymbol} tại /documents/{document}/pdf.", Facts = new Dictionary<string, object?> { ["documentId"] = document } }).Result();
        var bytes = await db.PaperContents.AsNoTracking().Where(c => c.Hash == hash).Select(c => c.Bytes).SingleAsync(ct);
        // Never opened in place: whatever is inside, it runs in no page of ours.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        return TypedResults.File(bytes, paper.MediaType!, paper.Name);
    }
}
