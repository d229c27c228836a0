using System.Text.Json.Nodes;
using Emulation.Documents.Data;
using Emulation.Documents.PlanImport;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.PlanImports;

/// <summary>The draft of a campaign that an import gives as far as it is sure or confirmed.</summary>
/// <param name="Version">Version of the import that it was made from.</param>
/// <param name="Ready">True when all is there that a draft cannot be without; other fields may still be open.</param>
/// <param name="Body">Body for <c>POST /campaigns</c>, to be sent by the caller under the caller's own token.</param>
/// <param name="Open">What was left out because nobody has confirmed it, or it is missing.</param>
public sealed record ImportedCampaignResponse(int Version, bool Ready, JsonObject Body, OpenField[] Open);

internal static class GetImportedCampaign
{
    public static void Map(IEndpointRouteBuilder group) => group.MapGet("/plan-imports/{id:guid}/campaign", Handle)
        .RequireAuthorization(Policies.CampaignsWrite)
        .WithName(nameof(GetImportedCampaign)).WithSummary("Nội dung dự thảo phong trào dựng từ các trường chắc chắn hoặc đã xác nhận, và những gì còn bỏ ngỏ")
        .Produces<ImportedCampaignResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, DocumentsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (await GetPlanImport.FindAsync(db, id, user, ct) is not { } import)
            return Problems.ImportNotFound.Result();
        var (body, open, ready) = CampaignBody.Of(import.Fields);
        Preconditions.SetETag(http, import.Version);
        return TypedResults.Ok(new ImportedCampaignResponse(import.Version, ready, body, open));
    }
}
