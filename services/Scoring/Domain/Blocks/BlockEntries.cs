using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>What a member pledges for one criterion (đăng ký giao ước).</summary>
[ValidatableType]
public sealed record PledgedTarget
{
    /// <summary>Code of a criterion scored against pledge and leader: <c>I.1</c>.</summary>
    [LeafCode]
    public required string Criterion { get; init; }

    /// <summary>Target in the unit of the criterion, 0 or more, at most 6 decimals; 95 for 95%.</summary>
    public required decimal Target { get; init; }
}

/// <summary>What a member reports for one criterion.</summary>
[ValidatableType]
public sealed record BlockReportEntry : LeafInput
{
    /// <summary>Code of the criterion: <c>I.1</c>.</summary>
    [LeafCode]
    public required string Criterion { get; init; }

    /// <summary>Remark of the member, in Vietnamese.</summary>
    [Text(2000)]
    public string? Note { get; init; }
}

/// <summary>What head or deputy makes of one criterion: takes over the figures that stand, or enters others.</summary>
[ValidatableType]
public sealed record BlockReviewEntry : LeafInput
{
    /// <summary>Code of the criterion: <c>I.1</c>.</summary>
    [LeafCode]
    public required string Criterion { get; init; }

    /// <summary>True takes over the figures that stand. Not together with figures.</summary>
    public bool Accept { get; init; }

    /// <summary>Why, in Vietnamese; needed to change figures that stand.</summary>
    [Text(2000)]
    public string? Reason { get; init; }
}

/// <summary>Tells everything that is wrong with entries, each with its place.</summary>
internal static class BlockEntries
{
    public static Problem? Check<T>(ScaleDefinition scale, string list, T[] entries, Func<T, string> criterion, Func<T, ScaleCriterion, string?> fault)
    {
        List<FieldError> faults = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, entry) in entries.Index())
        {
            var code = $"/{list}/{i}{(entry is string ? "" : "/criterion")}";
            if (scale.Find(criterion(entry)) is not { } asked)
                faults.Add(new FieldError(code, $"Thang điểm không có tiêu chí {criterion(entry)}."));
            else if (fault(entry, asked) is { } wrong)
                faults.Add(new FieldError($"/{list}/{i}", wrong));
            else if (!seen.Add(asked.Code))
                faults.Add(new FieldError(code, $"Tiêu chí {asked.Code} được nêu hai lần."));
        }
        return faults.Count == 0 ? null : Problems.BlockEntriesInvalid with { Errors = [.. faults] };
    }

    public static string? Fault(PledgedTarget target, ScaleCriterion criterion) =>
        criterion.Formula is not AgainstLeader ? "Tiêu chí này không chấm theo giao ước, không cần chỉ tiêu."
        : target.Target < 0 ? "Chỉ tiêu không được âm."
        : Scale.NumberFault(target.Target);

    public static string? Fault(LeafInput input, ScaleCriterion criterion) => criterion.Formula.Fault(input, notApplicableAllowed: false);
}
