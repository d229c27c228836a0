namespace Emulation.Campaigns.Domain.Checks;

/// <summary>How a campaign is tied to another.</summary>
public enum LinkRelation
{
    /// <summary>Plan of the level above that it carries out.</summary>
    Parent,
    /// <summary>The campaign that it follows.</summary>
    Predecessor,
    /// <summary>A campaign that it is combined with (lồng ghép).</summary>
    Linked,
}

/// <summary>A tie of a campaign, looked up.</summary>
/// <param name="Relation">What the other one is to it.</param>
/// <param name="Reference">Code of the other campaign, or number of the plan above, as the plan has it.</param>
/// <param name="CampaignId">The other campaign; null when the system does not hold it, or the caller may not see it.</param>
/// <param name="Name">Its name.</param>
public sealed record CampaignLink(LinkRelation Relation, string Reference, Guid? CampaignId, string? Name);

/// <summary>What was found of the campaigns that a plan names.</summary>
internal sealed record KnownLink(Guid Id, string Code, string Name, int ToYear, CampaignPlan Plan);

/// <summary>Whether the ties of a plan lead somewhere (CH-26-30/IV.1.1). One that is combined must be there by the launch; a predecessor or a plan above may be older than the system.</summary>
internal static class LinkCheck
{
    public static (CampaignLink[] Links, Findings Found) Run(CampaignPlan plan, IReadOnlyCollection<KnownLink> known)
    {
        var found = new Findings();
        var links = new List<CampaignLink>();
        KnownLink? Link(LinkRelation relation, string reference, KnownLink? other)
        {
            links.Add(new(relation, reference, other?.Id, other?.Name));
            return other;
        }
        if (plan.Parent is { } parent)
        {
            var above = Link(LinkRelation.Parent, parent.Number, known.FirstOrDefault(k => CampaignTies.CarriesOut(plan, k.Plan)));
            if (above is not null && above.Plan.Number!.Date != parent.Date)
                found.Warn("/parent/date", "C-11", $"Kế hoạch {parent.Number} trong hệ thống ({above.Code}) ghi ngày {Notices.PlanWords.Of(above.Plan.Number.Date)}.");
        }
        if (plan.PredecessorCode is { } predecessor)
        {
            var before = Link(LinkRelation.Predecessor, predecessor, known.FirstOrDefault(k => k.Code == predecessor));
            if (before is null)
                found.Warn("/predecessorCode", "CH-26-30/IV.1.1", $"Phong trào {predecessor} chưa có trong hệ thống; chỉ giữ mã nếu phong trào có trước hệ thống.");
            else if (before.ToYear >= plan.FromYear)
                found.Warn("/predecessorCode", "CH-26-30/IV.1.1", $"Phong trào {predecessor} kết thúc năm {before.ToYear}, không trước năm {plan.FromYear}.");
        }
        foreach (var (code, i) in plan.LinkedCodes.Select((code, i) => (code, i)))
            if (Link(LinkRelation.Linked, code, known.FirstOrDefault(k => k.Code == code)) is null)
                found.Error($"/linkedCodes/{i}", $"Phong trào {code} chưa có trong hệ thống hoặc ngoài phạm vi của đơn vị.");
        return ([.. links], found);
    }

    /// <summary>Wrong whatever else there is.</summary>
    public static void OfItself(CampaignPlan plan, Findings found)
    {
        const string itself = "Phong trào không thể liên kết với chính nó.";
        found.ErrorIf(plan.PredecessorCode == plan.Code, "/predecessorCode", itself);
        foreach (var (code, i) in plan.LinkedCodes.Select((code, i) => (code, i)))
            found.ErrorIf(code == plan.Code, $"/linkedCodes/{i}", itself);
        found.Unique("/linkedCodes", plan.LinkedCodes, code => code, "Phong trào này đã nêu ở trên.");
    }
}
