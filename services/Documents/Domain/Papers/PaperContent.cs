using System.Text.Json.Serialization;

namespace Emulation.Documents.Domain.Papers;

/// <summary>What a typed paper says, as data. Kept as JSON under its kind: members may be added, never renamed.</summary>
/// <remarks>An override takes <c>[JsonIgnore]</c> along: the attribute is not inherited.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(DeadlineNotice), "deadlineNotice")]
[JsonDerivedType(typeof(LaunchPlan), "launchPlan")]
[JsonDerivedType(typeof(EmulationPledge), "emulationPledge")]
[JsonDerivedType(typeof(SelfScoreSheet), "selfScoreSheet")]
[JsonDerivedType(typeof(UrgingLetter), "urgingLetter")]
[JsonDerivedType(typeof(CouncilMinutes), "councilMinutes")]
[JsonDerivedType(typeof(CouncilBallot), "councilBallot")]
[JsonDerivedType(typeof(AchievementReport), "achievementReport")]
[JsonDerivedType(typeof(CampaignReport), "campaignReport")]
[JsonDerivedType(typeof(RankingTable), "rankingTable")]
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

    /// <summary>Signer as the content names him; one that the issuer sets goes before.</summary>
    [JsonIgnore]
    public virtual (string? Name, string? Position) Signer => default;

    /// <summary>A figure that contradicts another, or tells what must stay secret; null when there is none. What is wrong with a single member belongs to <see cref="Faults"/>.</summary>
    internal virtual ServiceDefaults.Problem? Misfit => null;

    /// <summary>Campaign whose legal bases the paper cites; null when it belongs to none.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>Name of that campaign, up to 500 characters.</summary>
    [ServiceDefaults.Text(500)]
    public string? CampaignName { get; init; }

    /// <summary>What is wrong with members and their attributes cannot tell, all at once. Blank items and texts that are far too long are found for every paper alike.</summary>
    internal virtual IEnumerable<ServiceDefaults.FieldError> Faults() => [];

    /// <summary>Items of a list that are longer than its doc comment says.</summary>
    protected static IEnumerable<ServiceDefaults.FieldError> TooLong(string[] items, string pointer, int longest) =>
        items.Index().Where(i => i.Item.Length > longest).Select(i => new ServiceDefaults.FieldError($"{pointer}/{i.Index}", $"Dài không quá {longest} ký tự."));
}
