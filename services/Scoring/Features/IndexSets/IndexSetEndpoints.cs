namespace Emulation.Scoring.Features.IndexSets;

internal static class IndexSetEndpoints
{
    public static void MapIndexSets(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/index-sets").WithTags("Bộ chỉ số");
        CreateIndexSet.Map(group);
        ReviseIndexSet.Map(group);
        ActivateIndexSet.Map(group);
        GetIndexSet.Map(group);
        ListIndexSets.Map(group);
    }
}
