namespace Emulation.Scoring.Features.Rankings;

internal static class RankingEndpoints
{
    public static void MapRankings(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/rankings").WithTags("Xếp hạng");
        PreviewRanking.Map(group);
        PublishRanking.Map(group);
        CorrectRanking.Map(group);
        ListRankings.Map(group);
        GetRanking.Map(group);
        GetRankedUnit.Map(group);
        GetRankingOverview.Map(group);
        GetRankingMovements.Map(group);
        SeekTopRank.Map(group);
        GetIndexHistory.Map(app.MapGroup("/index-history").WithTags("Xếp hạng"));
    }
}
