namespace Emulation.Portal.Clients;

/// <summary>Accounts of people, connected systems, one's own password. What creates a secret carries no key: a remembered answer would keep it in clear.</summary>
public sealed partial class GatewayClient
{
    public Task<Listing<AccountAnswer>> Accounts(string? unit, string? after) => Get<Listing<AccountAnswer>>("/api/accounts" + Query(("unitCode", unit), ("after", after), ("limit", "20")));

    public Task<CreatedAccountAnswer> CreateAccount(string userName, string displayName, string unitCode, string role, string? password) =>
        Act<CreatedAccountAnswer>("/api/accounts", new { userName, displayName, unitCode, role, password });

    public Task CloseAccount(Guid id) => ActQuietly($"/api/accounts/{id}/close", new { });

    public Task<Listing<ClientAnswer>> ConnectedSystems(string? unit, string? after) => Get<Listing<ClientAnswer>>("/api/clients" + Query(("unitCode", unit), ("after", after), ("limit", "20")));

    public Task<ClientSecretAnswer> RegisterClient(string clientId, string unitCode, string role, string[]? scopes) =>
        Act<ClientSecretAnswer>("/api/clients", new { clientId, unitCode, role, scopes });

    public Task<ClientSecretAnswer> RotateSecret(string clientId) => Act<ClientSecretAnswer>($"/api/clients/{Uri.EscapeDataString(clientId)}/secret");

    public Task CloseClient(string clientId) => ActQuietly($"/api/clients/{Uri.EscapeDataString(clientId)}/close", new { });

    public Task ChangePassword(string current, string password) => ActQuietly("/api/me/password", new { current, password });

    /// <summary>The whole register of units, some hundreds at most.</summary>
    public async Task<RegisteredUnit[]> RegisteredUnits() =>
        [.. await Whole(after => Get<Listing<RegisteredUnit>>("/api/units" + Query(("limit", Most), ("after", after))), most: 2000)];
}
