using Emulation.Identity.Data;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Features.Tokens;

/// <summary>Checks who asks for a token. Wrong name, wrong secret, locked and closed look the same from outside.</summary>
internal sealed class Credentials(AccountsDbContext db, UserManager<Account> users, SecretHasher hasher, TimeProvider time)
{
    private const int MaxFailures = 5;
    private static readonly TimeSpan LockOut = TimeSpan.FromMinutes(5);

    /// <summary>No lock-out for clients: nobody guesses 256 bits, and anybody could shut a ward's system out by failing on purpose.</summary>
    public async Task<Account?> ClientAsync(string clientId, string secret)
    {
        var client = await FindAsync(clientId, AccountKind.Client);
        return client is { Active: true, PasswordHash: { } hash } && hasher.VerifyHashedPassword(client, hash, secret) != PasswordVerificationResult.Failed
            ? client : null;
    }

    public async Task<Account?> PersonAsync(string userName, string password)
    {
        var person = await FindAsync(userName, AccountKind.Person);
        // Counted before the check, in one statement: a hundred guesses sent at once are still five.
        if (person is not { Active: true, PasswordHash: { } hash } || !await CountAttemptAsync(person.Id))
        {
            hasher.PretendToVerify(password);
            return null;
        }
        if (hasher.VerifyHashedPassword(person, hash, password) == PasswordVerificationResult.Failed)
            return null;
        await db.Accounts.Where(a => a.Id == person.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null));
        return person;
    }

    public async Task<Account?> DevAccountAsync(string userName) =>
        await FindAsync(userName, AccountKind.Person) is { Active: true, ForDevelopment: true } account ? account : null;

    private async Task<Account?> FindAsync(string name, AccountKind kind)
    {
        // Names are plain ASCII (see RegisterClient and CreateAccount); anything else cannot exist.
        if (name.Length > 60 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
            return null;
        var normalized = users.NormalizeName(name);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normalized && a.Kind == kind);
    }

    private async Task<bool> CountAttemptAsync(Guid id)
    {
        var now = time.GetUtcNow();
        var until = now + LockOut;
        return await db.Accounts.Where(a => a.Id == id && (a.LockoutEnd == null || a.LockoutEnd <= now)).ExecuteUpdateAsync(s => s
            .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= MaxFailures ? until : null)
            .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= MaxFailures ? 0 : a.AccessFailedCount + 1)) == 1;
    }
}
