using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Whether the condition trees of a standard can be judged.</summary>
internal static partial class StandardCheck
{
    private const int MaxDepth = 20;
    private const int MaxNodes = 500;
    private const string AnyBlock = "*";

    public static void Run(string at, CampaignPlan plan, AwardCategory category, Findings found)
    {
        var standard = category.Standard;
        found.ErrorIf(standard.Reading == Reading.Literal && standard.Literal is null, $"{at}/reading", "Chọn cách đọc theo câu chữ thì phải có cây điều kiện theo câu chữ (literal).");
        Tree($"{at}/canonical", standard.Canonical, new Context(plan, category, found));
        if (standard.Literal is { } literal)
            Tree($"{at}/literal", literal, new Context(plan, category, found));
    }

    private sealed record Context(CampaignPlan Plan, AwardCategory Category, Findings Found)
    {
        public int Nodes { get; set; }
    }

    private static void Tree(string at, Condition root, Context context)
    {
        Node(at, root, 1, context);
        context.Found.ErrorIf(context.Nodes > MaxNodes, at, $"Không quá {MaxNodes} điều kiện trong một tiêu chuẩn.");
    }

    private static void Node(string at, Condition condition, int depth, Context context)
    {
        var found = context.Found;
        if (++context.Nodes > MaxNodes)
            return;
        found.Clause(at, condition.Clause);
        found.Text($"{at}/text", condition.Text, 2000);
        switch (condition)
        {
            case AllOf all:
                Parts(at, all.Conditions, depth, context);
                break;
            case AnyOf any:
                Parts(at, any.Conditions, depth, context);
                break;
            case IndexRank rank:
                SomeTops(at, rank.Tops, found);
                if (rank.Year is { } year)
                    found.Within($"{at}/year", year, 2000, 2100);
                break;
            case YearsInTop years:
                SomeTops(at, years.Tops, found);
                Window(at, years.FromYear, years.ToYear, years.AtLeast, context);
                break;
            case LeadsBlock { FromYear: { } from, ToYear: { } to } leads:
                Window(at, from, to, leads.AtLeast, context);
                break;
            case LeadsBlock leads:
                found.ErrorIf(leads.FromYear is not null || leads.ToYear is not null, at, "Ghi cả năm đầu và năm cuối, hoặc không ghi năm nào.");
                found.ErrorIf(leads.AtLeast != 1, $"{at}/atLeast", "Không có khoảng năm thì chỉ có thể là 1.");
                break;
            case LeadsOffices offices:
                if (offices.Year is { } officeYear)
                    found.Within($"{at}/year", officeYear, 2000, 2100);
                break;
            case RecognisedInitiatives initiatives:
                found.Within($"{at}/atLeast", initiatives.AtLeast, 1, 100);
                found.ErrorIf(initiatives is { Recognised: false, RecognisedBy: not null }, $"{at}/recognisedBy", "Không cần công nhận thì không ghi cấp công nhận.");
                break;
            case Attested attested:
                found.ErrorIf(!StatementKey().IsMatch(attested.Statement), $"{at}/statement", "Khóa gồm chữ cái không dấu, chữ số, gạch nối, dài không quá 60 ký tự.");
                found.Unique($"{at}/by", attested.By, b => (Attester?)b, "Nơi xác nhận này đã nêu.");
                break;
            case DirectService service:
                found.ErrorIf(service.YearsAtLeast <= 0, $"{at}/yearsAtLeast", "Phải lớn hơn 0.");
                if (Years(at, service.FromYear, service.ToYear, context))
                    found.ErrorIf(service.YearsAtLeast > service.ToYear - service.FromYear + 1, $"{at}/yearsAtLeast", "Nhiều hơn số năm của khoảng thời gian.");
                break;
            case FlagNomineeMember:
                found.ErrorIf(context.Category.Recipient != Recipient.Individual, at, "Chỉ áp dụng cho cá nhân.");
                if (!context.Plan.Scheme.Categories.Any(c => c is { Award: { Kind: AwardKind.Title } award } && award.Code.StartsWith("co-thi-dua", StringComparison.Ordinal)))
                    found.Warn(at, "R-36", "Kế hoạch không có hạng mục Cờ thi đua nào để xét điều kiện này.");
                break;
            case ByLaw law:
                found.Text($"{at}/basis", law.Basis, 500);
                break;
        }
    }

    private static void Parts(string at, Condition[] parts, int depth, Context context)
    {
        context.Found.ErrorIf(parts.Length == 0, $"{at}/conditions", "Phải có ít nhất một điều kiện.");
        if (depth >= MaxDepth)
            context.Found.Error($"{at}/conditions", $"Điều kiện lồng nhau không quá {MaxDepth} cấp.");
        else
            context.Found.Each($"{at}/conditions", parts, MaxNodes, (pointer, part) => Node(pointer, part, depth + 1, context));
    }

    private static void SomeTops(string at, TopOfBlock[] tops, Findings found)
    {
        found.ErrorIf(tops.Length == 0, $"{at}/tops", "Phải có ít nhất một khối xếp hạng.");
        Tops(at, tops, found);
    }

    public static void Tops(string at, TopOfBlock[] tops, Findings found)
    {
        found.Each($"{at}/tops", tops, 20, (pointer, top) =>
        {
            found.ErrorIf(top.Block != AnyBlock && !RankingBlocks.All.Contains(top.Block), $"{pointer}/block", $"Khối xếp hạng là {string.Join(", ", RankingBlocks.All)} hoặc *.");
            found.Within($"{pointer}/rank", top.Rank, 1, 1000);
            found.TextIfAny($"{pointer}/clause", top.Clause, 120);
        });
        found.Unique($"{at}/tops", tops, t => t.Block, "Khối này đã có giới hạn ở trên.", "/block");
    }

    private static void Window(string at, int from, int to, int atLeast, Context context)
    {
        if (!Years(at, from, to, context))
            return;
        var years = to - from + 1;
        context.Found.ErrorIf(atLeast < 1 || atLeast > years, $"{at}/atLeast", $"Phải từ 1 đến {years}, là số năm của khoảng thời gian.");
        // The index of a year comes out in January of the next (C-04).
        if (context.Category.Cadence == Cadence.Period && LastDeadline(context) is { } deadline
            && Enumerable.Range(from, years).Count(y => y < deadline.Year) is var known && known < years)
            context.Found.Warn(at, "C-04", known < atLeast
                ? $"Đến hạn gửi hồ sơ mới có Chỉ số của {known} năm: không thể đủ {atLeast} năm."
                : $"Đến hạn gửi hồ sơ mới có Chỉ số của {known}/{years} năm.");
    }

    private static DateOnly? LastDeadline(Context context)
    {
        var deadline = context.Category.CityDeadline ?? context.Category.InternalDeadline;
        return deadline switch
        {
            { Date: { } date } => date,
            { EveryYear: { YearsAfter: >= 0 and <= 2, Month: >= 1 and <= 12 } day } when context.Plan.ToYear is >= 2000 and <= 2100 => new DateOnly(context.Plan.ToYear + day.YearsAfter, day.Month, 1),
            _ => null,
        };
    }

    private static bool Years(string at, int from, int to, Context context)
    {
        var found = context.Found;
        if (from is < 2000 or > 2100 || to is < 2000 or > 2100 || to < from)
        {
            found.Error($"{at}/toYear", "Năm từ 2000 đến 2100, năm cuối từ năm đầu trở đi.");
            return false;
        }
        if (from < context.Plan.FromYear || to > context.Plan.ToYear)
            found.Warn(at, "C-04", $"Khoảng năm {from}–{to} vượt ra ngoài giai đoạn của phong trào.");
        return true;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex StatementKey();
}
