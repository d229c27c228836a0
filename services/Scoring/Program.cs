using Emulation.Scoring.Data;
using Emulation.Scoring.Features.Blocks;
using Emulation.Scoring.Features.CriterionResults;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Features.Rankings;
using Emulation.Scoring.Features.Rounds;
using Emulation.Scoring.Features.ScoreSheets;
using Emulation.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("scoring");
builder.AddServiceData<ScoringDbContext>("scoring");
builder.Services.AddValidation();
// In each program, not in ServiceDefaults: the compiler takes the doc comments of the project that calls it.
builder.Services.AddOpenApi();
builder.Services.AddSingleton<ActiveIndexSets>();

var app = builder.Build();
if (await app.MigratesOnly<ScoringDbContext>(args))
    return;

app.UseServiceDefaults();
app.MapIndexSets();
app.MapRounds();
app.MapScoreSheets();
app.MapEvidence();
app.MapRankings();
app.MapEmulationBlocks();
app.MapCriterionResults();
await app.RunAsync();

public partial class Program;
