using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Law;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Reward money by the legal table (CVA-26/III.6, HA-25/III.6; Nghị định 152/2025, Nghị định 73/2024).</summary>
public sealed class RewardMoneyTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("cstd-tq", Recipient.Individual, 10530000)]
    [InlineData("cstd-tp", Recipient.Individual, 7020000)]
    [InlineData("cstd-cs", Recipient.Individual, 2340000)]
    [InlineData("ldtt", Recipient.Individual, 702000)]
    [InlineData("tt-ldxs", Recipient.Collective, 3510000)]
    [InlineData("tt-ldtt", Recipient.Collective, 1872000)]
    [InlineData("co-thi-dua-cp", Recipient.Collective, 28080000)]
    [InlineData("co-thi-dua-tp", Recipient.Collective, 18720000)]
    [InlineData("bang-khen-ttg", Recipient.Collective, 16380000)]
    [InlineData("bang-khen-tp", Recipient.Collective, 7020000)]
    [InlineData("giay-khen", Recipient.Collective, 1404000)]
    [InlineData("huan-chuong-lao-dong-1", Recipient.Collective, 42120000)]
    [InlineData("huan-chuong-lao-dong-2", Recipient.Collective, 35100000)]
    [InlineData("huan-chuong-lao-dong-3", Recipient.Collective, 21060000)]
    public void Table_VerifiedRates_AsInTheDecree(string award, Recipient recipient, int amount)
    {
        // CVA-26/III.6.
        var reward = RewardMoney.For(award, recipient, Day);
        Assert.Equal(amount, reward.Amount);
        Assert.Equal("ND-152-2025", reward.Version);
        Assert.Contains("73/2024", reward.Basis);
    }

    [Theory]
    [InlineData("bang-khen-tp", Recipient.Individual)]
    [InlineData("giay-khen", Recipient.Individual)]
    [InlineData("khen-cap-nha-nuoc", Recipient.Collective)]
    [InlineData("khong-co", Recipient.Individual)]
    public void Table_UnverifiedRates_AreNotDetermined(string award, Recipient recipient)
    {
        // HA-25/III.6.
        var reward = RewardMoney.For(award, recipient, Day);
        Assert.Null(reward.Amount);
        Assert.Contains("Chưa xác định", reward.Basis);
    }

    [Theory]
    [InlineData("2025-06-30", null)]
    [InlineData("2025-07-01", 18720000)]
    public void Table_BeforeItsFirstDay_SaysNothing(string day, int? amount) =>
        Assert.Equal(amount, RewardMoney.For("co-thi-dua-tp", Recipient.Collective, DateOnly.Parse(day)).Amount);

    [Fact]
    public async Task Decision_EventAndRegister_CarryTheSameAmount()
    {
        // CVA-26/III.6.
        var scene = await AwardScene.SetAsync(service);
        var (nomination, decision) = await scene.AwardAsync(AwardScene.Title, AwardScene.Name(), "Chiến sĩ thi đua");
        Assert.Equal(2340000m, (decimal)decision["lines"]![0]!["rewardMoney"]!);
        Assert.Equal(2340000m, (decimal)(await scene.EntryAsync(Ltn, nomination))["rewardMoney"]!);
        Assert.Equal(2340000m, (await service.PublishedAsync<NominationAwarded>(e => e.Nomination.NominationId == (Guid)nomination["id"]!)).RewardMoney);

        var (unverified, paper) = await scene.AwardAsync(AwardScene.Ward, AwardScene.Name(), "Giấy khen cá nhân");
        Assert.Null((decimal?)paper["lines"]![0]!["rewardMoney"]);
        Assert.Contains("Chưa xác định", (string?)(await scene.EntryAsync(Ltn, unverified))["rewardBasis"]);
    }

    [Fact]
    public async Task Nomination_BeforeTheDecision_TellsWhatTheLawWouldGive_AfterwardsTheDecisionDoes()
    {
        // CVA-26/III.6.
        var scene = await AwardScene.SetAsync(service);
        var waiting = await scene.SubmitAsync(AwardScene.Title, AwardScene.Name(), "Chiến sĩ thi đua");
        var (decided, _) = await scene.AwardAsync(AwardScene.Title, AwardScene.Name(), "Chiến sĩ thi đua khác");
        var city = service.As("31");
        var reward = (await city.GetAsync($"/nominations/{(Guid)waiting["id"]!}").OkAsync())["reward"]!;
        Assert.Equal(2340000m, (decimal)reward["money"]!);
        Assert.Contains("73/2024", (string?)reward["basis"], StringComparison.Ordinal);
        Assert.Null((await city.GetAsync($"/nominations/{(Guid)decided["id"]!}").OkAsync())["reward"]);
    }
}
