using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Công văn đôn đốc: tells units what they owe and since when (CVA-26/V.3.1, LTN-26-30/IV.2.1).</summary>
public sealed record UrgingLetter : PaperContent
{
    /// <summary>What stands after “V/v”, 1–300 characters; null = made of the campaign.</summary>
    [Text(300)]
    public string? Subject { get; init; }

    /// <summary>Day by which lateness is reckoned, civil date of Vietnam, itself included.</summary>
    [CivilDay]
    public required DateOnly AsOf { get; init; }

    /// <summary>Who is urged, 1–200, each 1–300 characters; printed after “Kính gửi”.</summary>
    [Required, Items(1, 200)]
    public required string[] Addressees { get; init; }

    /// <summary>What is owed, 1–500.</summary>
    [Required, Items(1, 500)]
    public required OwedItem[] Owed { get; init; }

    /// <summary>Last day to make up for it, civil date of Vietnam, itself included; null = at once.</summary>
    [CivilDay]
    public DateOnly? Until { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.UrgingLetter;

    [JsonIgnore]
    public override string Abstract => $"V/v {Subject ?? "đôn đốc thực hiện nhiệm vụ thi đua, khen thưởng"}";

    [JsonIgnore]
    public override int Year => AsOf.Year;

    internal override IEnumerable<FieldError> Faults()
    {
        if (Until < AsOf)
            yield return new("/until", "Hạn hoàn thành không được trước ngày chốt số liệu.");
        foreach (var error in TooLong(Addressees, "/addressees", 300))
            yield return error;
    }
}

/// <summary>One thing that one unit owes.</summary>
[ValidatableType]
public sealed record OwedItem
{
    /// <summary>Unit, 1–300 characters.</summary>
    [Required, Text(300)]
    public required string Unit { get; init; }

    /// <summary>What it owes, 1–1000 characters.</summary>
    [Required, Text(1000)]
    public required string What { get; init; }

    /// <summary>Clause of the plan, 1–100 characters.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>Last day in time, civil date of Vietnam, itself included; null without a deadline.</summary>
    [CivilDay]
    public DateOnly? LastDay { get; init; }
}
