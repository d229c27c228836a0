using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Campaigns;
using Emulation.Nominations.Domain.Councils;
using Emulation.Nominations.Features.Councils;
using Emulation.Nominations.Features.Decisions;
using Emulation.Nominations.Features.Dossiers;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Holds;
using Emulation.Nominations.Features.Initiatives;
using Emulation.Nominations.Features.Merits;
using Emulation.Nominations.Features.Nominations;
using Emulation.Nominations.Features.Publications;
using Emulation.Nominations.Features.Quotas;
using Emulation.Nominations.Features.Register;
using Emulation.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("nominations");
builder.AddServiceData<NominationsDbContext>("nominations");
builder.Services.AddValidation();
// In each program, not in ServiceDefaults: the compiler takes the doc comments of the project that calls it.
builder.Services.AddOpenApi();
builder.Services.AddScoped<Drafting>();
builder.Services.AddMemoryCache().AddSingleton<CampaignNames>();
builder.Services.AddScoped<NominationSearch>();
builder.Services.AddScoped<Transition>();
builder.Services.AddScoped<RegisterRules>();
builder.Services.AddScoped<Granting>();
builder.Services.AddScoped<StepRules>();
builder.Services.AddScoped<DossierDesk>();
builder.Services.AddScoped<DossierRule>();
builder.Services.AddScoped<CompleteDossiers>();
builder.Services.AddScoped<NominationDetail>();
builder.Services.AddScoped<QuotaGuard>();
builder.Services.AddScoped<QuotaRule>();
builder.Services.AddScoped<OverQuotaCount>();
builder.Services.AddScoped<CandidateFinder>();
builder.Services.AddScoped<Rejudging>();
builder.Services.AddScoped<DecidedNominations>();
// Loaded now: a faulty table must stop the start, not spoil a vote.
builder.Services.AddSingleton(CouncilLaw.Load());
builder.Services.AddSingleton<BallotSeal>();
builder.Services.AddScoped<SessionWork>();
builder.Services.AddScoped<ConflictFinder>();
builder.Services.AddScoped<BallotRoom>();
builder.Services.AddScoped<CouncilGate>();
builder.Services.AddScoped<Lateness>();

var app = builder.Build();
if (await app.MigratesOnly<NominationsDbContext>(args))
    return;
app.UseServiceDefaults();

var initiatives = app.MapGroup("/initiatives").WithTags("Sáng kiến");
ProposeInitiative.Map(initiatives);
RecogniseInitiative.Map(initiatives);
ListInitiatives.Map(initiatives);
ListInitiativeUses.Map(initiatives);

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
GetDossier.Map(nominations);
FilePaper.Map(nominations);
NameDocument.Map(nominations);
SharePaper.Map(nominations);
WithdrawPaper.Map(nominations);
ConfirmPaper.Map(nominations);
ReceiveDossier.Map(nominations);
GrantException.Map(nominations);

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
NumberDecision.Map(decisions);
RevokeDecision.Map(decisions);

var register = app.MapGroup("/register").WithTags("Sổ khen thưởng");
ImportAwards.Map(register);
SearchRegister.Map(register);
ListUses.Map(register);
ListPostChecks.Map(register);
RecordPostCheck.Map(register);
RecordRecovery.Map(register);

var merits = app.MapGroup("/merits").WithTags("Thành tích");
RecordMerit.Map(merits);
ListMerits.Map(merits);

var holds = app.MapGroup("/holds").WithTags("Tạm dừng xét khen thưởng");
RecordHold.Map(holds);
LiftHold.Map(holds);
ListHolds.Map(holds);

var quotas = app.MapGroup("/quotas").WithTags("Chỉ tiêu khen thưởng");
ShowQuotaUsage.Map(quotas);
ListCandidates.Map(quotas);
OrderCandidates.Map(quotas);
ChooseCandidates.Map(quotas);
GrantQuotaException.Map(quotas);
AllotQuota.Map(quotas);
ReportParticipants.Map(quotas);

var publications = app.MapGroup("/publications").WithTags("Công khai");
PublishList.Map(publications);
GetPublication.Map(publications);
CommentOnPublication.Map(publications);

await app.RunAsync();

public partial class Program;
