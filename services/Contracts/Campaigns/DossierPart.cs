namespace Emulation.Contracts.Campaigns;

/// <summary>A part of the dossier (CVA-26/III.4.1–3).</summary>
public sealed record DossierPart
{
    /// <summary>Key: <c>to-trinh</c>, <c>bao-cao-thanh-tich</c>, <c>bien-ban</c>, <c>xac-nhan-sang-kien</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Clause of the plan or article of law.</summary>
    public required string Clause { get; init; }

    /// <summary>True when the head of the proposing unit must confirm it (CVA-26/III.4.2).</summary>
    public bool ConfirmedByHead { get; init; }

    /// <summary>When it is asked for; without a word of the plan always.</summary>
    public PartAsked Asked { get; init; } = PartAsked.Always;

    /// <summary>One for each nominee, or one paper for a whole list; null = <c>to-trinh</c> and <c>bien-ban</c> for a list, others for a nominee.</summary>
    public PartCovers? Covers { get; init; }

    /// <summary>Whose minutes it must be; null = for <c>bien-ban</c> by who proposes: an office has no council (C-19). Without meaning for other parts.</summary>
    public MinutesOf? Minutes { get; init; }

    /// <summary>Original sets on paper, 0–10; the files are kept here as PDF, Word or picture.</summary>
    public int Originals { get; init; } = 1;
}

/// <summary>When a part of the dossier is asked for.</summary>
public enum PartAsked
{
    /// <summary>Always.</summary>
    Always,
    /// <summary>Only when the standard is met by way of an initiative (CVA-26/III.3.2.a2).</summary>
    InitiativeUsed,
}

/// <summary>What one paper speaks of.</summary>
public enum PartCovers
{
    /// <summary>One nominee.</summary>
    Nominee,
    /// <summary>A list of nominees: one paper may stand in many dossiers.</summary>
    List,
}

/// <summary>Whose minutes (C-19).</summary>
public enum MinutesOf
{
    /// <summary>Họp đơn vị: a section or office, which has no council.</summary>
    UnitMeeting,
    /// <summary>Hội đồng Thi đua - Khen thưởng of the proposing unit.</summary>
    Council,
}

/// <summary>Step that an incomplete dossier holds up.</summary>
public enum DossierAt
{
    /// <summary>Handing in: what is missing is asked for at once.</summary>
    Submit,
    /// <summary>Leaving the proposing unit: to the city, or to the decision for what the commune itself awards. What is missing at handing in is only named.</summary>
    Forward,
}
