using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Trying a set out, going on to its next edition, seeing what has changed.</summary>
public class IndexSetEditionTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Validate_ShippedSet_TellsWhatItHoldsAndKeepsNothing()
    {
        var set = Samples.Commune with { Code = "thu" };
        var anatomy = await service.City.PostAsJsonAsync("/index-sets/validate", set, Json.Options).OkAsync();
        Assert.Equal((9, 100m, 30m, 2m, 5m), ((int)anatomy["areas"]!, (decimal)anatomy["max"]!, (decimal)anatomy["surveyMax"]!, (decimal)anatomy["maxBonus"]!, (decimal)anatomy["maxPenalty"]!));
        Assert.Equal((67, 2), ((int)anatomy["leaves"]!, (int)anatomy["adjustments"]!));
        Assert.Equal(set.Areas.Sum(a => a.Criteria.Length), (int)anatomy["criteria"]!);
        var kinds = anatomy["byKind"]!.AsArray();
        Assert.Equal(FormulaKind.All.Select(k => k.Code), kinds.Select(k => (string)k!["code"]!));
        Assert.Equal(67 + 2, kinds.Sum(k => (int)k!["leaves"]!));
        Assert.Equal(("survey", 12, 30m), ((string)kinds[10]!["kind"]!, (int)kinds[10]!["leaves"]!, (decimal)kinds[10]!["max"]!));
        Assert.Equal(set.Areas.Select(a => (a.Code, a.Max)), anatomy["byArea"]!.AsArray().Select(a => ((string)a!["code"]!, (decimal)a["max"]!)));
        Assert.Equal(67, anatomy["byArea"]!.AsArray().Sum(a => (int)a!["leaves"]!));
        await (await service.City.GetAsync("/index-sets/thu")).ProblemAsync(404);
    }

    [Fact]
    public async Task Validate_FaultySet_IsRefusedAsWhenCreated()
    {
        var spoilt = Samples.Commune with { Areas = Samples.Commune.Areas[1..] };
        var problem = await (await service.City.PostAsJsonAsync("/index-sets/validate", spoilt, Json.Options)).ProblemAsync(400, "SCO-0001");
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == "/areas");
        await (await service.City.PostAsJsonAsync("/index-sets/validate", Samples.Commune with { Name = "" }, Json.Options)).ProblemAsync(400, "EMU-0001");
        await (await service.City.PostAsJsonAsync("/index-sets/validate", Samples.Commune with { Replaces = "khong-co" }, Json.Options)).ProblemAsync(409, "SCO-0003");
        await (await service.As("10001").PostAsJsonAsync("/index-sets/validate", Samples.Commune, Json.Options)).ProblemAsync(403, "SCO-0014");
        await (await service.As("31", Policies.ScoresRead).PostAsJsonAsync("/index-sets/validate", Samples.Commune, Json.Options)).ProblemAsync(403, "EMU-0004");
    }

    [Theory]
    [InlineData("code", "")]
    [InlineData("areas/0/code", "")]
    [InlineData("blocks/0", "khối lạ")]
    public async Task Create_EmptyOrOddCode_Is400(string place, string value)
    {
        var root = JsonSerializer.SerializeToNode(Samples.Commune with { Code = "ma-trong" }, Json.Options)!;
        var steps = place.Split('/');
        var parent = steps[..^1].Aggregate(root, (node, step) => (int.TryParse(step, out var i) ? node[i] : node[step])!);
        if (int.TryParse(steps[^1], out var last))
            parent[last] = value;
        else
            parent[steps[^1]] = value;
        var problem = await (await service.City.PostAsJsonAsync("/index-sets", root)).ProblemAsync(400);
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == $"/{place}");
    }

    [Fact]
    public async Task Export_OfASet_IsTheBodyThatMakesItAgain()
    {
        var set = Samples.Department with { Code = "xuat" };
        await service.City.PostAsJsonAsync("/index-sets", set, Json.Options).OkAsync();
        var export = await service.As("10001", Policies.ScoresRead).GetAsync("/index-sets/xuat/export");
        Assert.Equal(("application/json", "xuat.json", "\"1\""), (export.Content.Headers.ContentType?.MediaType, export.Content.Headers.ContentDisposition?.FileName, export.Headers.ETag?.Tag));
        var text = await export.Content.ReadAsStringAsync();
        Assert.Equal(JsonSerializer.Serialize(set, Json.Options), JsonSerializer.Serialize(JsonSerializer.Deserialize<CreateIndexSetRequest>(text, Json.Options), Json.Options));
        var again = await service.City.PostAsync("/index-sets", new StringContent(text.Replace("\"code\": \"xuat\"", "\"code\": \"xuat-2\"", StringComparison.Ordinal), null, "application/json"));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(0, (int)(await service.City.GetAsync("/index-sets/xuat-2/difference?from=xuat").OkAsync())["changes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Next_Edition_IsADraftThatReplacesTheOldOne()
    {
        await service.City.PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "lan-1" }, Json.Options).OkAsync();
        await service.City.PostAsync("/index-sets/lan-1/activate", null).OkAsync();
        var response = await service.City.PostKeyedAsync("/index-sets/lan-1/next", new { code = "lan-2", name = "Tên lần hai" }, "lan-2-khoa");
        Assert.Equal((HttpStatusCode.Created, "/index-sets/lan-2"), (response.StatusCode, response.Headers.Location?.ToString()));
        var next = await response.JsonAsync();
        Assert.Equal(("lan-2", "Tên lần hai", 2, "lan-1", "draft"), ((string)next["code"]!, (string)next["name"]!, (int)next["edition"]!, (string)next["replaces"]!, (string)next["state"]!));
        var replayed = await service.City.PostKeyedAsync("/index-sets/lan-1/next", new { code = "lan-2", name = "Tên lần hai" }, "lan-2-khoa");
        Assert.Equal("true", replayed.Headers.GetValues("Idempotency-Replayed").Single());

        var difference = await service.City.GetAsync("/index-sets/lan-2/difference?from=lan-1").OkAsync();
        Assert.Equal(["name", "edition", "replaces"], difference["changes"]!.AsArray().Select(c => (string)c!["field"]!));
        Assert.Equal(("active", "draft"), ((string)difference["from"]!["state"]!, (string)difference["to"]!["state"]!));
        var third = await service.City.PostAsJsonAsync("/index-sets/lan-2/next", new { code = "lan-3" }).OkAsync();
        Assert.Equal(("Tên lần hai", 3), ((string)third["name"]!, (int)third["edition"]!));
        var id = await service.WithDb(async db => (await db.IndexSets.SingleAsync(s => s.Code == "lan-3")).Id.ToString());
        Assert.Equal("create", Assert.Single(await service.WithDb(db => db.AuditEntries.Where(a => a.Aggregate == "indexSet" && a.AggregateId == id).ToListAsync())).Action);
    }

    [Fact]
    public async Task Next_OfWhatIsNotThereOrTaken_IsRefused()
    {
        await service.City.PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "ke-1", Edition = 1000 }, Json.Options).OkAsync();
        await (await service.City.PostAsJsonAsync("/index-sets/khong-co/next", new { code = "ke-2" })).ProblemAsync(404, "EMU-0005");
        await (await service.City.PostAsJsonAsync("/index-sets/ke-1/next", new { code = "ke-2" })).ProblemAsync(409, "SCO-0054");
        await service.City.PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "ke-3" }, Json.Options).OkAsync();
        await (await service.City.PostAsJsonAsync("/index-sets/ke-3/next", new { code = "ke-1" })).ProblemAsync(409, "SCO-0005");
        await (await service.City.PostAsJsonAsync("/index-sets/ke-3/next", new { code = "a b" })).ProblemAsync(400, "EMU-0001");
        await (await service.City.PostAsJsonAsync("/index-sets/ke-3/next", new { name = "x" })).ProblemAsync(400, "EMU-0002");
        await (await service.As("10001").PostAsJsonAsync("/index-sets/ke-3/next", new { code = "ke-4" })).ProblemAsync(403, "SCO-0014");
    }

    [Fact]
    public async Task Difference_OfTwoSets_IsReadableByOfficialsAndMachines()
    {
        await service.City.PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "so-1" }, Json.Options).OkAsync();
        var area = Samples.Commune.Areas[0];
        var leaf = area.Criteria[0].Leaves[1] with { Formula = new RatioWithFloor { Floor = 0.8m, Operator = BoundOperator.Exclusive } };
        var changed = Samples.Commune with { Code = "so-2", Areas = [area with { Criteria = [area.Criteria[0] with { Leaves = [area.Criteria[0].Leaves[0], leaf] }, .. area.Criteria[1..]] }, .. Samples.Commune.Areas[1..]] };
        await service.City.PostAsJsonAsync("/index-sets", changed, Json.Options).OkAsync();
        var difference = await service.As("10001", Policies.ScoresRead).GetAsync("/index-sets/so-2/difference?from=so-1").OkAsync();
        Assert.Equal((0, 0, 1), ((int)difference["added"]!, (int)difference["removed"]!, (int)difference["changed"]!));
        var change = Assert.Single(difference["changes"]!.AsArray())!;
        Assert.Equal(("changed", "leaf", "I.1.2", "formula", "Cách chấm"), ((string)change["change"]!, (string)change["part"]!, (string)change["code"]!, (string)change["field"]!, (string)change["fieldLabel"]!));
        Assert.StartsWith("Tiêu chí thành phần I.1.2 “", (string?)change["label"], StringComparison.Ordinal);
        // C-34: from “at least” to “over”.
        Assert.Equal(("F3 Tỷ lệ có sàn: sàn >= 80%", "F3 Tỷ lệ có sàn: sàn > 80%"), ((string)change["from"]!["text"]!, (string)change["to"]!["text"]!));
        Assert.Equal(("inclusive", "exclusive"), ((string)change["from"]!["value"]!["operator"]!, (string)change["to"]!["value"]!["operator"]!));
    }

    [Fact]
    public async Task Difference_OfWhatIsNotThere_IsRefused()
    {
        await service.City.PostAsJsonAsync("/index-sets", Samples.Commune with { Code = "so-le" }, Json.Options).OkAsync();
        await (await service.City.GetAsync("/index-sets/khong-co/difference?from=so-le")).ProblemAsync(404, "EMU-0005");
        var unknown = await (await service.City.GetAsync("/index-sets/so-le/difference?from=khong-co")).ProblemAsync(409, "SCO-0003");
        Assert.Equal("?from", (string?)unknown["errors"]![0]!["pointer"]);
        var missing = await (await service.City.GetAsync("/index-sets/so-le/difference")).ProblemAsync(400, "EMU-0001");
        Assert.Equal("?from", (string?)missing["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task OpenApi_OfTheWorkbookRoutes_NamesFileAndAnswers()
    {
        var document = await service.City.GetAsync("/openapi/v1.json").OkAsync();
        var paths = document["paths"]!;
        var upload = paths["/index-sets/workbook"]!["post"]!;
        Assert.Equal(["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "multipart/form-data"], upload["requestBody"]!["content"]!.AsObject().Select(c => c.Key).Order());
        Assert.NotNull(upload["responses"]!["201"]);
        var download = paths["/index-sets/{code}/workbook"]!["get"]!["responses"]!["200"]!["content"]!["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]!;
        Assert.Equal("binary", (string?)((string)download["schema"]!["$ref"]!).Split('/')[1..].Aggregate(document, (node, step) => node[step]!)["format"]);
        Assert.NotNull(paths["/index-sets/{code}/difference"]!["get"]!["parameters"]!.AsArray().Single(p => (string?)p!["name"] == "from"));
    }
}
