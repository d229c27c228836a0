using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Features.Councils;
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
// Loaded now: a faulty table must stop the start, not spoil a vote.
builder.Services.AddSingleton(CouncilLaw.Load());
builder.Services.AddSingleton<BallotSeal>();
builder.Services.AddScoped<SessionWork>();
builder.Services.AddScoped<ConflictFinder>();
builder.Services.AddScoped<BallotRoom>();
builder.Services.AddScoped<CouncilGate>();

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

var councils = app.MapGroup("/councils").WithTags("Hội đồng Thi đua - Khen thưởng");
AppointCouncil.Map(councils);
ReformCouncil.Map(councils);
GetCouncil.Map(councils);
PlanSession.Map(councils);
InviteMembers.Map(councils);
PutOnAgenda.Map(councils);
DeclareConflict.Map(councils);
OpenSession.Map(councils);
OpenBallot.Map(councils);
CastPaper.Map(councils);
EnterEnvelopes.Map(councils);
CastVotes.Map(councils);
ConcludeSession.Map(councils);
ApproveSession.Map(councils);
GetSession.Map(councils);
GetMinutes.Map(councils);

var decisions = app.MapGroup("/decisions").WithTags("Quyết định khen thưởng");
IssueDecision.Map(decisions);
GetDecision.Map(decisions);

await app.RunAsync();

public partial class Program;
