using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Tests.Papers;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Documents.Tests.Service;

/// <summary>Papers of councils and reports over the API, and lists and rankings that follow their sources.</summary>
public sealed class WrittenPapersTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    public static TheoryData<string> Kinds => ["minutes", "ballots", "achievement-reports", "campaign-reports"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Paper_OfEachKind_IsWrittenRewrittenAndFinished(string route)
    {
        var (client, ward) = await WardAsync();
        var council = route is "minutes" or "ballots";
        var body = Body(route);
        var begun = await client.PostAsJsonAsync($"/documents/{route}{(council ? $"?unitCode={ward}-HDTDKT" : "")}", body);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var id = Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
        if (route == "minutes")
            Assert.Equal(["Như thành phần tham dự", "Lưu: VT, Hồ sơ"], (await client.GetAsync($"/documents/{id}/presentation").OkAsync())["recipients"]!.AsArray().Select(r => (string)r!));
        var rewritten = await client.PutAsJsonAsync($"/documents/{route}/{id}", body).OkAsync();
        Assert.Equal(2, (int)rewritten["document"]!["version"]!);
        var issued = (await client.PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync())["document"]!;
        Assert.Equal(route switch { "minutes" => "01/BB-HĐTĐKT", "campaign-reports" => "01/BC-UBND", _ => null }, (string?)issued["symbol"]);
        Assert.Equal("issued", (string)issued["state"]!);
        Assert.Contains(route switch { "minutes" => "BIÊN BẢN", "ballots" => "PHIẾU BẦU", "achievement-reports" => "BÁO CÁO THÀNH TÍCH", _ => "BÁO CÁO" },
            new PdfReader(await client.GetByteArrayAsync($"/documents/{id}/pdf")).AllText);
        await (await client.PutAsJsonAsync($"/documents/{route}/{id}", body)).ProblemAsync(409, "DOC-0002");
        await (await client.GetAsync($"/documents/{id}/nominee-list/pdf")).ProblemAsync(404, "DOC-0124");
    }

    [Theory]
    [InlineData("minutes", "attendance")]
    [InlineData("minutes", "items")]
    [InlineData("ballots", "items")]
    [InlineData("achievement-reports", "criteria")]
    [InlineData("achievement-reports", "achievements")]
    [InlineData("campaign-reports", "awards")]
    [InlineData("campaign-reports", "proposals")]
    public async Task Paper_WithAnEmptyPlaceInAList_IsRefusedAtTheList(string route, string list)
    {
        var (client, _) = await WardAsync();
        var body = Body(route);
        body[list] = new JsonArray((JsonNode?)null);
        var refused = await (await client.PostAsJsonAsync($"/documents/{route}", body)).ProblemAsync(400, "EMU-0001");
        Assert.Contains(refused["errors"]!.AsArray(), e => (string)e!["pointer"]! == $"/{list}");
    }

    [Fact]
    public async Task Paper_WhoseFiguresDoNotFit_IsRefusedAtTheField()
    {
        var (client, _) = await WardAsync();
        var minutes = Body("minutes");
        minutes["items"]![0]!["result"]!["no"] = 2;
        await RefusedAsync("minutes", minutes, "DOC-0121", "/items/0/result");
        minutes["concludedAt"] = "2026-12-04T01:00:00Z";
        await RefusedAsync("minutes", minutes, "EMU-0001", "/concludedAt");
        var report = Body("campaign-reports");
        report["shortcomings"] = new JsonArray("Hồ sơ quá hạn.", " ");
        await RefusedAsync("campaign-reports", report, "EMU-0001", "/shortcomings/1");

        async Task RefusedAsync(string route, JsonObject body, string code, string pointer) =>
            Assert.Equal([pointer], (await (await client.PostAsJsonAsync($"/documents/{route}", body)).ProblemAsync(400, code))["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
    }

    [Fact]
    public async Task CityCouncil_Minutes_TakeItsOwnNumbers()
    {
        await service.RegisterAsync("31", "Thành phố Hải Phòng", UnitKind.City, parent: null);
        var id = (Guid)(await service.As("31").PostAsJsonAsync("/documents/minutes?unitCode=31-HDTDKT", Body("minutes")).OkAsync())["document"]!["id"]!;
        Assert.EndsWith("/BB-HĐTĐKT", (string)(await service.As("31").PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync())["document"]!["symbol"]!);
    }

    // Correction of a ranking (domain 2.6): what is not issued follows, what is issued stays and is told to be overtaken.
    [Fact]
    public async Task RankingTable_CorrectedRanking_DraftFollowsAndIssuedIsToldOutdated()
    {
        const string set = "CCHC-THEO-DOI";
        await service.RegisterAsync("31", "Thành phố Hải Phòng", UnitKind.City, parent: null);
        await service.RegisterAsync("11329", "Phường Ngô Quyền");
        var city = service.As("31");
        var asked = new { indexSet = set, year = 2026, block = "phuong" };
        await (await city.PostAsJsonAsync("/documents/ranking-tables", asked)).ProblemAsync(404, "DOC-0125");
        await service.DeliverAsync(PaperSamples.Ranking(1, set: set));
        var begun = await city.PostAsJsonAsync("/documents/ranking-tables", asked).OkAsync();
        var id = (Guid)begun["document"]!["id"]!;
        Assert.Equal(("rankingTable", 1, "Phường Ngô Quyền"), ((string)begun["content"]!["kind"]!, (int)begun["content"]!["rankingVersion"]!, (string)begun["content"]!["unranked"]![0]!["unitName"]!));

        await service.DeliverAsync(PaperSamples.Ranking(2, set: set));
        var draft = await city.GetAsync($"/documents/{id}").OkAsync();
        Assert.Equal((2, 94.2051m), ((int)draft["content"]!["rankingVersion"]!, (decimal)draft["content"]!["ranked"]![0]!["index"]!));
        // An older version that comes late changes nothing.
        await service.DeliverAsync(PaperSamples.Ranking(1, set: set), consumers: 0);
        Assert.Equal(2, (int)(await city.GetAsync($"/documents/{id}").OkAsync())["content"]!["rankingVersion"]!);

        Assert.Null((await city.PostAsJsonAsync($"/documents/{id}/issue", new { }).OkAsync())["outdated"]);
        await service.DeliverAsync(PaperSamples.Ranking(3, set: set));
        var issued = await city.GetAsync($"/documents/{id}").OkAsync();
        Assert.Equal(2, (int)issued["content"]!["rankingVersion"]!);
        Assert.Contains("bản 3", (string)issued["outdated"]!);
    }

    // docs/adr/0021: whoever owns a block speaks for it.
    [Fact]
    public async Task RankingTable_OfAnotherOwnersBlock_IsNotFound()
    {
        var (client, ward) = await WardAsync();
        await service.DeliverAsync(PaperSamples.Ranking(1, set: "CCHC-KHAC"));
        await service.DeliverAsync(PaperSamples.Ranking(1, $"noi-bo-{ward}", "CCHC-NOI-BO"));
        await (await client.PostAsJsonAsync("/documents/ranking-tables", new { indexSet = "CCHC-KHAC", year = 2026, block = "phuong" })).ProblemAsync(404, "DOC-0125");
        var own = new { indexSet = "CCHC-NOI-BO", year = 2026, block = $"noi-bo-{ward}" };
        await (await service.As("31").PostAsJsonAsync("/documents/ranking-tables", own)).ProblemAsync(404, "DOC-0125");
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsJsonAsync("/documents/ranking-tables", own)).StatusCode);
        await (await client.PostAsJsonAsync("/documents/ranking-tables", new { indexSet = "", year = 1, block = "phuong" })).ProblemAsync(400, "EMU-0001");
    }

    [Fact]
    public async Task NomineeList_OfAProposal_IsDownloadedByItsUnitOnly()
    {
        var (client, ward) = await WardAsync();
        var id = await service.DraftAsync(ward);
        var list = await client.GetAsync($"/documents/{id}/nominee-list/pdf");
        Assert.Equal("application/pdf", list.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DANH SÁCH TRÍCH NGANG", new PdfReader(await list.Content.ReadAsByteArrayAsync()).AllText);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/documents/{id}/nominee-list/docx")).StatusCode);
        var (other, _) = await WardAsync();
        await (await other.GetAsync($"/documents/{id}/nominee-list/docx")).ProblemAsync(404, "DOC-0001");
    }

    [Fact]
    public async Task OpenApi_OfTypedPapers_NamesEveryKindOfContent()
    {
        var document = await service.As("31").GetAsync("/openapi/v1.json").OkAsync();
        foreach (var path in (string[])["/documents/minutes", "/documents/ballots", "/documents/achievement-reports", "/documents/campaign-reports", "/documents/ranking-tables"])
            Assert.NotNull(document["paths"]![path]!["post"]!["requestBody"]);
        var kinds = document["components"]!["schemas"]!["PaperContent"]!["discriminator"]!["mapping"]!.AsObject().Select(k => k.Key);
        Assert.Superset(new HashSet<string> { "councilMinutes", "councilBallot", "achievementReport", "campaignReport", "rankingTable" }, kinds.ToHashSet());
    }

    private async Task<(HttpClient Client, string Ward)> WardAsync()
    {
        var ward = service.NewWard();
        await service.RegisterAsync(ward, "Phường Thử Nghiệm");
        return (service.As(ward), ward);
    }

    private static JsonObject Body(string route)
    {
        PaperContent content = route switch
        {
            "minutes" => PaperSamples.Minutes,
            "ballots" => PaperSamples.Ballot,
            "achievement-reports" => PaperSamples.PersonReport,
            _ => PaperSamples.InterimReport,
        };
        return System.Text.Json.JsonSerializer.SerializeToNode(content, content.GetType(), Json.Options)!.AsObject();
    }
}
