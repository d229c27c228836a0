using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.Contracts.Nominations;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>What ward systems may rely on: retries, clear errors, walls between units.</summary>
public sealed class IntakeTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Post_SameKeyManyTimesAtOnce_MakesOneNomination()
    {
        var client = service.As(Ltn);
        var body = Body("LTN-26-30", "period-gate", Ltn, more: new { externalRef = "cung-luc" }, submit: true);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PostKeyedAsync("/nominations", body, "khoa-cung-luc")));
        Assert.All(answers, a => Assert.Equal(201, (int)a.StatusCode));
        var ids = await Task.WhenAll(answers.Select(async a => (string)(await a.JsonAsync())["id"]!));
        Assert.Single(ids.Distinct());
        Assert.Equal(1, await service.WithDb(db => db.Nominations.CountAsync(n => n.ExternalRef == "cung-luc")));
        await service.PublishedAsync<NominationSubmitted>(e => e.Nomination.NominationId == Guid.Parse(ids[0]));
        Assert.Single(service.Published.OfType<NominationSubmitted>(), e => e.Nomination.NominationId == Guid.Parse(ids[0]));
    }

    [Fact]
    public async Task Post_SameKeyOtherBody_Returns422()
    {
        var client = service.As(Ltn);
        await client.PostKeyedAsync("/nominations", Body("LTN-26-30", "period-gate", Ltn), "khoa-hai-noi-dung").OkAsync();
        await (await client.PostKeyedAsync("/nominations", Body("LTN-26-30", "period-gate", Office), "khoa-hai-noi-dung")).ProblemAsync(422, "EMU-0011");
    }

    [Fact]
    public async Task Post_SameKeyOfAnotherCaller_IsAnotherKey()
    {
        var body = Body("TP-26-30", "leading", Cva, 2026);
        var one = await service.As(City, "may-a", []).PostKeyedAsync("/nominations", body, "khoa-chung").OkAsync();
        var other = await service.As(City, "may-b", []).PostKeyedAsync("/nominations", body, "khoa-chung").OkAsync();
        Assert.NotEqual((string)one["id"]!, (string)other["id"]!);
    }

    [Fact]
    public async Task Post_RefusedFirst_KeyStaysFree()
    {
        var client = service.As(Ltn);
        await (await client.PostKeyedAsync("/nominations", Body("KHONG-CO", "period-gate", Ltn), "khoa-thu-lai")).ProblemAsync(400, "NOM-0001");
        await client.PostKeyedAsync("/nominations", Body("LTN-26-30", "period-gate", Ltn), "khoa-thu-lai").OkAsync();
    }

    [Fact]
    public async Task Post_ExternalRefTwice_Returns409()
    {
        var body = Body("LTN-26-30", "period-gate", Ltn, more: new { externalRef = "hs-001" });
        await service.PostAsync(Ltn, body);
        await (await service.As(Ltn).PostAsJsonAsync("/nominations", body)).ProblemAsync(409, "NOM-0014");
    }

    [Fact]
    public async Task OtherUnit_GetsNothingAndPostsNothing()
    {
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "period-gate", Ltn, submit: true));
        var stranger = service.As(Cva);
        foreach (var path in new[] { "", "/verdict", "/history" })
            await (await stranger.GetAsync($"/nominations/{nomination["id"]}{path}")).ProblemAsync(404, "EMU-0005");
        await (await stranger.PostAsJsonAsync($"/nominations/{nomination["id"]}/withdraw", new { reason = "x" })).ProblemAsync(404, "EMU-0005");
        await (await stranger.PostAsJsonAsync("/nominations", Body("LTN-26-30", "period-gate", Ltn))).ProblemAsync(403, "NOM-0009");
        var list = await stranger.GetAsync("/nominations?limit=200").OkAsync();
        Assert.DoesNotContain(list["items"]!.AsArray(), i => (string?)i!["proposingUnitCode"] == Ltn);
    }

    [Fact]
    public async Task OfficeOfUnit_SeesItsOwnNotItsParents()
    {
        var parents = await service.PostAsync(Ltn, Body("LTN-26-30", "period-gate", Ltn));
        await (await service.As(Office).GetAsync($"/nominations/{parents["id"]}")).ProblemAsync(404);
        var own = await service.PostAsync(Office, Body("LTN-26-30", "yearly-collective", Office, 2026));
        Assert.Equal(Ltn, (string?)own["proposingUnitCode"]);
        await service.As(Ltn).GetAsync($"/nominations/{own["id"]}").OkAsync();
    }

    [Fact]
    public async Task NoToken_Returns401()
    {
        var client = service.CreateClient();
        await (await client.GetAsync("/nominations")).ProblemAsync(401, "EMU-0003");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "gia-mao");
        await (await client.GetAsync("/nominations")).ProblemAsync(401, "EMU-0003");
    }

    [Fact]
    public async Task TokenWithoutScope_Returns403() =>
        await (await service.As(Ltn, Policies.NominationsRead).PostAsJsonAsync("/nominations", Body("LTN-26-30", "period-gate", Ltn))).ProblemAsync(403, "EMU-0004");

    [Theory]
    [InlineData("{", "EMU-0002", null)]
    [InlineData("", "EMU-0001", null)]
    [InlineData("null", "EMU-0001", null)]
    [InlineData("[]", "EMU-0002", null)]
    [InlineData("{\"campaign\":1}", "EMU-0002", "/campaign")]
    [InlineData("{\"campaign\":\"a\\u0000b\"}", "EMU-0002", "/campaign")]
    [InlineData("{\"campaign\":\"\\ud800\"}", "EMU-0002", "/campaign")]
    [InlineData("{\"khongCo\":1}", "EMU-0002", "/khongCo")]
    [InlineData("{\"campaign\":\"LTN-26-30\",\"campaign\":\"X\"}", "EMU-0002", "/campaign")]
    [InlineData("{\"campaign\":\"LTN-26-30\"}", "EMU-0002", "/category")]
    public async Task Post_MalformedBody_Returns400WithCodeAndPointer(string body, string code, string? at)
    {
        var problem = await (await service.As(Ltn).PostAsync("/nominations", new StringContent(body, Encoding.UTF8, "application/json"))).ProblemAsync(400, code);
        if (at is not null)
            Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == at);
    }

    [Fact]
    public async Task Post_TenThousandDeep_Returns400()
    {
        var body = string.Concat(Enumerable.Repeat("{\"nominee\":", 10_000)) + "1" + new string('}', 10_000);
        await (await service.As(Ltn).PostAsync("/nominations", new StringContent(body, Encoding.UTF8, "application/json"))).ProblemAsync(400, "EMU-0002");
    }

    [Fact]
    public async Task Post_NotJson_Returns415() =>
        await (await service.As(Ltn).PostAsync("/nominations", new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"))).ProblemAsync(415, "EMU-0010");

    [Theory]
    [InlineData("LTN-26-30", "khong-co", Ltn, 2026, "NOM-0002", "/category")]
    [InlineData("LTN-26-30", "LTN-26-30/IX.9", Ltn, 2026, "NOM-0002", "/category")]
    [InlineData("LTN-26-30", "yearly-collective", "99999", 2026, "NOM-0003", "/nominee/unitCode")]
    [InlineData("LTN-26-30", "yearly-collective", Ltn, 2025, "NOM-0006", "/year")]
    [InlineData("LTN-26-30", "yearly-collective", Ltn, null, "NOM-0006", "/year")]
    [InlineData("LTN-26-30", "beside-flag", Ltn, null, "NOM-0007", "/nominee/kind")]
    [InlineData("CH-26-30", "yearly-collective", Ltn, 2026, "NOM-0008", "/nominee/unitCode")]
    public async Task Post_UnknownOrUnfitting_Returns400WithCodeAndPointer(string campaign, string category, string unit, int? year, string code, string at)
    {
        var problem = await (await service.As(City).PostAsJsonAsync("/nominations", Body(campaign, category, unit, year))).ProblemAsync(400, code);
        Assert.Equal(at, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Theory]
    [InlineData("statement", "khongCo", "/attestations/0/statement")]
    [InlineData("clause", "LTN-26-30/XX", "/attestations/0/clause")]
    public async Task Post_UnknownStatementOrClause_Returns400(string field, string value, string at)
    {
        var attestation = JsonNode.Parse("""{"statement":"leadingInCampaign","holds":true,"by":"wardCommittee"}""")!;
        attestation[field] = value;
        var problem = await (await service.As(Ltn).PostAsJsonAsync("/nominations", Body("LTN-26-30", "flag", Ltn, more: new { attestations = new[] { attestation } }))).ProblemAsync(400, "NOM-0004");
        Assert.Equal(at, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Post_FieldsTooLongOrBlank_Returns400WithEachPointer()
    {
        var problem = await (await service.As(Ltn).PostAsJsonAsync("/nominations", Body("LTN-26-30", "flag", Ltn, more: new { achievement = " ", externalRef = new string('x', 101), grades = new[] { new { year = 1900, grade = "completed" } } }))).ProblemAsync(400, "EMU-0001");
        Assert.Equal(["/achievement", "/externalRef", "/grades/0/year"], problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).Order());
    }

    [Theory]
    [InlineData("attestations")]
    [InlineData("grades")]
    [InlineData("service")]
    public async Task Post_NullInsideAList_Returns400(string list)
    {
        var body = Body("LTN-26-30", "flag", Ltn).ToString()!.Insert(1, $"\"{list}\":[null],");
        var problem = await (await service.As(Ltn).PostAsync("/nominations", new StringContent(body, Encoding.UTF8, "application/json"))).ProblemAsync(400, "EMU-0001");
        Assert.Equal($"/{list}", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Batch_UnreadableItems_AreAnsweredOneByOne()
    {
        var good = Body("LTN-26-30", "period-gate", Ltn);
        var tooLong = Body("LTN-26-30", "period-gate", Ltn, more: new { achievement = new string('x', 3000) });
        var answer = await service.As(Ltn).PostAsJsonAsync("/nominations/batch", new { items = new object?[] { null, good, tooLong, new { campaign = 1 }, 7 } }).OkAsync();
        Assert.Equal([400, 201, 400, 400, 400], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal("/achievement", (string?)answer["items"]![2]!["problem"]!["errors"]![0]!["pointer"]);
        Assert.Equal("/campaign", (string?)answer["items"]![3]!["problem"]!["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Post_TwoGradesForOneYear_Returns400()
    {
        var grades = new[] { new { year = 2026, grade = "completedOutstandingly" }, new { year = 2026, grade = "notCompleted" } };
        await (await service.As(Ltn).PostAsJsonAsync("/nominations", Body("LTN-26-30", "flag", Ltn, more: new { grades }))).ProblemAsync(400, "NOM-0021");
    }

    [Fact]
    public async Task List_StateAsInJson_IsUnderstood_OtherwiseRefused()
    {
        await service.As(Ltn).GetAsync("/nominations?state=draft&eligibility=notYetKnown").OkAsync();
        var problem = await (await service.As(Ltn).GetAsync("/nominations?state=khong")).ProblemAsync(400, "EMU-0001");
        Assert.Equal("?state", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Batch_OneBadItem_OthersAreKept()
    {
        var good = Body("LTN-26-30", "period-gate", Ltn, more: new { externalRef = "lo-1" });
        var bad = Body("LTN-26-30", "period-gate", "99999", more: new { externalRef = "lo-2" });
        var twice = Body("LTN-26-30", "period-gate", Ltn, more: new { externalRef = "lo-1" });
        var answer = await service.As(Ltn).PostAsJsonAsync("/nominations/batch", new { items = new[] { good, bad, twice } }).OkAsync();
        Assert.Equal([201, 400, 409], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal("NOM-0003", (string?)answer["items"]![1]!["problem"]!["code"]);
        Assert.Equal(1, await service.WithDb(db => db.Nominations.CountAsync(n => n.ExternalRef!.StartsWith("lo-"))));
    }

    [Fact]
    public async Task Text_Decomposed_IsStoredAsNfc()
    {
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn, more: new { achievement = "Tiếng Việt".Normalize(NormalizationForm.FormD) }));
        Assert.Equal("Tiếng Việt", (string?)nomination["achievement"]);
        Assert.True(((string)nomination["achievement"]!).IsNormalized(NormalizationForm.FormC));
    }
}
