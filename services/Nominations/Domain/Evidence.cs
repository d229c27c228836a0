using System.ComponentModel.DataAnnotations;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Domain;

/// <summary>A statement about the nominee that a body answers for.</summary>
// Named: the validation generator does not look into arrays by itself.
[ValidatableType]
public sealed record Attestation
{
    /// <summary>Key of the statement as in the standard: <c>ethics</c>, <c>leadingInCampaign</c> …</summary>
    [Text(60)]
    public required string Statement { get; init; }

    /// <summary>Whether the statement holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Attester By { get; init; }

    /// <summary>Reference to the evidence: number and date of a document.</summary>
    [Text(300)]
    public string? Evidence { get; init; }

    /// <summary>Clause of the plan that the statement supports; must be one of the category's when given.</summary>
    [Text(80)]
    public string? Clause { get; init; }
}

/// <summary>Yearly grade of completion of tasks.</summary>
[ValidatableType]
public sealed record YearGrade
{
    /// <summary>Calendar year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Grade.</summary>
    public required Grade Grade { get; init; }

    /// <summary>Decision that fixed it.</summary>
    [Text(120)]
    public string? Decision { get; init; }
}

/// <summary>A period of direct work on administrative reform (directing, being in charge, advising).</summary>
[ValidatableType]
public sealed record ServicePeriod : IValidatableObject
{
    /// <summary>First day, civil date of Vietnam.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, included; null = still at it.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Role, in Vietnamese.</summary>
    [Text(200)]
    public required string Role { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (To < From)
            yield return new ValidationResult("Ngày kết thúc trước ngày bắt đầu.", [nameof(To)]);
    }
}
