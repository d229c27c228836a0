namespace Emulation.Scoring.Features.IndexSets;

internal static class IndexSetEndpoints
{
    public static void MapIndexSets(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/index-sets").WithTags("Bộ chỉ số");
        CreateIndexSet.Map(group);
        CreateIndexSetFromWorkbook.Map(group);
        ValidateIndexSet.Map(group);
        DraftNextEdition.Map(group);
        ReviseIndexSet.Map(group);
        ReviseIndexSetFromWorkbook.Map(group);
        ActivateIndexSet.Map(group);
        GetIndexSet.Map(group);
        ExportIndexSet.Map(group);
        CompareIndexSets.Map(group);
        ListIndexSets.Map(group);
    }
}
