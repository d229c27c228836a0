namespace Emulation.Campaigns.Domain.Duties;

/// <summary>One edition of a unit's own programme or plan under a campaign (CVA-26/V.2.1). A new edition takes its place; the earlier ones stay.</summary>
internal sealed class UnitPlan : CampaignWork
{
    /// <summary>Key of the role in the plan that asks for it.</summary>
    public string Key { get; private init; } = "";

    /// <summary>1 for the first; each replacement adds one.</summary>
    public int Edition { get; private init; }
    public string Title { get; private init; } = "";
    public string? Number { get; private init; }
    public DateOnly? Date { get; private init; }
    public Guid FileId { get; private init; }
    public string? Reason { get; private init; }
    public DateTimeOffset FiledAt { get; private init; }
    public string FiledBy { get; private init; } = "";

    private UnitPlan()
    {
    }

    public static UnitPlan File(Due due, UnitPlan? earlier, string title, string? number, DateOnly? date, Guid file, string? reason, string by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), CampaignId = due.CampaignId, UnitCode = due.UnitCode, Key = due.Key, Edition = (earlier?.Edition ?? 0) + 1,
        Title = title, Number = number, Date = date, FileId = file, Reason = reason, FiledAt = now, FiledBy = by,
    };
}
