using System.Text.Json.Serialization;

namespace Emulation.Documents.Domain.Papers;

/// <summary>What a typed paper says, as data. Kept as JSON under its kind: members may be added, never renamed.</summary>
/// <remarks>An override takes <c>[JsonIgnore]</c> along: the attribute is not inherited.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DeadlineNotice), "deadlineNotice")]
public abstract record PaperContent
{
    [JsonIgnore]
    public abstract DocumentType Type { get; }

    /// <summary>Trích yếu, for lists.</summary>
    [JsonIgnore]
    public abstract string Abstract { get; }

    /// <summary>Year that the paper is about.</summary>
    [JsonIgnore]
    public abstract int Year { get; }

    /// <summary>Campaign whose legal bases the paper cites; null when it belongs to none.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>Name of that campaign, up to 500 characters.</summary>
    [ServiceDefaults.Text(500)]
    public string? CampaignName { get; init; }
}
