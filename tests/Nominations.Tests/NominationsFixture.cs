using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Scoring;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Nominations.Tests;

/// <summary>The service with the campaign of Lê Thanh Nghị, one of the city and one of Cát Hải, and a handful of units.</summary>
public sealed class NominationsFixture() : ServiceFixture<Program, NominationsDbContext>("nominations", o => new NominationsDbContext(o))
{
    private static int _names;

    public const string City = "31", Ltn = "10532", Office = "10532-VHXH", Cva = "10549", CatHai = "11914", HaiAn = "11413";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await UnitAsync(City, "Thành phố Hải Phòng", UnitKind.City, null, null);
        await UnitAsync(Ltn, "Phường Lê Thanh Nghị", UnitKind.Ward, City, "phuong");
        await UnitAsync(Office, "Phòng Văn hóa - Xã hội", UnitKind.Office, Ltn, null);
        await UnitAsync(Cva, "Phường Chu Văn An", UnitKind.Ward, City, "phuong");
        await UnitAsync(HaiAn, "Phường Hải An", UnitKind.Ward, City, "phuong");
        await UnitAsync(CatHai, "Đặc khu Cát Hải", UnitKind.SpecialZone, City, "xa-dac-khu");
        foreach (var plan in new[] { Plans.LeThanhNghi(), Plans.CatHai(), Plans.OfTheCity() })
            await DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = Time.Now, ActedBy = "test" });
    }

    public Task UnitAsync(string code, string name, UnitKind kind, string? parent, string? block, int version = 1) => DeliverAsync(new UnitRegistered
    {
        UnitCode = code, Name = name, Kind = kind, ParentCode = parent, RankingBlock = block, Active = true, Version = version, OccurredAt = Time.Now, ActedBy = "test",
    });

    /// <summary>Publishes a ranking of one block: unit and rank; two units with one rank are tied.</summary>
    public Task RankAsync(int year, string block, int version, params (string Unit, int Rank)[] ranks) => DeliverAsync(Ranking(year, block, version, ranks));

    public RankingPublished Ranking(int year, string block, int version, params (string Unit, int Rank)[] ranks) => new()
    {
        RankingId = Guid.NewGuid(),
        IndexSetCode = "CCHC",
        Year = year,
        Block = block,
        Version = version,
        CorrectionReason = version > 1 ? "Chấm lại tiêu chí III.3.1" : null,
        Entries = [.. ranks.OrderBy(r => r.Rank).Select(r => new RankedUnit { UnitCode = r.Unit, UnitName = r.Unit, Rank = r.Rank, Tied = ranks.Count(o => o.Rank == r.Rank) > 1, Index = 100 - r.Rank })],
        Unranked = [],
        OccurredAt = Time.Now,
        ActedBy = "test",
    };

    public static object Body(string campaign, string category, string unit, int? year = null, object? more = null, bool individual = false, bool submit = false)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(new
        {
            campaign, category, year, achievement = "Dẫn đầu công tác cải cách hành chính", submit,
            nominee = new { kind = individual ? "individual" : "collective", name = $"{(individual ? "Đỗ Thị Mẫu" : "Tập thể")} {Interlocked.Increment(ref _names)}", unitCode = unit },
        }))!.AsObject();
        foreach (var (key, value) in more is null ? [] : JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
            body[key] = value?.DeepClone();
        return body;
    }

    public Task<JsonNode> PostAsync(string caller, object body) => As(caller).PostAsJsonAsync("/nominations", body).OkAsync();

    public Task<JsonNode> GetAsync(string caller, JsonNode nomination) => As(caller).GetAsync($"/nominations/{(string)nomination["id"]!}").OkAsync();

    public static JsonNode Clause(JsonNode nomination, string clause) =>
        Nodes(nomination["verdict"]!).First(n => (string)n["clause"]! == clause);

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node["children"]!.AsArray().SelectMany(c => Nodes(c!)).Prepend(node);
}
