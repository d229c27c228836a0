using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition.Plans;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Kế hoạch phát động phong trào thi đua: what a campaign holds, part by part, in the shapes that Campaigns gives it. Numbering, closing signs and the wording of conditions, quotas and deadlines are the generator's.</summary>
public sealed record LaunchPlan : PaperContent
{
    /// <summary>Own abstract (trích yếu), 1–500 characters; null = made of the campaign's name (LTN-26-30/H.3).</summary>
    [Text(500)]
    public string? Subject { get; init; }

    /// <summary>Short name that the issuing sentence introduces, 1–100 characters: <c>Phong trào thi đua</c> (LTN-26-30/B.4); null = none.</summary>
    [Text(100)]
    public string? ShortName { get; init; }

    /// <summary>First calendar year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int FromYear { get; init; }

    /// <summary>Last calendar year, inclusive, not before the first.</summary>
    [Between(2000, 2100)]
    public required int ToYear { get; init; }

    /// <summary>Theme or motto, 1–500 characters.</summary>
    [Text(500)]
    public string? Theme { get; init; }

    /// <summary>Who takes part, 1–1000 characters.</summary>
    [Text(1000)]
    public string? Participants { get; init; }

    /// <summary>Legal bases in order, each printed on its own line with its “Thực hiện” or “Căn cứ” (LTN-26-30/B.1); empty = the laws that every document cites.</summary>
    [Items(0, 100)]
    public LegalBasis[] LegalBases { get; init; } = [];

    /// <summary>Purposes, 0–200.</summary>
    [Items(0, 200)]
    public PlanClause[] Purposes { get; init; } = [];

    /// <summary>Requirements, 0–200.</summary>
    [Items(0, 200)]
    public PlanClause[] Requirements { get; init; } = [];

    /// <summary>Contents of the campaign, 0–200.</summary>
    [Items(0, 200)]
    public PlanClause[] Contents { get; init; } = [];

    /// <summary>Measurable criteria, 0–200.</summary>
    [Items(0, 200)]
    public PlanCriterion[] Criteria { get; init; } = [];

    /// <summary>Scales of classes that criteria refer to.</summary>
    [Items(0, 50)]
    public ClassScale[] ClassScales { get; init; } = [];

    /// <summary>Principles of award, 0–200.</summary>
    [Items(0, 200)]
    public PlanClause[] Principles { get; init; } = [];

    /// <summary>Award scheme: standards, quotas, dossiers and deadlines are worded from it.</summary>
    public AwardScheme Scheme { get; init; } = new() { Categories = [] };

    /// <summary>Reports that units owe, 0–200.</summary>
    [Items(0, 200)]
    public PlannedReport[] Reports { get; init; } = [];

    /// <summary>Tasks of the calendar, 0–200.</summary>
    [Items(0, 200)]
    public PlannedTask[] Tasks { get; init; } = [];

    /// <summary>Who does what, 0–200.</summary>
    [Items(0, 200)]
    public PlannedRole[] Roles { get; init; } = [];

    /// <summary>Name of the standing section that dossiers go through, 1–300 characters: <c>Phòng Văn hóa - Xã hội</c>.</summary>
    [Text(300)]
    public string? StandingUnitName { get; init; }

    /// <summary>Where to turn to with difficulties.</summary>
    public PlanClause? Feedback { get; init; }

    /// <summary>Where the money comes from.</summary>
    public PlanClause? Funding { get; init; }

    /// <summary>Names of units that quotas name by code.</summary>
    public Dictionary<string, string> UnitNames { get; init; } = [];

    /// <summary>Nơi nhận in order, without “-”, “;” and “.”; empty = by type.</summary>
    [Items(0, 50)]
    public string[] Recipients { get; init; } = [];

    /// <summary>Name of the signer, 1–200 characters; whom the issuer names later goes before it.</summary>
    [Text(200)]
    public string? SignerName { get; init; }

    /// <summary>Post of the signer, 1–200 characters; null = head of the issuing unit.</summary>
    [Text(200)]
    public string? SignerPosition { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.Plan;

    [JsonIgnore]
    public override string Abstract => Subject ?? PlanTitle.Abstract(CampaignName ?? "");

    [JsonIgnore]
    public override int Year => FromYear;

    [JsonIgnore]
    public override (string? Name, string? Position) Signer => (SignerName, SignerPosition);

    internal override IEnumerable<FieldError> Faults()
    {
        if (string.IsNullOrWhiteSpace(CampaignName) && Subject is null)
            yield return new("/campaignName", "Kế hoạch phải có tên phong trào hoặc trích yếu riêng.");
        if (FromYear > ToYear)
            yield return new("/toYear", "Năm cuối không được trước năm đầu.");
        if (Purposes.Length + Requirements.Length + Contents.Length + Criteria.Length + Tasks.Length == 0)
            yield return new("/contents", "Kế hoạch chưa có nội dung nào.");
        foreach (var fault in Scheme.Categories.Index().Where(c => c.Item is not null).SelectMany(c => SchemeFaults.Of(c.Item, $"/scheme/categories/{c.Index}")))
            yield return fault;
    }
}
