using System.Security.Claims;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Nominating;

/// <summary>A nomination out of the fields of its form, or what is still wrong with them.</summary>
public sealed class NominationForm(CampaignDetailAnswer campaign, FullCategoryAnswer category, ClaimsPrincipal who)
{
    /// <summary>Row of the grade of the achievement's own year.</summary>
    public const string OfTheYear = "year";

    private const int ServiceRows = 3, MostService = 50;

    private readonly List<FieldFault> _faults = [];

    public IReadOnlyList<FieldFault> Faults => _faults;

    public AskedStatement[] Asked { get; } = AskedStatement.Of(category);

    public bool AsksGrades => category.Standard.InForce.All().Any(c => c.Kind == "completionGrade");

    public bool AsksInitiatives => category.Standard.InForce.All().Any(c => c.Kind == "initiatives");

    public ConditionAnswer? AsksService => category.Standard.InForce.All().FirstOrDefault(c => c.Kind == "directService");

    /// <summary>An end-of-period award rests on the latest grade, a yearly one on that of its year.</summary>
    public (string Row, string Label)[] GradeRows => category.Cadence == "period"
        ? [.. Enumerable.Range(campaign.FromYear, NominatingWords.LastYear(campaign, Now) - campaign.FromYear + 1).Select(y => ($"{y}", $"Năm {y}"))]
        : [(OfTheYear, "Xếp loại của năm xét")];

    /// <summary>Rows with something in them, and some more.</summary>
    public static int RowsOfService(FieldValues v) => Enumerable.Range(0, MostService).Count(i => v[$"from.{i}"] is not null || v[$"to.{i}"] is not null || v[$"role.{i}"] is not null) is var used && used >= ServiceRows ? used + 1 : ServiceRows;

    /// <summary>What is asked for at once, before anything is sent.</summary>
    public NominationBody Read(FieldValues v, string? unitCode, string? unitName, int? year, bool submit, NominationDetail? standing = null)
    {
        Needs(unitCode, "/nominee/unitCode", "Cần chọn đơn vị.");
        // Left empty, the collective is the unit itself.
        var name = v["name"] ?? (category.Individual ? null : unitName);
        Needs(name, "/nominee/name", "Cần họ tên của cá nhân.");
        Needs(v["achievement"], "/achievement", "Cần tóm tắt thành tích.");
        if (category.Cadence != "period")
            Needs(year, "/year", "Cần chọn năm thành tích.");
        var share = NominatingWords.Percent(v["womenShare"]);
        if (v["womenShare"] is not null && share is null)
            Fault("/nominee/womenShare", "Ghi số từ 0 đến 100, ví dụ 62,5.");
        if (category.OutsideReasons.Any())
            Needs(v["outsideQuotaReason"], "/outsideQuotaReason", "Hạng mục này khen thưởng ngoài chỉ tiêu, phải chọn lý do.");
        var late = v["lateReason"];
        if (submit && late is null && category.HandIn?.TooLateFrom(year ?? campaign.ToYear) is { } tooLate && Now >= tooLate)
            Fault("/lateReason", $"Đã quá hạn ({Words.LastDay(tooLate)}); hồ sơ vẫn nộp được nhưng phải nêu lý do.");
        return new(campaign.Code, category.Key, year,
            new(category.Recipient, name ?? "", category.Individual ? v["position"] : null, unitCode ?? "", category.Individual ? v["personCode"] : null,
                category.Individual ? v.Flag("female") : null, category.Individual ? null : share, v.Flag("directRole"), category.Individual ? v.Flag("leadingPost") : null),
            v["achievement"] ?? "", Ids(v.All("initiative")), Ids(v.All("merit")), [.. Attestations(v, standing)], [.. Grades(v, year, standing)], [.. Service(v, standing)], v["outsideQuotaReason"], submit, submit ? late : null);
    }

    /// <summary>By which clock a late one is told.</summary>
    public required DateTimeOffset Now { get; init; }

    private IEnumerable<AttestationAnswer> Attestations(FieldValues v, NominationDetail? standing)
    {
        foreach (var statement in Asked)
        {
            var mine = statement.Mine(who);
            if (mine.Length == 0 || v.Flag("holds." + statement.Key) is not { } holds)
                continue;
            var by = v["by." + statement.Key] is { } chosen && mine.Any(m => m.Code == chosen) ? chosen : mine[0].Code;
            var clause = statement.Shown(standing?.Attestations ?? [], who) is { } said && said.By == by ? said.Clause : null;
            yield return new(statement.Key, holds, by, v["evidence." + statement.Key], clause);
        }
        // What this form does not show – said by the same body for another clause, or by another of its bodies – stays as it is.
        foreach (var said in standing?.Attestations ?? [])
            if (who.MayAttestAs(said.By) && Array.Find(Asked, a => a.Key == said.Statement)?.Shown(standing!.Attestations, who) != said)
                yield return said;
    }

    private IEnumerable<YearGradeAnswer> Grades(FieldValues v, int? year, NominationDetail? standing)
    {
        var shown = new List<int>();
        foreach (var (row, _) in AsksGrades ? GradeRows : [])
        {
            var of = row == OfTheYear ? year : int.Parse(row, System.Globalization.CultureInfo.InvariantCulture);
            if (of is null)
                continue;
            shown.Add(of.Value);
            if (v["grade." + row] is { } grade)
                yield return new(of.Value, grade, v["decision." + row]);
        }
        foreach (var other in (standing?.Grades ?? []).Where(g => !shown.Contains(g.Year)))
            yield return other;
    }

    private IEnumerable<ServicePeriodAnswer> Service(FieldValues v, NominationDetail? standing)
    {
        if (AsksService is null)
            foreach (var stands in standing?.Service ?? [])
                yield return stands;
        for (var i = 0; i < MostService && AsksService is not null; i++)
        {
            var (from, to, role) = (v[$"from.{i}"], v[$"to.{i}"], v[$"role.{i}"]);
            if (from is null && to is null && role is null)
                continue;
            if (v.Date($"from.{i}") is not { } first)
                Fault("/service/from", $"Dòng {i + 1}: cần một ngày, ghi dạng 28/02/2027.");
            else if (to is not null && v.Date($"to.{i}") is null)
                Fault("/service/to", $"Dòng {i + 1}: ghi dạng 28/02/2027, hoặc để trống nếu vẫn đang làm.");
            else if (role is null)
                Fault("/service/role", $"Dòng {i + 1}: cần nhiệm vụ được giao.");
            else
                yield return new(first, v.Date($"to.{i}"), role);
        }
    }

    private void Needs(object? value, string pointer, string otherwise)
    {
        if (value is null)
            Fault(pointer, otherwise);
    }

    private void Fault(string pointer, string detail) => _faults.Add(new FieldFault(pointer, detail));

    private static Guid[] Ids(string[] chosen) => [.. chosen.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
