using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Data;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>The service with a small register: the city, a department, three wards, a zone, an office.</summary>
public sealed class CampaignsFixture() : ServiceFixture<Program, CampaignsDbContext>("campaigns", o => new CampaignsDbContext(o))
{
    public HttpClient City => As(Auth.CityUnit);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var answer = await City.PostAsJsonAsync("/units/batch", new { items = Register }).OkAsync();
        Assert.Equal(Register.Length, (int)answer["created"]!);
    }

    public static object[] Register { get; } =
    [
        // On purpose not in the order of the tree.
        Unit("10532-VHXH", "Phòng Văn hóa - Xã hội", "office", "10532"),
        Unit("10532", "Phường Lê Thanh Nghị", "ward", "31", "phuong", inFull: true),
        Unit("10549", "Phường Chu Văn An", "ward", "31", "phuong", inFull: true),
        Unit("11413", "Phường Hải An", "ward", "31", "phuong"),
        Unit("11914", "Đặc khu Cát Hải", "specialZone", "31", "xa-dac-khu"),
        Unit("31-SNV", "Sở Nội vụ", "department", "31", "so-nganh"),
        Unit("31", "Thành phố Hải Phòng", "city", null),
    ];

    public static object Unit(string code, string name, string kind, string? parent, string? block = null, bool inFull = false) =>
        new { code, name, kind, parentCode = parent, rankingBlock = block, placeNameInFull = inFull };

    public async Task<JsonNode> DraftAsync(string code, string unitCode = "10532", Action<JsonObject>? change = null) =>
        await City.PostAsJsonAsync("/campaigns", Plans.Of(code, unitCode, change)).OkAsync();

    public async Task<JsonNode> LaunchAsync(string code, string unitCode = "10532", Action<JsonObject>? change = null)
    {
        var draft = await DraftAsync(code, unitCode, change);
        return await City.PostAsync($"/campaigns/{draft["id"]}/launch", null).OkAsync();
    }
}
