using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Checks;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Tests;

/// <summary>Criteria as data: what a plan must say so that they can be judged, and what other services are told.</summary>
public sealed class CriteriaTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private const string Classes = """[{"key":"muc","name":"Mức","classes":[{"key":"tot","name":"Tốt","published":["Tốt"]},{"key":"kha","name":"Khá","published":["Khá"]}]}]""";
    private const string Class = """{"key":"c","clause":"III.1.a","text":"x","measure":"x","kind":"indexClass","operator":"greaterOrEqual","class":{"scale":"muc","atLeast":"tot"}}""";
    private const string Rank = """{"key":"r","clause":"II.3","text":"x","measure":"x","kind":"indexRank","operator":"lessOrEqual","rank":{"name":"tốp dẫn đầu","blockName":"khối phường","tops":[{"block":"phuong","rank":10}]}}""";
    private const string Share = """{"key":"p","clause":"III.1","text":"x","measure":"x","kind":"percentage","operator":"greaterOrEqual","value":90,"unit":"%","gate":true,"aim":95,"period":"halfYear","source":{"kind":"survey","name":"Khảo sát"}}""";
    private const string Count = """{"key":"n","clause":"III.2","text":"x","measure":"x","kind":"count","operator":"equal","value":0,"unit":"vụ"}""";
    private const string Words = """{"key":"w","clause":"III.3","text":"x","measure":"x","kind":"text","operator":"text"}""";
    private const string Ratio = """{"key":"v","clause":"III.4","text":"x","measure":"x","kind":"value","operator":"greaterOrEqual","value":100,"unit":"%","exceedAsked":true}""";

    private static JsonObject All(string code = "CRITERIA") => Plans.Of(code, change: p =>
    {
        p.Put("/classScales", Classes);
        p.Put("/criteria", $"[{Class},{Rank},{Share},{Count},{Words},{Ratio}]");
    });

    private static Findings Check(JsonObject plan) => PlanCheck.Run(plan.Deserialize<DraftCampaignRequest>(Json.Options)!);

    [Fact]
    public void Criteria_OfEveryKind_AreSound()
    {
        var found = Check(All());

        Assert.Null(found.Problem);
        Assert.Empty(found.Warnings);
    }

    [Theory]
    [InlineData("/criteria/0/key", "\"Tiêu chí\"", "/criteria/0/key")]
    [InlineData("/criteria/1/key", "\"c\"", "/criteria/1/key")]
    [InlineData("/criteria/0/class", "null", "/criteria/0/class")]
    [InlineData("/criteria/0/class/scale", "\"khac\"", "/criteria/0/class/scale")]
    [InlineData("/criteria/0/class/atLeast", "\"yeu\"", "/criteria/0/class/atLeast")]
    [InlineData("/criteria/0/operator", "\"equal\"", "/criteria/0/operator")]
    [InlineData("/criteria/0/period", "\"halfYear\"", "/criteria/0/period")]
    [InlineData("/criteria/0/value", "5", "/criteria/0/value")]
    [InlineData("/criteria/1/rank/name", "\"\"", "/criteria/1/rank/name")]
    [InlineData("/criteria/1/rank/tops/0/rank", "0", "/criteria/1/rank/tops/0/rank")]
    [InlineData("/criteria/1/rank/tops/0/block", "\"khối 8\"", "/criteria/1/rank/tops/0/block")]
    [InlineData("/criteria/1/rank/tops", "[null]", "/criteria/1/rank/tops/0")]
    [InlineData("/criteria/1/period", "\"campaign\"", "/criteria/1/period")]
    [InlineData("/criteria/2/value", "null", "/criteria/2/value")]
    [InlineData("/criteria/2/value", "100.5", "/criteria/2/value")]
    [InlineData("/criteria/2/value", "90.0000001", "/criteria/2/value")]
    [InlineData("/criteria/2/aim", "90", "/criteria/2/aim")]
    [InlineData("/criteria/2/operator", "\"equal\"", "/criteria/2/aim")]
    [InlineData("/criteria/2/operator", "\"lessOrEqual\"", "/criteria/2/aim")]
    [InlineData("/criteria/2/operator", "\"text\"", "/criteria/2/operator")]
    [InlineData("/criteria/2/source/name", "\"\"", "/criteria/2/source/name")]
    [InlineData("/criteria/2/class", """{"scale":"muc","atLeast":"tot"}""", "/criteria/2/class")]
    [InlineData("/criteria/3/value", "0.5", "/criteria/3/value")]
    [InlineData("/criteria/3/value", "-1", "/criteria/3/value")]
    [InlineData("/criteria/3/exceedAsked", "true", "/criteria/3/exceedAsked")]
    [InlineData("/criteria/4/value", "1", "/criteria/4/value")]
    [InlineData("/criteria/4/aim", "1", "/criteria/4/aim")]
    [InlineData("/criteria/5/value", "1000000000001", "/criteria/5/value")]
    [InlineData("/criteria/4", "null", "/criteria/4")]
    [InlineData("/classScales/0/key", "\"\"", "/classScales/0/key")]
    [InlineData("/classScales/0/classes", "[]", "/classScales/0/classes")]
    [InlineData("/classScales/0/classes/1", "null", "/classScales/0/classes/1")]
    [InlineData("/classScales/0/classes/1/key", "\"tot\"", "/classScales/0/classes/1/key")]
    [InlineData("/classScales/0/classes/1/published/0", "\"tốt\"", "/classScales/0/classes/1/published/0")]
    [InlineData("/classScales/0/classes/1/published", "[null]", "/classScales/0/classes/1/published/0")]
    [InlineData("/classScales", "[null]", "/classScales/0")]
    public void Criterion_ThatCannotBeJudged_IsToldAtItsPlace(string put, string value, string pointer)
    {
        var plan = All();
        plan.Put(put, value);

        Assert.Contains(Check(plan).Problem!.Errors, e => e.Pointer == pointer);
    }

    [Fact]
    public void Rank_WithoutNumber_IsAllowedAndWarnedOf()
    {
        // LTN-26-30/II.3.2: the plan says “tốp dẫn đầu” and no number.
        var plan = All();
        plan.Put("/criteria/1/rank/tops", "[]");

        var found = Check(plan);

        Assert.Null(found.Problem);
        Assert.Contains(found.Warnings, w => w is { Rule: "C-13", Pointer: "/criteria/1/rank/tops" });
    }

    [Fact]
    public void Keys_LeftOut_ComeFromTheClauseAndStayApart()
    {
        static PlanCriterion Of(string clause, string? key = null, CriterionOperator op = CriterionOperator.Equal) =>
            new() { Clause = clause, Text = "x", Measure = "x", Operator = op, Key = key };
        var plan = Plans.Of("KEYS").Deserialize<CampaignPlan>(Json.Options)! with
        {
            Criteria = [Of("CVA-26/III.1.d"), Of("CVA-26/III.1.đ"), Of("CVA-26/III.1.f"), Of("CVA-26/III.1.f"), Of("CVA-26/III.1.f", "iii-1-f-2"), Of("—", op: CriterionOperator.Text)],
        };

        var keyed = plan.Keyed();

        Assert.Equal(["iii-1-d", "iii-1-dd", "iii-1-f", "iii-1-f-3", "iii-1-f-2", "tieu-chi"], keyed.Criteria.Select(c => c.Key));
        Assert.Equal([CriterionKind.Value, CriterionKind.Text], keyed.Criteria.Select(c => c.Kind!.Value).Distinct());
        Assert.Equal(keyed.Criteria, keyed.Keyed().Criteria);
    }

    [Fact]
    public async Task Launch_WithCriteria_TellsThemWhole()
    {
        await campaigns.City.PostAsync($"/campaigns/{(await campaigns.City.PostAsJsonAsync("/campaigns", All("TOLD")).OkAsync())["id"]}/launch", null).OkAsync();

        var told = (await campaigns.PublishedAsync<CampaignLaunched>(e => e.Campaign.Code == "TOLD")).Campaign;

        Assert.Equal(["c", "r", "p", "n", "w", "v"], told.Criteria.Select(c => c.Key));
        Assert.Equal(10, Assert.Single(told.Criteria[1].Rank!.Tops).Rank);
        Assert.Equal((90m, 95m, CriterionPeriod.HalfYear, CriterionSourceKind.Survey), (told.Criteria[2].Value, told.Criteria[2].Aim, told.Criteria[2].Period, told.Criteria[2].Source!.Kind));
        Assert.Equal("Tốt", Assert.Single(told.ClassScales).Classes[0].Published[0]);
    }

    [Fact]
    public async Task StoredPlan_FromBeforeKeysExisted_IsReadToldAndAmended()
    {
        var id = Guid.Parse((string)(await campaigns.LaunchAsync("OLD-SHAPE"))["id"]!);
        await campaigns.WithDb(db => db.Database.ExecuteSqlAsync(
            $"UPDATE campaigns SET plan = jsonb_set(plan - 'classScales', ARRAY['criteria'], '[{{\"clause\":\"II.3\",\"text\":\"x\",\"measure\":\"x\",\"operator\":\"greater\",\"value\":80,\"unit\":\"%\",\"gate\":true}},{{\"clause\":\"II.3\",\"text\":\"x\",\"measure\":\"x\",\"operator\":\"text\",\"value\":null,\"unit\":null,\"gate\":false}}]'::jsonb) WHERE id = {id}"));
        Assert.Null((string?)(await campaigns.City.GetAsync($"/campaigns/{id}").OkAsync())["plan"]!["criteria"]![0]!["key"]);

        await campaigns.City.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "Lùi hạn", deadlines = new[] { new { category = "period-city-flag" } } }).OkAsync();

        var told = (await campaigns.PublishedAsync<CampaignAmended>(e => e.Campaign.Code == "OLD-SHAPE")).Campaign;
        Assert.Equal([("ii-3", CriterionKind.Value), ("ii-3-2", CriterionKind.Text)], told.Criteria.Select(c => (c.Key!, c.Kind!.Value)));
        var history = (await campaigns.City.GetAsync($"/campaigns/{id}/history").OkAsync())["items"]!.AsArray();
        Assert.DoesNotContain(history[^1]!["changes"]!.AsArray(), c => ((string)c!["pointer"]!).StartsWith("/criteria", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Amend_NumberNamedAndTargetMoved_IsTold()
    {
        var plan = All("NAMES-N");
        plan.Put("/criteria/1/rank/tops", "[]");
        var launched = await campaigns.City.PostAsync($"/campaigns/{(await campaigns.City.PostAsJsonAsync("/campaigns", plan).OkAsync())["id"]}/launch", null).OkAsync();
        var criteria = launched["plan"]!["criteria"]!.DeepClone();
        criteria[1]!["rank"]!["tops"] = JsonNode.Parse("""[{"block":"phuong","rank":5}]""");
        criteria[4]!["kind"] = "count";
        criteria[4]!["operator"] = "lessOrEqual";
        criteria[4]!["value"] = 3;

        await campaigns.City.PostAsJsonAsync($"/campaigns/{launched["id"]}/amend", new { reason = "Thành phố nêu số đơn vị", criteria }).OkAsync();

        var told = (await campaigns.PublishedAsync<CampaignAmended>(e => e.Campaign.Code == "NAMES-N")).Campaign;
        Assert.Equal(5, told.Criteria[1].Rank!.Tops[0].Rank);
        Assert.Equal(CriterionKind.Count, told.Criteria[4].Kind);
        var history = (await campaigns.City.GetAsync($"/campaigns/{launched["id"]}/history").OkAsync())["items"]!.AsArray();
        var changes = history[^1]!["changes"]!.AsArray();
        Assert.Contains(changes, c => (string?)c!["pointer"] == "/criteria/w/value");
    }

    [Fact]
    public async Task Amend_CriterionDroppedOrOfAnotherKind_IsRefused()
    {
        var launched = await campaigns.City.PostAsync($"/campaigns/{(await campaigns.City.PostAsJsonAsync("/campaigns", All("KEEPS")).OkAsync())["id"]}/launch", null).OkAsync();
        async Task<HttpResponseMessage> AmendAsync(Action<JsonArray> change)
        {
            var criteria = launched["plan"]!["criteria"]!.DeepClone().AsArray();
            change(criteria);
            return await campaigns.City.PostAsJsonAsync($"/campaigns/{launched["id"]}/amend", new { reason = "x", criteria });
        }

        await (await AmendAsync(c => c.RemoveAt(2))).ProblemAsync(409, "CAM-0060");
        await (await AmendAsync(c => c[2]!["key"] = "khac")).ProblemAsync(409, "CAM-0060");
        await (await AmendAsync(c => c[2]!["kind"] = "value")).ProblemAsync(409, "CAM-0060");
        await (await AmendAsync(c => c[2]!["value"] = 101)).ProblemAsync(400, "CAM-0023");
        await (await AmendAsync(c => c[2] = null)).ProblemAsync(400, "EMU-0001");
        await (await AmendAsync(_ => { })).ProblemAsync(409, "CAM-0026");
    }
}
