using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;

namespace Emulation.Documents.Composition;

/// <summary>Sentences that officials may change without a new version of the program: configuration section <c>Wording</c>.</summary>
internal sealed class Wording
{
    /// <summary>Legal bases of every document, in order; each within its time of effect.</summary>
    public LawBasis[] LawBases { get; set; } = [];

    /// <summary>Who proposes a decision and who carries it out, by level.</summary>
    public DecisionWording City { get; set; } = new();

    public DecisionWording Ward { get; set; } = new();

    /// <summary>A department's own head decides.</summary>
    public DecisionWording Agency { get; set; } = new();

    /// <summary>Drafting section in “Lưu: VT, …” of a proposal, by kind of unit; kinds not named file in their office alone.</summary>
    public Dictionary<UnitKind, string> ProposalFiledBy { get; set; } = [];

    /// <summary>The agency that appraises dossiers sent to the city, after “Kính gửi”.</summary>
    public string CityAppraiser { get; set; } = "";

    public DecisionWording For(AwardLevel? level, Unit deciding) => level != AwardLevel.Ward ? City : deciding.IsCommuneLevel ? Ward : Agency;
}

/// <summary>A legal basis with the days on which it may be cited.</summary>
internal sealed class LawBasis
{
    public string Text { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool AppliesOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}

internal sealed class DecisionWording
{
    /// <summary>“Theo đề nghị của …”, last of the bases.</summary>
    public string ProposedBy { get; set; } = "";

    /// <summary>Who carries the decision out (Điều 3).</summary>
    public string CarriedOutBy { get; set; } = "";

    /// <summary>Receivers between “Như Điều 3” and “Lưu”.</summary>
    public string[] Receivers { get; set; } = [];

    public string FiledBy { get; set; } = "";
}
