using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>A figure of a report.</summary>
[ValidatableType]
public sealed record ReportFigure
{
    /// <summary>What is counted, 1–300 characters.</summary>
    [Text(300)]
    public required string Name { get; init; }

    /// <summary>How much.</summary>
    public required decimal Value { get; init; }

    /// <summary>Unit of measure: <c>%</c>, <c>hồ sơ</c>.</summary>
    [Text(40)]
    public string? Unit { get; init; }

    /// <summary>Remark, up to 1000 characters.</summary>
    [Text(1000)]
    public string? Note { get; init; }
}
