using Emulation.Scoring.Features.BlockRankings;
using Emulation.Scoring.Features.BlockScales;
using Emulation.Scoring.Features.BlockSheets;

namespace Emulation.Scoring.Features.Blocks;

internal static class BlockEndpoints
{
    public static void MapEmulationBlocks(this IEndpointRouteBuilder app)
    {
        var scales = app.MapGroup("/block-scales").WithTags("Khối thi đua");
        DraftBlockScale.Map(scales);
        EditBlockScale.Map(scales);
        ConfirmBlockScale.Map(scales);
        ReopenBlockScale.Map(scales);
        GetBlockScale.Map(scales);
        ListBlockScales.Map(scales);
        GetBlockScaleHistory.Map(scales);

        var sheets = app.MapGroup("/block-sheets").WithTags("Khối thi đua");
        OpenBlockSheet.Map(sheets);
        EditBlockPledge.Map(sheets);
        ConfirmBlockPledge.Map(sheets);
        ReopenBlockPledge.Map(sheets);
        ReportBlockResults.Map(sheets);
        ReviewBlockResults.Map(sheets);
        ConfirmBlockResults.Map(sheets);
        GetBlockSheet.Map(sheets);
        ListBlockSheets.Map(sheets);
        GetBlockSheetHistory.Map(sheets);

        var rankings = app.MapGroup("/block-rankings").WithTags("Khối thi đua");
        PreviewBlockRanking.Map(rankings);
        ConfirmBlockRanking.Map(rankings);
        PublishBlockRanking.Map(rankings);
        GetBlockRanking.Map(rankings);
        ListBlockRankings.Map(rankings);
    }
}
