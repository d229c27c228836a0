using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Thông báo thay đổi thời hạn: tells the units of a campaign which deadlines moved and why (LTN-26-30/III.3.c).</summary>
public sealed record DeadlineNotice : PaperContent
{
    /// <summary>Deadlines that moved, 1–50.</summary>
    [Required, Items(1, 50)]
    public required MovedDeadline[] Moved { get; init; }

    /// <summary>Why, 1–2000 characters, as told to the units.</summary>
    [Required, Text(2000)]
    public required string Reason { get; init; }

    /// <summary>Who is told, each 1–300 characters; printed after “Kính gửi”.</summary>
    [Required, Items(1, 200)]
    public required string[] Addressees { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.DeadlineNotice;

    [JsonIgnore]
    public override string Abstract => "Về việc thay đổi thời hạn" + (string.IsNullOrEmpty(CampaignName) ? "" : $" trong {Composition.VietnameseText.Campaign(CampaignName)}");

    [JsonIgnore]
    public override int Year => Moved[0].To.Year;

    internal override IEnumerable<FieldError> Faults() => TooLong(Addressees, "/addressees", 300);
}

/// <summary>One deadline before and after.</summary>
[ValidatableType]
public sealed record MovedDeadline
{
    /// <summary>What is due, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string What { get; init; }

    /// <summary>Last day before the change, civil date of Vietnam; null when there was none.</summary>
    [CivilDay]
    public DateOnly? From { get; init; }

    /// <summary>Last day now, civil date of Vietnam, itself included.</summary>
    [CivilDay]
    public required DateOnly To { get; init; }
}
