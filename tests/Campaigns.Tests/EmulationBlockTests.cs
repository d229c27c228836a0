using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using static Emulation.Campaigns.Tests.CampaignsFixture;

namespace Emulation.Campaigns.Tests;

/// <summary>Emulation blocks of the city and of communes (LTN-TD-26/IV.1.b–d); ranking blocks are another thing (C-14).</summary>
public sealed class EmulationBlockTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private readonly HttpClient _city = campaigns.City;

    private static JsonObject Block(string code, Action<JsonObject>? change = null)
    {
        var block = new JsonObject
        {
            ["code"] = code, ["number"] = 8, ["name"] = "Khối thi đua số 8", ["ownerUnitCode"] = "31", ["year"] = 2026, ["headUnitCode"] = "10532", ["deputyUnitCode"] = "10549",
            ["members"] = Members("10532", "10549", "11413", "31-SNV"),
        };
        change?.Invoke(block);
        return block;
    }

    private static JsonArray Members(params string[] codes) => [.. codes.Select(c => new JsonObject { ["code"] = c })];

    private static JsonObject Outside(string code, string? name) => new() { ["code"] = code, ["name"] = name };

    /// <summary>The state of a block anew, as a client sends it back.</summary>
    private static JsonObject Change(string reason, Action<JsonObject>? change = null)
    {
        var body = Block("x", b => b["reason"] = reason);
        foreach (var fixedField in new[] { "code", "ownerUnitCode", "year" })
            body.Remove(fixedField);
        change?.Invoke(body);
        return body;
    }

    private async Task<JsonNode> FormAsync(string code, Action<JsonObject>? change = null) => await _city.PostAsJsonAsync("/emulation-blocks", Block(code, change)).OkAsync();

    private async Task<string[]> OfficesAsync(string commune, params string[] letters)
    {
        foreach (var office in letters)
            await _city.PostAsJsonAsync("/units", Unit($"{commune}-{office}", $"Đơn vị {office}", "office", commune));
        return [.. letters.Select(l => $"{commune}-{l}")];
    }

    [Fact]
    public async Task Form_CityBlock_IsToldWithHeadDeputyMembersAndYear()
    {
        // LTN-TD-26/IV.1.b: block no. 8, the ward is head.
        var response = await _city.PostKeyedAsync("/emulation-blocks", Block("khoi-8"), "form-8");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var block = await response.JsonAsync();
        Assert.Equal($"/emulation-blocks/{block["id"]}", response.Headers.Location!.ToString());
        Assert.Equal(("city", 1, true), ((string?)block["level"], (int)block["version"]!, (bool)block["active"]!));

        var told = await campaigns.PublishedAsync<EmulationBlockFormed>(e => e.Code == "khoi-8");
        Assert.Equal((1, 8, "10532", "10549", EmulationBlockLevel.City, true), (told.Version, told.Number, told.HeadUnitCode, told.DeputyUnitCode, told.Level, told.Active));
        Assert.Equal([("10532", "Phường Lê Thanh Nghị"), ("10549", "Phường Chu Văn An"), ("11413", "Phường Hải An"), ("31-SNV", "Sở Nội vụ")], told.Members.Select(m => (m.Code, m.Name)));
        Assert.Equal(new EmulationPeriod { Kind = EmulationPeriodKind.CalendarYear, Year = 2026, From = new(2026, 1, 1), To = new(2026, 12, 31) }, told.Period);

        var again = await _city.PostKeyedAsync("/emulation-blocks", Block("khoi-8"), "form-8");
        Assert.Equal((string?)block["id"], (string?)(await again.JsonAsync())["id"]);
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-8"))).ProblemAsync(409, "CAM-0041");
        // The block of the same number in another year is another block.
        var next = await FormAsync("khoi-8", b => b["year"] = 2027);
        Assert.NotEqual((string?)block["id"], (string?)next["id"]);
    }

    [Fact]
    public async Task Form_CommunesOwnBlockOfASchoolYear_TakesItsOfficesAndOutsideBodies()
    {
        // LTN-TD-26/IV.1.c–d: the ward's own blocks 3, 4, 5 in education compete by school year.
        var schools = await OfficesAsync("10532", "MN1", "TH1");
        var ward = campaigns.As("10532");
        var body = Block("khoi-3", b =>
        {
            (b["ownerUnitCode"], b["number"], b["name"], b["periodKind"], b["year"], b["from"], b["to"]) = ("10532", 3, "Khối thi đua số 3", "schoolYear", 2025, "2025-09-05", "2026-05-31");
            (b["headUnitCode"], b["deputyUnitCode"]) = (schools[0], schools[1]);
            var members = Members(schools);
            members.Add((JsonNode)Outside("thpt-hong-quang", "Trường THPT Hồng Quang"));
            b["members"] = members;
        });
        var block = await ward.PostAsJsonAsync("/emulation-blocks", body).OkAsync();
        Assert.Equal(("ward", "schoolYear", 2025, "2026-05-31"), ((string?)block["level"], (string?)block["period"]!["kind"], (int)block["period"]!["year"]!, (string?)block["period"]!["to"]));
        var told = await campaigns.PublishedAsync<EmulationBlockFormed>(e => e.BlockId == Guid.Parse((string)block["id"]!));
        Assert.Equal([false, false, true], told.Members.Select(m => m.Outside));
        Assert.Equal("Trường THPT Hồng Quang", told.Members[2].Name);

        // The same code in another commune, and in the calendar year, is no clash.
        var other = await OfficesAsync("11413", "MN1", "TH1");
        await campaigns.As("11413").PostAsJsonAsync("/emulation-blocks", Block("khoi-3", b =>
            (b["ownerUnitCode"], b["headUnitCode"], b["deputyUnitCode"], b["members"]) = ("11413", other[0], other[1], Members(other)))).OkAsync();
        await (await ward.PostAsJsonAsync("/emulation-blocks", Block("khoi-3", b =>
            (b["ownerUnitCode"], b["headUnitCode"], b["deputyUnitCode"], b["members"]) = ("10532", other[0], other[1], Members(other))))).ProblemAsync(400, "CAM-0040");
    }

    [Theory]
    [InlineData("head and deputy are one", "/deputyUnitCode")]
    [InlineData("head is no member", "/headUnitCode")]
    [InlineData("deputy is outside", "/deputyUnitCode")]
    [InlineData("member twice", "/members/4/code")]
    [InlineData("office in a city block", "/members/4/code")]
    [InlineData("the owner itself", "/members/4/code")]
    [InlineData("name of a registered unit", "/members/0/name")]
    [InlineData("outside body without a name", "/members/4/name")]
    [InlineData("outside body in capitals", "/members/4/code")]
    [InlineData("owner is a department", "/ownerUnitCode")]
    [InlineData("calendar year begins late", "/from")]
    [InlineData("calendar year of another year", "/to")]
    [InlineData("school year without days", "/from")]
    [InlineData("school year of another year", "/from")]
    [InlineData("school year too long", "/to")]
    [InlineData("code in capitals", "/code")]
    public async Task Form_ThatDoesNotFit_IsRefusedWithAPointer(string fault, string pointer)
    {
        var body = Block("khoi-sai", b =>
        {
            var members = b["members"]!.AsArray();
            switch (fault)
            {
                case "head and deputy are one": b["deputyUnitCode"] = "10532"; break;
                case "head is no member": b["headUnitCode"] = "11914"; break;
                case "deputy is outside": members.Add((JsonNode)Outside("dai-hoc", "Trường Đại học")); b["deputyUnitCode"] = "dai-hoc"; break;
                case "member twice": members.Add((JsonNode)new JsonObject { ["code"] = "10532" }); break;
                case "office in a city block": members.Add((JsonNode)new JsonObject { ["code"] = "10532-VHXH" }); break;
                case "the owner itself": members.Add((JsonNode)new JsonObject { ["code"] = "31" }); break;
                case "name of a registered unit": members[0]!["name"] = "Phường khác"; break;
                case "outside body without a name": members.Add((JsonNode)Outside("dai-hoc", null)); break;
                case "outside body in capitals": members.Add((JsonNode)Outside("Dai-Hoc", "Trường Đại học")); break;
                case "owner is a department": b["ownerUnitCode"] = "31-SNV"; break;
                case "calendar year begins late": b["from"] = "2026-02-01"; break;
                case "calendar year of another year": b["to"] = "2027-12-31"; break;
                case "school year without days": b["periodKind"] = "schoolYear"; break;
                case "school year of another year": (b["periodKind"], b["from"], b["to"]) = ("schoolYear", "2025-09-05", "2027-05-31"); break;
                case "school year too long": (b["periodKind"], b["from"], b["to"]) = ("schoolYear", "2026-09-01", "2027-09-01"); break;
                case "code in capitals": b["code"] = "Khoi-8"; break;
            }
        });
        var problem = await (await _city.PostAsJsonAsync("/emulation-blocks", body)).ProblemAsync(400, "CAM-0040");
        Assert.Contains(pointer, problem["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
    }

    [Fact]
    public async Task Form_UnknownInactiveOrNullMembers_AreRefused()
    {
        var problem = await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["members"] = Members("10532", "10549", "99999")))).ProblemAsync(400, "CAM-0044");
        Assert.Equal("/members/2/code", (string?)problem["errors"]![0]!["pointer"]);
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["ownerUnitCode"] = "99999"))).ProblemAsync(400, "CAM-0020");
        var holes = await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["members"]!.AsArray()[1] = null))).ProblemAsync(400);
        Assert.Equal("/members", (string?)holes["errors"]![0]!["pointer"]);
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["members"] = new JsonArray(new JsonObject { ["code"] = null }, new JsonObject { ["code"] = "10549" })))).ProblemAsync(400);
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["members"] = null))).ProblemAsync(400);
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["members"] = Members("10532")))).ProblemAsync(400);
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-la", b => b["number"] = 0))).ProblemAsync(400);

        await _city.PostAsJsonAsync("/units", Unit("10600", "Phường Cũ", "ward", "31", "phuong")).OkAsync();
        var block = await FormAsync("khoi-cu", b => b["members"] = Members("10532", "10549", "10600"));
        await _city.PutAsJsonAsync("/units/10600", new { name = "Phường Cũ", kind = "ward", rankingBlock = "phuong", active = false, reason = "Sáp nhập" }).OkAsync();
        await (await _city.PostAsJsonAsync("/emulation-blocks", Block("khoi-moi", b => b["members"] = Members("10532", "10549", "10600")))).ProblemAsync(409, "CAM-0045");
        // Who was a member already may stay to the end of the year.
        await _city.PutAsJsonAsync($"/emulation-blocks/{block["id"]}", Change("Thêm thành viên", b => b["members"] = Members("10532", "10549", "10600", "11413"))).OkAsync();
        Assert.Empty((await _city.GetAsync("/emulation-blocks?member=99999").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Change_ByTwoAtOnce_LetsOneWinAndKeepsHistory()
    {
        var block = await FormAsync("khoi-doi");
        var path = $"/emulation-blocks/{block["id"]}";
        async Task<HttpResponseMessage> Put(JsonObject body, int version)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body) };
            request.Headers.IfMatch.Add(new($"\"{version}\""));
            return await _city.SendAsync(request);
        }
        var changed = await Put(Change("Đổi khối phó", b => b["deputyUnitCode"] = "11413"), 1);
        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);
        await (await Put(Change("Đổi khối phó", b => b["deputyUnitCode"] = "31-SNV"), 1)).ProblemAsync(412, "EMU-0008");
        await (await Put(Change("Không đổi gì", b => b["deputyUnitCode"] = "11413"), 2)).ProblemAsync(409, "CAM-0043");
        await (await Put(Change(" "), 2)).ProblemAsync(400, "EMU-0001");
        Assert.Equal((2, "11413", "Đổi khối phó"), Told(await campaigns.PublishedAsync<EmulationBlockFormed>(e => e.Code == "khoi-doi" && e.Version == 2)));

        var racing = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Put(Change($"Lần {i}", b => (b["deputyUnitCode"], b["name"]) = ("11413", $"Khối {i}")), 2)));
        Assert.Single(racing, r => r.StatusCode == HttpStatusCode.OK);
        foreach (var late in racing.Where(r => r.StatusCode != HttpStatusCode.OK))
            await late.ProblemAsync(412, "EMU-0008");

        await _city.PostAsJsonAsync($"{path}/dissolve", new { reason = "Sắp xếp lại các khối" }).OkAsync();
        await (await _city.PostAsJsonAsync($"{path}/dissolve", new { reason = "Lần nữa" })).ProblemAsync(409, "CAM-0042");
        await (await Put(Change("Muộn"), 4)).ProblemAsync(409, "CAM-0042");
        Assert.False((await campaigns.PublishedAsync<EmulationBlockFormed>(e => e.Code == "khoi-doi" && e.Version == 4)).Active);
        var history = (await _city.GetAsync($"{path}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["formed", "changed", "changed", "dissolved"], history.Select(h => (string?)h!["action"]));
        Assert.Equal(("10549", "11413", "Đổi khối phó", "test-31"), ((string?)history[1]!["before"]!["deputyUnitCode"], (string?)history[1]!["after"]!["deputyUnitCode"], (string?)history[1]!["reason"], (string?)history[1]!["actedBy"]));
        Assert.Null(history[0]!["before"]);
    }

    private static (int, string, string?) Told(EmulationBlockFormed e) => (e.Version, e.DeputyUnitCode, e.Reason);

    [Fact]
    public async Task Blocks_AreSeenByTheirOwnerAndMembers_AndByNobodyElse()
    {
        var offices = await OfficesAsync("10549", "A1", "A2");
        var ofCity = (string)(await FormAsync("khoi-thay", b => (b["year"], b["members"]) = (2030, Members("10532", "10549"))))["id"]!;
        var ofWard = (string)(await campaigns.As("10549").PostAsJsonAsync("/emulation-blocks", Block("khoi-thay", b =>
            (b["year"], b["ownerUnitCode"], b["headUnitCode"], b["deputyUnitCode"], b["members"]) = (2030, "10549", offices[0], offices[1], Members(offices)))).OkAsync())["id"]!;
        foreach (var (unit, sees) in new[]
        {
            ("31", new[] { ofCity, ofWard }), ("10532", [ofCity]), ("10549", [ofCity, ofWard]), ("10549-A1", [ofWard]),
            ("10532-VHXH", Array.Empty<string>()), ("11413", []), ("1054", []), ("", []),
        })
        {
            var client = campaigns.As(unit, Policies.CampaignsRead);
            foreach (var id in new[] { ofCity, ofWard })
                foreach (var path in new[] { $"/emulation-blocks/{id}", $"/emulation-blocks/{id}/history" })
                    if (sees.Contains(id))
                        await client.GetAsync(path).OkAsync();
                    else
                        await (await client.GetAsync(path)).ProblemAsync(404, "EMU-0005");
            Assert.Equal(sees.Order(), (await client.GetAsync("/emulation-blocks?year=2030").OkAsync())["items"]!.AsArray().Select(b => (string)b!["id"]!).Order());
        }
        async Task<string[]> Ids(string query) => [.. (await _city.GetAsync($"/emulation-blocks?year=2030&{query}").OkAsync())["items"]!.AsArray().Select(b => (string)b!["id"]!)];
        Assert.Equal([ofWard], await Ids("owner=10549"));
        Assert.Equal([ofCity], await Ids("member=10549"));
        Assert.Equal([ofWard], await Ids($"member={offices[1]}"));
        Assert.Empty(await Ids("active=false"));
        var page = await _city.GetAsync("/emulation-blocks?year=2030&limit=1").OkAsync();
        Assert.Single(await Ids($"after={page["next"]}"));

        // A member sees the block of the city and does not change it; another unit's block is not there.
        var member = campaigns.As("10532");
        await (await member.PutAsJsonAsync($"/emulation-blocks/{ofCity}", Change("x"))).ProblemAsync(403, "EMU-0004");
        await (await member.PostAsJsonAsync($"/emulation-blocks/{ofCity}/dissolve", new { reason = "x" })).ProblemAsync(403, "EMU-0004");
        await (await member.PutAsJsonAsync($"/emulation-blocks/{ofWard}", Change("x"))).ProblemAsync(404, "EMU-0005");
        await (await member.PostAsJsonAsync("/emulation-blocks", Block("khoi-thay", b => b["ownerUnitCode"] = "10549"))).ProblemAsync(403, "EMU-0004");
        await (await member.PostAsJsonAsync("/emulation-blocks", Block("khoi-thay-2"))).ProblemAsync(403, "EMU-0004");
        await (await campaigns.As("31", Policies.CampaignsRead).PostAsJsonAsync("/emulation-blocks", Block("khoi-thay-2"))).ProblemAsync(403, "EMU-0004");
    }
}
