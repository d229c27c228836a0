using System.Linq.Expressions;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Emulation.Scoring.Domain;

/// <summary>
/// Besides the blocks of the city's register, the offices of one unit are a block of their own: a commune scores and ranks them
/// with the same engine, for its own use (CVA-26/IV.1, C-40). Its name tells whose offices they are.
/// </summary>
internal static class InternalBlock
{
    private const string Prefix = "noi-bo-";

    public static string Of(string unitCode) => Prefix + unitCode;

    public static bool Is(string block) => block.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Who scores a block: the city, or the unit whose offices it holds.</summary>
    public static string OwnerOf(string block) => Is(block) ? block[Prefix.Length..] : Auth.CityUnit;

    /// <summary>Units of a block, still active or not.</summary>
    public static IQueryable<Unit> InBlock(this IQueryable<Unit> units, string block)
    {
        if (!Is(block))
            return units.Where(u => u.Block == block);
        var below = OwnerOf(block) + "-";
        return units.Where(u => u.Code.StartsWith(below) && !EF.Functions.Like(u.Code, below + "%-%"));
    }

    /// <summary>Block of a unit under an index set; null when the set is not for the unit.</summary>
    public static string? BlockOf(this IndexDefinition definition, Unit unit) =>
        unit.Block is { } block && definition.Blocks.Contains(block) ? block
        : unit.Code.LastIndexOf('-') is var dash and > 0 && Of(unit.Code[..dash]) is var own && definition.Blocks.Contains(own) ? own
        : null;

    /// <summary>Whether the caller speaks for whoever scores the block.</summary>
    public static bool Governs(this CurrentUser user, string block) => user.UnitCode == OwnerOf(block);

    /// <summary>Whether the caller would score itself: of its offices a unit is the judge, so it never speaks for them.</summary>
    public static bool JudgesOffices(this CurrentUser user, string block) => Is(block) && user.Governs(block);

    /// <summary>Keeps only index sets that the caller may look into.</summary>
    public static IQueryable<IndexSet> LookedInto(this IQueryable<IndexSet> sets, CurrentUser user)
    {
        if (user.SeesWholeCity)
            return sets;
        string[] owners = [Auth.CityUnit, .. OwnersOpenTo(user)];
        return sets.Where(s => owners.Contains(s.Owner));
    }

    /// <summary>Whose internal blocks the caller may look into: those of its own unit and of the units above it. The city looks into all.</summary>
    private static string[] OwnersOpenTo(CurrentUser user)
    {
        var code = user.UnitCode;
        return [.. Enumerable.Range(0, code.Length + 1).Where(end => end > 0 && (end == code.Length || code[end] == '-')).Select(end => code[..end])];
    }

    /// <summary>Keeps only rows of blocks that the caller may look into.</summary>
    public static IQueryable<T> LookedInto<T>(this IQueryable<T> rows, CurrentUser user, Expression<Func<T, string>> block)
    {
        if (user.SeesWholeCity)
            return rows;
        string[] open = [.. OwnersOpenTo(user).Select(Of)];
        Expression<Func<string, bool>> mayLook = b => !b.StartsWith(Prefix) || open.Contains(b);
        return rows.Where(Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(mayLook.Parameters[0], block.Body, mayLook.Body), block.Parameters));
    }

    public static bool MayLookInto(this CurrentUser user, string block) => !Is(block) || user.SeesWholeCity || OwnersOpenTo(user).Contains(OwnerOf(block));

    /// <summary>Keeps only rankings of the city's blocks.</summary>
    public static IQueryable<Ranking> OfTheCity(this IQueryable<Ranking> rankings) => rankings.Where(r => !r.Block.StartsWith(Prefix));
}
