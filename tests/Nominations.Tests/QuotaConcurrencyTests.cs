using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Features.Quotas;
using Emulation.TestKit;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Emulation.Nominations.Tests.NominationsFixture;
using static Emulation.Nominations.Tests.QuotaStage;

namespace Emulation.Nominations.Tests;

/// <summary>Never more than the quota, whoever comes at the same time, through two copies of the service on one database (docs/adr/0023).</summary>
public sealed class QuotaConcurrencyTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private readonly QuotaStage _stage = new(service);

    [Fact]
    public async Task Submit_ManyAtOnceThroughTwoCopies_ExactlyTheQuotaPasses()
    {
        var copy = Copy();
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(3)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Client(i % 2 == 0 ? null : copy, unit).PostAsJsonAsync("/nominations", Request(campaign, "k", unit, 2026))));
        Assert.Equal(3, answers.Count(a => (int)a.StatusCode == 201));
        foreach (var loser in answers.Where(a => (int)a.StatusCode != 201))
            await loser.ProblemAsync(409, "NOM-0030");
        Assert.Equal(3, await OnFile(campaign));
    }

    [Fact]
    public async Task Submit_SingleBatchAndResubmitAtOnce_ExactlyTheQuotaPasses()
    {
        var copy = Copy();
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(5)), Yearly("l", Recipient.Individual, Limit(2)));
        var drafts = new List<JsonNode>();
        for (var i = 0; i < 6; i++)
            drafts.Add(await _stage.Draft(campaign, "k", unit, 2026));
        object Batch(int seed) => new { items = Enumerable.Range(0, 6).Select(i => (i + seed) % 2 == 0 ? Request(campaign, "k", unit, 2026) : Request(campaign, "l", unit, 2026, individual: true)).ToArray() };

        var batches = Enumerable.Range(0, 6).Select(i => Client(i % 2 == 0 ? null : copy, unit).PostAsJsonAsync("/nominations/batch", Batch(i)).OkAsync()).ToArray();
        var singles = drafts.Select((d, i) => Client(i % 2 == 0 ? copy : null, unit).PostAsJsonAsync($"/nominations/{d["id"]}/submit", new { })).ToArray();
        await Task.WhenAll(batches.Cast<Task>().Concat(singles));

        foreach (var single in singles.Select(s => s.Result).Where(a => !a.IsSuccessStatusCode))
            await single.ProblemAsync(409, "NOM-0030");
        var items = batches.SelectMany(b => b.Result["items"]!.AsArray()).ToList();
        Assert.All(items, i => Assert.True((int)i!["status"]! == 201 || (string?)i["problem"]!["code"] == "NOM-0030", i.ToString()));
        Assert.Equal(5, await OnFile(campaign, "k"));
        Assert.Equal(2, await OnFile(campaign, "l"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Submit_SameKeyManyTimesAtOnce_TakesOnePlaceAndAllGetTheFirstAnswer(int atMost)
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(atMost)));
        var body = Request(campaign, "k", unit, 2026, nominee: Nominee(false, unit, "Một tập thể"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.As(unit).PostKeyedAsync("/nominations", body, $"khoa-{campaign}")));
        Assert.All(answers, a => Assert.Equal(201, (int)a.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(async a => (string)(await a.JsonAsync())["id"]!))).Distinct());
        Assert.Equal(1, await OnFile(campaign));
    }

    [Fact]
    public async Task Batches_OfTheCityOverManyUnits_NeitherExceedNorBlockEachOther()
    {
        var copy = Copy();
        var units = new List<string>();
        for (var i = 0; i < 6; i++)
            units.Add(await _stage.WardAsync());
        var campaign = await _stage.LaunchAsync(City, Yearly("k", Recipient.Collective, Limit(1)));
        // Each list names the units in another order: without one direction of waiting they would wait in a circle.
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Client(i % 2 == 0 ? null : copy, City).PostAsJsonAsync("/nominations/batch",
            new { items = (i % 2 == 0 ? units : units.AsEnumerable().Reverse()).Select(u => Request(campaign, "k", u, 2026)).ToArray() }).OkAsync()));
        var items = answers.SelectMany(a => a["items"]!.AsArray()).ToList();
        Assert.Equal(units.Count, items.Count(i => (int)i!["status"]! == 201));
        Assert.All(items.Where(i => (int)i!["status"]! != 201), i => Assert.Equal("NOM-0030", (string?)i!["problem"]!["code"]));
        foreach (var unit in units)
            Assert.Equal(1, await service.WithDb(db => db.Nominations.CountAsync(n => n.ProposingUnitCode == unit && n.State == NominationState.Submitted)));
    }

    [Fact]
    public async Task Decisions_AtOnceForOneBlock_GiveOneFlag()
    {
        // CH-26-30/III.2.3.b.2.1: one flag in a block of the whole city, over the campaigns of all its units.
        var copy = Copy();
        var block = $"khoi-{Guid.NewGuid():N}"[..20];
        var flags = new List<JsonNode>();
        for (var i = 0; i < 4; i++)
        {
            var unit = await _stage.WardAsync(UnitKind.Commune, block);
            var campaign = await _stage.PlanAsync("CH-26-30", unit);
            flags.Add(await _stage.Submit(campaign, "period-city-flag", unit).OkAsync());
            await _stage.AppraiseAsync(unit, flags[i]);
        }
        var answers = await Task.WhenAll(flags.Select((f, i) => Client(i % 2 == 0 ? null : copy, City).PostAsJsonAsync("/decisions", new { nominationIds = new[] { f["id"] }, signerName = "Trần Văn Mẫu" })));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        foreach (var loser in answers.Where(a => (int)a.StatusCode != 201))
            Assert.Equal("CH-26-30/III.2.3.b.2.1", (string?)(await loser.ProblemAsync(409, "NOM-0030"))["clause"]);
    }

    [Fact]
    public async Task Guard_LeftOut_BothCountAFreePlace_Held_TheSecondCountsTheFirst()
    {
        // The race itself, step by step: what the lock is for, and that it is what helps.
        var unit = await _stage.WardAsync();
        var code = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(1)));
        var drafts = new[] { await _stage.Draft(code, "k", unit, 2026), await _stage.Draft(code, "k", unit, 2026) };

        await using (var one = service.Services.CreateAsyncScope())
        await using (var two = service.Services.CreateAsyncScope())
        {
            Assert.Equal(0, await CountAsync(Db(one), code, unit));
            Assert.Equal(0, await CountAsync(Db(two), code, unit));
        }

        await using var first = service.Services.CreateAsyncScope();
        await using var second = service.Services.CreateAsyncScope();
        var key = $"dong-thoi/{code}";
        Assert.True(await first.ServiceProvider.GetRequiredService<QuotaGuard>().HoldAsync([key], default));
        Assert.Equal(0, await CountAsync(Db(first), code, unit));
        var counted = Task.Run(async () =>
        {
            await second.ServiceProvider.GetRequiredService<QuotaGuard>().HoldAsync([key], default);
            return await CountAsync(Db(second), code, unit);
        });
        await Eventually.HoldsAsync(async () => await WaitingAsync(QuotaGuard.Number(key)) == 1, "the second waits for the first");
        Assert.False(counted.IsCompleted);
        await SubmitAsync(Db(first), drafts[0]);
        Assert.Equal(1, await counted);
    }

    [Fact]
    public async Task Submit_WhileTheGuardIsHeld_Waits_ThenTakesThePlaceOnce()
    {
        var unit = await _stage.WardAsync();
        var code = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(1)));
        var campaign = await service.WithDb(db => db.Campaigns.SingleAsync(c => c.Code == code));
        var key = $"{campaign.Id:N}/{unit}";
        Task<HttpResponseMessage>[] sent;
        await using (var holder = service.Services.CreateAsyncScope())
        {
            await holder.ServiceProvider.GetRequiredService<QuotaGuard>().HoldAsync([key], default);
            sent = [_stage.Submit(code, "k", unit, 2026), _stage.Submit(code, "k", unit, 2026)];
            await Eventually.HoldsAsync(async () => await WaitingAsync(QuotaGuard.Number(key)) == 2, "both hand in under the lock");
        }
        var answers = await Task.WhenAll(sent);
        Assert.Equal([201, 409], answers.Select(a => (int)a.StatusCode).Order());
    }

    [Fact]
    public async Task Guard_AskedAgainstTheDirection_GivesUpInsteadOfWaitingInACircle()
    {
        await using var one = service.Services.CreateAsyncScope();
        await using var two = service.Services.CreateAsyncScope();
        var keys = Enumerable.Range(0, 2).Select(i => $"vong/{Guid.NewGuid()}").OrderBy(QuotaGuard.Number).ToArray();
        var (a, b) = (one.ServiceProvider.GetRequiredService<QuotaGuard>(), two.ServiceProvider.GetRequiredService<QuotaGuard>());
        Assert.True(await a.HoldAsync([keys[0]], default));
        Assert.True(await b.HoldAsync([keys[1]], default));
        Assert.False(await b.HoldAsync([keys[0]], default));
    }

    /// <summary>Ends with the first copy, so that what it still has to consume is not cut off.</summary>
    private WebApplicationFactory<Program> Copy() => service.WithWebHostBuilder(_ => { });

    private HttpClient Client(WebApplicationFactory<Program>? copy, string unit) => service.As(unit, $"test-{unit}", [], copy);

    private static NominationsDbContext Db(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<NominationsDbContext>();

    private static async Task<int> CountAsync(NominationsDbContext db, string campaign, string unit)
    {
        var known = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Code == campaign);
        return (await QuotaBook.OfCampaignAsync(db, known, unit, default)).Places.Count(p => p.Holds);
    }

    private static async Task SubmitAsync(NominationsDbContext db, JsonNode draft)
    {
        var id = (Guid)draft["id"]!;
        var nomination = await db.Nominations.SingleAsync(n => n.Id == id);
        Assert.Null(nomination.Submit(DateTimeOffset.UnixEpoch, null, null));
        await db.SaveChangesAsync();
    }

    /// <summary>How many wait for a lock; PostgreSQL shows its number in two halves.</summary>
    private Task<int> WaitingAsync(long number) => service.WithDb(db => db.Database.SqlQuery<int>(
        $"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND ((classid::bigint << 32) | objid::bigint) = {number} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())").SingleAsync());

    private Task<int> OnFile(string campaign, string? category = null) => service.WithDb(db => db.Nominations.CountAsync(n =>
        db.Campaigns.Any(c => c.Id == n.CampaignId && c.Code == campaign) && n.State == NominationState.Submitted && (category == null || n.CategoryKey == category)));
}
