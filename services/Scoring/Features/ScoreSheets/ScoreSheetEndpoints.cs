namespace Emulation.Scoring.Features.ScoreSheets;

internal static class ScoreSheetEndpoints
{
    public static void MapScoreSheets(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/score-sheets").WithTags("Phiếu chấm điểm");
        CreateScoreSheet.Map(group);
        EditScoreSheet.Map(group);
        SubmitScoreSheet.Map(group);
        ApproveScoreSheet.Map(group);
        ReturnScoreSheet.Map(group);
        AppraiseScoreSheet.Map(group);
        ExplainScoreSheet.Map(group);
        FinaliseScoreSheet.Map(group);
        ReopenScoreSheet.Map(group);
        EnterSurvey.Map(group);
        CreateScoreSheetBatch.Map(group);
        AppraiseScoreSheetBatch.Map(group);
        GetScoreSheet.Map(group);
        ListScoreSheets.Map(group);
        GetScoreSheetHistory.Map(group);
    }
}
