using System.Net.Http.Json;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>An initiative counts once (Công văn 5007/BNV-TĐKT III.5.c; LTN-26-30/III.1.b.2).</summary>
public sealed class InitiativeOnceTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Theory]
    [InlineData(AwardScene.Title, AwardScene.Ward)]
    [InlineData(AwardScene.Ward, AwardScene.Title)]
    [InlineData(AwardScene.Ward, AwardScene.City)]
    public async Task Used_ForTitleThenForm_FormThenTitle_FormThenForm_IsStopped(string first, string next)
    {
        var scene = await AwardScene.SetAsync(service);
        var (name, initiative) = (AwardScene.Name(), await scene.InitiativeAsync($"Một cửa số {Guid.NewGuid():N}"));
        await scene.AwardAsync(first, name, "Việc thứ nhất trong năm", With(initiative));
        var nomination = await scene.SubmitAsync(next, name, "Việc thứ hai khác hẳn", With(initiative), 2027);
        Assert.Equal(["initiativeUsed"], AwardScene.Marks(nomination));
        var refused = (string?)nomination["level"] == "ward" ? await scene.DecideAsync(nomination) : await scene.StepAsync(Ltn, nomination, "forward");
        Assert.Contains("5007", (string?)(await refused.ProblemAsync(409, "NOM-0101"))["detail"]);
    }

    [Fact]
    public async Task Used_FromTitleToNextTitle_PassesWithWarning()
    {
        var scene = await AwardScene.SetAsync(service);
        var (name, initiative) = (AwardScene.Name(), await scene.InitiativeAsync($"Trợ lý ảo {Guid.NewGuid():N}"));
        await scene.AwardAsync(AwardScene.Title, name, "Danh hiệu năm thứ nhất", With(initiative));
        var next = await scene.ReadyAsync(AwardScene.NextTitle, name, "Danh hiệu bậc tiếp theo", With(initiative), 2027);
        Assert.Equal(["initiativeReused"], AwardScene.Marks(next));
        await scene.DecideAsync(next).OkAsync();
        var uses = await service.As(Ltn).GetAsync($"/initiatives/{initiative}/uses").OkAsync();
        Assert.Equal([true, true], uses["items"]!.AsArray().Select(u => (bool)u!["forTitle"]!));
    }

    [Fact]
    public async Task EnteredTwice_CountsAsOne()
    {
        var (scene, title) = (await AwardScene.SetAsync(service), $"Tra cứu hồ sơ {Guid.NewGuid():N}");
        var (first, again) = (await scene.InitiativeAsync(title), await scene.InitiativeAsync(title.ToUpperInvariant()));
        await scene.AwardAsync(AwardScene.Ward, AwardScene.Name(), "Việc thứ nhất", With(first));
        var other = await scene.SubmitAsync(AwardScene.Ward, AwardScene.Name(), "Việc thứ hai", With(again));
        await (await scene.DecideAsync(other)).ProblemAsync(409, "NOM-0101");
    }

    [Fact]
    public async Task TwoDecisionsAtOnce_OneWins()
    {
        // LTN-26-30/III.1.b.2.
        var (scene, initiative) = (await AwardScene.SetAsync(service), Guid.Empty.ToString());
        initiative = await scene.InitiativeAsync($"Bản đồ số {Guid.NewGuid():N}");
        var form = await scene.ReadyAsync(AwardScene.Ward, AwardScene.Name(), "Lập bản đồ số", With(initiative));
        var title = await scene.ReadyAsync(AwardScene.NextTitle, AwardScene.Name(), "Chiến sĩ thi đua", With(initiative));
        var answers = await Task.WhenAll(scene.DecideAsync(form), scene.DecideAsync(title));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        await answers.Single(a => (int)a.StatusCode != 201).ProblemAsync(409, "NOM-0101");
    }

    [Fact]
    public async Task Authors_EachOnce_StrangerNot()
    {
        var scene = await AwardScene.SetAsync(service);
        var (an, binh, stranger) = (AwardScene.Name(), AwardScene.Name(), AwardScene.Name());
        var initiative = await scene.InitiativeAsync($"Kho số {Guid.NewGuid():N}", (an, 60), (binh, 40));
        await scene.AwardAsync(AwardScene.Ward, an, "Chủ trì kho số", With(initiative));
        await scene.AwardAsync(AwardScene.Ward, binh, "Cùng xây dựng kho số", With(initiative));
        var again = await scene.SubmitAsync(AwardScene.City, an, "Một việc khác nữa", With(initiative));
        await (await scene.StepAsync(Ltn, again, "forward")).ProblemAsync(409, "NOM-0101");
        var foreign = await scene.SubmitAsync(AwardScene.Ward, stranger, "Không phải tác giả", With(initiative));
        Assert.Contains("notAnAuthor", AwardScene.Marks(foreign));
        await (await scene.DecideAsync(foreign)).ProblemAsync(409, "NOM-0105");
    }

    [Fact]
    public async Task Authors_SharesBeyondTheWhole_AreRefused()
    {
        var body = new { unitCode = Ltn, title = "Quá phần", summary = "x", authors = new[] { new { name = "A", share = 60 }, new { name = "B", share = 41 } } };
        await (await service.As(Ltn).PostAsJsonAsync("/initiatives", body)).ProblemAsync(400, "NOM-0115");
    }

    private static object With(string initiative) => new { initiativeIds = new[] { initiative } };
}
