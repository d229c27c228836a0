using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Nothing for those under discipline or review (Nghị định 152/2025 Điều 4.4).</summary>
public sealed class HoldTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Held_IsHandedInWithAMark_ButGoesNoFurther_UntilLifted()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var hold = await HoldAsync(name, "inspection");
        var nomination = await scene.SubmitAsync(AwardScene.City, name, "Trực tiếp tham mưu");
        Assert.Equal("submitted", (string?)nomination["state"]);
        Assert.True((bool)nomination["held"]!);

        // Those who keep the list see what it is about, others only that there is something.
        var told = await (await scene.StepAsync(Ltn, nomination, "forward")).ProblemAsync(409, "NOM-0103");
        Assert.Contains("99/QĐ-TTr", (string?)told["detail"]);
        var seenByOthers = await service.As(Ltn, Policies.NominationsRead, Policies.NominationsWrite).GetAsync($"/nominations/{nomination["id"]}").OkAsync();
        Assert.True((bool)seenByOthers["held"]!);
        var blind = await (await service.As(Ltn, Policies.NominationsRead, Policies.NominationsWrite).PostAsJsonAsync($"/nominations/{nomination["id"]}/forward", new { })).ProblemAsync(409, "NOM-0103");
        Assert.Equal("Đối tượng đang trong thời gian xem xét.", (string?)blind["detail"]);
        Assert.DoesNotContain("99/QĐ-TTr", seenByOthers.ToJsonString() + blind.ToJsonString());

        var lifted = await service.As(Ltn).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "Kết luận thanh tra không có sai phạm" }).OkAsync();
        Assert.Equal((string?)nomination["id"], (string?)lifted["openNominations"]!.AsArray().Single());
        Assert.False((bool)(await service.GetAsync(Ltn, nomination))["held"]!);
        await scene.StepAsync(Ltn, nomination, "forward").OkAsync();
        var history = await service.As(Ltn).GetAsync($"/nominations/{nomination["id"]}/history").OkAsync();
        Assert.Contains("holdLifted", history["items"]!.AsArray().Select(i => (string)i!["action"]!));
    }

    [Theory]
    [InlineData("appraise")]
    [InlineData("award")]
    public async Task Recorded_WhileUnderWay_StopsTheNextStep(string step)
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var nomination = await scene.SubmitAsync(AwardScene.City, name, "Chỉ đạo một cửa");
        await scene.StepAsync(Ltn, nomination, "forward").OkAsync();
        if (step == "award")
            await scene.StepAsync(City, nomination, "appraise").OkAsync();
        var hold = await HoldAsync(name, "complaint");
        Assert.Contains((string?)nomination["id"], hold["openNominations"]!.AsArray().Select(i => (string?)i));
        var refused = step == "award" ? await scene.DecideAsync(nomination) : await scene.StepAsync(City, nomination, "appraise");
        await refused.ProblemAsync(409, "NOM-0103");
    }

    [Fact]
    public async Task Recorded_WhileADecisionIsMade_EitherIsFirst_NeverBothBlind()
    {
        // Whoever gets the lock first: an award that stands was decided before the hold, one that came after is refused.
        var scene = await AwardScene.SetAsync(service);
        for (var round = 0; round < 6; round++)
        {
            var name = AwardScene.Name();
            var nomination = await scene.ReadyAsync(AwardScene.Ward, name, "Việc trong năm");
            var decide = scene.DecideAsync(nomination);
            var hold = HoldAsync(name, "discipline");
            await Task.WhenAll(decide, hold);
            var awarded = (int)(await decide).StatusCode == 201;
            var touched = (await hold)["openNominations"]!.AsArray().Count;
            Assert.Equal(awarded ? 0 : 1, touched);
            if (!awarded)
                await (await decide).ProblemAsync(409);
        }
    }

    [Fact]
    public async Task Lock_HeldByAHoldBeingRecorded_MakesTheDecisionWaitAndSee()
    {
        var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
        var nomination = await scene.ReadyAsync(AwardScene.Ward, name, "Việc trong năm");
        var hold = Domain.Register.Hold.Record(Recipient.Individual, Ltn, name, null, Domain.Register.HoldKind.Press, new(2026, 1, 1), null, false, "Báo", "test", service.Time.Now);
        Task<HttpResponseMessage> deciding = null!;
        await service.WithDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.LockAsync(hold.Locks, default);
            deciding = scene.DecideAsync(nomination);
            await Task.WhenAny(deciding, Task.Delay(500));
            Assert.False(deciding.IsCompleted);
            db.Holds.Add(hold);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return 0;
        });
        await (await deciding).ProblemAsync(409, "NOM-0103");
    }

    [Theory]
    [InlineData("hp {0}", true, new[] { "held" })]
    [InlineData("KH{0}", false, new[] { "otherPersonCode" })]
    public async Task PersonCode_OnAnotherPaper_WrittenOtherwiseIsHeld_AnotherOneIsToBeCompared(string written, bool held, string[] marks)
    {
        var (scene, name, code) = (await AwardScene.SetAsync(service), AwardScene.Name(), $"{Guid.NewGuid():N}"[..10]);
        await HoldAsync(name, "inspection", more: new { personCode = $"HP{code}" });
        var nomination = await scene.SubmitAsync(AwardScene.City, name, "Trực tiếp tham mưu", personCode: string.Format(System.Globalization.CultureInfo.InvariantCulture, written, code));
        Assert.Equal(held, (bool)nomination["held"]!);
        Assert.Equal(marks, AwardScene.Marks(nomination));
    }

    [Fact]
    public async Task OfAMember_DoesNotHoldTheCollective_UnlessSaid()
    {
        const string Unit = "10532-HOLD";
        await service.UnitAsync(Unit, "Trung tâm thử", UnitKind.Office, Ltn, null);
        var scene = await AwardScene.SetAsync(service);
        await HoldAsync(AwardScene.Name(), "discipline", Unit);
        var free = await scene.SubmitAsync(AwardScene.Collective, "Trung tâm thử", "Không có hồ sơ quá hạn", unit: Unit, kind: "collective");
        Assert.False((bool)free["held"]!);
        await HoldAsync(AwardScene.Name(), "discipline", Unit, more: new { holdsCollective = true });
        Assert.True((bool)(await service.GetAsync(Ltn, free))["held"]!);
        await (await scene.DecideAsync(free)).ProblemAsync(409, "NOM-0103");
        // The collective's own members stay free.
        Assert.False((bool)(await scene.SubmitAsync(AwardScene.Ward, AwardScene.Name(), "Việc của một người", unit: Unit))["held"]!);
    }

    [Fact]
    public async Task Scope_OwnAndBelow_OthersAreNotFound()
    {
        var hold = await HoldAsync(AwardScene.Name(), "investigation");
        await (await service.As(Cva).GetAsync($"/holds/{hold["id"]}")).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "x" })).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).PostAsJsonAsync("/holds", Body("Ai đó", "press", Ltn))).ProblemAsync(403, "EMU-0004");
        await (await service.As(Ltn, Policies.NominationsRead).GetAsync("/holds")).ProblemAsync(403, "EMU-0004");
        await service.As(City).GetAsync($"/holds/{hold["id"]}").OkAsync();
    }

    [Fact]
    public async Task Request_NonsenseIsRefusedByField()
    {
        await (await service.As(Ltn).PostAsJsonAsync("/holds", Body("A", "press", Ltn, new { from = "2026-05-01", to = "2026-04-30" }))).ProblemAsync(400, "EMU-0001");
        await (await service.As(Ltn).PostAsJsonAsync("/holds", Body(null, "press", Ltn))).ProblemAsync(400, "NOM-0116");
        await (await service.As(City).PostAsJsonAsync("/holds", Body("A", "press", "31-KHONG-CO"))).ProblemAsync(400, "NOM-0003");
        var hold = await HoldAsync(AwardScene.Name(), "press");
        await (await service.As(Ltn).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "x", lastDay = "2099-01-01" })).ProblemAsync(400, "EMU-0001");
        await service.As(Ltn).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "Đã xác minh" }).OkAsync();
        await (await service.As(Ltn).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "lần nữa" })).ProblemAsync(409, "NOM-0106");
    }

    [Theory]
    [InlineData("0001-01-01", null, "/from")]
    [InlineData("1944-12-31", null, "/from")]
    [InlineData("2026-01-01", "9999-12-31", "/to")]
    public async Task Days_BeyondWhatCanBeMeant_AreNamed(string from, string? to, string pointer)
    {
        var problem = await (await service.As(Ltn).PostAsJsonAsync("/holds", Body(AwardScene.Name(), "press", Ltn, new { from, to }))).ProblemAsync(400, "EMU-0001");
        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Lift_OnTheFirstDayOfTheCalendar_Returns400_OnTheFirstThatCanBeMeantIsTaken()
    {
        var hold = await HoldAsync(AwardScene.Name(), "press", more: new { from = "1945-01-01" });
        var problem = await (await service.As(Ltn).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "x", lastDay = "0001-01-01" })).ProblemAsync(400, "EMU-0001");
        Assert.Equal("/lastDay", (string?)problem["errors"]![0]!["pointer"]);
        await service.As(Ltn).PostAsJsonAsync($"/holds/{hold["id"]}/lift", new { reason = "Ghi nhầm", lastDay = "1945-01-01" }).OkAsync();
    }

    [Fact]
    public async Task Discipline_TimeBeforeItsEnd_DoesNotCount()
    {
        service.Time.Now = DateTimeOffset.Parse("2029-06-01T08:00:00+07:00");
        try
        {
            var (scene, name) = (await AwardScene.SetAsync(service), AwardScene.Name());
            var worked = new { service = new[] { new { from = "2026-01-01", role = "Tham mưu CCHC" } } };
            var nomination = await scene.SubmitAsync(AwardScene.Service, name, "Ba năm tham mưu", worked, 2029);
            Assert.Equal("met", (string?)nomination["eligibility"]);
            await HoldAsync(name, "discipline", more: new { from = "2026-03-01", to = "2027-03-01" });
            // 02/03/2027 – 01/06/2029 is less than three years, but they may still be reached by the end of 2030.
            Assert.Equal("notYetKnown", (string?)(await service.GetAsync(Ltn, nomination))["eligibility"]);
            Assert.False((bool)(await service.GetAsync(Ltn, nomination))["held"]!);
        }
        finally
        {
            service.Time.Now = new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
        }
    }

    [Theory]
    [InlineData("2026-12-31", Contracts.Nominations.Outcome.Met)]
    [InlineData("2027-01-03", Contracts.Nominations.Outcome.NotMet)]
    public void Judge_ThreeYearsAfterADiscipline_ToTheDay(string disciplinedUntil, Contracts.Nominations.Outcome expected)
    {
        var condition = new DirectService { Clause = "x", Text = "x", YearsAtLeast = 3, FromYear = 2026, ToYear = 2029 };
        var facts = new Facts
        {
            Year = 2029, Cadence = Cadence.Period, Today = new(2030, 2, 1), DisciplinedUntil = DateOnly.Parse(disciplinedUntil),
            Service = [new ServicePeriod { From = new(2026, 1, 1), Role = "Tham mưu" }],
        };
        Assert.Equal(expected, Judge.Of(condition, facts).Outcome);
    }

    private Task<JsonNode> HoldAsync(string name, string kind, string unit = Ltn, object? more = null) => service.As(Ltn).PostAsJsonAsync("/holds", Body(name, kind, unit, more)).OkAsync();

    private static JsonObject Body(string? name, string kind, string unit, object? more = null)
    {
        var body = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(new { whom = "individual", unitCode = unit, name, kind, from = "2026-01-01", source = "99/QĐ-TTr" }))!.AsObject();
        foreach (var (key, value) in more is null ? [] : JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
            body[key] = value?.DeepClone();
        return body;
    }
}
