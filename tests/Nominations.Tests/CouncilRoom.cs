using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>A ward of its own with a plan that asks for the council, and a council: for one test.</summary>
internal sealed class CouncilRoom
{
    private static int _units;

    /// <summary>Members with accounts: chair, secretary and others, in this order.</summary>
    public const int Default = 5;

    private readonly NominationsFixture _service;

    private CouncilRoom(NominationsFixture service, string unit) => (_service, Unit) = (service, unit);

    public string Unit { get; }

    public string Plan => $"HD-{Unit}";

    public JsonNode Council { get; private set; } = null!;

    public string Office => $"{Unit}-VHXH";

    /// <param name="members">How many; the first is chair, the second secretary.</param>
    /// <param name="onPaper">How many of the last have no account.</param>
    public static async Task<CouncilRoom> NewAsync(NominationsFixture service, int members = Default, int onPaper = 0, CouncilRule? rule = null, Func<int, object?>? more = null, string? unit = null)
    {
        var room = new CouncilRoom(service, unit ?? $"9{Interlocked.Increment(ref _units):0000}");
        if (unit is null)
        {
            await service.UnitAsync(room.Unit, $"Phường số {room.Unit}", UnitKind.Ward, City, "phuong");
            await service.UnitAsync(room.Office, "Phòng Văn hóa - Xã hội", UnitKind.Office, room.Unit, null);
            await service.DeliverAsync(new CampaignLaunched { Campaign = room.Scheme(rule), OccurredAt = service.Time.Now, ActedBy = "test" });
        }
        room.Council = await service.As(room.Unit).PostAsJsonAsync("/councils", new
        {
            unitCode = room.Unit, termFrom = "2026-01-01", termTo = "2030-12-31", decisionNumber = "11/QĐ-UBND", decisionDate = "2025-12-30",
            members = Enumerable.Range(0, members).Select(i => room.Member(i, i >= members - onPaper, more?.Invoke(i))).ToArray(),
        }).OkAsync();
        return room;
    }

    public JsonObject Member(int i, bool onPaper = false, object? more = null)
    {
        var member = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(new
        {
            name = $"Ủy viên {i}", title = i == 0 ? "chair" : i == 1 ? "secretary" : "member", accountId = onPaper ? null : Account(i),
        }))!.AsObject();
        foreach (var (key, value) in more is null ? [] : JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
            member[key] = value?.DeepClone();
        return member;
    }

    public string Account(int member) => $"tv-{Unit}-{member}";

    public string MemberId(int i) => (string)Council["members"]!.AsArray().Single(m => (string)m!["name"]! == $"Ủy viên {i}")!["id"]!;

    /// <summary>A member's own token: it votes and reads councils, nothing else.</summary>
    public HttpClient As(int member) => _service.As(Unit, Account(member), [Policies.CouncilRead, Policies.CouncilVote]);

    /// <summary>The standing section.</summary>
    public HttpClient Section => _service.As(Unit, Policies.CouncilRead, Policies.CouncilManage, Policies.NominationsRead, Policies.NominationsWrite, Policies.NominationsDecide);

    public HttpClient Chairman => _service.As(Unit, $"chu-tich-{Unit}", [Policies.CouncilRead, Policies.CouncilApprove, Policies.NominationsRead, Policies.NominationsDecide]);

    private static readonly object Leads = new { attestations = new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } } };

    public Task<JsonNode> NominateAsync(string category = "ward", string? unit = null, object? more = null, bool individual = false) =>
        _service.CompletedAsync(_service.PostAsync(Unit, Body(Plan, category, unit ?? Unit, 2026, more ?? (category == "grade" ? new { } : Leads), individual, submit: true)));

    public async Task<JsonNode> SessionAsync(params JsonNode[] nominations)
    {
        var session = await Section.PostAsJsonAsync($"/councils/{Council["id"]}/sessions", new { title = "Phiên họp xét khen thưởng", at = _service.Time.Now.AddDays(1), place = "Phòng họp số 1" }).OkAsync();
        return nominations.Length == 0 ? session : await PutAsync(session, nominations);
    }

    public Task<JsonNode> PutAsync(JsonNode session, params JsonNode[] nominations) => DoAsync(Section, session, "items", new { nominationIds = nominations.Select(n => n["id"]) });

    /// <summary>Everybody is there but the ones named.</summary>
    public Task<JsonNode> OpenAsync(JsonNode session, int[]? written = null, int[]? absent = null) => DoAsync(Section, session, "open", new
    {
        attendance = session["members"]!.AsArray().Select(m => new
        {
            memberId = (string)m!["memberId"]!,
            attendance = (written ?? []).Any(w => MemberId(w) == (string)m["memberId"]!) ? "written" : (absent ?? []).Any(a => MemberId(a) == (string)m["memberId"]!) ? "absent" : "present",
        }),
    });

    public async Task<JsonNode> BallotAsync(JsonNode session, int[]? written = null, int[]? absent = null)
    {
        await OpenAsync(session, written, absent);
        return await DoAsync(Section, session, "ballot", new { });
    }

    public async Task<HttpResponseMessage> CastAsync(JsonNode session, int member, string choice, HttpClient? through = null)
    {
        var client = through ?? As(member);
        var mine = (await client.GetAsync($"/councils/sessions/{session["id"]}").OkAsync())["mine"]!;
        return await client.PostAsJsonAsync($"/councils/sessions/{session["id"]}/papers", new { lines = mine["secretItems"]!.AsArray().Select(i => new { itemId = (string)i!, choice }) });
    }

    public Task CastAllAsync(JsonNode session, params string[] choices) => CastAllAfter(session, 0, choices);

    public async Task CastAllAfter(JsonNode session, int first, params string[] choices)
    {
        for (var i = 0; i < choices.Length; i++)
            Assert.Equal(204, (int)(await CastAsync(session, first + i, choices[i])).StatusCode);
    }

    public Task<JsonNode> ConcludeAsync(JsonNode session, object? body = null) => DoAsync(Section, session, "conclude", body ?? new { });

    public Task<JsonNode> ApproveAsync(JsonNode session, object? body = null) => DoAsync(Chairman, session, "approve", body ?? new { });

    public static Task<JsonNode> DoAsync(HttpClient client, JsonNode session, string step, object body) =>
        client.PostAsJsonAsync($"/councils/sessions/{session["id"]}/{step}", body).OkAsync();

    public async Task<JsonNode> NominationAsync(JsonNode nomination) => await Section.GetAsync($"/nominations/{nomination["id"]}").OkAsync();

    private CampaignSnapshot Scheme(CouncilRule? rule)
    {
        var asked = rule ?? new CouncilRule { Clause = "CVA-26/III.2.1" };
        var leading = Plans.Leading("CVA-26/III.3.2.a1");
        AwardCategory Of(string key, string award, AwardLevel level = AwardLevel.City, bool flag = false, Condition? standard = null, Recipient recipient = Recipient.Collective) =>
            Plans.Category(key, $"{Plan}/{key}", Cadence.Yearly, recipient, new Award { Kind = flag ? AwardKind.Title : AwardKind.Form, Code = award, Name = award, Flag = flag }, standard ?? leading, level: level) with { Council = asked };
        return Plans.Plan(Plan, Unit, $"Phường số {Unit}",
            Of("ward", "giay-khen", AwardLevel.Ward),
            Of("person", "giay-khen", AwardLevel.Ward, recipient: Recipient.Individual),
            Of("city", "bang-khen-tp"),
            Of("flag", "co-thi-dua-tp", flag: true),
            Of("grade", "giay-khen", AwardLevel.Ward, recipient: Recipient.Individual, standard: new AnyOf
            {
                Clause = "LTN-26-30/III.2.a.2.i0", Text = "Hoàn thành xuất sắc nhiệm vụ, theo xếp loại hoặc theo Hội đồng (C-41)",
                Conditions =
                [
                    new CompletionGrade { Clause = "LTN-26-30/III.2.a.2.i0", Text = "Theo xếp loại", AtLeast = Grade.CompletedOutstandingly },
                    new Attested { Clause = "LTN-26-30/III.2.a.2.i0", Text = "Theo Hội đồng", Statement = "completedOutstandingly", By = [Attester.Council], EvidenceRequired = true },
                ],
            }),
            Of("free", "giay-khen", AwardLevel.Ward) with { Council = null });
    }
}
