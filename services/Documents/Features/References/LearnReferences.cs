using Emulation.Contracts.Campaigns;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using MassTransit;

namespace Emulation.Documents.Features.References;

/// <summary>Keeps names and parents of units for letterheads.</summary>
internal sealed class LearnUnitWhenUnitRegistered(DocumentsDbContext db) : IConsumer<UnitRegistered>
{
    public async Task Consume(ConsumeContext<UnitRegistered> context)
    {
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockKeyAsync($"unit {context.Message.UnitCode}", cancel);
        var unit = await db.Units.FindAsync([context.Message.UnitCode], cancel);
        if (unit is null)
            db.Units.Add(Unit.From(context.Message));
        else
            unit.Apply(context.Message);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}

/// <summary>Keeps the legal bases of a campaign, which its documents cite.</summary>
internal sealed class LearnBasesWhenCampaignLaunched(DocumentsDbContext db) : IConsumer<CampaignLaunched>
{
    public Task Consume(ConsumeContext<CampaignLaunched> context) => LearnBases.Handle(db, context.Message.Campaign, context.CancellationToken);
}

/// <inheritdoc cref="LearnBasesWhenCampaignLaunched"/>
internal sealed class LearnBasesWhenCampaignAmended(DocumentsDbContext db) : IConsumer<CampaignAmended>
{
    public Task Consume(ConsumeContext<CampaignAmended> context) => LearnBases.Handle(db, context.Message.Campaign, context.CancellationToken);
}

internal static class LearnBases
{
    public static async Task Handle(DocumentsDbContext db, CampaignSnapshot snapshot, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockKeyAsync($"campaign {snapshot.CampaignId}", cancellationToken);
        var campaign = await db.Campaigns.FindAsync([snapshot.CampaignId], cancellationToken);
        if (campaign is null)
            db.Campaigns.Add(campaign = new Campaign { Id = snapshot.CampaignId });
        campaign.Apply(snapshot);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
