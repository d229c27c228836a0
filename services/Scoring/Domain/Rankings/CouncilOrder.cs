using Emulation.Scoring.Domain.Formulas;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>How the council (Hội đồng) voted on the units of one tied group.</summary>
[ValidatableType]
public sealed record CouncilOrder
{
    /// <summary>Codes of all units of one group that the score and the areas of the tie rule leave level, best first.</summary>
    [Items(2, 500)]
    public required string[] Units { get; init; }

    /// <summary>Number of the minutes (biên bản): <c>12/BB-HĐ</c>.</summary>
    [Text(100)]
    public required string MinutesNumber { get; init; }

    /// <summary>Date of the minutes, a day of Asia/Ho_Chi_Minh, not later than today.</summary>
    public required DateOnly MinutesDate { get; init; }

    /// <summary>Why in this order, in Vietnamese; published with the ranking.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    internal bool SameAs(CouncilOrder other) =>
        (MinutesNumber, MinutesDate, Reason) == (other.MinutesNumber, other.MinutesDate, other.Reason) && Units.SequenceEqual(other.Units);
}

/// <summary>Units that the score and the areas of the tie rule leave level, where the index set asks the council to part them.</summary>
public sealed record TiedGroup
{
    /// <summary>Rank that they share until the council has voted.</summary>
    public required int Rank { get; init; }

    /// <summary>The figure they have in common: index, or index with bonus where the set ranks by it.</summary>
    public required decimal Score { get; init; }

    /// <summary>The same with two decimals, half up.</summary>
    public decimal ScoreShown => Scale.Show(Score);

    /// <summary>The units, by code.</summary>
    public required TiedUnit[] Units { get; init; }

    internal bool Is(CouncilOrder order) => order.Units.Length == Units.Length && Units.Select(u => u.UnitCode).ToHashSet(StringComparer.Ordinal).SetEquals(order.Units);
}

/// <summary>One unit of a tied group.</summary>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="UnitName">Name of the unit.</param>
public sealed record TiedUnit(string UnitCode, string UnitName);
