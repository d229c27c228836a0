using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>What may be said and changed of an index set while it is a draft.</summary>
public abstract record IndexSetBody
{
    internal const int LastEdition = 1000;

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Who issued it.</summary>
    [Text(200)]
    public required string Issuer { get; init; }

    /// <summary>Edition, from 1.</summary>
    [Between(1, LastEdition)]
    public int Edition { get; init; } = 1;

    /// <summary>Code of the set that this one replaces.</summary>
    [Code]
    public string? Replaces { get; init; }

    /// <summary>Ranking blocks that the set is for: <c>phuong</c>, <c>xa-dac-khu</c>, <c>so-nganh</c>; or the offices of the calling unit: <c>noi-bo-10532</c> (CVA-26/IV.1).</summary>
    [Items(1, 20)]
    public required string[] Blocks { get; init; }

    /// <summary>1–50 areas; their maxima add up to 100 (domain 2.5).</summary>
    [Items(1, 50)]
    public required Area[] Areas { get; init; }

    /// <summary>Bonus and penalty, outside the 100.</summary>
    [Items(0, 50)]
    public Adjustment[] Adjustments { get; init; } = [];

    /// <summary>Classes from the best down, the last from 0; empty = none (C-13).</summary>
    [Items(0, 20)]
    public ClassCutOff[] Classes { get; init; } = [];

    /// <summary>What parts units of equal score; default: they share the rank.</summary>
    public TieRule TieRule { get; init; } = new();

    /// <summary>Which figure ranks and classes go by; default: the index before bonus.</summary>
    public RankBy RankBy { get; init; }

    internal IndexSetHead Head => new(Name, Issuer, Edition, Replaces);

    internal IndexDefinition Definition => new() { Blocks = Blocks, Areas = Areas, Adjustments = Adjustments, Classes = Classes, TieRule = TieRule, RankBy = RankBy };

    internal async Task<Problem?> ReplacesFault(ScoringDbContext db, CancellationToken cancellationToken) =>
        Replaces is { } code && InternalBlock.OwnerOf(Blocks[0]) is var owner && !await db.IndexSets.AnyAsync(s => s.Code == code && s.Owner == owner, cancellationToken) ? Problems.IndexSetUnknown.At("/replaces") : null;
}
