using System.ComponentModel.DataAnnotations;

namespace Emulation.Identity;

/// <summary>Section <c>Tokens</c> of the configuration.</summary>
internal sealed class AccessTokenOptions
{
    /// <summary>Life of an access token in minutes, 1–1440.</summary>
    [Range(1, 1440)]
    public int LifetimeMinutes { get; init; } = 60;
}
