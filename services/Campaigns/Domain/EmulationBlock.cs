using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>An emulation block of one year (khối thi đua, C-14 ii and iii). Code, owner and year are for good; every year has blocks of its own.</summary>
internal sealed class EmulationBlock : Aggregate
{
    public string OwnerUnitCode { get; private init; } = "";
    public string Code { get; private init; } = "";
    public EmulationPeriodKind PeriodKind { get; private init; }
    public int Year { get; private init; }
    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public int? Number { get; private set; }
    public string Name { get; private set; } = "";
    public string HeadUnitCode { get; private set; } = "";
    public string DeputyUnitCode { get; private set; } = "";
    public EmulationBlockMember[] Members { get; private set; } = [];

    /// <summary>Beside the members, for queries: who sees the block.</summary>
    public string[] MemberCodes { get; private set; } = [];
    public bool Active { get; private set; } = true;
    public DateTimeOffset CreatedAt { get; private init; }

    private EmulationBlock()
    {
    }

    public EmulationBlockLevel Level => OwnerUnitCode == Auth.CityUnit ? EmulationBlockLevel.City : EmulationBlockLevel.Ward;

    public EmulationBlockState State => new(Name, Number, From, To, HeadUnitCode, DeputyUnitCode, Members, Active);

    public static EmulationBlock Form(string owner, string code, EmulationPeriodKind kind, int year, EmulationBlockState state, DateTimeOffset now)
    {
        var block = new EmulationBlock { Id = Guid.CreateVersion7(now), OwnerUnitCode = owner, Code = code, PeriodKind = kind, Year = year, CreatedAt = now };
        block.Take(state);
        return block;
    }

    public Problem? Change(EmulationBlockState state)
    {
        if (!Active)
            return Problems.BlockDissolved;
        if (state.SameAs(State))
            return Problems.BlockUnchanged;
        Take(state);
        Touch();
        return null;
    }

    /// <summary>What was scored and ranked in it stays.</summary>
    public Problem? Dissolve()
    {
        if (!Active)
            return Problems.BlockDissolved;
        Active = false;
        Touch();
        return null;
    }

    public EmulationBlockFormed Event(DateTimeOffset at, string actedBy, string? reason = null) => new()
    {
        BlockId = Id, Version = Version, Code = Code, Number = Number, Name = Name, OwnerUnitCode = OwnerUnitCode, Level = Level,
        Period = new EmulationPeriod { Kind = PeriodKind, Year = Year, From = From, To = To },
        HeadUnitCode = HeadUnitCode, DeputyUnitCode = DeputyUnitCode, Members = Members, Active = Active, Reason = reason, OccurredAt = at, ActedBy = actedBy,
    };

    private void Take(EmulationBlockState state)
    {
        (Name, Number, From, To, HeadUnitCode, DeputyUnitCode) = (state.Name, state.Number, state.From, state.To, state.HeadUnitCode, state.DeputyUnitCode);
        Members = state.Members;
        MemberCodes = [.. state.Members.Select(m => m.Code)];
    }
}

/// <summary>What may change in a block within its year.</summary>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Number">Number of the block.</param>
/// <param name="From">First day, civil date of Vietnam.</param>
/// <param name="To">Last day, itself included.</param>
/// <param name="HeadUnitCode">Khối trưởng.</param>
/// <param name="DeputyUnitCode">Khối phó.</param>
/// <param name="Members">All members.</param>
/// <param name="Active">False when dissolved.</param>
public sealed record EmulationBlockState(
    string Name, int? Number, DateOnly From, DateOnly To, string HeadUnitCode, string DeputyUnitCode, EmulationBlockMember[] Members, bool Active)
{
    internal bool SameAs(EmulationBlockState other) => Members.SequenceEqual(other.Members) && this with { Members = other.Members } == other;
}

/// <summary>An earlier state of a block and the one that took its place, for the history.</summary>
/// <param name="Before">Null when the block was formed.</param>
/// <param name="After">State from then on.</param>
public sealed record EmulationBlockChange(EmulationBlockState? Before, EmulationBlockState After);
