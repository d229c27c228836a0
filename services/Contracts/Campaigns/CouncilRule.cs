namespace Emulation.Contracts.Campaigns;

/// <summary>The council (Hội đồng Thi đua - Khen thưởng) has its say before a nomination goes on (CVA-26/III.2.1, LTN-TD-26/V.1). It advises; the chairman decides.</summary>
/// <remarks>What a plan leaves out – most leave out everything, C-20 – follows the table of the law in force on the day of the session.</remarks>
public sealed record CouncilRule
{
    /// <summary>Clause of the plan, or article of law, that asks for the council.</summary>
    public required string Clause { get; init; }

    /// <summary>Least share of all members that takes part, 0–1; written opinions of absent members count when <see cref="WrittenOpinions"/> says so.</summary>
    public decimal? Quorum { get; init; }

    /// <summary>Least share of votes in favour, 0–1, of what <see cref="Of"/> names.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>What the share of votes is taken of.</summary>
    public VoteBase? Of { get; init; }

    /// <summary>Secret or open.</summary>
    public Ballot? Ballot { get; init; }

    /// <summary>Whether members who are away may give their opinion in writing.</summary>
    public bool? WrittenOpinions { get; init; }
}

/// <summary>What a share of votes is taken of.</summary>
public enum VoteBase
{
    /// <summary>All members of the council, present or not.</summary>
    AllMembers,
    /// <summary>The members who took part – in the room, or in writing where that counts – and may vote on the item; who hands in no paper is not in favour.</summary>
    Voting,
}

/// <summary>How a council votes.</summary>
public enum Ballot
{
    /// <summary>Bỏ phiếu kín.</summary>
    Secret,
    /// <summary>Biểu quyết công khai.</summary>
    Open,
}
