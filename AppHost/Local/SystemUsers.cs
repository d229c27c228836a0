namespace Emulation.AppHost.Local;

/// <summary>Servers refuse to run as root: they get the account that their package made.</summary>
internal static class SystemUsers
{
    public static bool IsRoot { get; } = Environment.IsPrivilegedProcess;

    /// <summary>The account for a server: null (our own) unless we are root.</summary>
    public static string? For(string account)
    {
        if (!IsRoot) return null;
        return Entry(account) is not null
            ? account
            : throw new InvalidOperationException($"This runs as root, and there is no account '{account}' for the server to run as.");
    }

    public static bool Exists(string account) => Entry(account) is not null;

    /// <summary>Numeric id of the account's own group.</summary>
    public static string GroupOf(string account) =>
        Entry(account)?[3] ?? throw new InvalidOperationException($"There is no account '{account}'.");

    /// <summary>Makes a folder that only <paramref name="account"/> (null = our own) can open.</summary>
    public static async Task PrivateFolderAsync(string path, string? account)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await GiveAsync(path, account);
    }

    public static async Task GiveAsync(string path, string? account)
    {
        if (account is null) return;
        var (code, output) = await ManagedProcess.RunAsync(
            new ProcessSpec("chown", "-R", $"{account}:{GroupOf(account)}", path), TimeSpan.FromSeconds(30));
        if (code != 0) throw new IOException(output);
    }

    /// <summary>Whether the account can get at a folder through all its parents.</summary>
    public static async Task<bool> CanEnterAsync(string path, string? account)
    {
        if (account is null) return true;
        var (code, _) = await ManagedProcess.RunAsync(
            new ProcessSpec("test", "-x", path) { User = account }, TimeSpan.FromSeconds(10));
        return code == 0;
    }

    private static string[]? Entry(string account) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields[0] == account);
}
