using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>The scale of an emulation block: one of head and deputy writes it, the other confirms it, and from then on it is locked.</summary>
public sealed class BlockScale : Aggregate
{
    private BlockScale()
    {
    }

    public required Guid BlockId { get; init; }
    public ScaleDefinition Definition { get; private set; } = null!;

    /// <summary>As last confirmed; while the scale is open again, figures rest on this one.</summary>
    public ScaleDefinition? InForce { get; private set; }
    public BlockScaleState State { get; private set; }

    /// <summary>How often it was confirmed.</summary>
    public int Edition { get; private set; }
    public BlockMark Edited { get; private set; } = null!;
    public BlockMark? Confirmed { get; private set; }

    internal static (BlockScale? Scale, Problem? Problem) Draft(EmulationBlock block, ScaleDefinition definition, BlockActor actor) =>
        ScaleCheck.Of(definition) is { } problem ? (null, problem)
        : (new BlockScale { Id = Guid.CreateVersion7(actor.At), BlockId = block.Id, Definition = definition, Edited = actor.Mark }, null);

    internal Problem? Edit(ScaleDefinition definition, BlockActor actor)
    {
        if (State == BlockScaleState.Confirmed)
            return Problems.ScaleLocked;
        if (ScaleCheck.Of(definition) is { } problem)
            return problem;
        (Definition, Edited) = (definition, actor.Mark);
        Touch();
        return null;
    }

    /// <summary>Two units have to stand behind it: the deputy confirms, but the head what the deputy wrote last.</summary>
    internal string ConfirmerIn(EmulationBlock block) => Edited.Unit == block.DeputyUnitCode ? block.HeadUnitCode : block.DeputyUnitCode;

    internal Problem? Confirm(BlockActor actor)
    {
        if (State == BlockScaleState.Confirmed)
            return Problems.NothingToConfirm;
        (State, InForce, Confirmed) = (BlockScaleState.Confirmed, Definition, actor.Mark);
        Edition++;
        Touch();
        return null;
    }

    /// <summary>Counts as the head's own writing: what it reopened, it cannot confirm alone.</summary>
    internal Problem? Reopen(BlockActor actor)
    {
        if (State == BlockScaleState.Draft)
            return Problems.NothingToReopen;
        (State, Edited, Confirmed) = (BlockScaleState.Draft, actor.Mark, null);
        Touch();
        return null;
    }
}

/// <summary>State of a scale.</summary>
public enum BlockScaleState
{
    /// <summary>Head and deputy may still change it; nothing is entered against it.</summary>
    Draft,
    /// <summary>Confirmed by the other of the two, and locked.</summary>
    Confirmed,
}
