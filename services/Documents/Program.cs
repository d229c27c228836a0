using Emulation.Documents.Bulk;
using Emulation.Documents.Certificates;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Features.Bulk;
using Emulation.Documents.Features.Certificates;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Features.EditedDrafts;
using Emulation.Documents.Features.FormChecks;
using Emulation.Documents.Features.Lines;
using Emulation.Documents.Features.Papers;
using Emulation.Documents.Features.Rankings;
using Emulation.Documents.Features.PlanImports;
using Emulation.Documents.Features.References;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Docx;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Office;
using Emulation.Documents.Rendering.Pdf;
using Emulation.Documents.Verification;
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
builder.Services.AddSingleton<FormChecker>();
builder.Services.AddSingleton<LibreOfficeConverter>();
builder.Services.AddScoped<EditDesk>();
builder.Services.AddScoped<DocumentWriter>();
builder.Services.AddScoped<SigningCopy>();
builder.Services.AddScoped<LineKeeper>();
builder.Services.AddSingleton(CertificateTemplates.From(builder.Configuration));
builder.Services.AddSingleton<CertificateRenderer>();
builder.Services.AddSingleton<VerificationCodes>();
builder.Services.AddScoped<CertificateDesk>();
builder.Services.AddScoped<BulkItems>();
builder.Services.AddScoped<BulkBinder>();
builder.Services.AddSingleton<BulkWork>();
builder.AddJobs<DocumentsDbContext>(new Job(BulkWork.Job, BulkWork.Every, (services, cancellationToken) => services.GetRequiredService<BulkWork>().RunAsync(cancellationToken)));
builder.AddSigning();
builder.Services.AddScoped<PaperDesk>();
builder.Services.AddScoped<PrintedIssue>();

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
UploadEditedDraft.Map(documents);
GetEditedDraft.Map(documents);
KeepEditedDraft.Map(documents);
RemoveEditedDraft.Map(documents);
CheckForm.Map(app);
ListCertificates.Map(documents);
DownloadCertificate.Map(documents);
BindCertificates.Map(documents);
ListBulks.Map(documents);
CancelBulk.Map(documents);
DownloadBulk.Map(documents);
app.MapSigning(documents);
PresentDocument.Map(documents);
DownloadNomineeList.Map(documents);
WriteDeadlineNotice.Map(documents);
WriteLaunchPlan.Map(documents);
WriteSelfScoreSheet.Map(documents);
WriteUrgingLetter.Map(documents);
WriteEmulationPledge.Map(documents);
WriteCouncilMinutes.Map(documents);
WriteCouncilBallot.Map(documents);
WriteAchievementReport.Map(documents);
WriteCampaignReport.Map(documents);
WriteRankingTable.Map(documents);
app.MapPlanImports();

await app.RunAsync();

public partial class Program;
