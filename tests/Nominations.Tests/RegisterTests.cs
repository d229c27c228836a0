using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Documents;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>The award register: written with the decision, filled for years back, searched the Vietnamese way.</summary>
public sealed class RegisterTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    internal static object Past(string name, string achievement, int year, string number, int order = 1, string unit = Ltn, string[]? initiatives = null, string? personCode = null) => new
    {
        kind = "individual", name, personCode, unitCode = unit, awardKind = "form", awardCode = "bang-khen-tp", awardName = "Bằng khen của Chủ tịch UBND thành phố", level = "city", commendation = "campaign",
        year, decisionNumber = number, decisionDate = $"{year}-12-20", decidingUnitName = "Chủ tịch UBND thành phố Hải Phòng", signerName = "Trần Văn Mẫu", order, achievement, initiativeTitles = initiatives ?? [], rewardMoney = 1000000,
    };

    [Fact]
    public async Task Decision_IsEnteredWithOrderAndUnderlyingMerit_AndGetsTheNumberOfTheDocument()
    {
        var scene = await AwardScene.SetAsync(service);
        var (first, second) = (AwardScene.Name(), AwardScene.Name());
        var merit = await scene.MeritAsync(second);
        var a = await scene.ReadyAsync(AwardScene.Ward, first, "Việc thứ nhất");
        var b = await scene.ReadyAsync(AwardScene.Ward, second, "Việc thứ hai", new { meritIds = new[] { merit } });
        var decision = await scene.DecideAsync(a, b).OkAsync();
        var entry = await scene.EntryAsync(Ltn, b);
        Assert.Equal((2, "Giấy khen", "giay-khen", "campaign"), ((int)entry["order"]!, (string?)entry["awardName"], (string?)entry["awardCode"], (string?)entry["commendation"]));
        Assert.Equal(merit, (string?)entry["meritIds"]!.AsArray().Single());
        Assert.Null((string?)entry["decisionNumber"]);
        var used = await service.As(Ltn).GetAsync($"/merits/{merit}").OkAsync();
        Assert.Single(used["awards"]!.AsArray());

        var issued = new DocumentIssued
        {
            DocumentId = Guid.CreateVersion7(), UnitCode = Ltn, Type = "QĐ", Year = 2026, Number = 7, Symbol = "07/QĐ-UBND", Date = new(2026, 11, 22),
            NominationIds = [(Guid)a["id"]!, (Guid)b["id"]!], PdfSha256 = "", OccurredAt = service.Time.Now, ActedBy = "test",
        };
        // A Tờ trình about the same nominations is not the decision.
        await service.DeliverAsync(issued with { Type = "TTr", Symbol = "01/TTr-UBND", DocumentId = Guid.CreateVersion7() }, consumers: 2);
        await service.DeliverAsync(issued, consumers: 2);
        var numbered = await scene.EntryAsync(Ltn, b);
        Assert.Equal(("07/QĐ-UBND", "2026-11-22", $"/documents/{issued.DocumentId}"), ((string?)numbered["decisionNumber"], (string?)numbered["decisionDate"], (string?)numbered["documentUrl"]));
        Assert.Equal("07/QĐ-UBND", (string?)(await service.As(Ltn).GetAsync($"/decisions/{decision["id"]}").OkAsync())["number"]);
        await (await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/number", new { number = "8/QĐ-UBND", date = "2026-11-20" })).ProblemAsync(409, "NOM-0107");
        // Found by its number too, and by the staff who look for it.
        Assert.Contains((string?)numbered["id"], await IdsAsync(Ltn, "07 qd ubnd viec thu hai"));
    }

    [Theory]
    [InlineData("Nguyễn Thị Hòa")]
    [InlineData("nguyen thi hoa")]
    [InlineData("HOÀ nguyễn")]
    [InlineData("hoa ngu")]
    [InlineData("đường hoà")]
    [InlineData("duong HOA 77")]
    public async Task Search_WithOrWithoutMarks_AnyOrder_BeginningsOfWords(string asked)
    {
        var id = await OneAsync("Nguyễn Thị Hoà", "Mở đường dây nóng cải cách hành chính", 2010, "77/QĐ-UBND");
        Assert.Contains(id, await IdsAsync(Ltn, asked));
    }

    [Theory]
    [InlineData("nguyen van hoa")]
    [InlineData("guyen")]
    [InlineData("' | ! & :* (")]
    public async Task Search_OtherWords_FindNothingAndBreakNothing(string asked)
    {
        var id = await OneAsync("Nguyễn Thị Hoà", "Mở đường dây nóng cải cách hành chính", 2011, "78/QĐ-UBND");
        Assert.DoesNotContain(id, await IdsAsync(Ltn, asked));
    }

    [Fact]
    public async Task Search_FiltersPagesAndScope()
    {
        var word = $"tu{Guid.NewGuid():N}"[..10];
        for (var i = 1; i <= 5; i++)
            await OneAsync("Lê Văn Tra", $"Thành tích {word}", 2000 + i, $"{word}-{i}/QĐ");
        var page = await service.As(Ltn).GetAsync($"/register?search={word}&limit=2").OkAsync();
        var years = page["items"]!.AsArray().Select(e => (int)e!["year"]!).ToList();
        while ((string?)page["next"] is { } next)
        {
            page = await service.As(Ltn).GetAsync($"/register?search={word}&limit=2&after={next}").OkAsync();
            years.AddRange(page["items"]!.AsArray().Select(e => (int)e!["year"]!));
        }
        Assert.Equal([2005, 2004, 2003, 2002, 2001], years);
        Assert.Single((await service.As(Ltn).GetAsync($"/register?search={word}&year=2003&award=bang-khen-tp&kind=individual&number={word}-3/QĐ").OkAsync())["items"]!.AsArray());
        Assert.Equal(5, (await IdsAsync(City, word)).Length);
        // Another ward's awards are not its to read, neither listed nor by id.
        Assert.Empty(await IdsAsync(Cva, word));
        await (await service.As(Cva).GetAsync($"/register/{(await IdsAsync(City, word))[0]}")).ProblemAsync(404, "EMU-0005");
        await (await service.As(Ltn).GetAsync("/register?after=khong-phai")).ProblemAsync(400, "EMU-0001");
    }

    [Fact]
    public async Task Import_EachForItself_AgainChangesNothing()
    {
        var (name, number) = (AwardScene.Name(), $"{Guid.NewGuid():N}/QĐ");
        var items = new object?[] { Past(name, "Việc năm xưa", 2007, number), null, Past(name, "Việc khác", 2008, number, unit: Cva), new { kind = "individual" }, Past(name, "Việc tương lai", 2030, number, 2) };
        async Task<JsonArray> SendAsync(params object?[] sent) => (await service.As(Ltn).PostAsJsonAsync("/register/import", new { sourceSystem = "Sổ vàng", items = sent }).OkAsync())["items"]!.AsArray();
        var answers = await SendAsync(items);
        Assert.Equal([201, 400, 403, 400, 400], answers.Select(a => (int)a!["status"]!));
        var again = await SendAsync(items[0]);
        Assert.Equal((200, (string?)answers[0]!["id"]), ((int)again[0]!["status"]!, (string?)again[0]!["id"]));
        // The same number, date and place cannot be another award.
        Assert.Equal(409, (int)(await SendAsync(Past(name, "Việc đã bị sửa", 2007, number)))[0]!["status"]!);
        Assert.Equal([200, 201], (await SendAsync(items[0], Past(name, "Người thứ hai", 2007, number, 2))).Select(a => (int)a!["status"]!));
        Assert.Equal(2, (await IdsAsync(Ltn, name)).Length);
    }

    [Theory]
    [InlineData("merits", """{"nomineeKind":"individual","name":"A","unitCode":"10532","kind":"duty","title":"x","description":"x","from":"0001-01-01","to":"2026-06-30"}""", "/from")]
    [InlineData("merits", """{"nomineeKind":"individual","name":"A","unitCode":"10532","kind":"duty","title":"x","description":"x","from":"2026-01-01","to":"9999-12-31"}""", "/to")]
    [InlineData("merits", """{"nomineeKind":"individual","name":"\u200B\u00AD","unitCode":"10532","kind":"duty","title":"x","description":"x","from":"2026-01-01","to":"2026-06-30"}""", "/name")]
    [InlineData("initiatives/{0}/recognise", """{"by":"wardCommittee","decisionNumber":"1/QĐ","decisionDate":"1944-12-31","applied":true,"replicable":true}""", "/decisionDate")]
    [InlineData("decisions/{0}/number", """{"number":"1/QĐ","date":"0001-01-01"}""", "/date")]
    [InlineData("decisions/{0}/revoke", """{"reason":"x","legalBasis":"x","decisionNumber":"1/QĐ","decisionDate":"2201-01-01"}""", "/decisionDate")]
    public async Task Field_ThatCannotBeMeant_IsNamed(string path, string body, string pointer)
    {
        var response = await service.As(Ltn).PostAsJsonAsync("/" + path.Replace("{0}", Guid.NewGuid().ToString(), StringComparison.Ordinal), JsonNode.Parse(body));
        Assert.Equal(pointer, (string?)(await response.ProblemAsync(400, "EMU-0001"))["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Import_DayThatCannotBeMeant_IsNamedInItsItem()
    {
        var line = JsonSerializer.SerializeToNode(Past(AwardScene.Name(), "Việc năm xưa", 2007, "1/QĐ"))!;
        line["decisionDate"] = "0001-01-01";
        var answer = (await service.As(Ltn).PostAsJsonAsync("/register/import", new { sourceSystem = "Sổ vàng", items = new[] { line } }).OkAsync())["items"]![0]!;
        Assert.Equal((400, "/decisionDate"), ((int)answer["status"]!, (string?)answer["problem"]!["errors"]![0]!["pointer"]));
    }

    [Fact]
    public async Task Import_TwoWardsUnderOneGenericName_BothStand()
    {
        var number = $"{Guid.NewGuid():N}/QĐ";
        JsonNode Line(string unit, string level, string? decider = null)
        {
            var line = JsonSerializer.SerializeToNode(Past(AwardScene.Name(), "Việc năm xưa", 2007, number, unit: unit))!;
            (line["level"], line["decidingUnitName"], line["decidingUnitCode"]) = (level, "UBND phường", decider);
            return line;
        }
        async Task<List<int>> SendAsync(string caller, params JsonNode[] items) =>
            [.. (await service.As(caller).PostAsJsonAsync("/register/import", new { sourceSystem = "Sổ vàng", items }).OkAsync())["items"]!.AsArray().Select(a => (int)a!["status"]!)];
        var (first, second) = (Line(Ltn, "ward"), Line(Cva, "ward"));
        Assert.Equal([201], await SendAsync(Ltn, first));
        Assert.Equal([201], await SendAsync(Cva, second));
        // Whoever sends them again, and whether the deciding unit is named or follows from the nominee.
        Assert.Equal([200, 200, 409], await SendAsync(City, first, second, Line(Ltn, "ward", Ltn)));
        Assert.Equal([201, 409, 400], await SendAsync(City, Line(Ltn, "city"), Line(Cva, "city"), Line(Ltn, "ward", "31-KHONG-CO")));
    }

    [Fact]
    public async Task Import_TheSampleBooks_AllAreEntered()
    {
        var books = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "register", "past-awards.json")))!;
        var answers = (await service.As(City).PostAsJsonAsync("/register/import", books).OkAsync())["items"]!.AsArray();
        Assert.True(answers.Count > 30);
        Assert.All(answers, a => Assert.True((int)a!["status"]! == 201, a.ToJsonString()));
        Assert.NotEmpty(await IdsAsync(HaiAn, "au van hoa"));
    }

    [Fact]
    public async Task Uses_TellWhatMayNotBeUsedAgain()
    {
        var (name, code) = (AwardScene.Name(), $"CB{Guid.NewGuid():N}"[..12].ToUpperInvariant());
        await OneAsync(name, "Sắp xếp lại kho lưu trữ", 2015, $"{Guid.NewGuid():N}/QĐ", ["Mã vạch hồ sơ"], code);
        var own = await service.As(Ltn).GetAsync($"/register/uses?nominee={Uri.EscapeDataString(name.ToUpperInvariant())}&unitCode={Ltn}").OkAsync();
        Assert.Equal("Sắp xếp lại kho lưu trữ", (string?)own["items"]!.AsArray().Single()!["achievement"]);
        Assert.Equal("Mã vạch hồ sơ", (string?)own["items"]![0]!["initiativeTitles"]!.AsArray().Single());
        // Another ward learns by the staff code that there was an award, and of which year; nothing else.
        var elsewhere = await service.As(Cva).GetAsync($"/register/uses?personCode={code.ToLowerInvariant()}").OkAsync();
        Assert.Equal(2015, (int)elsewhere["items"]!.AsArray().Single()!["award"]!["year"]!);
        Assert.DoesNotContain("lưu trữ", elsewhere.ToJsonString());
        await (await service.As(Cva).GetAsync($"/register/uses?nominee=x&unitCode={Ltn}")).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).GetAsync("/register/uses")).ProblemAsync(400, "EMU-0001");
    }

    [Fact]
    public async Task Imported_InitiativeOfAnOldAward_IsUsedUp()
    {
        var (scene, title) = (await AwardScene.SetAsync(service), $"Thẻ hẹn {Guid.NewGuid():N}");
        await OneAsync(AwardScene.Name(), "Làm thẻ hẹn trả kết quả", 2012, $"{Guid.NewGuid():N}/QĐ", [title]);
        var nomination = await scene.SubmitAsync(AwardScene.Ward, AwardScene.Name(), "Dùng lại thẻ hẹn", new { initiativeIds = new[] { await scene.InitiativeAsync(title) } });
        await (await scene.DecideAsync(nomination)).ProblemAsync(409, "NOM-0101");
    }

    private async Task<string?> OneAsync(string name, string achievement, int year, string number, string[]? initiatives = null, string? personCode = null)
    {
        var answer = await service.As(Ltn).PostAsJsonAsync("/register/import", new { sourceSystem = "Sổ vàng", items = new[] { Past(name, achievement, year, number, initiatives: initiatives, personCode: personCode) } }).OkAsync();
        return (string?)answer["items"]![0]!["id"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    private async Task<string?[]> IdsAsync(string caller, string search) =>
        [.. (await service.As(caller).GetAsync($"/register?search={Uri.EscapeDataString(search)}&limit=200").OkAsync())["items"]!.AsArray().Select(e => (string?)e!["id"])];
}
