namespace Emulation.Portal.Clients;

// What the portal reads of Identity's answers about accounts and connected systems, and of the register of units.

public sealed record AccountAnswer(Guid Id, string UserName, string DisplayName, string UnitCode, string Role, string[] Scopes, bool Active, DateTimeOffset CreatedAt);

/// <summary>The password is there once, and only when none was typed.</summary>
public sealed record CreatedAccountAnswer(string UserName, string DisplayName, string UnitCode, string Role, string? InitialPassword);

public sealed record ClientAnswer(string ClientId, string UnitCode, string Role, string[] Scopes, bool Active, DateTimeOffset CreatedAt);

/// <summary>The secret is there once.</summary>
public sealed record ClientSecretAnswer(string ClientId, string ClientSecret, string UnitCode, string Role, string[] Scopes);

public sealed record RegisteredUnit(string Code, string Name, string Kind, string? ParentCode, bool Active);
