using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Emulation.Nominations.Tests.NominationsFixture;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>A ranking reaches every open nomination once, however many they are and whatever is done to them meanwhile.</summary>
public sealed class RejudgingTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Ranking_MoreThanOnePage_EachIsJudgedAndToldOnce()
    {
        const int Copies = 600;
        var (nomination, block) = await NominatedAsync("13301");
        var id = (Guid)nomination["id"]!;
        await service.WithDb(db => db.Database.ExecuteSqlAsync($"""
            INSERT INTO nominations SELECT (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'nominee_key', n.nominee_key || g))).*
            FROM nominations n CROSS JOIN generate_series(1, {Copies}) g WHERE n.id = {id}
            """));

        await service.RankAsync(2026, block, 2, ("13301", 6));

        await AssertAllAsync();
        // What comes a second time, be it under another id, finds nothing left to do.
        await service.RankAsync(2026, block, 2, ("13301", 6));
        await AssertAllAsync();

        async Task AssertAllAsync()
        {
            var all = await service.WithDb(db => db.Nominations.Where(n => n.RankedUnitCode == "13301").Select(n => new { n.Id, n.Version, n.Eligibility }).ToListAsync());
            Assert.Equal(Copies + 1, all.Count);
            Assert.All(all, n => Assert.Equal((Outcome.NotMet, (int)nomination["version"]! + 1), (n.Eligibility, n.Version)));
            var ids = all.ConvertAll(n => n.Id.ToString());
            Assert.Equal(Copies + 1, await service.WithDb(db => db.AuditEntries.CountAsync(a => a.Action == "rejudged" && ids.Contains(a.AggregateId))));
            await Eventually.HoldsAsync(() => Task.FromResult(Told() >= Copies + 1), "not all were told");
            Assert.Equal(Copies + 1, Told());
        }

        int Told() => service.Published.OfType<EligibilityChanged>().Count(e => e.Nomination.ProposingUnitCode == "13301");
    }

    [Fact]
    public async Task Ranking_StepTakenBetweenReadingAndWriting_BothStand()
    {
        var (nomination, block) = await NominatedAsync("13302");
        var (id, message) = ((Guid)nomination["id"]!, Guid.CreateVersion7());
        await using (var scope = service.Services.CreateAsyncScope())
        {
            // A step that has written its row and not yet ended.
            var db = scope.ServiceProvider.GetRequiredService<Data.NominationsDbContext>();
            await using var step = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE nominations SET version = version + 1, late_reason = 'Chờ xác nhận' WHERE id = {id}");
            await service.Services.GetRequiredService<IBus>().Publish(service.Ranking(2026, block, 2, ("13302", 6)), c => c.MessageId = message);
            await Eventually.HoldsAsync(() => service.WithDb(other => other.Database.SqlQuery<bool>(
                $"SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS \"Value\"").SingleAsync()), "the ranking did not come to the row");
            await step.CommitAsync();
        }
        await Eventually.HoldsAsync(() => service.WithDb(db => db.Inbox.AnyAsync(m => m.MessageId == message)), "the ranking was not worked through");

        var now = await service.GetAsync(City, nomination);
        Assert.Equal(("notMet", "Chờ xác nhận", (int)nomination["version"]! + 2), ((string?)now["eligibility"], (string?)now["lateReason"], (int)now["version"]!));
        Assert.Equal(1, await service.WithDb(db => db.AuditEntries.CountAsync(a => a.AggregateId == id.ToString() && a.Action == "rejudged")));
        var told = await service.PublishedAsync<EligibilityChanged>(e => e.Nomination.NominationId == id);
        Assert.Equal((int)now["version"]!, told.Nomination.Version);
    }

    [Fact]
    public async Task List_CategoryRenamedByAnAmendment_ShowsItsNewName()
    {
        await NominatedAsync("13303");
        var plan = _plans["13303"];
        Assert.Equal("gate", await NameAsync());
        var amended = plan with { Version = plan.Version + 1, Scheme = new AwardScheme { Categories = [plan.Scheme.Categories[0] with { Name = "Bằng khen của năm" }] } };
        await service.DeliverAsync(new CampaignAmended { Campaign = amended, Reason = "Đổi tên hạng mục", OccurredAt = service.Time.Now, ActedBy = "test" });
        // Names are kept for moments.
        await Eventually.HoldsAsync(async () => await NameAsync() == "Bằng khen của năm", "the list went on showing the former name");

        async Task<string?> NameAsync() => (string?)Assert.Single(await ListAsync("13303", $"campaign={plan.Code}"))!["categoryName"];
    }

    [Fact]
    public async Task List_EveryFilter_KeepsWhatFitsAndNothingElse()
    {
        var (nomination, block) = await NominatedAsync("13304");
        var office = await service.PostAsync(Office, Body("LTN-26-30", "yearly-collective", Office, 2026, new { externalRef = "LIST-1" }));
        foreach (var filter in new[] { "unitCode=13304", "year=2026&campaign=DC-13304", "state=submitted&unitCode=13304", "eligibility=met&unitCode=13304", "late=false&unitCode=13304", $"block={block}" })
            Assert.Equal((string?)nomination["id"], (string?)Assert.Single(await ListAsync(City, filter))!["id"]);
        foreach (var filter in new[] { "unitCode=13304&year=2027", "unitCode=13304&state=draft", "unitCode=13304&eligibility=notMet", "unitCode=13304&late=true", "block=x", "unitCode=13304-X", "campaign=x", "unitCode=' OR TRUE --" })
            Assert.Empty(await ListAsync(City, filter));
        var line = Assert.Single(await ListAsync(Office, $"unitCode={Office}&externalRef=LIST-1"))!;
        Assert.Equal((string?)office["id"], (string?)line["id"]);
        Assert.True(JsonNode.DeepEquals(office["nominee"], line["nominee"]));
        foreach (var field in new[] { "version", "state", "campaignCode", "categoryKey", "categoryName", "level", "year", "proposingUnitCode", "proposingUnitName", "eligibility", "late", "submittedAt", "externalRef", "overQuota" })
            Assert.True(JsonNode.DeepEquals(office[field], line[field]), field);
        // Another's reference, and another's unit.
        Assert.Empty(await ListAsync(City, "externalRef=LIST-1"));
        Assert.Empty(await ListAsync(Cva, "unitCode=13304"));
    }

    private readonly Dictionary<string, CampaignSnapshot> _plans = [];

    private async Task<JsonArray> ListAsync(string caller, string filter) => (await service.As(caller).GetAsync($"/nominations?{filter}").OkAsync())["items"]!.AsArray();

    /// <summary>Handed in by a ward that stands fourth of a block of its own.</summary>
    private async Task<(JsonNode Nomination, string Block)> NominatedAsync(string unit)
    {
        var block = $"phuong-{unit}";
        await service.UnitAsync(unit, $"Phường {unit}", UnitKind.Ward, City, block);
        var standard = new IndexRank { Clause = "LTN-26-30/III.2.a.2.c2", Text = "Tốp 5", Tops = [new() { Block = block, Rank = 5 }] };
        var plan = _plans[unit] = Plans.Plan($"DC-{unit}", City, "Thành phố", Plans.Category("gate", standard.Clause, Cadence.Yearly, Recipient.Collective, new() { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen" }, standard));
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        await service.RankAsync(2026, block, 1, (unit, 4));
        var nomination = await service.PostAsync(City, Body(plan.Code, "gate", unit, 2026, submit: true));
        Assert.Equal("met", (string?)nomination["eligibility"]);
        // Both listeners of the hand-in are through before anything else happens to it.
        await Eventually.HoldsAsync(() => service.WithDb(async db => !await db.Outbox.AnyAsync()), "the hand-in was not told");
        await Task.Delay(300);
        return (nomination, block);
    }
}
