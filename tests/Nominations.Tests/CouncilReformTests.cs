using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.TestKit;

namespace Emulation.Nominations.Tests;

/// <summary>Decisions on a council's members come in the order of their days, and on days that can be meant.</summary>
public sealed class CouncilReformTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Theory]
    [InlineData("0001-01-01", "2026-01-01", "/from")]
    [InlineData("1944-12-31", "2026-01-01", "/from")]
    [InlineData("9999-12-31", "2026-01-01", "/from")]
    [InlineData("2026-06-01", "2201-01-01", "/decisionDate")]
    public async Task Reform_DayNobodyMeans_Is400AtItsPlace(string from, string decided, string pointer)
    {
        var room = await CouncilRoom.NewAsync(service, 3);
        var problem = await (await ReformAsync(room, from, decided, 0, 1, 2)).ProblemAsync(400, "EMU-0001");
        Assert.Equal([pointer], problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
        Assert.Equal(400, (int)(await room.Section.PostAsJsonAsync("/councils", new { unitCode = room.Unit, termFrom = "0001-01-01", termTo = "9999-12-31", decisionNumber = "1", decisionDate = "0001-01-01", members = new[] { room.Member(0), room.Member(1), room.Member(2) } })).StatusCode);
    }

    [Fact]
    public async Task Reform_DatedBeforeTheLatest_IsRefusedAndChangesNothing()
    {
        var room = await CouncilRoom.NewAsync(service, 4);
        await ReformAsync(room, "2026-06-01", "2026-05-30", 0, 1, 2, 3, 5).OkAsync();
        var problem = await (await ReformAsync(room, "2026-03-01", "2026-02-25", 0, 1, 2)).ProblemAsync(409, "NOM-0098");
        Assert.Equal("/from", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Contains("01/06/2026", problem["errors"]![0]!["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, (await room.Section.GetAsync($"/councils/{room.Council["id"]}").OkAsync())["members"]!.AsArray().Count);
        // One that only lets members go counts as well; of the same day it may be corrected.
        await ReformAsync(room, "2026-09-01", "2026-08-30", 0, 1, 2).OkAsync();
        await (await ReformAsync(room, "2026-08-31", "2026-08-30", 0, 1, 2, 3)).ProblemAsync(409, "NOM-0098");
        Assert.Equal(4, (await ReformAsync(room, "2026-09-01", "2026-08-30", 0, 1, 2, 6).OkAsync())["members"]!.AsArray().Count);
    }

    private static Task<HttpResponseMessage> ReformAsync(CouncilRoom room, string from, string decided, params int[] who) => room.Section.PutAsJsonAsync($"/councils/{room.Council["id"]}",
        new { from, decisionNumber = "77/QĐ-UBND", decisionDate = decided, reason = "Kiện toàn", members = who.Select(i => room.Member(i)) });
}
