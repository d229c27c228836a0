namespace Emulation.Scoring.Domain.Formulas;

/// <summary>Whether a bound itself counts. Plans say both “từ … trở lên” and “trên …”; the difference is kept (C-34).</summary>
public enum BoundOperator
{
    /// <summary>At least (or at most): the bound counts.</summary>
    Inclusive,
    /// <summary>Over (or under): the bound does not count.</summary>
    Exclusive,
}

internal static class Bounds
{
    public static bool Reached(this BoundOperator op, decimal value, decimal bound) => op == BoundOperator.Inclusive ? value >= bound : value > bound;

    public static bool Kept(this BoundOperator op, decimal value, decimal bound) => op == BoundOperator.Inclusive ? value <= bound : value < bound;
}
