using System.Security.Cryptography;
using System.Text;

namespace Emulation.AppHost.Local.Supervision;

/// <summary>Everything of one installation that outlives the host; one host at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly string[] ServerAccounts = ["postgres", "rabbitmq"];

    private readonly FileStream hostLock;

    private DataFolder(string path, FileStream hostLock)
    {
        Path = path;
        this.hostLock = hostLock;
    }

    public string Path { get; }
    public string Logs => System.IO.Path.Combine(Path, "logs");
    public string Keys => System.IO.Path.Combine(Path, "keys");
    public string StateFile => System.IO.Path.Combine(Path, "state.json");
    public string PlayedMarker => System.IO.Path.Combine(Path, "played");

    /// <exception cref="InvalidOperationException">Another host uses the folder.</exception>
    public static DataFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        var hostLock = TakeLock(System.IO.Path.Combine(path, "lock"))
            ?? throw new InvalidOperationException($"Another host is running on {path}. End it first, or give another folder with --data.");
        var folder = new DataFolder(path, hostLock);
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder.Logs, OwnerOnly);
        Directory.CreateDirectory(folder.Keys, OwnerOnly);
        Directory.CreateDirectory(System.IO.Path.Combine(path, "secrets"), OwnerOnly);
        return folder;
    }

    /// <summary>The system drops this lock with the process, however it ends; one that was just killed needs a moment.</summary>
    private static FileStream? TakeLock(string path)
    {
        for (var until = DateTime.UtcNow.AddSeconds(3); DateTime.UtcNow < until; Thread.Sleep(100))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Taken: try again.
            }
        }
        return null;
    }

    /// <summary>A secret of this installation, made at first use.</summary>
    public string Secret(string name)
    {
        var file = System.IO.Path.Combine(Path, "secrets", name);
        if (File.Exists(file)) return File.ReadAllText(file);
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        stream.Write(Encoding.ASCII.GetBytes(secret));
        stream.Flush(flushToDisk: true);
        return secret;
    }

    /// <summary>
    /// Where the servers keep their data: here, or, when their accounts cannot reach this folder (it lies in a root user's home),
    /// in a folder of /var/tmp that belongs to this one.
    /// </summary>
    public async Task<string> ServerFolderAsync()
    {
        if (await ServersReachAsync(Path)) return Path;
        if (await ServersReachAsync(System.IO.Path.GetDirectoryName(Path)!))
        {
            // This folder itself is the only bar (a temporary one is private): let them pass through, not look around.
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            return Path;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..12];
        var outside = $"/var/tmp/emulation-{hash}";
        Directory.CreateDirectory(outside);
        return outside;
    }

    private static async Task<bool> ServersReachAsync(string path)
    {
        // Where the servers come from outside, their accounts may not exist.
        foreach (var account in ServerAccounts.Where(SystemUsers.Exists))
        {
            if (!await SystemUsers.CanEnterAsync(path, SystemUsers.For(account))) return false;
        }
        return true;
    }

    public void Dispose() => hostLock.Dispose();
}
