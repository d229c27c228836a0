namespace Emulation.Documents.Signing;

/// <summary>Configuration section <c>Signing</c>.</summary>
internal sealed class SigningOptions
{
    /// <summary>Folder with the keys held by the server: pairs of <c>name.p12</c> and <c>name.password</c>, and <c>name.png</c> with the picture to show. Empty = no key is held here, all signing is remote.</summary>
    public string? KeyFolder { get; set; }

    /// <summary>Folder with the roots that are trusted, as <c>*.crt</c> or <c>*.pem</c>. Empty = nobody is.</summary>
    public string? RootFolder { get; set; }

    /// <summary>Make an authority of this installation's own, and certificates for the sample units, where the folders are empty. Never in production.</summary>
    public bool DevAuthority { get; set; }

    /// <summary>How long a prepared signature waits for its completion.</summary>
    public TimeSpan PreparedFor { get; set; } = TimeSpan.FromMinutes(15);
}
