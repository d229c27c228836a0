namespace Emulation.Documents.Rendering.Charts;

/// <summary>Round marks of an axis around some values.</summary>
/// <param name="Low">First mark.</param>
/// <param name="Step">Distance of the marks.</param>
/// <param name="Count">Number of steps.</param>
internal readonly record struct ChartScale(decimal Low, decimal Step, int Count)
{
    private const int Steps = 5;

    public decimal High => Low + Step * Count;

    public IEnumerable<decimal> Marks
    {
        get
        {
            var (low, step) = (Low, Step);
            return Enumerable.Range(0, Count + 1).Select(i => low + step * i);
        }
    }

    /// <summary>Bars begin at nought, or their lengths would lie; lines may begin higher, for their marks are written.</summary>
    public static ChartScale Around(IReadOnlyCollection<decimal> values, bool fromNought)
    {
        var low = fromNought || values.Count == 0 ? 0 : values.Min();
        var high = values.Count == 0 ? 1 : Math.Max(values.Max(), low);
        var rough = high == low ? Math.Max(Math.Abs(high) / Steps, 1) : (high - low) / Steps;
        var power = 1m;
        for (; power * 10 <= rough; power *= 10)
        {
        }

        for (; power > rough; power /= 10)
        {
        }

        var step = power * (rough <= power ? 1 : rough <= power * 2 ? 2 : rough <= power * 5 ? 5 : 10);
        var first = Math.Floor(low / step) * step;
        // Room below the lowest point for its value.
        if (!fromNought && low - first < step / 2 && first >= step)
            first -= step;
        return new ChartScale(first, step, Math.Max(1, (int)Math.Ceiling((high - first) / step)));
    }

    /// <summary>Where a value stands, 0–1.</summary>
    public double Share(decimal value) => (double)((value - Low) / (High - Low));
}
