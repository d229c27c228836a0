using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Campaigns;
using Emulation.Nominations.Features.Decisions;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Initiatives;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("nominations");
builder.AddServiceData<NominationsDbContext>("nominations");
builder.Services.AddValidation();
// In each program, not in ServiceDefaults: the compiler takes the doc comments of the project that calls it.
builder.Services.AddOpenApi();
builder.Services.AddScoped<Drafting>();
builder.Services.AddScoped<Transition>();
builder.Services.AddScoped<StepRules>();
builder.Services.AddScoped<Rejudging>();
builder.Services.AddScoped<Lateness>();

var app = builder.Build();
if (await app.MigratesOnly<NominationsDbContext>(args))
    return;
app.UseServiceDefaults();

var initiatives = app.MapGroup("/initiatives").WithTags("Sáng kiến");
ProposeInitiative.Map(initiatives);
RecogniseInitiative.Map(initiatives);
ListInitiatives.Map(initiatives);

var nominations = app.MapGroup("/nominations").WithTags("Đề nghị khen thưởng");
DraftNomination.Map(nominations);
SubmitNominationBatch.Map(nominations);
EditNomination.Map(nominations);
AttestNomination.Map(nominations);
SubmitNomination.Map(nominations);
ReturnNomination.Map(nominations);
ForwardNomination.Map(nominations);
AppraiseNomination.Map(nominations);
RejectNomination.Map(nominations);
WithdrawNomination.Map(nominations);
CheckEligibility.Map(nominations);
SummariseNominations.Map(nominations);
ListNominations.Map(nominations);
GetNomination.Map(nominations);

var decisions = app.MapGroup("/decisions").WithTags("Quyết định khen thưởng");
IssueDecision.Map(decisions);
GetDecision.Map(decisions);

await app.RunAsync();

public partial class Program;
