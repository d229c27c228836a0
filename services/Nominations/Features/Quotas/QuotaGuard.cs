using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Emulation.Nominations.Data;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Lets one at a time count the places of a quota and take one, over all copies of the service (docs/adr/0023). What is held is held until the next save.</summary>
internal sealed class QuotaGuard(NominationsDbContext db)
{
    private const int Tries = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly SortedSet<long> _held = [];

    /// <summary>False when someone else holds one of them and waiting could end in a deadlock; then the caller gives up and is asked to come again.</summary>
    public async Task<bool> HoldAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            _held.Clear();
        var wanted = keys.Select(Number).Where(n => !_held.Contains(n)).Distinct().Order().ToList();
        if (wanted.Count == 0)
            return true;
        await db.HoldUntilSavedAsync(ct);
        foreach (var number in wanted)
        {
            // All wait in one direction only, so that nobody waits in a circle; against the direction one may ask but not wait.
            if (_held.Count == 0 || number > _held.Max)
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({number})", ct);
            else if (!await AskAsync(number, ct))
                return false;
            _held.Add(number);
        }
        return true;
    }

    /// <summary>Lock number of a key.</summary>
    public static long Number(string key) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<bool> AskAsync(long number, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({number}) AS \"Value\"").SingleAsync(ct))
                return true;
            if (attempt == Tries)
                return false;
            await Task.Delay(Pause, ct);
        }
    }
}
