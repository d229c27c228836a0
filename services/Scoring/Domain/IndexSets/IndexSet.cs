using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.IndexSets;

/// <summary>Index set (Bộ chỉ số CCHC): once active it never changes, because sheets and rankings rest on it; a new edition is a new set.</summary>
public sealed class IndexSet : Aggregate
{
    private IndexSet()
    {
    }

    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string Issuer { get; set; }
    public required int Edition { get; set; }
    public required string? Replaces { get; set; }
    public IndexDefinition Definition { get; private set; } = null!;

    /// <summary>Who scores by it: the city, or the unit whose offices it is for.</summary>
    public string Owner { get; private set; } = "";
    public IndexSetState State { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? ActivatedAt { get; private set; }

    internal static (IndexSet? Set, Problem? Problem) Draft(string code, IndexSetHead head, IndexDefinition definition, DateTimeOffset at)
    {
        if (DefinitionCheck.Of(definition) is { } problem)
            return (null, problem);
        return (new IndexSet
        {
            Id = Guid.CreateVersion7(at),
            Code = code,
            Name = head.Name,
            Issuer = head.Issuer,
            Edition = head.Edition,
            Replaces = head.Replaces,
            Definition = definition,
            Owner = InternalBlock.OwnerOf(definition.Blocks[0]),
            CreatedAt = at,
        }, null);
    }

    internal Problem? Revise(IndexSetHead head, IndexDefinition definition)
    {
        if (State != IndexSetState.Draft)
            return Problems.IndexSetLocked;
        if (DefinitionCheck.Of(definition) is { } problem)
            return problem;
        (Name, Issuer, Edition, Replaces, Definition) = (head.Name, head.Issuer, head.Edition, head.Replaces, definition);
        Owner = InternalBlock.OwnerOf(definition.Blocks[0]);
        Touch();
        return null;
    }

    internal Problem? Activate(DateTimeOffset at)
    {
        if (State != IndexSetState.Draft)
            return Problems.IndexSetLocked;
        (State, ActivatedAt) = (IndexSetState.Active, at);
        Touch();
        return null;
    }
}

/// <summary>What an index set is called and by whom.</summary>
internal sealed record IndexSetHead(string Name, string Issuer, int Edition, string? Replaces);

/// <summary>State of an index set.</summary>
public enum IndexSetState
{
    /// <summary>May still be changed; takes no sheets.</summary>
    Draft,
    /// <summary>In force, unchangeable.</summary>
    Active,
}
