using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A ward with two offices, ranked beside one other ward, and its campaign of 2025 and 2026 as Campaigns tells of it.</summary>
internal sealed record CriterionScene(ScoringFixture Service, Scene Ranked, Guid CampaignId, string Code)
{
    public string Ward => Ranked.Units[0];
    public string Other => Ranked.Units[1];
    public string Office => $"{Ward}-VHXH";

    public static async Task<CriterionScene> OpenAsync(ScoringFixture service, Func<CampaignSnapshot, CampaignSnapshot>? change = null, bool launched = true)
    {
        var ranked = await service.SceneAsync(2);
        var scene = new CriterionScene(service, ranked, Guid.NewGuid(), $"C-{ranked.Units[0]}");
        await service.RegisterAsync(scene.Office, null);
        await service.RegisterAsync($"{scene.Ward}-TTPVHCC", null);
        if (launched)
            await scene.LaunchAsync(change);
        return scene;
    }

    public Task LaunchAsync(Func<CampaignSnapshot, CampaignSnapshot>? change = null, Guid? messageId = null) => Service.DeliverAsync(
        new CampaignLaunched { Campaign = change?.Invoke(Snapshot(2)) ?? Snapshot(2), OccurredAt = Service.Time.Now, ActedBy = "test" }, messageId);

    public Task AmendAsync(int version, Func<CampaignSnapshot, CampaignSnapshot> change) => Service.DeliverAsync(
        new CampaignAmended { Campaign = change(Snapshot(version)), Reason = "Điều chỉnh", OccurredAt = Service.Time.Now, ActedBy = "test" });

    public Task CloseAsync(int version = 3) => Service.DeliverAsync(
        new CampaignClosed { CampaignId = CampaignId, Version = version, Reason = "Tổng kết", OccurredAt = Service.Time.Now, ActedBy = "test" });

    public string Path(string criterion, string period, string? unit = null) => $"/criterion-results/{Code}/units/{unit ?? Ward}/{criterion}/{period}";

    public Task<HttpResponseMessage> PutAsync(string criterion, string period, object figure, string? reason = null, string? unit = null, HttpClient? by = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Path(criterion, period, unit)) { Content = JsonContent.Create(new { figure, evidenceNote = "Báo cáo tháng", reason }) };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        return (by ?? Service.As(unit ?? Ward)).SendAsync(request);
    }

    public async Task<JsonNode> ResultAsync(string criterion, string period, string? unit = null)
    {
        var table = await Service.City.GetAsync($"/criterion-results/{Code}/units/{unit ?? Ward}").OkAsync();
        return table["items"]!.AsArray().Single(i => (string?)i!["criterion"]!["key"] == criterion)!["results"]!.AsArray().Single(r => (string?)r!["period"] == period)!;
    }

    public static string Outcome(JsonNode result) => (string)result["verdict"]!["outcome"]!;

    private static PlanCriterion Criterion(string key, CriterionKind kind, CriterionOperator op, decimal? value = null, CriterionPeriod period = CriterionPeriod.Year) => new()
    {
        Key = key, Clause = $"T-26/{key}", Text = "x", Measure = $"Chỉ tiêu {key}", Kind = kind, Operator = op, Value = value, Unit = kind is CriterionKind.Percentage or CriterionKind.Value ? "%" : null, Gate = true, Period = period,
    };

    private CampaignSnapshot Snapshot(int version) => new()
    {
        CampaignId = CampaignId, Version = version, Code = Code, Name = "Phong trào thử", UnitCode = Ward, UnitName = $"Phường {Ward}", FromYear = 2025, ToYear = 2026,
        LegalBases = [], Scheme = new AwardScheme { Categories = [] },
        Criteria =
        [
            Criterion("share", CriterionKind.Percentage, CriterionOperator.GreaterOrEqual, 90) with { Aim = 95 },
            Criterion("budget", CriterionKind.Value, CriterionOperator.GreaterOrEqual, 100, CriterionPeriod.Campaign) with { ExceedAsked = true },
            Criterion("cases", CriterionKind.Count, CriterionOperator.Equal, 0, CriterionPeriod.HalfYear),
            Criterion("words", CriterionKind.Text, CriterionOperator.Text),
            Criterion("class", CriterionKind.IndexClass, CriterionOperator.GreaterOrEqual) with { Class = new ClassTarget { Scale = "s", AtLeast = "tot" } },
            Criterion("rank", CriterionKind.IndexRank, CriterionOperator.LessOrEqual) with { Gate = false, Rank = new RankTarget { Name = "tốp dẫn đầu" } },
        ],
        ClassScales = [new ClassScale { Key = "s", Name = "Mức", Classes = [new ScaleClass { Key = "tot", Name = "Mức tốt", Published = ["Xuất sắc"] }, new ScaleClass { Key = "kha", Name = "Mức khá", Published = ["Tốt"] }] }],
    };
}
