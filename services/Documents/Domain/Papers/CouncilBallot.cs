using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Phiếu bầu of a session of the council. All sheets are alike: nothing on them could tell who filled them in.</summary>
public sealed record CouncilBallot : PaperContent
{
    /// <summary>Session that the ballot is for; null for one kept outside the system.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Council in full, 1–300 characters.</summary>
    [Required, Text(300)]
    public required string CouncilName { get; init; }

    /// <summary>What the session is called for, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string Title { get; init; }

    /// <summary>Day of the session, civil date of Vietnam.</summary>
    [CivilDay]
    public required DateOnly On { get; init; }

    /// <summary>Whether the sheet has a box “Không có ý kiến”.</summary>
    public bool Abstentions { get; init; } = true;

    /// <summary>What is voted on, in the order of the agenda, 1–100.</summary>
    [Required, Items(1, 100)]
    public required BallotItem[] Items { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.Ballot;

    [JsonIgnore]
    public override string Abstract => Title;

    [JsonIgnore]
    public override int Year => On.Year;
}

/// <summary>A line of the ballot.</summary>
[ValidatableType]
public sealed record BallotItem
{
    /// <summary>Name of the nominee, or the text that is voted on, 1–1000 characters.</summary>
    [Required, Text(1000)]
    public required string Subject { get; init; }

    /// <summary>Title or form of award; null where the subject says all.</summary>
    [Text(300)]
    public string? AwardName { get; init; }
}
