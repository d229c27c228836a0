using Microsoft.AspNetCore.Identity;

namespace Emulation.Identity.Domain;

/// <summary>Who may ask for a token: a person, or another system.</summary>
public enum AccountKind
{
    Person,
    Client,
}

/// <summary>An account of a person or of a machine client; Identity's user with a unit and a role.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public AccountKind Kind { get; init; }

    /// <summary>Shown in the portal; personal data, never in tokens, events or logs.</summary>
    public string DisplayName { get; init; } = "";

    public required string UnitCode { get; init; }

    public required string Role { get; init; }

    /// <summary>Scopes asked at registration; null = all of the role.</summary>
    public string[]? NarrowedTo { get; init; }

    /// <summary>A closed account gets no more tokens; those it has run out by themselves.</summary>
    public bool Active { get; private set; } = true;

    /// <summary>True for the password-less accounts of Development.</summary>
    public bool ForDevelopment { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id in tokens, events and the audit trail: of a client the one it calls itself by, of a person never the name.</summary>
    public string Subject => Kind == AccountKind.Client ? UserName! : Id.ToString();

    /// <summary>What a token of this account may do: never more than the role has today.</summary>
    public string[] Scopes => NarrowedTo is null ? Roles.ScopesOf(Role) : [.. Roles.ScopesOf(Role).Intersect(NarrowedTo)];

    public void Close() => Active = false;
}
