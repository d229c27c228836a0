using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Register;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>One achievement, one award (LTN-26-30/III.1.b.2, CH-26-30/III.1.b.2; Luật Thi đua, khen thưởng Điều 5).</summary>
public sealed class OneAchievementTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Theory]
    [InlineData("Xây dựng công cụ nhắc hạn văn bản cho cả phường", "XÂY DỰNG công cụ nhắc hạn, văn bản cho cả phường.", true)]
    [InlineData("Xây dựng công cụ nhắc hạn văn bản cho cả phường", "Xay dung cong cu nhac han van ban cho ca phuong", true)]
    [InlineData("Xây dựng công cụ nhắc hạn văn bản đến cho toàn bộ phường", "Xây dựng công cụ nhắc hạn văn bản cho toàn bộ phường", true)]
    [InlineData("Hoàn thành xuất sắc nhiệm vụ cải cách hành chính năm 2026", "Hoàn thành xuất sắc nhiệm vụ cải cách hành chính năm 2027", false)]
    [InlineData("Số hóa hồ sơ lưu trữ", "Tuyên truyền dịch vụ công", false)]
    public async Task Words_SameOrNearlySame_AreStoppedForwardWithTheEarlierDecision(string first, string second, bool same)
    {
        // LTN-26-30/III.1.b.2.
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var (_, decision) = await scene.AwardAsync(AwardScene.Ward, name, first);
        await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/number", new { number = "125/QĐ-UBND", date = "2026-11-20" }).OkAsync();

        // A Giấy khen of the ward and a Bằng khen of the city for one achievement are two forms for one achievement.
        var next = await scene.SubmitAsync(AwardScene.City, name, second, year: 2027);
        Assert.Equal("submitted", (string?)next["state"]);
        Assert.Equal(same ? ["achievementAwarded"] : [], AwardScene.Marks(next));
        var forward = await scene.StepAsync(Ltn, next, "forward");
        if (!same)
        {
            // A lower form is no precondition and no obstacle; the same nominee may be awarded again for something else.
            Assert.True(forward.IsSuccessStatusCode);
            return;
        }
        var problem = await forward.ProblemAsync(409, "NOM-0100");
        Assert.Contains("125/QĐ-UBND", (string?)problem["detail"]);
        Assert.Contains("20/11/2026", (string?)problem["detail"]);
        Assert.Equal("Giấy khen", (string?)problem["earlier"]!["awardName"]);
    }

    [Fact]
    public async Task SameForm_OtherAchievement_IsGivenAgain()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        await scene.AwardAsync(AwardScene.Ward, name, "Số hóa kho hồ sơ đất đai", year: 2026);
        await scene.AwardAsync(AwardScene.Ward, name, "Tổ chức ngày hội chuyển đổi số", year: 2027);
    }

    [Fact]
    public async Task HigherAward_WithoutLowerOne_IsGiven()
    {
        // Nghị định 152/2025 Điều 4.1
        var scene = await AwardScene.SetAsync(service);
        await scene.AwardAsync(AwardScene.City, AwardScene.Name(), "Đưa mọi thủ tục lên trực tuyến");
    }

    [Fact]
    public async Task Imported_TwentyYearsBack_SameWords_IsStopped()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        await service.As(Ltn).PostAsJsonAsync("/register/import", new { sourceSystem = "Sổ vàng", items = new[] { RegisterTests.Past(name, "Xây dựng mô hình một cửa điện tử đầu tiên", 2006, "77/QĐ-UBND") } }).OkAsync();
        var nomination = await scene.SubmitAsync(AwardScene.City, name, "Xây dựng mô hình một cửa điện tử đầu tiên");
        Assert.Contains("77/QĐ-UBND", (string?)(await (await scene.StepAsync(Ltn, nomination, "forward")).ProblemAsync(409, "NOM-0100"))["detail"]);
    }

    [Fact]
    public async Task Exception_ByDecidingLevelWithReason_LetsItPass()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var (first, _) = await scene.AwardAsync(AwardScene.Ward, name, "Cải tiến quy trình liên thông");
        var entry = await scene.EntryAsync(Ltn, first);
        var nomination = await scene.SubmitAsync(AwardScene.City, name, "Cải tiến quy trình liên thông", year: 2027);
        var body = new { entryId = entry["id"], reason = "Kết quả được nhân rộng toàn thành phố sau lần khen trước." };
        await (await scene.StepAsync(Ltn, nomination, "exceptions", body)).ProblemAsync(403, "EMU-0004");
        await (await scene.StepAsync(NominationsFixture.City, nomination, "exceptions", new { entryId = Guid.NewGuid(), reason = "x" })).ProblemAsync(400, "NOM-0112");
        await scene.StepAsync(NominationsFixture.City, nomination, "exceptions", body).OkAsync();
        Assert.Equal(["exceptionGranted"], AwardScene.Marks(await service.GetAsync(Ltn, nomination)));
        await scene.StepAsync(Ltn, nomination, "forward").OkAsync();
        await scene.StepAsync(NominationsFixture.City, nomination, "appraise").OkAsync();
        await scene.DecideAsync(nomination).OkAsync();
    }

    [Fact]
    public async Task Merit_InTwoCategories_IsMarkedOnBothAndAwardedOnce()
    {
        // CH-26-30/III.1.b.2.
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var merit = new { meritIds = new[] { await scene.MeritAsync(name) } };
        var ward = await scene.ReadyAsync(AwardScene.Ward, name, "Số hóa kho hồ sơ", merit);
        var city = await scene.ReadyAsync(AwardScene.City, name, "Chỉ đạo việc số hóa của phường", merit);
        Assert.Equal(["meritUnderWay"], AwardScene.Marks(await service.GetAsync(Ltn, ward)));
        Assert.Equal(["meritUnderWay"], AwardScene.Marks(await service.GetAsync(Ltn, city)));

        var answers = await Task.WhenAll(scene.DecideAsync(ward), scene.DecideAsync(city));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        await answers.Single(a => (int)a.StatusCode != 201).ProblemAsync(409, "NOM-0100");
    }

    [Fact]
    public async Task Merit_TwiceInOneList_NamesTheSecond()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var merit = new { meritIds = new[] { await scene.MeritAsync(name) } };
        var first = await scene.ReadyAsync(AwardScene.Ward, name, "Số hóa kho hồ sơ", merit, 2026);
        var again = await scene.ReadyAsync(AwardScene.Title, name, "Chuyển đổi số ở phường", merit, 2026);
        var problem = await (await scene.DecideAsync(first, again)).ProblemAsync(409, "NOM-0100");
        Assert.Equal("/nominationIds/1", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Equal("submitted", (string?)(await service.GetAsync(Ltn, first))["state"]);
    }

    [Fact]
    public async Task Merit_EnteredTwice_IsAwardedOnce()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var first = await RecordAsync(name, "Số hóa kho hồ sơ", "2026-01-01", "2026-06-30");
        Assert.False((bool)first["duplicate"]!);
        await scene.AwardAsync(AwardScene.Ward, name, "Kết quả quý hai", new { meritIds = new[] { first["id"] } });

        var again = await RecordAsync(name, "SỐ HOÁ kho\u200B hồ sơ.", "2026-06-30", "2026-12-31");
        Assert.Equal((true, (string?)first["id"]), ((bool)again["duplicate"]!, (string?)again["duplicateOf"]));
        Assert.Single(again["awards"]!.AsArray());
        var second = await scene.SubmitAsync(AwardScene.City, name, "Nói bằng lời khác hẳn", new { meritIds = new[] { again["id"] } });
        Assert.Equal(["achievementAwarded"], AwardScene.Marks(second));
        await (await scene.StepAsync(Ltn, second, "forward")).ProblemAsync(409, "NOM-0100");

        // The time after it is another merit.
        var later = await RecordAsync(name, "Số hóa kho hồ sơ", "2027-01-01", "2027-06-30", 2027);
        Assert.False((bool)later["duplicate"]!);
        await scene.AwardAsync(AwardScene.Title, name, "Việc của năm sau", new { meritIds = new[] { later["id"] } }, 2027);
    }

    [Fact]
    public async Task Merit_EnteredTwice_TwoDecisionsAtOnce_OneWins()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var ward = await scene.ReadyAsync(AwardScene.Ward, name, "Kết quả quý hai", new { meritIds = new[] { await scene.MeritAsync(name) } });
        var city = await scene.ReadyAsync(AwardScene.City, name, "Nói bằng lời khác hẳn", new { meritIds = new[] { await scene.MeritAsync(name) } });
        Assert.Equal(["meritUnderWay"], AwardScene.Marks(await service.GetAsync(Ltn, ward)));
        var answers = await Task.WhenAll(scene.DecideAsync(ward), scene.DecideAsync(city));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        await answers.Single(a => (int)a.StatusCode != 201).ProblemAsync(409, "NOM-0100");
    }

    [Fact]
    public async Task SameWords_UnderDifferentMerits_AreStopped()
    {
        // LTN-26-30/III.1.b.2.
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        await scene.AwardAsync(AwardScene.Ward, name, "Rút ngắn thời gian cấp phép xây dựng", new { meritIds = new[] { await scene.MeritAsync(name, "Rút ngắn thời gian") } });
        var second = await scene.SubmitAsync(AwardScene.City, name, "Rút ng\u00ADắn thời gian\u200B cấp phép xây dựng", new { meritIds = new[] { await scene.MeritAsync(name, "Cấp phép xây dựng") } });
        Assert.Equal(["achievementAwarded"], AwardScene.Marks(second));
        await (await scene.StepAsync(Ltn, second, "forward")).ProblemAsync(409, "NOM-0100");
    }

    [Fact]
    public async Task PersonCode_SpacedOtherwise_IsTheSamePerson()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var code = $"{Guid.NewGuid():N}"[..10];
        await scene.AwardAsync(AwardScene.Ward, name, "Đề xuất bàn tiếp nhận lưu động", personCode: $"HP{code}");
        var second = await scene.SubmitAsync(AwardScene.City, name, "Đề xuất bàn tiếp nhận lưu động", personCode: $" hp\u00A0{code[..4]}-{code[4..]}.");
        Assert.Equal(["achievementAwarded"], AwardScene.Marks(second));
        await (await scene.StepAsync(Ltn, second, "forward")).ProblemAsync(409, "NOM-0100");
    }

    [Fact]
    public async Task SameNameAndUnit_OtherPersonCode_IsMarkedToBeCompared_AndGoesOn()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        await scene.AwardAsync(AwardScene.Ward, name, "Đề xuất bàn tiếp nhận lưu động", personCode: $"A{Guid.NewGuid():N}"[..12]);
        var second = await scene.SubmitAsync(AwardScene.City, name, "Đề xuất bàn tiếp nhận lưu động", personCode: $"B{Guid.NewGuid():N}"[..12]);
        Assert.Equal(["otherPersonCode"], AwardScene.Marks(second));
        Assert.Contains("cần đối chiếu", (string?)second["marks"]![0]!["text"]);
        await scene.StepAsync(Ltn, second, "forward").OkAsync();
    }

    [Theory]
    [InlineData("HP01", "hp 01", true)]
    [InlineData("HP01", "HP-01.", true)]
    [InlineData("HP01", "ＨＰ０１", true)]
    [InlineData("HP01", "HP\u200B01", true)]
    [InlineData("HP01", "HP02", false)]
    public void PersonCode_OnlyLettersAndDigitsCount_AlsoInWhatWasKeptEarlier(string kept, string asked, bool same)
    {
        var nominee = new NomineeRef(Recipient.Individual, Ltn, "p/10532/a", kept);
        Assert.Equal(same, nominee.Same(new(Recipient.Individual, Cva, "p/10549/b", asked)));
        Assert.Equal(same, nominee.Key == new NomineeRef(Recipient.Individual, Cva, "p/10549/b", asked).Key);
    }

    [Fact]
    public async Task Merit_OfAnother_IsUnknown()
    {
        var scene = await AwardScene.SetAsync(service);
        var merit = await scene.MeritAsync(AwardScene.Name());
        var response = await service.As(Ltn).PostAsJsonAsync("/nominations", scene.Body(AwardScene.Ward, AwardScene.Name(), "Việc của người khác", new { meritIds = new[] { merit } }));
        Assert.Equal("/meritIds/0", (string?)(await response.ProblemAsync(400, "NOM-0104"))["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task SameWords_TwoDecisionsAtOnce_OneWins()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var ward = await scene.ReadyAsync(AwardScene.Ward, name, "Rút ngắn thời gian cấp phép xây dựng");
        var city = await scene.ReadyAsync(AwardScene.City, name, "Rút ngắn thời gian cấp phép, xây dựng");
        var answers = await Task.WhenAll(scene.DecideAsync(ward), scene.DecideAsync(city));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        await answers.Single(a => (int)a.StatusCode != 201).ProblemAsync(409, "NOM-0100");
    }

    [Theory]
    [InlineData(AwardScene.Unplanned)]
    [InlineData(AwardScene.Ward)]
    public async Task UnplannedOrCampaignResult_IsNoBasisForMerit(string first)
    {
        // Nghị định 152/2025 Điều 4.3
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var merit = new { meritIds = new[] { await scene.MeritAsync(name) } };
        await scene.AwardAsync(first, name, "Giữ thông suốt dịch vụ công trong bão", merit);
        var upward = await scene.SubmitAsync(AwardScene.Merit, name, "Công trạng trong năm", merit);
        Assert.Equal(["notABasis"], AwardScene.Marks(upward));
        Assert.Contains("Điều 4.3", (string?)upward["marks"]![0]!["basis"]);
        await (await scene.StepAsync(Ltn, upward, "forward")).ProblemAsync(409, "NOM-0102");
    }

    private async Task<JsonNode> RecordAsync(string name, string text, string from, string to, int? now = null)
    {
        var kept = service.Time.Now;
        service.Time.Now = now is { } year ? new DateTimeOffset(year, 11, 21, 2, 0, 0, TimeSpan.Zero) : kept;
        try
        {
            return await service.As(Ltn).PostAsJsonAsync("/merits", new { nomineeKind = "individual", name, unitCode = Ltn, kind = "duty", title = text, description = text, from, to }).OkAsync();
        }
        finally
        {
            service.Time.Now = kept;
        }
    }

    [Fact]
    public async Task PersonCode_InAnotherWard_IsKnownAgainWithoutDetails()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var code = $"cb-{Guid.NewGuid():N}"[..12];
        await scene.AwardAsync(AwardScene.Ward, name, "Đề xuất bàn tiếp nhận lưu động", personCode: code);
        var elsewhere = await AwardScene.SetAsync(service, Cva);
        var nomination = await service.As(Cva).PostAsJsonAsync("/nominations", elsewhere.Body(AwardScene.City, name, "Đề xuất bàn tiếp nhận lưu động", unit: Cva, personCode: code.ToUpperInvariant())).OkAsync();
        var problem = await (await elsewhere.StepAsync(Cva, nomination, "forward")).ProblemAsync(409, "NOM-0100");
        Assert.Contains("đã được khen năm 2026", (string?)problem["detail"]);
        Assert.DoesNotContain("Lê Thanh Nghị", problem.ToJsonString());
        Assert.Null((string?)problem["earlier"]!["achievement"]);
    }
}
