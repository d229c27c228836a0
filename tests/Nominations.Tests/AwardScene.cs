using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>A campaign with every kind of category, and the steps to an award in it; each test has a nominee of its own.</summary>
internal sealed class AwardScene(NominationsFixture service, string code)
{
    private static int _numbers;

    public const string Ward = "ward", City = "city", Title = "title", NextTitle = "next-title", Merit = "merit", Unplanned = "unplanned", Collective = "collective", Service = "service";

    private static readonly Award Certificate = new() { Kind = AwardKind.Form, Code = "giay-khen", Name = "Giấy khen" };

    public static async Task<AwardScene> SetAsync(NominationsFixture service, string unit = Ltn)
    {
        var code = $"SKT-{Interlocked.Increment(ref _numbers)}";
        var plan = Plans.Plan(code, unit, "Phường Lê Thanh Nghị",
            Person(Ward, Certificate, AwardLevel.Ward),
            Person(City, Certificate with { Code = "bang-khen-tp", Name = "Bằng khen" }, AwardLevel.City),
            Person(Title, new() { Kind = AwardKind.Title, Code = "cstd-cs", Name = "Chiến sĩ thi đua cơ sở" }, AwardLevel.Ward),
            Person(NextTitle, new() { Kind = AwardKind.Title, Code = "cstd-tp", Name = "Chiến sĩ thi đua thành phố" }, AwardLevel.City),
            Person(Merit, Certificate with { Code = "bang-khen-tp", Name = "Bằng khen" }, AwardLevel.City) with { Commendation = Commendation.Merit },
            Person(Unplanned, Certificate, AwardLevel.Ward) with { Cadence = Cadence.Unplanned, Council = new CouncilRule { Clause = "CH-26-30/III.3.a.2" } },
            Person(Collective, Certificate, AwardLevel.Ward) with { Recipient = Recipient.Collective },
            Person(Service, Certificate, AwardLevel.Ward) with
            {
                Standard = new() { Canonical = new DirectService { Clause = "LTN-26-30/III.2.b.i0", Text = "Từ 03 năm", YearsAtLeast = 3, FromYear = 2026, ToYear = 2030 } },
            });
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        return new(service, code);
    }

    private static AwardCategory Person(string key, Award award, AwardLevel level) =>
        Plans.Category(key, "CH-26-30/III.1.b.2", Cadence.Yearly, Recipient.Individual, award, Plans.Leading("CH-26-30/III.1.b.2"), level: level);

    public static string Name() => $"Đỗ Thị Khen {Interlocked.Increment(ref _numbers)}";

    public object Body(string category, string name, string achievement, object? more = null, int year = 2026, string unit = Ltn, string kind = "individual", string? personCode = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(new
        {
            campaign = code, category, year, achievement, submit = true, nominee = new { kind, name, unitCode = unit, personCode },
            attestations = category == Service ? [] : new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } },
        }))!.AsObject();
        foreach (var (key, value) in more is null ? [] : JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
            body[key] = value?.DeepClone();
        return body;
    }

    public Task<JsonNode> SubmitAsync(string category, string name, string achievement, object? more = null, int year = 2026, string unit = Ltn, string kind = "individual", string? personCode = null) =>
        service.CompletedAsync(service.PostAsync(Ltn, Body(category, name, achievement, more, year, unit, kind, personCode)));

    public Task<HttpResponseMessage> StepAsync(string caller, JsonNode nomination, string step, object? body = null) =>
        service.As(caller).PostAsJsonAsync($"/nominations/{nomination["id"]}/{step}", body ?? new { });

    /// <summary>To where only the decision is missing.</summary>
    public async Task<JsonNode> ReadyAsync(string category, string name, string achievement, object? more = null, int year = 2026, string? personCode = null)
    {
        var nomination = await SubmitAsync(category, name, achievement, more, year, personCode: personCode);
        if ((string?)nomination["level"] == "ward")
            return nomination;
        await StepAsync(Ltn, nomination, "forward").OkAsync();
        return await StepAsync(NominationsFixture.City, nomination, "appraise").OkAsync();
    }

    public Task<HttpResponseMessage> DecideAsync(params JsonNode[] nominations) =>
        service.As((string?)nominations[0]["level"] == "ward" ? Ltn : NominationsFixture.City)
            .PostAsJsonAsync("/decisions", new { nominationIds = nominations.Select(n => n["id"]), signerName = "Trần Văn Mẫu" });

    public async Task<(JsonNode Nomination, JsonNode Decision)> AwardAsync(string category, string name, string achievement, object? more = null, int year = 2026, string? personCode = null)
    {
        var nomination = await ReadyAsync(category, name, achievement, more, year, personCode);
        return (nomination, await DecideAsync(nomination).OkAsync());
    }

    public async Task<string> MeritAsync(string name, string title = "Số hóa toàn bộ kho hồ sơ", string unit = Ltn, string? personCode = null) =>
        (string)(await service.As(Ltn).PostAsJsonAsync("/merits", new
        {
            nomineeKind = "individual", name, personCode, unitCode = unit, kind = "duty", title, description = title, from = "2026-01-01", to = "2026-06-30", evidence = "12/BC-UBND",
        }).OkAsync())["id"]!;

    public async Task<string> InitiativeAsync(string title, params (string Name, int Share)[] authors) =>
        (string)(await service.As(Ltn).PostAsJsonAsync("/initiatives", new
        {
            unitCode = Ltn, title, summary = "Rút ngắn thời gian", authors = authors.Select(a => new { name = a.Name, share = a.Share }),
        }).OkAsync())["id"]!;

    public async Task<JsonNode> EntryAsync(string caller, JsonNode nomination)
    {
        var page = await service.As(caller).GetAsync($"/register?search={Uri.EscapeDataString((string)nomination["nominee"]!["name"]!)}&limit=200").OkAsync();
        return page["items"]!.AsArray().Single(e => (string?)e!["nominationId"] == (string?)nomination["id"])!;
    }

    public static string[] Marks(JsonNode nomination) => [.. nomination["marks"]!.AsArray().Select(m => (string)m!["kind"]!)];
}
