using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    /// <summary>Being written; units below do not see it.</summary>
    Draft,
    /// <summary>Launched: nominations may be made.</summary>
    Launched,
    /// <summary>Closed: no new nominations.</summary>
    Closed,
}

/// <summary>What was done to a campaign.</summary>
public enum CampaignAction
{
    /// <summary>Drafted.</summary>
    Drafted,
    /// <summary>Draft edited.</summary>
    Edited,
    /// <summary>Launched.</summary>
    Launched,
    /// <summary>Amended after launch.</summary>
    Amended,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A campaign (phong trào thi đua): a plan and its way from draft to close.</summary>
internal sealed class Campaign : Aggregate
{
    public string Code { get; private init; } = "";
    public string UnitCode { get; private init; } = "";
    public Unit Unit { get; private init; } = null!;
    public CampaignState State { get; private set; } = CampaignState.Draft;
    public CampaignPlan Plan { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string? ShortName { get; private set; }
    public CampaignLevel Level { get; private set; }

    /// <summary>Standing section, beside the plan for queries: it sees all units of the campaign (CH-26-30/IV.2.1).</summary>
    public string? StandingUnitCode { get; private set; }
    public int FromYear { get; private set; }
    public int ToYear { get; private set; }
    public string SearchText { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? LaunchedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    private Campaign()
    {
    }

    public static Campaign Draft(CampaignPlan plan, Unit unit, DateTimeOffset now)
    {
        var campaign = new Campaign { Id = Guid.CreateVersion7(now), Code = plan.Code, UnitCode = unit.Code, Unit = unit, CreatedAt = now };
        campaign.Take(plan);
        return campaign;
    }

    public Problem? Edit(CampaignPlan plan)
    {
        if (State != CampaignState.Draft)
            return Problems.NotDraft;
        if (plan.Code != Code)
            return Problems.CodeFixed.At("/code");
        if (plan.UnitCode != UnitCode)
            return Problems.CodeFixed.At("/unitCode");
        Take(plan);
        Touch();
        return null;
    }

    public Problem? Launch(DateTimeOffset now)
    {
        if (State != CampaignState.Draft)
            return Problems.NotDraft;
        if (!Unit.Active)
            return Problems.UnitClosed;
        State = CampaignState.Launched;
        LaunchedAt = now;
        Touch();
        return null;
    }

    /// <summary>Open nominations rest on the categories: one may be re-read, re-timed or added, but not dropped or turned into another award.</summary>
    public Problem? Amend(CampaignPlan amended)
    {
        if (State != CampaignState.Launched)
            return Problems.NotLaunched;
        var gone = Plan.Scheme.Categories.Where(old => !amended.Scheme.Categories.Any(c => SameAward(old, c))).Select(c => c.Key).ToArray();
        if (gone.Length > 0)
            return Problems.CategoryGone.At("/scheme/categories", $"Phải giữ nguyên cấp, hình thức, đối tượng và định kỳ của: {string.Join(", ", gone)}.");
        if (CriteriaGone(amended) is { } broken)
            return broken;
        if (PlanDiff.Between(Plan, amended).Length == 0)
            return Problems.NothingAmended;
        Take(amended);
        Touch();
        return null;
    }

    public Problem? Close(DateTimeOffset now)
    {
        if (State != CampaignState.Launched)
            return Problems.NotLaunched;
        State = CampaignState.Closed;
        ClosedAt = now;
        Touch();
        return null;
    }

    public CampaignSnapshot Snapshot() => new()
    {
        CampaignId = Id, Version = Version, Code = Code, Name = Name, UnitCode = UnitCode, UnitName = Unit.Name,
        FromYear = FromYear, ToYear = ToYear, LegalBases = Plan.LegalBases, Scheme = Plan.Scheme,
        Criteria = Plan.Keyed().Criteria, ClassScales = Plan.ClassScales,
    };

    /// <summary>Figures hang on key and kind; only words may still be given a figure, a class or a rank.</summary>
    private Problem? CriteriaGone(CampaignPlan amended)
    {
        var kept = amended.Keyed().Criteria.ToDictionary(c => c.Key!, c => c.Kind);
        var gone = Plan.Keyed().Criteria.Where(c => !kept.TryGetValue(c.Key!, out var kind) || (kind != c.Kind && c.Kind != CriterionKind.Text)).Select(c => c.Key).ToArray();
        return gone.Length == 0 ? null : Problems.CriterionGone.At("/criteria", $"Phải giữ nguyên khóa và kiểu số liệu của: {string.Join(", ", gone)}.");
    }

    private static bool SameAward(AwardCategory a, AwardCategory b) =>
        a.Key == b.Key && a.Level == b.Level && a.Award.Kind == b.Award.Kind && a.Award.Code == b.Award.Code && a.Recipient == b.Recipient && a.Cadence == b.Cadence;

    private void Take(CampaignPlan plan)
    {
        Plan = plan = plan.Keyed();
        // Beside the plan, so that lists need not read it.
        (Name, ShortName, Level, StandingUnitCode) = (plan.Name, plan.ShortName, plan.Level, plan.StandingUnitCode);
        FromYear = plan.FromYear;
        ToYear = plan.ToYear;
        SearchText = Folding.Fold($"{plan.Code} {plan.Name} {plan.ShortName}");
    }
}

/// <summary>One version of a campaign: who made it, when, why, what changed, and the whole plan as it stood. Never changed, never deleted.</summary>
internal sealed class CampaignVersion
{
    public Guid CampaignId { get; init; }
    public int Version { get; init; }
    public CampaignAction Action { get; init; }
    public DateTimeOffset At { get; init; }
    public required string ActedBy { get; init; }
    public string? Reason { get; init; }
    public PlanChange[] Changes { get; init; } = [];
    public required CampaignPlan Plan { get; init; }
}
