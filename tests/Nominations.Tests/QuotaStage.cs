using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Campaigns with the quotas of the plans as they ship, each for units of its own, under a standard that one statement meets.</summary>
internal sealed class QuotaStage(NominationsFixture service)
{
    private static int _numbers = 20_000;

    private static readonly object[] Leads = [new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" }];

    /// <summary>Code of a new ward of its own.</summary>
    public async Task<string> WardAsync(UnitKind kind = UnitKind.Ward, string block = "phuong")
    {
        var code = Interlocked.Increment(ref _numbers).ToString();
        await service.UnitAsync(code, $"Đơn vị {code}", kind, City, block);
        return code;
    }

    /// <summary>A new campaign of a unit with the categories and quotas of a sample plan; returns its code.</summary>
    public Task<string> PlanAsync(string sample, string unit, Func<AwardCategory, AwardCategory>? change = null) =>
        LaunchAsync(unit, [.. Sample(sample).Select(c => change is null ? c : change(c))]);

    public async Task<string> LaunchAsync(string unit, params AwardCategory[] categories)
    {
        var code = $"QT-{Interlocked.Increment(ref _numbers)}";
        await service.DeliverAsync(new CampaignLaunched { Campaign = Plans.Plan(code, unit, unit, categories), OccurredAt = service.Time.Now, ActedBy = "test" });
        return code;
    }

    /// <summary>A yearly certificate of the city with one quota.</summary>
    public static AwardCategory Yearly(string key, Recipient recipient, Quota quota, AwardLevel level = AwardLevel.City) =>
        Plans.Category(key, "X/III.2", Cadence.Yearly, recipient, new Award { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen" }, Plans.Leading("X/III.2.c1"), level: level) with { Quotas = [quota] };

    public static Quota Limit(int atMost, QuotaScope scope = QuotaScope.ProposingUnit) => new() { Clause = "X/III.2.q", Scope = scope, AtMost = atMost };

    public static object Nominee(bool individual, string unit, string? name = null, bool? female = null, decimal? womenShare = null, bool? directRole = null, bool? leadingPost = null) =>
        new { kind = individual ? "individual" : "collective", name = name ?? $"Đề nghị {Interlocked.Increment(ref _numbers)}", unitCode = unit, female, womenShare, directRole, leadingPost };

    public static object Request(string campaign, string category, string unit, int? year = null, bool individual = false, bool submit = true, object? nominee = null, string? outsideQuotaReason = null) =>
        new { campaign, category, year, achievement = "Dẫn đầu cải cách hành chính", submit, attestations = unit.Contains('-', StringComparison.Ordinal) ? [] : Leads, nominee = nominee ?? Nominee(individual, unit), outsideQuotaReason };

    /// <summary>Hands a nomination in as its unit.</summary>
    public Task<HttpResponseMessage> Submit(string campaign, string category, string unit, int? year = null, bool individual = false, string? caller = null, string? reason = null) =>
        service.As(caller ?? unit).PostAsJsonAsync("/nominations", Request(campaign, category, unit, year, individual, outsideQuotaReason: reason));

    public Task<JsonNode> Draft(string campaign, string category, string unit, int? year = null, bool individual = false, object? nominee = null) =>
        service.As(unit).PostAsJsonAsync("/nominations", Request(campaign, category, unit, year, individual, submit: false, nominee)).OkAsync();

    public async Task<HttpResponseMessage> Step(string caller, JsonNode nomination, string step, object? body = null)
    {
        if (step == "forward")
            await service.CompleteDossierAsync(nomination);
        return await service.As(caller).PostAsJsonAsync($"/nominations/{nomination["id"]}/{step}", body ?? new { });
    }

    /// <summary>On to the city and found in order there.</summary>
    public async Task AppraiseAsync(string unit, JsonNode nomination)
    {
        await Step(unit, nomination, "forward").OkAsync();
        await Step(City, nomination, "appraise").OkAsync();
    }

    public Task<HttpResponseMessage> Decide(params JsonNode[] nominations) =>
        service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = nominations.Select(n => n["id"]), signerName = "Trần Văn Mẫu" });

    public async Task<JsonNode> Usage(string caller, string campaign, string category, int? year = null, string? unit = null)
    {
        var usage = await service.As(caller).GetAsync($"/quotas/usage?campaign={campaign}{(year is null ? "" : $"&year={year}")}{(unit is null ? "" : $"&unit={unit}")}").OkAsync();
        return usage["items"]!.AsArray().First(i => i!["categories"]!.AsArray().Any(c => (string?)c!["key"] == category))!;
    }

    public Task<bool> OverAsync(string unit, JsonNode nomination) => Over(service.GetAsync(unit, nomination));

    private static async Task<bool> Over(Task<JsonNode> nomination) => (bool)(await nomination)["overQuota"]!;

    private static AwardCategory[] Sample(string code)
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "*.json").Single(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement.GetProperty("code").GetString() == code);
        var scheme = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("scheme").Deserialize<AwardScheme>(Json.Options)!;
        // Deadlines, dossier and council have tests of their own.
        return [.. scheme.Categories.Select(c => c with { Standard = new Standard { Canonical = Plans.Leading(c.Clause) }, Dossier = [], Council = null, InternalDeadline = null, CityDeadline = null })];
    }
}
