using Emulation.Campaigns.Data;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Campaigns.Features.Duties;
using Emulation.Campaigns.Features.EmulationBlocks;
using Emulation.Campaigns.Features.Feedback;
using Emulation.Campaigns.Features.Notices;
using Emulation.Campaigns.Features.Reminders;
using Emulation.Campaigns.Features.ReportFiles;
using Emulation.Campaigns.Features.Reports;
using Emulation.Campaigns.Features.UnitPlans;
using Emulation.Campaigns.Features.Units;
using Emulation.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("campaigns");
builder.AddServiceData<CampaignsDbContext>("campaigns");
builder.Services.AddScoped<Dues>();
builder.Services.AddScoped<Reminding>();
builder.AddJobs<CampaignsDbContext>(new Job(Reminding.Job, Reminding.Every, (services, cancellationToken) => services.GetRequiredService<Reminding>().RunAsync(cancellationToken)));
builder.Services.AddValidation();
// In each program, not in ServiceDefaults: the compiler takes the doc comments of the project that calls it.
builder.Services.AddOpenApi();

var app = builder.Build();
if (await app.MigratesOnly<CampaignsDbContext>(args))
    return;
app.UseServiceDefaults();
app.MapUnits();
app.MapCampaigns();
app.MapEmulationBlocks();
app.MapDuties();
app.MapReports();
app.MapReportFiles();
app.MapUnitPlans();
app.MapFeedback();
app.MapNotices();
app.MapJobs();
app.Run();

public partial class Program;
