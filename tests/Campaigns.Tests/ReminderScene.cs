using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Notices;
using Emulation.Campaigns.Features.Reminders;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Campaigns.Tests;

/// <summary>What tests of reminders share: a campaign with one report before 20/11 and dossiers before 15/02, and the days gone through.</summary>
internal static class ReminderScene
{
    public const string Report = "IV.2.2", Dossier = "LTN-26-30/III.3.a";

    public static async Task<Guid> LaunchAtAsync(this CampaignsFixture campaigns, string code, string at, string unit = "10532", Action<System.Text.Json.Nodes.JsonObject>? change = null)
    {
        campaigns.Time.Now = DateTimeOffset.Parse(at);
        return (Guid)(await campaigns.LaunchAsync(code, unit, change))["id"]!;
    }

    public static Task<int> RemindAsync(this CampaignsFixture campaigns, string at)
    {
        campaigns.Time.Now = DateTimeOffset.Parse(at);
        return RemindAsync(campaigns.Services);
    }

    public static async Task<int> RemindAsync(IServiceProvider host)
    {
        await using var scope = host.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Reminding>().RunAsync(CancellationToken.None);
    }

    public static async Task<List<Notice>> RemindersAsync(this CampaignsFixture campaigns, Guid campaign, string? clause = null) =>
        await campaigns.WithDb(db => Reminders(db, campaign, clause).ToListAsync());

    public static IQueryable<Notice> Reminders(CampaignsDbContext db, Guid campaign, string? clause) => db.Notices
        .Where(n => n.CampaignId == campaign && (n.Kind == NoticeKind.Reminder || n.Kind == NoticeKind.Escalation) && (clause == null || n.Clause == clause))
        .OrderBy(n => n.CreatedAt).ThenBy(n => n.UnitCode);

    public static NominationSnapshot Nomination(Guid campaign, string category, int year, string nomineeUnit, string proposing = "10532") => new()
    {
        NominationId = Guid.CreateVersion7(), Version = 2, CampaignId = campaign, CampaignCode = "X", CampaignName = "X", CategoryKey = category, CategoryName = category,
        Level = AwardLevel.City, Award = new Award { Kind = AwardKind.Form, Code = "x", Name = "x" }, Year = year, ProposingUnitCode = proposing, ProposingUnitName = proposing,
        Nominee = new NomineeSnapshot { Kind = Recipient.Collective, Name = "Tập thể mẫu", UnitCode = nomineeUnit, UnitName = nomineeUnit },
        Achievement = "x", Eligibility = Outcome.NotYetKnown, Late = false,
    };
}
