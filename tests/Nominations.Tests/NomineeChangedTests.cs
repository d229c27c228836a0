using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>What was said, allowed or confirmed of one nominee does not pass on to another.</summary>
public sealed class NomineeChangedTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly object Leads = new { attestations = new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } } };

    [Fact]
    public async Task Draft_NobodySpokeYet_MayBecomeAnothers()
    {
        var draft = await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, 2026));
        Assert.Equal("Tổ công tác khác hẳn", (string?)(await EditAsync(draft, "Tổ công tác khác hẳn").OkAsync())["nominee"]!["name"]);
    }

    [Fact]
    public async Task HandedInOnce_NameMayBeSpelledAnew_NotBecomeAnother()
    {
        var nomination = await ReturnedAsync();
        var name = (string)nomination["nominee"]!["name"]!;
        await EditAsync(nomination, name.ToUpperInvariant()).OkAsync();
        var refused = await (await EditAsync(nomination, "Tổ công tác khác hẳn")).ProblemAsync(409, "NOM-0130");
        Assert.Equal("/nomineeName", (string?)refused["errors"]![0]!["pointer"]);
        // A staff code may be added, not exchanged.
        await EditAsync(nomination, name, "HP-01").OkAsync();
        await (await EditAsync(nomination, name, "HP-02")).ProblemAsync(409, "NOM-0130");
    }

    [Fact]
    public async Task Draft_HeadHasConfirmedAPaper_DoesNotBecomeAnothers()
    {
        var draft = await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, 2026, Leads));
        await service.CompleteDossierAsync(draft);
        await (await EditAsync(draft, "Tổ công tác khác hẳn")).ProblemAsync(409, "NOM-0130");
    }

    [Fact]
    public async Task WardAward_LateWithoutReason_IsNotDecidedUntilThereIsOne()
    {
        // C-02: late is taken, with a mark and a reason.
        var plan = Plans.Plan("LTN-MUON", Ltn, "Phường", Plans.Category("ward", "LTN-MUON/1", Cadence.Yearly, Recipient.Collective,
            new() { Kind = AwardKind.Form, Code = "giay-khen", Name = "Giấy khen" }, Plans.Leading("LTN-MUON/1.a"), level: AwardLevel.Ward, once: new(2026, 11, 1)));
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        var nomination = await service.CompletedAsync(service.PostAsync(Ltn, Body(plan.Code, "ward", Ltn, 2026, Leads, submit: true)));
        Assert.True((bool)nomination["late"]!);
        await (await service.DecideAsync(Ltn, nomination)).ProblemAsync(409, "NOM-0013");
        await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/return", new { reason = "Nêu lý do nộp muộn" }).OkAsync();
        await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/submit", new { lateReason = "Đường truyền hỏng" }).OkAsync();
        await service.CompleteDossierAsync(nomination);
        await service.DecideAsync(Ltn, nomination).OkAsync();
    }

    [Fact]
    public async Task Quotas_OfAnotherUnitsCampaign_AreNotThere() =>
        await (await service.As(Cva).GetAsync("/quotas/usage?campaign=LTN-26-30")).ProblemAsync(404, "EMU-0005");

    private async Task<JsonNode> ReturnedAsync()
    {
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, 2026, Leads, submit: true));
        return await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/return", new { reason = "Bổ sung" }).OkAsync();
    }

    private Task<HttpResponseMessage> EditAsync(JsonNode nomination, string name, string? personCode = null) =>
        service.As(Ltn).PutAsJsonAsync($"/nominations/{nomination["id"]}", new { nomineeName = name, personCode, achievement = "Dẫn đầu" });
}
