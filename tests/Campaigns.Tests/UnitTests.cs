using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Campaigns.Tests.CampaignsFixture;

namespace Emulation.Campaigns.Tests;

public sealed class UnitTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private readonly HttpClient _city = campaigns.City;

    [Fact]
    public async Task Register_NewUnit_IsPublishedWithVersionOne()
    {
        var response = await _city.PostAsJsonAsync("/units", Unit("10507", "Phường Thành Đông", "ward", "31", "phuong", inFull: true));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/units/10507", response.Headers.Location!.ToString());
        var published = await campaigns.PublishedAsync<UnitRegistered>(u => u.UnitCode == "10507");
        Assert.Equal(1, published.Version);
        Assert.Equal(UnitKind.Ward, published.Kind);
        Assert.Equal("phuong", published.RankingBlock);
        Assert.True(published.PlaceNameInFull);
        Assert.True(published.Active);
    }

    [Fact]
    public async Task Register_SameAgain_IsAnsweredWithoutASecondEvent()
    {
        var unit = Unit("10525", "Phường Hải Dương", "ward", "31", "phuong");
        await _city.PostAsJsonAsync("/units", unit).OkAsync();

        var again = await _city.PostAsJsonAsync("/units", unit);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await (await _city.PostAsJsonAsync("/units", Unit("10525", "Phường Khác", "ward", "31", "phuong"))).ProblemAsync(409, "CAM-0002");
        Assert.Equal(1, await campaigns.WithDb(db => db.AuditEntries.CountAsync(e => e.AggregateId == "10525")));
    }

    [Theory]
    [InlineData("10532-X1", "Phòng", "office", "99999", 400, "CAM-0001")]
    [InlineData("99999-X1", "Phòng", "office", "99999", 400, "CAM-0003")]
    [InlineData("31-SNV-P1", "Chi cục", "department", "31-SNV", 400, "CAM-0001")]
    [InlineData("12345", "", "ward", "31", 400, "CAM-0001")]
    [InlineData("31", "Thành phố khác", "city", null, 409, "CAM-0002")]
    public async Task Register_ThatDoesNotFit_IsRefused(string code, string name, string kind, string? parent, int status, string problem) =>
        await (await _city.PostAsJsonAsync("/units", Unit(code, name, kind, parent))).ProblemAsync(status, problem);

    [Fact]
    public async Task Register_OutOfScopeOrWithoutTheRight_IsForbidden()
    {
        await (await campaigns.As("10549").PostAsJsonAsync("/units", Unit("10532-KT", "Phòng Kinh tế", "office", "10532"))).ProblemAsync(403, "EMU-0004");
        await (await campaigns.As("10549", Policies.UnitsRead).PostAsJsonAsync("/units", Unit("10549-KT", "Phòng Kinh tế", "office", "10549"))).ProblemAsync(403, "EMU-0004");
        await (await campaigns.CreateClient().GetAsync("/units")).ProblemAsync(401, "EMU-0003");
    }

    [Fact]
    public async Task Batch_OneBadItem_SpoilsNoOther()
    {
        var answer = await _city.PostAsJsonAsync("/units/batch", new
        {
            items = new object?[]
            {
                Unit("10537-VP", "Văn phòng", "office", "10537"),
                Unit("10537", "Phường Tân Hưng", "ward", "31", "phuong"),
                Unit("1053", "Phường Sai Mã", "ward", "31"),
                Unit("31", "Thành phố Hải Phòng", "city", null),
                null,
                Unit("77777-VP", "Văn phòng mồ côi", "office", "77777"),
            },
        }).OkAsync();

        Assert.Equal(["created", "created", "refused", "unchanged", "refused", "refused"], answer["items"]!.AsArray().Select(i => (string?)i!["outcome"]));
        Assert.Equal("/items/2/code", (string?)answer["items"]![2]!["problem"]!["errors"]![0]!["pointer"]);
        Assert.Equal("CAM-0003", (string?)answer["items"]![5]!["problem"]!["code"]);
        Assert.Equal(2, (int)answer["created"]!);
        await campaigns.PublishedAsync<UnitRegistered>(u => u.UnitCode == "10537-VP");
    }

    [Fact]
    public async Task Batch_SameKeyAgain_GivesFirstAnswer()
    {
        var body = new { items = new[] { Unit("10543", "Phường Việt Hoà", "ward", "31", "phuong") } };
        var first = await _city.PostKeyedAsync("/units/batch", body, "register-1");
        var again = await _city.PostKeyedAsync("/units/batch", body, "register-1");

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
        await (await _city.PostKeyedAsync("/units/batch", new { items = new[] { Unit("10546", "Phường Chí Linh", "ward", "31", "phuong") } }, "register-1")).ProblemAsync(422, "EMU-0011");
    }

    [Fact]
    public async Task Change_NewName_KeepsTheOldOneAndIsPublished()
    {
        await _city.PostAsJsonAsync("/units", Unit("10552", "Phường Nguyễn Trãi", "ward", "31", "phuong")).OkAsync();

        var changed = await _city.PutAsJsonAsync("/units/10552", new { name = "Phường Ức Trai", kind = "ward", rankingBlock = "xa-dac-khu", reason = "Nghị quyết đổi tên" });

        Assert.Equal("\"2\"", changed.Headers.ETag!.ToString());
        var published = await campaigns.PublishedAsync<UnitRegistered>(u => u is { UnitCode: "10552", Version: 2 });
        Assert.Equal("Phường Ức Trai", published.Name);
        Assert.Equal("xa-dac-khu", published.RankingBlock);
        var unit = await _city.GetAsync("/units/10552").OkAsync();
        Assert.Equal("Phường Nguyễn Trãi", (string?)unit["history"]![0]!["name"]);
        Assert.Equal("Nghị quyết đổi tên", (string?)unit["history"]![0]!["reason"]);
        // The old name still finds it.
        Assert.Contains("10552", await CodesAsync("/units?q=nguyen trai"));
    }

    [Fact]
    public async Task Change_StaleVersion_IsRefused()
    {
        await _city.PostAsJsonAsync("/units", Unit("10570", "Phường Trần Hưng Đạo", "ward", "31", "phuong")).OkAsync();
        var request = new HttpRequestMessage(HttpMethod.Put, "/units/10570") { Content = JsonContent.Create(new { name = "Khác", kind = "ward", reason = "thử" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"7\"");

        var problem = await (await _city.SendAsync(request)).ProblemAsync(412, "EMU-0008");

        Assert.Equal(1, (int)problem["currentVersion"]!);
    }

    [Fact]
    public async Task Change_MergedUnit_FollowsTheRules()
    {
        await _city.PostAsJsonAsync("/units/batch", new { items = new[] { Unit("10573", "Phường Trần Nhân Tông", "ward", "31", "phuong"), Unit("10573-VP", "Văn phòng", "office", "10573"), Unit("10603", "Phường Lê Đại Hành", "ward", "31", "phuong") } }).OkAsync();
        object Merge(string? into) => new { name = "Phường Trần Nhân Tông", kind = "ward", rankingBlock = "phuong", active = false, mergedInto = into, reason = "Sáp nhập" };

        await (await _city.PutAsJsonAsync("/units/10573", Merge("99999"))).ProblemAsync(400, "CAM-0006");
        await (await _city.PutAsJsonAsync("/units/10573", Merge("10603"))).ProblemAsync(409, "CAM-0005");
        await _city.PutAsJsonAsync("/units/10573-VP", new { name = "Văn phòng", kind = "office", active = false, reason = "Giải thể" }).OkAsync();
        var merged = await _city.PutAsJsonAsync("/units/10573", Merge("10603")).OkAsync();

        Assert.Equal("10603", (string?)merged["mergedInto"]);
        Assert.False((await campaigns.PublishedAsync<UnitRegistered>(u => u is { UnitCode: "10573", Version: 2 })).Active);
        await (await _city.PostAsJsonAsync("/units", Unit("10573-KT", "Phòng Kinh tế", "office", "10573"))).ProblemAsync(409, "CAM-0004");
        await (await _city.PutAsJsonAsync("/units/10573", Merge("10603"))).ProblemAsync(409, "CAM-0007");
        await (await _city.PutAsJsonAsync("/units/31", new { name = "Thành phố Hải Phòng", kind = "city", active = false, reason = "?" })).ProblemAsync(409, "CAM-0005");
    }

    [Fact]
    public async Task List_OrdersByVietnameseNameAndPages()
    {
        await _city.PostAsJsonAsync("/units/batch", new
        {
            items = new[]
            {
                Unit("20001", "Xã Ăn", "commune", "31", "xa-dac-khu"), Unit("20002", "Xã An", "commune", "31", "xa-dac-khu"), Unit("20003", "Xã Đông", "commune", "31", "xa-dac-khu"),
                Unit("20004", "Xã Dương", "commune", "31", "xa-dac-khu"), Unit("20005", "Xã Ân", "commune", "31", "xa-dac-khu"), Unit("20006", "Xã Ê", "commune", "31", "xa-dac-khu"),
            },
        }).OkAsync();

        var names = new List<string>();
        for (string? after = null; ;)
        {
            var page = await _city.GetAsync($"/units?kind=commune&limit=2{(after is null ? "" : $"&after={after}")}").OkAsync();
            names.AddRange(page["items"]!.AsArray().Select(u => (string)u!["name"]!));
            if ((after = (string?)page["next"]) is null)
                break;
        }

        // a ă â … d đ e ê: the order of the Vietnamese alphabet, not of code points.
        Assert.Equal(["Xã An", "Xã Ăn", "Xã Ân", "Xã Dương", "Xã Đông", "Xã Ê"], names);
    }

    [Theory]
    [InlineData("hoa binh")]
    [InlineData("Hoà Bình")]
    [InlineData("Hòa Bình")]
    [InlineData("hòa")]
    [InlineData("11533")]
    public async Task List_Search_FindsWithAndWithoutDiacritics(string q)
    {
        await _city.PostAsJsonAsync("/units", Unit("11533", "Phường Hoà Bình", "ward", "31", "phuong")).OkAsync();

        var found = await CodesAsync($"/units?q={Uri.EscapeDataString(q)}");

        Assert.Contains("11533", found);
        Assert.DoesNotContain("11413", found);
    }

    [Fact]
    public async Task List_SearchForWildcards_FindsNothing() => Assert.Empty(await CodesAsync("/units?q=%25_%25"));

    [Fact]
    public async Task List_Filters_Narrow()
    {
        Assert.Equal(["10532-VHXH"], await CodesAsync("/units?parent=10532"));
        Assert.Equal(["31-SNV"], await CodesAsync("/units?block=so-nganh"));
        Assert.Equal(["31"], await CodesAsync("/units?kind=city"));
        Assert.Equal(["11914"], await CodesAsync("/units?kind=specialZone"));
        await (await _city.GetAsync("/units?after=unknown")).ProblemAsync(400, "CAM-0008");
    }

    [Fact]
    public async Task Get_AnyUnitByAnyUnit_IsOpen()
    {
        var unit = await campaigns.As("11914", Policies.UnitsRead).GetAsync("/units/10532-VHXH").OkAsync();

        Assert.Equal("10532", (string?)unit["parentCode"]);
        await (await _city.GetAsync("/units/10532-XYZ")).ProblemAsync(404, "EMU-0005");
    }

    private async Task<string[]> CodesAsync(string path) =>
        [.. (await _city.GetAsync(path).OkAsync())["items"]!.AsArray().Select(u => (string)u!["code"]!)];
}
