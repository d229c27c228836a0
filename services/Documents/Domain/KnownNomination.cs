using Emulation.Contracts.Nominations;

namespace Emulation.Documents.Domain;

/// <summary>How far the events of a nomination have been followed, so that a late older one does no harm.</summary>
public sealed class KnownNomination
{
    public required Guid NominationId { get; init; }

    /// <summary>Version of the last hand-in, return, withdrawal or rejection.</summary>
    public int ListingVersion { get; private set; }

    /// <summary>Version of the last verdict heard of.</summary>
    public int VerdictVersion { get; private set; }

    public Outcome? Verdict { get; private set; }

    /// <returns>False when a newer hand-in or removal is known already.</returns>
    public bool Advance(int version)
    {
        if (version <= ListingVersion)
            return false;
        ListingVersion = version;
        return true;
    }

    /// <returns>False when a newer verdict is known already.</returns>
    public bool Judge(int version, Outcome outcome)
    {
        if (version <= VerdictVersion)
            return false;
        (VerdictVersion, Verdict) = (version, outcome);
        return true;
    }
}
