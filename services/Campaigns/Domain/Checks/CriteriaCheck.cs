using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Whether the criteria of a plan can be reported on and judged.</summary>
internal static partial class CriteriaCheck
{
    private const int MaxCriteria = 300;
    private const int MaxScales = 20;
    private const int MaxClasses = 20;
    private const decimal LargestFigure = 1_000_000_000_000m;
    private const string KeyForm = "Khóa gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá 60 ký tự.";

    public static void Run(CampaignPlan plan, Findings found)
    {
        Scales(plan.ClassScales, found);
        var criteria = plan.Keyed().Criteria;
        found.Each("/criteria", criteria, MaxCriteria, (at, c) => Criterion(at, c, plan.ClassScales, found));
        found.Unique("/criteria", criteria, c => c.Key, "Khóa này đã dùng cho tiêu chí ở trên.", "/key");
    }

    private static void Scales(ClassScale[] scales, Findings found)
    {
        found.Each("/classScales", scales, MaxScales, (at, scale) =>
        {
            Key($"{at}/key", scale.Key, found);
            found.Text($"{at}/name", scale.Name, 300);
            found.ErrorIf(scale.Classes.Length == 0, $"{at}/classes", "Thang xếp loại phải có ít nhất một loại.");
            var mapped = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            found.Each($"{at}/classes", scale.Classes, MaxClasses, (of, c) =>
            {
                Key($"{of}/key", c.Key, found);
                found.Text($"{of}/name", c.Name, 300);
                found.Each($"{of}/published", c.Published, MaxClasses, (name, published) =>
                {
                    found.Text(name, published, 300);
                    found.ErrorIf(!mapped.Add(published), name, "Loại công bố này đã được quy đổi ở trên.");
                });
            });
            found.Unique($"{at}/classes", scale.Classes, c => c.Key, "Loại này đã có ở trên.", "/key");
        });
        found.Unique("/classScales", scales, s => s.Key, "Khóa này đã dùng cho thang xếp loại ở trên.", "/key");
    }

    private static void Criterion(string at, PlanCriterion c, ClassScale[] scales, Findings found)
    {
        Key($"{at}/key", c.Key!, found);
        found.Clause(at, c.Clause);
        found.Text($"{at}/text", c.Text, PlanCheck.MaxText);
        found.Text($"{at}/measure", c.Measure, 300);
        found.TextIfAny($"{at}/unit", c.Unit, 40);
        if (c.Source is { } source)
            found.Text($"{at}/source/name", source.Name, 300);
        var numeric = c.Kind is CriterionKind.Percentage or CriterionKind.Value or CriterionKind.Count;
        found.ErrorIf(numeric != (c.Value is not null), $"{at}/value", "Tiêu chí có số cần giá trị; tiêu chí bằng chữ, xếp loại, thứ hạng thì không ghi.");
        found.ErrorIf(c.Class is not null != (c.Kind == CriterionKind.IndexClass), $"{at}/class", "Chỉ tiêu chí theo xếp loại Chỉ số (indexClass) mới ghi, và phải ghi, loại cần đạt.");
        found.ErrorIf(c.Rank is not null != (c.Kind == CriterionKind.IndexRank), $"{at}/rank", "Chỉ tiêu chí theo thứ hạng Chỉ số (indexRank) mới ghi, và phải ghi, thứ hạng cần đạt.");
        if (numeric)
            Number(at, c, found);
        else
            Words(at, c, scales, found);
    }

    private static void Number(string at, PlanCriterion c, Findings found)
    {
        found.ErrorIf(c.Operator == CriterionOperator.Text, $"{at}/operator", "Tiêu chí có số phải ghi cách so sánh: từ, trên, bằng, không quá hay dưới.");
        Figure($"{at}/value", c.Kind!.Value, c.Value, found);
        Figure($"{at}/aim", c.Kind.Value, c.Aim, found);
        found.ErrorIf(c.Aim <= c.Value && c.Operator is CriterionOperator.GreaterOrEqual or CriterionOperator.Greater
            || c.Aim >= c.Value && c.Operator is CriterionOperator.LessOrEqual or CriterionOperator.Less
            || c.Aim is not null && c.Operator == CriterionOperator.Equal, $"{at}/aim", "Mức phấn đấu phải cao hơn mức cần đạt theo chiều của tiêu chí; tiêu chí “bằng” không có mức phấn đấu.");
        found.ErrorIf(c.ExceedAsked && c.Operator is not (CriterionOperator.GreaterOrEqual or CriterionOperator.LessOrEqual), $"{at}/exceedAsked", "“Đạt và vượt” chỉ đi với “từ … trở lên” hoặc “không quá”.");
    }

    private static void Figure(string at, CriterionKind kind, decimal? figure, Findings found)
    {
        if (figure is not { } number)
            return;
        if (Math.Abs(number) > LargestFigure || decimal.Round(number, 6) != number)
            found.Error(at, "Số quá lớn, hoặc có quá 6 chữ số thập phân.");
        else if (kind == CriterionKind.Percentage)
            found.ErrorIf(number is < 0 or > 100, at, "Tỷ lệ phần trăm của một tổng số phải từ 0 đến 100; số khác dùng kiểu value.");
        else if (kind == CriterionKind.Count)
            found.ErrorIf(number < 0 || decimal.Truncate(number) != number, at, "Số lượng phải là số nguyên từ 0.");
    }

    private static void Words(string at, PlanCriterion c, ClassScale[] scales, Findings found)
    {
        found.ErrorIf(c.Aim is not null, $"{at}/aim", "Mức phấn đấu chỉ đi với tiêu chí có số.");
        found.ErrorIf(c.ExceedAsked, $"{at}/exceedAsked", "“Đạt và vượt” chỉ đi với tiêu chí có số.");
        var asked = c.Kind switch { CriterionKind.Text => CriterionOperator.Text, CriterionKind.IndexClass => CriterionOperator.GreaterOrEqual, _ => CriterionOperator.LessOrEqual };
        found.ErrorIf(c.Operator != asked, $"{at}/operator", "Cách so sánh: text với tiêu chí bằng chữ, greaterOrEqual với xếp loại, lessOrEqual với thứ hạng.");
        found.ErrorIf(c.Kind != CriterionKind.Text && c.Period != CriterionPeriod.Year, $"{at}/period", "Chỉ số công bố theo năm: tiêu chí theo Chỉ số xét theo năm.");
        if (c.Class is { } target)
        {
            var scale = scales.FirstOrDefault(s => s?.Key == target.Scale);
            found.ErrorIf(scale is null, $"{at}/class/scale", "Kế hoạch không có thang xếp loại này.");
            found.ErrorIf(scale is not null && !scale.Classes.Any(k => k?.Key == target.AtLeast), $"{at}/class/atLeast", "Thang xếp loại không có loại này.");
        }
        if (c.Rank is not { } rank)
            return;
        found.Text($"{at}/rank/name", rank.Name, 300);
        found.TextIfAny($"{at}/rank/blockName", rank.BlockName, 300);
        StandardCheck.Tops($"{at}/rank", rank.Tops, found);
        if (rank.Tops.Length == 0)
            found.Warn($"{at}/rank/tops", "C-13", "Kế hoạch không nêu số đơn vị của tốp: chưa kết luận được tiêu chí này cho đến khi bổ sung.");
    }

    private static void Key(string at, string key, Findings found) => found.ErrorIf(key.Length > CriterionKeys.MaxLength || !KeyPattern().IsMatch(key), at, KeyForm);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPattern();
}
