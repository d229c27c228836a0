using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Domain.Dossiers;

/// <summary>What is wrong with one part of a dossier that is sent back.</summary>
[ValidatableType]
public sealed record PartReason
{
    /// <summary>Key of the part: <c>bao-cao-thanh-tich</c>.</summary>
    [Text(60)]
    public required string Part { get; init; }

    /// <summary>What is wanting, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}
