namespace Emulation.ServiceDefaults;

/// <summary>A page of a list, by key set.</summary>
/// <param name="Items">Rows of this page.</param>
/// <param name="Next">Value for <c>after</c> of the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Paging
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>Rows per page, kept within 1–200.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MaxLimit);

    /// <summary>Cuts a list that was read with one row more than asked for.</summary>
    public static Page<T> ToPage<T>(this List<T> rows, int limit, Func<T, string> key) =>
        rows.Count <= limit ? new(rows, null) : new(rows[..limit], key(rows[limit - 1]));
}
