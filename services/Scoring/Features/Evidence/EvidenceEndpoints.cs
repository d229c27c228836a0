namespace Emulation.Scoring.Features.Evidence;

internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/evidence").WithTags("Tài liệu kiểm chứng");
        FileEvidence.Map(group);
        GetEvidence.Map(group);
        DownloadEvidence.Map(group);
    }
}
