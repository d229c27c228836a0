using Emulation.Documents.Data;
using Emulation.Documents.FormCheck;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.FormChecks;

internal static class CheckForm
{
    /// <summary>Largest file; the gateway's route names the same and a little more.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/form-checks", Handle).WithTags("Kiểm tra thể thức")
        .RequireAuthorization(Policies.DocumentsRead).TakesFile([FileSafety.Word, FileSafety.Pdf, "text/plain", "application/octet-stream"], LargestFile)
        .WithName(nameof(CheckForm)).WithSummary("Kiểm tra thể thức một tệp DOCX, PDF hoặc văn bản thuần theo Nghị định 30/2020 (tối đa 20 MB); tệp không được lưu lại")
        .Produces<FormCheckResponse>().ProducesProblem(422);

    private static async Task<IResult> Handle(UploadedFile file, DocumentsDbContext db, FormChecker checker, CancellationToken ct)
    {
        if (file.Problem is { } broken)
            return broken.Result();
        try
        {
            return TypedResults.Ok(FormCheckResponse.Of(await checker.CheckAsync(file.Content, await PlaceCatalogue.LoadAsync(db, ct), ct)));
        }
        catch (UnreadableFileException e)
        {
            return Problems.FileUnreadable.With(e.Message).Result();
        }
    }
}
