using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Giao ước thi đua of an emulation block, signed by all its members (LTN-TD-26/IV.1.b). It takes no number.</summary>
public sealed record EmulationPledge : PaperContent
{
    /// <summary>Name of the block, 1–300 characters: <c>Khối thi đua số 8</c>.</summary>
    [Required, Text(300)]
    public required string BlockName { get; init; }

    /// <summary>Unit whose block it is, 1–300 characters: <c>Thành phố Hải Phòng</c>; printed above the block's name.</summary>
    [Text(300)]
    public string? OwnerName { get; init; }

    /// <summary>Calendar year, 2000–2100; of a school year the one it begins in.</summary>
    [Between(2000, 2100)]
    public required int PledgeYear { get; init; }

    /// <summary>True for a school year (C-33).</summary>
    public bool SchoolYear { get; init; }

    /// <summary>Legal bases; empty = the laws that every document cites.</summary>
    [Items(0, 50)]
    public LegalBasis[] LegalBases { get; init; } = [];

    /// <summary>What the members agree on, 0–100, each 1–4000 characters.</summary>
    [Items(0, 100)]
    public string[] Contents { get; init; } = [];

    /// <summary>Criteria and point scale (tiêu chí, thang điểm), 0–200.</summary>
    [Items(0, 200)]
    public PledgedCriterion[] Criteria { get; init; } = [];

    /// <summary>Members, 2–100; head and deputy among them.</summary>
    [Required, Items(2, 100)]
    public required PledgingMember[] Members { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.Pledge;

    [JsonIgnore]
    public override string Abstract => $"{BlockName.Trim()} {Time}";

    [JsonIgnore]
    public override int Year => PledgeYear;

    /// <summary>“năm 2026”, “năm học 2025 - 2026”.</summary>
    [JsonIgnore]
    internal string Time => SchoolYear ? $"năm học {PledgeYear} - {PledgeYear + 1}" : $"năm {PledgeYear}";

    internal override IEnumerable<FieldError> Faults()
    {
        if (Contents.Length + Criteria.Length == 0)
            yield return new("/contents", "Giao ước chưa có nội dung hoặc tiêu chí nào.");
        foreach (var role in (PledgeRole[])[PledgeRole.Head, PledgeRole.Deputy])
        {
            if (Members.Count(m => m.Role == role) != 1)
                yield return new("/members", role == PledgeRole.Head ? "Phải có đúng một khối trưởng." : "Phải có đúng một khối phó.");
        }

        foreach (var (i, member) in Members.Index())
        {
            if (member.Targets.Keys.FirstOrDefault(key => !Criteria.Any(c => c.Code == key)) is { } unknown)
                yield return new($"/members/{i}/targets", $"Không có tiêu chí “{unknown}” trong thang điểm.");
        }

        foreach (var (i, criterion) in Criteria.Index())
        {
            if (Criteria.Take(i).Any(c => c.Code == criterion.Code))
                yield return new($"/criteria/{i}/code", "Bị trùng.");
        }
    }
}

/// <summary>A criterion of the block's scale.</summary>
[ValidatableType]
public sealed record PledgedCriterion
{
    /// <summary>Code: <c>I.1</c>, 1–40 characters.</summary>
    [Required, Text(40)]
    public required string Code { get; init; }

    /// <summary>Name of its group, 1–500 characters; null when the scale has none.</summary>
    [Text(500)]
    public string? Group { get; init; }

    /// <summary>Name, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string Name { get; init; }

    /// <summary>Unit of the pledged figure: <c>%</c>.</summary>
    [Text(50)]
    public string? Unit { get; init; }

    /// <summary>Most points, 0–1000.</summary>
    [Between(0, 1000)]
    public required decimal Max { get; init; }

    /// <summary>True for bonus and penalty, which stand outside the total.</summary>
    public bool OutsideTotal { get; init; }
}

/// <summary>A member that signs.</summary>
[ValidatableType]
public sealed record PledgingMember
{
    /// <summary>Name, 1–300 characters.</summary>
    [Required, Text(300)]
    public required string Name { get; init; }

    /// <summary>Head, deputy or member.</summary>
    public PledgeRole Role { get; init; } = PledgeRole.Member;

    /// <summary>Who signs for it, 1–200 characters; null leaves the line open.</summary>
    [Text(200)]
    public string? SignerName { get; init; }

    /// <summary>Post of that person, 1–200 characters.</summary>
    [Text(200)]
    public string? SignerPosition { get; init; }

    /// <summary>Pledged figure by code of criterion.</summary>
    public Dictionary<string, decimal> Targets { get; init; } = [];
}

/// <summary>Part of a member in its block.</summary>
public enum PledgeRole
{
    /// <summary>Thành viên.</summary>
    Member,
    /// <summary>Khối trưởng.</summary>
    Head,
    /// <summary>Khối phó.</summary>
    Deputy,
}
