namespace Emulation.Scoring.Features.CriterionResults;

internal static class CriterionResultEndpoints
{
    public static void MapCriterionResults(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/criterion-results").WithTags("Tiêu chí thi đua");
        ReportFigure.Map(group);
        ReportFigureBatch.Map(group);
        AssessFigure.Map(group);
        GetUnitCriteria.Map(group);
        ListUnitProgress.Map(group);
        SummariseCriteria.Map(group);
        GetFigureHistory.Map(group);
    }
}
