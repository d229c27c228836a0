using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Báo cáo thành tích of a collective or a person in a campaign (form for awards by theme under Nghị định 152/2025; CVA-26/III.4.2).</summary>
public sealed record AchievementReport : PaperContent
{
    /// <summary>Nomination that it belongs to; null for one outside the system.</summary>
    public Guid? NominationId { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Collective, or person without degree or honour, 1–200 characters.</summary>
    [Required, Text(200)]
    public required string NomineeName { get; init; }

    /// <summary>Post and title of a person, up to 300 characters.</summary>
    [Text(300)]
    public string? Position { get; init; }

    /// <summary>Unit that the collective belongs to, or where the person works.</summary>
    [Required, Text(300)]
    public required string NomineeUnit { get; init; }

    /// <summary>Title or form of award asked for.</summary>
    [Required, Text(300)]
    public required string AwardName { get; init; }

    /// <summary>Year of the achievement; of an end-of-period award the last one.</summary>
    [Between(2000, 2100)]
    public required int AchievedIn { get; init; }

    /// <summary>Sơ lược: duties, staff, qualifications; paragraphs of 1–4000 characters, at most 50.</summary>
    [Items(0, 50)]
    public string[] Outline { get; init; } = [];

    /// <summary>Thành tích đạt được, in paragraphs of 1–4000 characters, 1–100.</summary>
    [Required, Items(1, 100)]
    public required string[] Achievements { get; init; }

    /// <summary>Criteria of the campaign with what was reached.</summary>
    [Items(0, 200)]
    public CriterionFigure[] Criteria { get; init; } = [];

    /// <summary>Published results of the administrative reform index of the ranked unit.</summary>
    [Items(0, 20)]
    public IndexFigure[] Index { get; init; } = [];

    /// <summary>Initiatives that it rests on.</summary>
    [Items(0, 100)]
    public InitiativeFigure[] Initiatives { get; init; } = [];

    /// <summary>Awards received before.</summary>
    [Items(0, 200)]
    public EarlierAward[] EarlierAwards { get; init; } = [];

    [JsonIgnore]
    public override DocumentType Type => DocumentType.AchievementReport;

    [JsonIgnore]
    public override string Abstract => $"Đề nghị tặng {AwardName}" + (string.IsNullOrEmpty(CampaignName) ? "" : $" trong {Composition.VietnameseText.Campaign(CampaignName)}");

    [JsonIgnore]
    public override int Year => AchievedIn;

    internal override IEnumerable<FieldError> Faults()
    {
        if (Recipient == Recipient.Individual && Position is null)
            yield return new("/position", "Báo cáo thành tích của cá nhân phải ghi chức vụ, chức danh.");
    }
}

/// <summary>A criterion of the campaign with what was reached.</summary>
[ValidatableType]
public sealed record CriterionFigure
{
    [Required, Text(500)]
    public required string Name { get; init; }

    /// <summary>What the plan asks, as printed: <c>từ 95% trở lên</c>.</summary>
    [Text(200)]
    public string? Target { get; init; }

    /// <summary>What was reached, as printed: <c>97,2%</c>.</summary>
    [Required, Text(200)]
    public required string Result { get; init; }

    /// <summary>Whether the target is reached; null when nobody can tell yet.</summary>
    public bool? Met { get; init; }
}

/// <summary>A unit's place in one published year of the index.</summary>
[ValidatableType]
public sealed record IndexFigure
{
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Unit that is ranked, up to 200 characters; null = the unit that the paper is about.</summary>
    [Text(200)]
    public string? UnitName { get; init; }

    /// <summary>Index in points, 0–100; null when not ranked.</summary>
    [Share]
    public decimal? Index { get; init; }

    /// <summary>Place in the block; null when not ranked.</summary>
    [Between(1, 10_000)]
    public int? Rank { get; init; }

    /// <summary>Name of the class.</summary>
    [Text(100)]
    public string? Class { get; init; }

    /// <summary>Why it was not ranked.</summary>
    [Text(500)]
    public string? UnrankedReason { get; init; }
}

/// <summary>An initiative.</summary>
[ValidatableType]
public sealed record InitiativeFigure
{
    [Required, Text(500)]
    public required string Name { get; init; }

    /// <summary>Number, date and issuer of the recognition, up to 300 characters; null when not recognised.</summary>
    [Text(300)]
    public string? Recognition { get; init; }

    /// <summary>Where it is applied and to what effect, up to 1000 characters.</summary>
    [Text(1000)]
    public string? Effect { get; init; }
}

/// <summary>An award received before.</summary>
[ValidatableType]
public sealed record EarlierAward
{
    [Between(1945, 2100)]
    public required int Year { get; init; }

    [Required, Text(300)]
    public required string Name { get; init; }

    /// <summary>Number and symbol of the decision, up to 100 characters.</summary>
    [Text(100)]
    public string? DecisionNumber { get; init; }

    [CivilDay]
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Who decided, up to 300 characters.</summary>
    [Text(300)]
    public string? Issuer { get; init; }
}
