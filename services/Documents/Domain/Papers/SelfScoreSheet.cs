using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Phiếu tự chấm điểm Chỉ số CCHC: every criterion with its most points, what the unit gave itself and what proves it. It takes no number; sums are reckoned here.</summary>
public sealed record SelfScoreSheet : PaperContent
{
    /// <summary>Name of the index set, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string IndexSetName { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int IndexYear { get; init; }

    /// <summary>Areas in order, 1–100.</summary>
    [Required, Items(1, 100)]
    public required ScoredArea[] Areas { get; init; }

    /// <summary>Bonus and penalty, outside the 100; 0–50.</summary>
    [Items(0, 50)]
    public ScoredCriterion[] Adjustments { get; init; } = [];

    /// <summary>Name of who made the sheet, 1–200 characters; null leaves the line open.</summary>
    [Text(200)]
    public string? MakerName { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.SelfScoreSheet;

    [JsonIgnore]
    public override string Abstract => $"Chỉ số cải cách hành chính năm {IndexYear}";

    [JsonIgnore]
    public override int Year => IndexYear;
}

/// <summary>An area with its criteria.</summary>
[ValidatableType]
public sealed record ScoredArea
{
    /// <summary>Code: <c>III</c>, 1–40 characters.</summary>
    [Required, Text(40)]
    public required string Code { get; init; }

    /// <summary>Name, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string Name { get; init; }

    /// <summary>Criteria in order, 1–500.</summary>
    [Required, Items(1, 500)]
    public required ScoredCriterion[] Criteria { get; init; }
}

/// <summary>A criterion that points are given for; of a criterion with parts each part.</summary>
[ValidatableType]
public sealed record ScoredCriterion
{
    /// <summary>Code: <c>III.3.1</c>, 1–40 characters.</summary>
    [Required, Text(40)]
    public required string Code { get; init; }

    /// <summary>Name of the criterion that this one is a part of, 1–500 characters; null when it stands for itself.</summary>
    [Text(500)]
    public string? PartOf { get; init; }

    /// <summary>Name, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string Name { get; init; }

    /// <summary>Most points, 0–1000.</summary>
    [Between(0, 1000)]
    public required decimal Max { get; init; }

    /// <summary>Points the unit gave itself, -1000–1000; null while there are none.</summary>
    [Between(-1000, 1000)]
    public decimal? Self { get; init; }

    /// <summary>Points after appraisal, -1000–1000; null while there are none.</summary>
    [Between(-1000, 1000)]
    public decimal? Appraised { get; init; }

    /// <summary>True when it does not apply and is out of both sums.</summary>
    public bool NotApplicable { get; init; }

    /// <summary>Documents that prove it, or the explanation, 1–4000 characters.</summary>
    [Text(4000)]
    public string? Evidence { get; init; }
}
