using Emulation.Scoring.Domain.Rankings;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>What is ranked, and how the council voted where it had to.</summary>
public abstract record RankingBody
{
    /// <summary>Code of an active index set.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    [Code]
    public required string Block { get; init; }

    /// <summary>Votes of the council on tied groups, one for each group; only where the tie rule of the set asks it.</summary>
    [Items(0, 200)]
    public CouncilOrder[] CouncilOrder { get; init; } = [];
}
