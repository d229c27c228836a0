using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Documents.Domain;

/// <summary>A nominee in a document, as known when the line was written.</summary>
public sealed class DocumentLine
{
    public Guid DocumentId { get; init; }

    public required Guid NominationId { get; init; }

    /// <summary>Version of the nomination that the line shows.</summary>
    public int NominationVersion { get; private set; }

    /// <summary>Số sổ vàng in a decision; null in a proposal.</summary>
    public int? Order { get; private init; }

    public required string ProposingUnitCode { get; set; }

    /// <summary>Year of the achievement; of an end-of-period award the last year of the campaign.</summary>
    public int Year { get; private set; }

    public Cadence Cadence { get; private set; }

    public Recipient Recipient { get; private set; }

    public required string NomineeName { get; set; }

    public string? Position { get; private set; }

    public required string NomineeUnit { get; set; }

    public required string AwardName { get; set; }

    public required string CategoryName { get; set; }

    public required string Achievement { get; set; }

    public Outcome Eligibility { get; private set; }

    public bool Late { get; private set; }

    public static DocumentLine From(NominationSnapshot nomination, int? order)
    {
        var line = new DocumentLine
        {
            NominationId = nomination.NominationId,
            Order = order,
            ProposingUnitCode = "",
            NomineeName = "",
            NomineeUnit = "",
            AwardName = "",
            CategoryName = "",
            Achievement = "",
        };
        line.Replace(nomination);
        return line;
    }

    public bool Replace(NominationSnapshot nomination)
    {
        if (nomination.Version <= NominationVersion)
            return false;
        NominationVersion = nomination.Version;
        ProposingUnitCode = nomination.ProposingUnitCode;
        (Year, Cadence) = (nomination.Year, nomination.Cadence);
        Recipient = nomination.Nominee.Kind;
        NomineeName = nomination.Nominee.Name;
        Position = nomination.Nominee.Position;
        NomineeUnit = nomination.Nominee.UnitName;
        AwardName = nomination.Award.Name;
        CategoryName = nomination.CategoryName;
        Achievement = nomination.Achievement;
        Eligibility = nomination.Eligibility;
        Late = nomination.Late;
        return true;
    }

    /// <summary>The deadline was moved for it; whatever version is shown, it is in time.</summary>
    public bool LiftLateness()
    {
        var was = Late;
        Late = false;
        return was;
    }

    public bool Judge(int version, Outcome outcome)
    {
        if (version <= NominationVersion || outcome == Eligibility)
            return false;
        (NominationVersion, Eligibility) = (version, outcome);
        return true;
    }
}
