using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Features.Lines;
using Emulation.Documents.Features.Papers;
using Emulation.Documents.Features.References;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Signing;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

var builder = WebApplication.CreateBuilder(args);
// First of all sources, so that an installation overrides single sentences; and it must be there.
builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
{
    FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory), Path = "wording.json", Optional = false,
});
builder.AddServiceDefaults("documents");
builder.AddServiceData<DocumentsDbContext>("documents");
builder.Services.AddValidation();
// In each program, not in ServiceDefaults: the compiler takes the doc comments of the project that calls it.
builder.Services.AddOpenApi();
// Loaded now: a font without Vietnamese letters must stop the start, not spoil a document.
builder.Services.AddSingleton(FontLibrary.Load());
builder.Services.AddSingleton<DocxRenderer>();
builder.Services.AddSingleton<PdfRenderer>();
builder.Services.AddScoped<DocumentWriter>();
builder.Services.AddScoped<LineKeeper>();
builder.AddSigning();
builder.Services.AddScoped<PaperDesk>();

var app = builder.Build();
if (await app.MigratesOnly<DocumentsDbContext>(args))
{
    await PlaceNameFile.ImportAsync(app);
    return;
}

app.UseServiceDefaults();

var documents = app.MapGroup("/documents").WithTags("Văn bản");
ListDocuments.Map(documents);
PlaceNames.Map(documents);
GetDocument.Map(documents);
DownloadDocument.Map(documents);
IssueDocument.Map(documents);
app.MapSigning(documents);
PresentDocument.Map(documents);
WriteDeadlineNotice.Map(documents);

await app.RunAsync();

public partial class Program;
