using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Báo cáo sơ kết or tổng kết of a campaign (LTN-26-30/IV.2.2, CH-26-30/IV.1.2): figures of the system with what officials say of them.</summary>
public sealed record CampaignReport : PaperContent
{
    public required ReportStage Stage { get; init; }

    /// <summary>First year reported on.</summary>
    [Between(2000, 2100)]
    public required int FromYear { get; init; }

    /// <summary>Last year reported on, itself included.</summary>
    [Between(2000, 2100)]
    public required int ToYear { get; init; }

    /// <summary>Who is reported to, each 1–300 characters; printed after “Kính gửi”.</summary>
    [Required, Items(1, 50)]
    public required string[] Addressees { get; init; }

    /// <summary>How the campaign was launched and carried out, in paragraphs of 1–4000 characters.</summary>
    [Items(0, 50)]
    public string[] Carrying { get; init; } = [];

    /// <summary>Nominations and awards by category of the campaign and unit; a pair stands once.</summary>
    [Items(0, 2000)]
    public AwardFigure[] Awards { get; init; } = [];

    /// <summary>Published results of the index, by unit and year.</summary>
    [Items(0, 2000)]
    public IndexFigure[] Index { get; init; } = [];

    /// <summary>Criteria of the campaign with what was reached.</summary>
    [Items(0, 200)]
    public CriterionFigure[] Criteria { get; init; } = [];

    /// <summary>How deadlines were kept.</summary>
    [Items(0, 100)]
    public DeadlineFigure[] Deadlines { get; init; } = [];

    /// <summary>Tồn tại, hạn chế và nguyên nhân, in paragraphs of 1–4000 characters.</summary>
    [Items(0, 50)]
    public string[] Shortcomings { get; init; } = [];

    /// <summary>Phương hướng, nhiệm vụ, in paragraphs of 1–4000 characters.</summary>
    [Items(0, 50)]
    public string[] Directions { get; init; } = [];

    /// <summary>Kiến nghị, đề xuất, in paragraphs of 1–4000 characters.</summary>
    [Items(0, 50)]
    public string[] Proposals { get; init; } = [];

    [JsonIgnore]
    public override DocumentType Type => DocumentType.CampaignReport;

    [JsonIgnore]
    public override string Abstract =>
        $"{(Stage == ReportStage.Final ? "Tổng kết" : "Sơ kết")} {Composition.VietnameseText.Campaign(CampaignName ?? "")} {(FromYear == ToYear ? $"năm {ToYear}" : $"giai đoạn {FromYear} - {ToYear}")}";

    [JsonIgnore]
    public override int Year => ToYear;

    internal override Problem? Misfit
    {
        get
        {
            if (Array.FindIndex(Awards, a => a.Awarded > a.Nominated) is >= 0 and var award)
                return Problems.ReportDoesNotFit.At($"/awards/{award}/awarded", "Số được khen thưởng nhiều hơn số đề nghị.");
            return Array.FindIndex(Deadlines, d => d.Late > d.Done) is >= 0 and var late ? Problems.ReportDoesNotFit.At($"/deadlines/{late}/late", "Số quá hạn nhiều hơn số đã gửi.") : null;
        }
    }

    internal override IEnumerable<FieldError> Faults()
    {
        if (string.IsNullOrWhiteSpace(CampaignName))
            yield return new("/campaignName", "Báo cáo phải nêu phong trào thi đua.");
        if (FromYear > ToYear)
            yield return new("/fromYear", "Năm đầu sau năm cuối.");
        foreach (var i in Twice(Awards, a => (a.Category, a.UnitName, a.Recipient)))
            yield return new($"/awards/{i}", "Cùng loại, đối tượng và đơn vị đã có ở dòng trên.");
        foreach (var (i, figure) in Index.Index().Where(f => f.Item.UnitName is null))
            yield return new($"/index/{i}/unitName", "Phải ghi tên đơn vị.");
        foreach (var i in Twice(Index, f => (f.UnitName, f.Year)))
            yield return new($"/index/{i}", "Cùng đơn vị và năm đã có ở dòng trên.");
        foreach (var error in TooLong(Addressees, "/addressees", 300))
            yield return error;
    }

    private static IEnumerable<int> Twice<T, TKey>(T[] items, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        return items.Index().Where(i => !seen.Add(key(i.Item))).Select(i => i.Index);
    }
}

/// <summary>Which report of a campaign it is.</summary>
public enum ReportStage
{
    /// <summary>Sơ kết: part of the time of the campaign.</summary>
    Interim,
    /// <summary>Tổng kết: the whole of it.</summary>
    Final,
}

/// <summary>Nominations of a category from a unit.</summary>
[ValidatableType]
public sealed record AwardFigure
{
    /// <summary>Category of the campaign, as printed.</summary>
    [Required, Text(300)]
    public required string Category { get; init; }

    public required Recipient Recipient { get; init; }

    /// <summary>Proposing unit.</summary>
    [Required, Text(200)]
    public required string UnitName { get; init; }

    /// <summary>Handed in, drafts and withdrawn ones left out.</summary>
    [Between(0, 1_000_000)]
    public required int Nominated { get; init; }

    /// <summary>Of these granted.</summary>
    [Between(0, 1_000_000)]
    public required int Awarded { get; init; }
}

/// <summary>How one deadline was kept.</summary>
[ValidatableType]
public sealed record DeadlineFigure
{
    /// <summary>What was due.</summary>
    [Required, Text(500)]
    public required string What { get; init; }

    /// <summary>Last day, civil date of Vietnam, itself included; null when none was set.</summary>
    [CivilDay]
    public DateOnly? Due { get; init; }

    /// <summary>Handed in, in time or late.</summary>
    [Between(0, 1_000_000)]
    public required int Done { get; init; }

    /// <summary>Of these late; null when that was not counted.</summary>
    [Between(0, 1_000_000)]
    public int? Late { get; init; }

    /// <summary>Not handed in.</summary>
    [Between(0, 1_000_000)]
    public required int Missing { get; init; }
}
