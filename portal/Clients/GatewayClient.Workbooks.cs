using System.Net.Http.Headers;

namespace Emulation.Portal.Clients;

/// <summary>Score sheets and survey results as workbooks, filled in and sent back.</summary>
public sealed partial class GatewayClient
{
    public Task<HttpResponseMessage> SheetWorkbook(Guid id) => Stream($"/api/score-sheets/{id}/workbook");

    /// <summary>All of a sheet's entries from a workbook.</summary>
    public Task<SheetSummary> SendSheetWorkbook(Guid id, IFormFile file, int? version) => SendWorkbook<SheetSummary>($"/api/score-sheets/{id}/workbook", file, version);

    public Task<HttpResponseMessage> SurveyWorkbook(string indexSet, int year) => Stream("/api/score-sheets/survey/workbook" + Query(("indexSet", indexSet), ("year", Text(year))));

    public Task<SurveyEntered> SendSurveyWorkbook(string indexSet, int year, IFormFile file) =>
        SendWorkbook<SurveyEntered>("/api/score-sheets/survey/workbook" + Query(("indexSet", indexSet), ("year", Text(year))), file, null);

    private async Task<T> SendWorkbook<T>(string path, IFormFile file, int? version)
    {
        using var content = new StreamContent(file.OpenReadStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new MultipartFormDataContent { { content, "file", file.FileName } } };
        if (version is { } seen)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        return await SendAsCaller<T>(request);
    }
}

/// <summary>What became of a survey workbook.</summary>
public sealed record SurveyEntered(int Sheets, int Results);
