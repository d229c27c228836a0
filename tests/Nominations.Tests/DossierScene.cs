using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Nominations.Tests;

/// <summary>Papers and dossiers for tests.</summary>
internal static class DossierScene
{
    public const string Submission = "to-trinh", Report = "bao-cao-thanh-tich", Minutes = "bien-ban", Certificate = "xac-nhan-sang-kien";

    /// <summary>Files whatever the dossier still lacks, as the proposing unit, and has the head confirm it.</summary>
    public static async Task CompleteDossierAsync(this NominationsFixture service, JsonNode nomination)
    {
        var (id, unit) = ((string)nomination["id"]!, (string)nomination["proposingUnitCode"]!);
        foreach (var part in (await service.DossierAsync(unit, nomination))["parts"]!.AsArray().Where(p => !(bool)p!["complete"]!))
        {
            var now = part!["current"] is { } ? part : await service.PutPaperAsync(unit, nomination, (string)part["key"]!, Pdf($"{part["key"]} {id}")).OkAsync();
            if ((bool)part["confirmedByHead"]!)
                await service.ConfirmAsync(unit, nomination, now).OkAsync();
        }
    }

    /// <summary>The nomination with a whole dossier, for tests of other things.</summary>
    public static async Task<JsonNode> CompletedAsync(this NominationsFixture service, Task<JsonNode> making)
    {
        var nomination = await making;
        await service.CompleteDossierAsync(nomination);
        return nomination;
    }

    public static Task<JsonNode> DossierAsync(this NominationsFixture service, string caller, JsonNode nomination) =>
        service.As(caller).GetAsync($"/nominations/{nomination["id"]}/dossier").OkAsync();

    public static async Task<JsonNode> PartAsync(this NominationsFixture service, string caller, JsonNode nomination, string part) =>
        (await service.DossierAsync(caller, nomination))["parts"]!.AsArray().Single(p => (string?)p!["key"] == part)!;

    public static Task<HttpResponseMessage> PutPaperAsync(this NominationsFixture service, string caller, JsonNode nomination, string part, byte[] bytes,
        string name = "ho-so.pdf", string query = "", string? ifMatch = null)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        var request = new HttpRequestMessage(HttpMethod.Put, $"/nominations/{nomination["id"]}/dossier/{part}{query}") { Content = new MultipartFormDataContent { { file, "file", name } } };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return service.As(caller).SendAsync(request);
    }

    public static Task<HttpResponseMessage> ConfirmAsync(this NominationsFixture service, string caller, JsonNode nomination, JsonNode part, string by = "Trần Văn Mẫu, Trưởng phòng") =>
        service.As(caller).PostAsJsonAsync($"/nominations/{nomination["id"]}/dossier/{part["key"]}/confirm", new { hash = (string?)part["current"]!["hash"], confirmedBy = by });

    public static Task<HttpResponseMessage> DecideAsync(this NominationsFixture service, string unit, params JsonNode[] nominations) =>
        service.As(unit).PostAsJsonAsync("/decisions", new { nominationIds = nominations.Select(n => n["id"]), signerName = "Trần Văn Mẫu" });

    /// <summary>A plan as it ships, launched once in this service.</summary>
    public static async Task LaunchAsync(this NominationsFixture service, string code, bool council = true)
    {
        if (await service.WithDb(db => Task.FromResult(db.Campaigns.Any(c => c.Code == code))))
            return;
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "*.json").Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)
            .Single(p => p.GetProperty("code").GetString() == code);
        var categories = file.GetProperty("scheme").Deserialize<AwardScheme>(Json.Options)!.Categories;
        var plan = Plans.Plan(code, file.GetProperty("unitCode").GetString()!, file.GetProperty("name").GetString()!, council ? categories : [.. categories.Select(c => c with { Council = null })])
            with { FromYear = file.GetProperty("fromYear").GetInt32(), ToYear = file.GetProperty("toYear").GetInt32() };
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
    }

    public static byte[] Pdf(string text) => Encoding.UTF8.GetBytes($"%PDF-1.7\n{text}\n%%EOF");

    /// <summary>A package of Office: the main part says what it is.</summary>
    public static byte[] Package(string main, params (string Name, byte[] Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts.Prepend((main, "<x/>"u8.ToArray())).Prepend(("[Content_Types].xml", "<Types/>"u8.ToArray())))
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        return memory.ToArray();
    }
}
