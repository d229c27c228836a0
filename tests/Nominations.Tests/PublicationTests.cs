using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Lists are made public for comment, within the unit and for a time.</summary>
public sealed class PublicationTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly object Leads = new { attestations = new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } } };

    [Fact]
    public async Task List_IsPublicInTheUnitUntilTheLastWorkingDay_CommentsAreAnswered()
    {
        // LTN-TD-26/I.2: public and transparent; Friday 20 November 2026 and seven working days.
        service.Time.Now = DateTimeOffset.Parse("2026-11-20T09:00:00+07:00");
        var nomination = await NominatedAsync();
        var published = await service.As(Ltn).PostAsJsonAsync("/publications", new { title = "Danh sách đề nghị tặng Giấy khen năm 2026", nominationIds = new[] { nomination["id"] } }).OkAsync();
        Assert.Equal("2026-12-01", (string?)published["until"]);
        var line = Assert.Single(published["lines"]!.AsArray())!;
        Assert.Equal(((string?)nomination["nominee"]!["name"], 1), ((string?)line["name"], (int)line["order"]!));
        Assert.Equal("published", (string?)(await service.As(Ltn).GetAsync($"/nominations/{nomination["id"]}/history").OkAsync())["items"]!.AsArray()[^1]!["action"]);

        var path = $"/publications/{published["id"]}";
        var office = service.As(Office, "can-bo-phong", [Policies.CampaignsRead]);
        Assert.True((bool)(await office.GetAsync(path).OkAsync())["open"]!);
        await (await service.As(Cva).GetAsync(path)).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).PostAsJsonAsync($"{path}/comments", new { text = "x" })).ProblemAsync(404);

        var comment = await office.PostAsJsonAsync($"{path}/comments", new { text = "Đề nghị xem lại thời gian công tác", nominationId = nomination["id"] }).OkAsync();
        await (await office.PostAsJsonAsync($"{path}/comments", new { text = "x", nominationId = Guid.NewGuid() })).ProblemAsync(400, "NOM-0133");
        // Only the writer and the publishing unit see it.
        Assert.Single((await service.As(Ltn).GetAsync($"{path}/comments").OkAsync())["items"]!.AsArray());
        Assert.Empty((await service.As(Office, "nguoi-khac", [Policies.CampaignsRead]).GetAsync($"{path}/comments").OkAsync())["items"]!.AsArray());
        await (await service.As(Office).PostAsJsonAsync($"{path}/comments/{comment["id"]}/answer", new { answer = "x" })).ProblemAsync(404);
        await service.As(Ltn).PostAsJsonAsync($"{path}/comments/{comment["id"]}/answer", new { answer = "Đã kiểm tra, đúng quy định" }).OkAsync();
        await (await service.As(Ltn).PostAsJsonAsync($"{path}/comments/{comment["id"]}/answer", new { answer = "x" })).ProblemAsync(409, "NOM-0134");
        Assert.Equal("Đã kiểm tra, đúng quy định", (string?)(await office.GetAsync($"{path}/comments").OkAsync())["items"]![0]!["answer"]);

        service.Time.Now = DateTimeOffset.Parse("2026-12-01T23:59:59+07:00");
        await office.PostAsJsonAsync($"{path}/comments", new { text = "Nhất trí" }).OkAsync();
        service.Time.Now = DateTimeOffset.Parse("2026-12-02T00:00:00+07:00");
        await (await office.PostAsJsonAsync($"{path}/comments", new { text = "Muộn" })).ProblemAsync(409, "NOM-0132");
    }

    [Fact]
    public async Task Decision_OfTheUnitItself_ItsListIsMadePublic()
    {
        service.Time.Now = DateTimeOffset.Parse("2026-11-20T09:00:00+07:00");
        var nomination = await NominatedAsync();
        var decision = await service.DecideAsync(Ltn, nomination).OkAsync();
        var published = await service.As(Ltn).PostAsJsonAsync("/publications", new { title = "Kết quả khen thưởng", decisionId = decision["id"], workingDays = 10 }).OkAsync();
        Assert.Equal((string?)nomination["id"], (string?)published["lines"]![0]!["nominationId"]);
        await (await service.As(Cva).PostAsJsonAsync("/publications", new { title = "x", decisionId = decision["id"] })).ProblemAsync(404);
        Assert.Contains((await service.As(Office).GetAsync("/publications?open=true").OkAsync())["items"]!.AsArray(), p => (string?)p!["id"] == (string?)published["id"]);
    }

    [Fact]
    public async Task Decision_PartlyCancelled_OnlyWhatIsInForceIsMadePublic()
    {
        service.Time.Now = DateTimeOffset.Parse("2026-11-20T09:00:00+07:00");
        var (wrong, right) = (await NominatedAsync(), await NominatedAsync());
        var decision = await service.DecideAsync(Ltn, wrong, right).OkAsync();
        Task<HttpResponseMessage> Revoke(JsonNode n) => service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", new { nominationIds = new[] { n["id"] }, reason = "Kê khai sai", legalBasis = "Luật, chương VII" });
        Task<HttpResponseMessage> Publish() => service.As(Ltn).PostAsJsonAsync("/publications", new { title = "Kết quả khen thưởng", decisionId = decision["id"] });
        await Revoke(wrong).OkAsync();
        var line = Assert.Single((await Publish().OkAsync())["lines"]!.AsArray())!;
        Assert.Equal((string?)right["id"], (string?)line["nominationId"]);
        await Revoke(right).OkAsync();
        await (await Publish()).ProblemAsync(409, "NOM-0108");
    }

    [Fact]
    public async Task Publish_WhatIsNotUnderWayOrNotThere_IsRefused()
    {
        service.Time.Now = DateTimeOffset.Parse("2026-11-20T09:00:00+07:00");
        var draft = await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, 2026));
        Task<HttpResponseMessage> Publish(object body) => service.As(Ltn).PostAsJsonAsync("/publications", body);
        await (await Publish(new { title = "x", nominationIds = new[] { draft["id"] } })).ProblemAsync(409, "NOM-0011");
        await (await Publish(new { title = "x" })).ProblemAsync(400, "NOM-0131");
        await (await Publish(new { title = "x", nominationIds = new[] { draft["id"] }, decisionId = Guid.NewGuid() })).ProblemAsync(400, "NOM-0131");
        await (await Publish(new { title = "x", nominationIds = new[] { Guid.NewGuid() } })).ProblemAsync(404);
        await (await Publish(new { title = "x", nominationIds = new JsonArray(null, "x") })).ProblemAsync(400);
        await (await Publish(new { title = "x", nominationIds = new[] { draft["id"] }, workingDays = 61 })).ProblemAsync(400);
    }

    private async Task<JsonNode> NominatedAsync() =>
        await service.CompletedAsync(service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, 2026, Leads, submit: true)));
}
