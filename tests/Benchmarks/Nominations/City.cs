extern alias nominations;

using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Scoring;
using Emulation.TestKit;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using nominations::Emulation.Nominations.Data;
using nominations::Emulation.Nominations.Domain;
using nominations::Emulation.Nominations.Domain.Register;
using nominations::Emulation.Nominations.Features.Eligibility;
using nominations::Emulation.Nominations.Features.Register;
using Npgsql;

namespace Emulation.Benchmarks.Nominations;

/// <summary>The service with a city's 114 units, one campaign and as many nominations as asked; 10,000 of them are open and rest on the ranks of the 45 wards.</summary>
internal sealed class City() : ServiceFixture<nominations::Program, NominationsDbContext>("nominations", o => new NominationsDbContext(o))
{
    public const string Code = "31";
    public const int Open = 10_000;
    private const int Wards = 45, Others = 69, FirstYear = 2026, LastYear = 2029;

    public static readonly CampaignSnapshot Campaign = new()
    {
        CampaignId = Guid.CreateVersion7(), Version = 1, Code = "TP-26-30", Name = "Đẩy mạnh cải cách hành chính", UnitCode = Code, UnitName = "Thành phố",
        FromYear = 2026, ToYear = 2035, LegalBases = [], Scheme = new AwardScheme { Categories = [Category("period-collective")] },
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // The manifest from which the factory reads it is made for test projects only.
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.ConfigureLogging(l => l.ClearProviders());
    }

    public string[] Units { get; } = [.. Enumerable.Range(0, Wards + Others).Select(i => $"{20000 + i}")];

    public string[] RankedWards => Units[..Wards];

    private static AwardCategory Category(string key) => new()
    {
        Key = key, Name = "Bằng khen tổng kết giai đoạn", Clause = "TP/III.2", Level = AwardLevel.City, Recipient = Recipient.Collective, Cadence = Cadence.Period,
        Award = new Award { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen" },
        Standard = new Standard
        {
            Reading = Reading.Canonical,
            Canonical = new AllOf
            {
                Clause = "TP/III.2", Text = "Tốp 10 ít nhất 03 năm và dẫn đầu phong trào hoặc có từ 02 sáng kiến",
                Conditions =
                [
                    new YearsInTop { Clause = "TP/III.2.c3", Text = "03 năm trong tốp 10", Tops = [new TopOfBlock { Block = "*", Rank = 10 }], AtLeast = 3, FromYear = 2026, ToYear = 2035 },
                    new AnyOf
                    {
                        Clause = "TP/III.2.c", Text = "Một trong",
                        Conditions =
                        [
                            new Attested { Clause = "TP/III.2.c1", Text = "Dẫn đầu phong trào", Statement = "leadingInCampaign", By = [Attester.WardCommittee] },
                            new RecognisedInitiatives { Clause = "TP/III.2.c2", Text = "Từ 02 sáng kiến", AtLeast = 2, Applied = true, Replicable = true },
                        ],
                    },
                ],
            },
        },
    };

    /// <summary>Ranks of one year: the wards in an order that the seed turns.</summary>
    public RankingPublished Ranking(int year, int version, int seed)
    {
        var order = RankedWards;
        new Random(seed).Shuffle(order);
        return new()
        {
            RankingId = Guid.NewGuid(), IndexSetCode = "CCHC", Year = year, Block = "phuong", Version = version, CorrectionReason = version > 1 ? "chấm lại" : null,
            Entries = [.. order.Select((u, i) => new RankedUnit { UnitCode = u, UnitName = u, Rank = i + 1, Tied = false, Index = 100 - i })],
            Unranked = [], OccurredAt = Time.Now, ActedBy = "bench",
        };
    }

    public async Task FillAsync(int nominations)
    {
        await WithDb(async db =>
        {
            db.Units.Add(new KnownUnit { Code = Code, Name = "Thành phố", Kind = UnitKind.City, Active = true, Version = 1 });
            db.Units.AddRange(Units.Select((code, i) => new KnownUnit
            {
                Code = code, Name = $"{(i < Wards ? "Phường" : "Xã")} {code}", Kind = i < Wards ? UnitKind.Ward : UnitKind.Commune, ParentCode = Code,
                RankingBlock = i < Wards ? "phuong" : "xa-dac-khu", Active = true, Version = 1,
            }));
            return await db.SaveChangesAsync();
        });
        await DeliverAsync(new CampaignLaunched { Campaign = Campaign, OccurredAt = Time.Now, ActedBy = "bench" });
        for (var year = FirstYear; year < FirstYear + 2; year++)
            await DeliverAsync(Ranking(year, 1, year));
        await MultiplyAsync(nominations);
    }

    public NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>One judged nomination for each unit, written by the service's own code, then copied by the database under new ids and names.</summary>
    private async Task MultiplyAsync(int nominations)
    {
        var connection = await WithDb(async db =>
        {
            var firsts = Units.Select(unit => new Nomination
            {
                CampaignId = Campaign.CampaignId, CategoryKey = "period-collective", Level = AwardLevel.City, Year = 2030, ProposingUnitCode = unit, ProposingUnitName = unit,
                RankedUnitCode = unit, CreatedBy = "bench", CreatedAt = Time.Now, Nominee = new Nominee(Recipient.Collective, $"Tập thể {unit}", null, unit, unit),
                Achievement = "Dẫn đầu cải cách hành chính", Attestations = [new Attestation { Statement = "leadingInCampaign", Holds = true, By = Attester.WardCommittee }],
            }).ToList();
            var facts = await FactSource.LoadAsync(db, firsts, Time, default);
            firsts.ForEach(n => facts.Judge(n));
            db.Nominations.AddRange(firsts);
            await db.SaveChangesAsync();
            return db.Database.GetConnectionString()!;
        });
        Source = NpgsqlDataSource.Create(connection);
        var columns = await ColumnsAsync("nominations");
        var perUnit = (nominations - Open) / Units.Length;
        var values = columns.Select(c => c switch
        {
            "id" => "gen_random_uuid()",
            "nominee_name" => "n.nominee_name || ' ' || g",
            "nominee_key" => "n.nominee_key || g",
            "state" => "{0}",
            _ => $"n.\"{c}\"",
        }).ToArray();
        var insert = $"INSERT INTO nominations ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM nominations n CROSS JOIN generate_series({{1}}) g";
        await ExecuteAsync(insert.Replace("{0}", "(ARRAY['Awarded','Rejected','Withdrawn'])[1 + g % 3]", StringComparison.Ordinal).Replace("{1}", $"1, {perUnit}", StringComparison.Ordinal));
        await ExecuteAsync(insert.Replace("{0}", "'Forwarded'", StringComparison.Ordinal).Replace("{1}", $"1000001, {1_000_000 + Open / Wards}", StringComparison.Ordinal)
            + $" WHERE n.state = 'Draft' AND n.proposing_unit_code < '{20000 + Wards}'");
        await ExecuteAsync("VACUUM ANALYZE");
    }

    /// <summary>As many years of awards as asked, 5,000 a year, to persons of all units; the oldest years first.</summary>
    public async Task FillRegisterAsync(int years)
    {
        await WithDb(async db =>
        {
            db.Register.Add(new AwardEntry
            {
                UnitCode = Units[0], UnitName = Units[0], Kind = Recipient.Individual, Name = "Mẫu", NameKey = "mau", AwardKind = AwardKind.Form, AwardCode = "bang-khen-tp", AwardName = "Bằng khen",
                Level = AwardLevel.City, Commendation = Commendation.Campaign, Year = LastYear, DecidingUnitName = "Thành phố", Order = 1,
                Achievement = "Hoàn thành xuất sắc nhiệm vụ cải cách hành chính", RewardBasis = "", CreatedBy = "bench", CreatedAt = Time.Now,
            });
            return await db.SaveChangesAsync();
        });
        var columns = await ColumnsAsync("award_entries");
        const string Names = "(ARRAY['nguyen','tran','le','pham','hoang','vu','dang','bui','do','ngo'])[1 + g % 10] || ' thi ' || (ARRAY['mai','lan','hoa','huong','thu','ha','binh','an','minh','duc','quang'])[1 + g % 11]";
        var values = columns.Select(c => c switch
        {
            "id" => "gen_random_uuid()",
            "name" => $"{Names} || ' ' || g",
            "name_key" => "'p/' || e.unit_code || '/' || g",
            "unit_code" => $"'' || (20000 + g % {Wards + Others})",
            "year" => $"{LastYear} - (g / 5000)",
            "order" => "g",
            "search" => $"{Names} || ' ' || g || ' bang khen hoan thanh xuat sac nhiem vu cai cach hanh chinh'",
            _ => $"e.\"{c}\"",
        });
        await ExecuteAsync($"INSERT INTO award_entries ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM award_entries e CROSS JOIN generate_series(1, {years * 5000 - 1}) g");
        await ExecuteAsync("VACUUM ANALYZE");
    }

    private async Task<List<string>> ColumnsAsync(string table)
    {
        var columns = new List<string>();
        await using var command = Source.CreateCommand($"SELECT column_name FROM information_schema.columns WHERE table_name = '{table}' AND is_generated = 'NEVER'");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            columns.Add(reader.GetString(0));
        return columns;
    }

    /// <summary>Asks what the register knows of nominees, one after the other, as a step of a nomination does.</summary>
    public Task<int> AskRegisterAsync(int times) => WithDb(async db =>
    {
        var found = 0;
        for (var i = 0; i < times; i++)
        {
            var nomination = new Nomination
            {
                CampaignId = Campaign.CampaignId, CategoryKey = "period-collective", Level = AwardLevel.City, Year = 2030, ProposingUnitCode = Units[i], ProposingUnitName = Units[i], CreatedBy = "bench",
                CreatedAt = Time.Now, Nominee = new Nominee(Recipient.Individual, $"Đề nghị {i}", null, Units[i], Units[i]), Achievement = "Dẫn đầu",
            };
            found += (await RegisterFacts.LoadAsync(db, [nomination], default)).Of(NomineeRef.Of(nomination.Nominee)).Count();
        }
        return found;
    });

    /// <summary>Publishes a ranking and waits, longer than a test would, until it is worked through.</summary>
    public async Task WorkThroughAsync(RankingPublished ranking)
    {
        var id = Guid.CreateVersion7();
        await Services.GetRequiredService<IBus>().Publish(ranking, c => c.MessageId = id);
        await Eventually.HoldsAsync(() => WithDb(db => db.Inbox.AnyAsync(m => m.MessageId == id)), "the ranking was not worked through", TimeSpan.FromMinutes(2));
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
