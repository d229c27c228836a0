using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>Ward 10532 with four offices, one of them the standing section, and a campaign in which everybody owes something.</summary>
internal static class DutiesWard
{
    public const string Section = "10532-VHXH";

    public static readonly string[] OfficeScopes = [Policies.CampaignsRead, Policies.ReportsWrite];

    private const string Reports = """
        [{"key":"nam","clause":"CH-26-30/IV.1.2","text":"Báo cáo năm.","schedule":"yearly","before":{"month":11,"day":20},"owes":{"who":"offices"},"through":"Phòng Văn hóa - Xã hội","throughUnitCode":"10532-VHXH"},
         {"key":"cuoi-nam","clause":"CVA-26/IV.1","text":"Tổng kết cùng điểm tự chấm.","schedule":"yearly","owes":{"who":"units","units":["10532-KT"]},"withIndexResult":true},
         {"key":"thanh-pho","clause":"LTN-TD-26/IV.4.c","text":"Tổng kết của phường.","schedule":"yearly","owes":{"who":"launchingUnit"},"receiver":"UBND thành phố","receiverUnitCode":"31","through":"Ban TĐKT thành phố"},
         {"key":"dinh-ky","clause":"LTN-26-30/IV.2.2","text":"Báo cáo định kỳ.","schedule":"unset","owes":{"who":"standingSection"}}]
        """;

    private const string Tasks = """
        [{"key":"ke-hoach","clause":"LTN-TD-26/IV.1.a","text":"Ban hành kế hoạch.","quarter":1,"documentType":"KH"},
         {"key":"chuyen-de","clause":"LTN-TD-26/IV.1.đ","text":"Chuyên đề, nếu có.","quarter":1,"conditional":true},
         {"key":"hoi-nghi","clause":"LTN-TD-26/IV.4.g","text":"Hội nghị khối.","quarter":4,"period":"year","before":{"month":2,"day":1,"yearsAfter":1},"conference":"finalReview"}]
        """;

    private const string Roles = """
        [{"key":"rieng","clause":"CVA-26/V.2.1","unit":"Các phòng","text":"Lập kế hoạch riêng.","owes":{"who":"offices"},"ownPlan":true},
         {"key":"thuong-truc","clause":"LTN-TD-26/V.2.1","unit":"Phòng Văn hóa - Xã hội","text":"Chủ trì tham mưu.","owes":{"who":"standingSection"}},
         {"key":"don-vi","clause":"LTN-TD-26/V.2b.2","unit":"Các đơn vị","text":"Thực hiện và đề xuất khen.","owes":{"who":"offices"}},
         {"key":"mat-tran","clause":"LTN-26-30/IV.5","unit":"Mặt trận","text":"Vận động.","asked":true}]
        """;

    public static async Task<Guid> LaunchDutiesAsync(this CampaignsFixture campaigns, string code, Action<JsonObject>? change = null)
    {
        object[] offices = [.. new[] { "VP", "KT", "HCC" }.Select(o => CampaignsFixture.Unit($"10532-{o}", $"Phòng {o}", "office", "10532")), CampaignsFixture.Unit("10549-KT", "Phòng KT", "office", "10549")];
        await campaigns.City.PostAsJsonAsync("/units/batch", new { items = offices }).OkAsync();
        campaigns.Time.Now = new(2026, 1, 10, 2, 0, 0, TimeSpan.Zero);
        var launched = await campaigns.LaunchAsync(code, change: p =>
        {
            p["toYear"] = 2027;
            p.Put("/scheme/categories", "[]");
            p.Put("/reports", Reports);
            p.Put("/tasks", Tasks);
            p.Put("/roles", Roles);
            p["standingUnitCode"] = Section;
            change?.Invoke(p);
        });
        return (Guid)launched["id"]!;
    }

    public static HttpClient Office(this CampaignsFixture campaigns, string unit) => campaigns.As(unit, OfficeScopes);

    public static object Report(Guid campaign, string key = "nam", string period = "2026", string? lateReason = null, decimal? selfScore = null, Guid[]? files = null, string? unitCode = null) =>
        new { campaignId = campaign, key, period, unitCode, text = "Đã làm đủ.", figures = new[] { new { name = "Hồ sơ đúng hạn", value = 98.5m, unit = "%" } }, files = files ?? [], lateReason, selfScore };

    public static async Task<Guid> FileAsync(this HttpClient client, string text, string? name = "ke-hoach.pdf", string query = "")
    {
        using var content = new ByteArrayContent([.. "%PDF-1.7 "u8, .. System.Text.Encoding.UTF8.GetBytes(text)]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return (Guid)(await client.PostAsync($"/report-files?name={name}{query}", content).OkAsync())["id"]!;
    }

    public static string[] Of(this JsonNode answer, string member) => [.. answer["items"]!.AsArray().Select(i => (string)i![member]!)];
}
