using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Nobody votes on itself, and who takes the chair is not the standing section's choice (docs/adr/0026).</summary>
public sealed class CouncilConflictTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task StaffCode_InOtherCase_IsTheSamePerson()
    {
        var room = await CouncilRoom.NewAsync(service, more: i => i switch
        {
            2 => new { personCode = " cb-002 " },
            3 => new { relations = new[] { "cb-002" } },
            _ => null,
        });
        await (await room.Section.PostAsJsonAsync("/councils", new
        {
            unitCode = room.Unit, termFrom = "2031-01-01", decisionNumber = "1/QĐ-UBND", decisionDate = "2030-12-30",
            members = new[] { room.Member(0), room.Member(1, more: new { personCode = "CB-9" }), room.Member(2, more: new { personCode = "cb-9" }) },
        })).ProblemAsync(400, "NOM-0073");
        var nomination = await PersonAsync(room, "Tên khác hẳn", "CB-002");
        Assert.Equal(["Ủy viên 2 nominee", "Ủy viên 3 relation"], Found(await room.SessionAsync(nomination)));
    }

    [Fact]
    public async Task StaffCode_StoredAsTyped_IsStillKnown()
    {
        var room = await CouncilRoom.NewAsync(service, more: i => i == 2 ? new { personCode = "CB-003" } : null);
        await service.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE council_members SET person_code = 'cb-003' WHERE id = {Guid.Parse(room.MemberId(2))}"));
        Assert.Equal(["Ủy viên 2 nominee"], Found(await room.SessionAsync(await PersonAsync(room, "Tên khác hẳn", "CB-003"))));
    }

    [Fact]
    public async Task Nominee_ByStaffCode_CannotBeSetAside_NamesakeCanWithReason()
    {
        var room = await CouncilRoom.NewAsync(service, more: i => i == 2 ? new { personCode = "CB-004" } : null);
        var session = await room.SessionAsync(await PersonAsync(room, "Tên khác hẳn", "CB-004"), await PersonAsync(room, "Ủy viên 2", "CB-777"));
        Assert.Equal(["Ủy viên 2 nominee"], Found(session));
        Assert.Equal(["Ủy viên 2 namesake"], Found(session, 1));
        await (await DismissAsync(room.As(0), session, 0)).ProblemAsync(409, "NOM-0097");
        Assert.Equal(200, (int)(await DismissAsync(room.As(0), session, 1)).StatusCode);
        var voting = await room.BallotAsync(session);
        Assert.True((bool)voting["items"]![0]!["conflicts"]![0]!["stands"]!);
        Assert.False((bool)voting["items"]![1]!["conflicts"]![0]!["stands"]!);
        var mine = (await room.As(2).GetAsync($"/councils/sessions/{session["id"]}").OkAsync())["mine"]!["secretItems"]!.AsArray();
        Assert.Equal([(string)session["items"]![1]!["id"]!], mine.Select(i => (string)i!));
    }

    [Fact]
    public async Task Chair_IsChairOrViceChair_AnotherOnlyNamedAndWhileBothAreAway()
    {
        var room = await CouncilRoom.NewAsync(service, more: i => i == 1 ? new { title = "viceChair" } : i == 4 ? new { title = "secretary" } : null);
        Task<HttpResponseMessage> Plan(int chair, string? reason = null) => room.Section.PostAsJsonAsync($"/councils/{room.Council["id"]}/sessions",
            new { title = "Phiên họp", at = service.Time.Now.AddDays(1), place = "Phòng họp số 1", chairId = room.MemberId(chair), chairReason = reason });
        var refused = await (await Plan(2)).ProblemAsync(400, "NOM-0095");
        Assert.Equal("/chairReason", (string?)refused["errors"]![0]!["pointer"]);
        await (await Plan(2, "")).ProblemAsync(400, "EMU-0001");
        Assert.Equal(room.MemberId(1), (string?)(await Plan(1).OkAsync())["chairId"]);

        var named = await Plan(2, "Chủ tịch, Phó Chủ tịch đi công tác; giấy phân công số 15").OkAsync();
        Assert.Equal("Chủ tịch, Phó Chủ tịch đi công tác; giấy phân công số 15",
            await service.WithDb(db => db.AuditEntries.Where(a => a.AggregateId == (string)named["id"]! && a.Action == "planned").Select(a => a.Reason).SingleAsync()));
        var session = await room.PutAsync(named, await PersonAsync(room, "Ủy viên 3", "CB-888"));
        Assert.Equal(["Ủy viên 3 namesake"], Found(session));
        // Before the roll is called nobody knows that both are away.
        await (await DismissAsync(room.As(2), session)).ProblemAsync(409, "NOM-0096");
        await (await OpenAsync(room, session, absent: [0])).ProblemAsync(409, "NOM-0096");
        Assert.Equal(200, (int)(await OpenAsync(room, session, absent: [0, 1])).StatusCode);
        Assert.Equal(200, (int)(await OpenAsync(room, session, absent: [0])).StatusCode);
        await (await DismissAsync(room.As(2), session)).ProblemAsync(409, "NOM-0096");
        Assert.Equal(200, (int)(await OpenAsync(room, session, absent: [0, 1])).StatusCode);
        await (await DismissAsync(room.Section, session)).ProblemAsync(403, "NOM-0091");
        Assert.Equal(200, (int)(await DismissAsync(room.As(2), session)).StatusCode);
    }

    private static Task<HttpResponseMessage> OpenAsync(CouncilRoom room, JsonNode session, int[] absent) => room.Section.PostAsJsonAsync($"/councils/sessions/{session["id"]}/open", new
    {
        attendance = session["members"]!.AsArray().Select(m => new { memberId = (string)m!["memberId"]!, attendance = absent.Any(a => room.MemberId(a) == (string)m["memberId"]!) ? "absent" : "present" }),
    });

    private static async Task<HttpResponseMessage> DismissAsync(HttpClient by, JsonNode session, int item = 0)
    {
        var now = (await by.GetAsync($"/councils/sessions/{session["id"]}").OkAsync())["items"]![item]!;
        return await by.PostAsJsonAsync($"/councils/sessions/{session["id"]}/items/{now["id"]}/conflicts/{now["conflicts"]![0]!["id"]}/dismiss", new { reason = "Đã đối chiếu hồ sơ cán bộ" });
    }

    private static string[] Found(JsonNode session, int item = 0) => [.. session["items"]![item]!["conflicts"]!.AsArray().Select(c => $"{c!["memberName"]} {c["kind"]}")];

    private Task<JsonNode> PersonAsync(CouncilRoom room, string name, string code) => service.PostAsync(room.Unit, new
    {
        campaign = room.Plan, category = "person", year = 2026, achievement = "Sáng kiến một cửa số", submit = true, nominee = new { kind = "individual", name, unitCode = room.Unit, personCode = code },
    });
}
