using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Reading;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>A condition as read, with what is doubtful in it.</summary>
internal sealed record ReadCondition(Condition Condition, bool Gate, string? Doubt = null);

/// <summary>Tells which kind of condition the words of a standard are.</summary>
internal static partial class Conditions
{
    private const string Unknown = "Không nhận ra loại điều kiện; để cơ quan có thẩm quyền xác nhận.";

    /// <summary>Conditions of one item of a standard.</summary>
    public static ReadCondition Of(Part part, string clause, (int From, int To)? period)
    {
        var (bare, text) = (part.Bare, Text(part.Words.Value));
        if (Rank(bare, clause, text, period) is { } rank)
            return rank;
        if (bare.Contains("sang kien", StringComparison.Ordinal))
            return new(Initiative(bare, clause, text), false);
        if (LawItself().IsMatch(bare))
            return new(new ByLaw { Clause = clause, Text = text, Basis = "Pháp luật về thi đua, khen thưởng" }, false);
        if (bare.Contains("dan dau cac phong", StringComparison.Ordinal))
            return new(new AnyOf
            {
                Clause = clause,
                Text = text,
                Conditions =
                [
                    new LeadsOffices { Clause = clause, Text = "Đứng đầu bảng xếp hạng các phòng, đơn vị trong năm" },
                    Attest(clause, "Được xác nhận dẫn đầu các phòng, đơn vị", "leadsWardOffices", true, Attester.WardCommittee, Attester.Council),
                ],
            }, false);
        if (bare.Contains("tham muu", StringComparison.Ordinal) && Chosen().IsMatch(bare))
            return new(Attest(clause, text, "chosenForAdvice", true, ChosenBy(bare)), false);
        if (bare.Contains("dan dau", StringComparison.Ordinal) && Chosen().IsMatch(bare))
            return new(Attest(clause, text, "leadingInCampaign", true, ChosenBy(bare)), false);
        var known = Base(bare, clause, text, period);
        return known.Count switch
        {
            0 => new(Attest(clause, text, $"tieu-chuan-{part.Node.Index}", false), false, Unknown),
            1 => new(known[0], false),
            _ => new(new AllOf { Clause = clause, Text = text, Conditions = [.. known] }, false),
        };
    }

    /// <summary>Conditions named in the words before a list: of individuals the common ones.</summary>
    public static List<Condition> Base(string bare, string clause, string text, (int From, int To)? period)
    {
        List<Condition> conditions = [];
        if (bare.Contains("ky luat, ky cuong", StringComparison.Ordinal) || bare.Contains("ky cuong hanh chinh", StringComparison.Ordinal))
            conditions.Add(Attest(clause, "Chấp hành nghiêm kỷ luật, kỷ cương hành chính", "discipline", false, Attester.HeadOfUnit, Attester.WardCommittee, Attester.Council));
        if (bare.Contains("dao duc", StringComparison.Ordinal))
            conditions.Add(Attest(clause, "Có phẩm chất đạo đức tốt", "ethics", false, Attester.HeadOfUnit, Attester.WardCommittee, Attester.Council));
        if (Obeys().IsMatch(bare))
            conditions.Add(Attest(clause, "Chấp hành chủ trương của Đảng, pháp luật của Nhà nước", "obeysLaw", false, Attester.HeadOfUnit, Attester.WardCommittee, Attester.Council));
        if (Completed().Match(bare) is { Success: true } grade)
            conditions.Add(new CompletionGrade { Clause = clause, Text = $"Hoàn thành {(grade.Groups["g"].Value == "tot" ? "tốt" : "xuất sắc")} nhiệm vụ", AtLeast = grade.Groups["g"].Value == "tot" ? Grade.CompletedWell : Grade.CompletedOutstandingly });
        if (Service().Match(bare) is { Success: true } service)
        {
            var window = Dates.Period(bare[service.Index..]) is { } own ? (own.From, own.To) : period;
            // More years than the campaign has cannot be counted within it: somebody has to say so.
            if (window is not { } w || decimal.Parse(service.Groups["n"].Value, CultureInfo.InvariantCulture) > w.To - w.From + 1)
                conditions.Add(Attest(clause, $"Có {service.Groups["n"].Value} năm trực tiếp làm công tác cải cách hành chính", "directServiceYears", true, Attester.HeadOfUnit, Attester.WardCommittee));
            else
                conditions.Add(new DirectService { Clause = clause, Text = $"Có ít nhất {service.Groups["n"].Value} năm trực tiếp làm công tác cải cách hành chính", YearsAtLeast = decimal.Parse(service.Groups["n"].Value, CultureInfo.InvariantCulture), FromYear = w.From, ToYear = w.To });
        }
        else if (bare.Contains("truc tiep", StringComparison.Ordinal))
            conditions.Add(Attest(clause, "Trực tiếp chỉ đạo, phụ trách, tham mưu hoặc thực hiện cải cách hành chính", "directRole", false, Attester.HeadOfUnit, Attester.WardCommittee));
        return conditions;
    }

    /// <summary>“tốp 5”, “03 năm trong danh sách 10 đơn vị dẫn đầu”.</summary>
    public static ReadCondition? Rank(string bare, string clause, string text, (int From, int To)? period)
    {
        if (Top().Match(bare) is not { Success: true } top)
            return null;
        var limit = new TopOfBlock { Block = Block(bare), Rank = int.Parse(top.Groups["n"].Value, CultureInfo.InvariantCulture) };
        if (limit.Rank < 1)
            return null;
        var years = YearsIn().Match(bare);
        if (!years.Success)
            return new(new IndexRank { Clause = clause, Text = text, Tops = [limit] }, true);
        var window = Dates.Period(bare) is { } own && own.To > own.From ? (own.From, own.To) : period;
        if (window is not { } w || int.Parse(years.Groups["n"].Value, CultureInfo.InvariantCulture) is var needed && (needed < 1 || needed > w.To - w.From + 1))
            return new(Attest(clause, text, "yearsInTop", true), true, "Số năm trong tốp không đếm được trong giai đoạn của phong trào; để thành phố xác nhận.");
        Condition counted = new YearsInTop { Clause = clause, Text = text, Tops = [limit], AtLeast = int.Parse(years.Groups["n"].Value, CultureInfo.InvariantCulture), FromYear = w.From, ToYear = w.To };
        return !Consecutive().IsMatch(bare) ? new(counted, true)
            : new(new AllOf { Clause = clause, Text = text, Conditions = [counted, Attest(clause, "Các năm liên tục", "consecutiveYears", true, Attester.City)] }, true,
                "Kế hoạch đòi các năm liên tục; số năm do hệ thống đếm, tính liên tục do thành phố xác nhận.");
    }

    public static string Block(string bare) =>
        Departments().IsMatch(bare) ? "so-nganh" : bare.Contains("khoi xa", StringComparison.Ordinal) || bare.Contains("khoi dac khu", StringComparison.Ordinal) ? "xa-dac-khu"
        : bare.Contains("khoi phuong", StringComparison.Ordinal) ? "phuong" : "*";

    public static Attested Attest(string clause, string text, string statement, bool evidence, params Attester[] by) =>
        new() { Clause = clause, Text = text, Statement = statement, By = by, EvidenceRequired = evidence };

    private static Condition Initiative(string bare, string clause, string text)
    {
        var recognised = bare.Contains("cong nhan", StringComparison.Ordinal);
        var initiatives = new RecognisedInitiatives
        {
            Clause = clause,
            Text = text,
            AtLeast = Several().Match(bare) is { Success: true } n && int.Parse(n.Groups["n"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 100 and var many ? many : 1,
            Recognised = recognised,
            Applied = Applied().IsMatch(bare),
            Replicable = bare.Contains("nhan rong", StringComparison.Ordinal),
            RecognisedBy = recognised && RecognisedByBody().Match(bare) is { Success: true } body ? Body(body.Value) : null,
        };
        return !bare.Contains("giai phap, cach lam", StringComparison.Ordinal) && !bare.Contains("hoac giai phap", StringComparison.Ordinal) ? initiatives
            : new AnyOf { Clause = clause, Text = text, Conditions = [initiatives, Attest(clause, "Có giải pháp hoặc cách làm mới", "newSolution", true, Attester.HeadOfUnit, Attester.WardCommittee, Attester.Council)] };
    }

    private static Attester ChosenBy(string bare) => Body(Chosen().Match(bare).Value);

    private static Attester Body(string bare) =>
        bare.Contains("hoi dong", StringComparison.Ordinal) ? Attester.Council : bare.Contains("thanh pho", StringComparison.Ordinal) ? Attester.City
        : Committee().IsMatch(bare) ? Attester.WardCommittee : Attester.HeadOfUnit;

    public static string Text(string value) => value.Length <= 2000 ? value : value[..1999] + "…";

    [GeneratedRegex(@"(?:top|danh sach)\s+(?<n>\d{1,3})\b|\b(?<n>\d{1,3})\s+don vi (?:dan dau|dung dau|dau)", RegexOptions.CultureInvariant)]
    private static partial Regex Top();

    [GeneratedRegex(@"(?:it nhat|toi thieu|co|du|tu)\s+(?<n>\d{1,2})\s+nam\b(?!\s*20)", RegexOptions.CultureInvariant)]
    private static partial Regex YearsIn();

    [GeneratedRegex(@"lien (?:tuc|tiep)", RegexOptions.CultureInvariant)]
    private static partial Regex Consecutive();

    [GeneratedRegex(@"khoi so\b|\bso, (?:ban, )?nganh", RegexOptions.CultureInvariant)]
    private static partial Regex Departments();

    [GeneratedRegex(@"(?:tu|it nhat|toi thieu|co)\s+(?<n>\d{1,3})\s+sang kien", RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"(?:va|duoc|da)\s+ap dung|ap dung (?:trong )?thuc te", RegexOptions.CultureInvariant)]
    private static partial Regex Applied();

    // Who recognises stands between “được” and “công nhận”; “được công nhận” alone names nobody.
    [GeneratedRegex(@"duoc (?:(?!duoc)[^.;])+? (?:danh gia, |danh gia va )?cong nhan", RegexOptions.CultureInvariant)]
    private static partial Regex RecognisedByBody();

    [GeneratedRegex(@"uy ban nhan dan|ubnd", RegexOptions.CultureInvariant)]
    private static partial Regex Committee();

    [GeneratedRegex(@"duoc [^.;]{0,80}?(?:xet chon|lua chon|binh chon|de xuat|suy ton)", RegexOptions.CultureInvariant)]
    private static partial Regex Chosen();

    [GeneratedRegex(@"theo (?:dung )?(?:quy dinh|tieu chuan)[^.;]{0,20} (?:cua )?(?:phap luat|luat)", RegexOptions.CultureInvariant)]
    public static partial Regex LawItself();

    [GeneratedRegex(@"chap hanh [^.;]{0,60}(?:dang|phap luat)", RegexOptions.CultureInvariant)]
    private static partial Regex Obeys();

    [GeneratedRegex(@"hoan thanh (?<g>xuat sac|tot) (?:cac )?nhiem vu", RegexOptions.CultureInvariant)]
    private static partial Regex Completed();

    [GeneratedRegex(@"(?:it nhat|toi thieu|tu|du|co)\s+(?<n>\d{1,2})\s+nam\s+(?:tro len\s+)?(?:lien tuc\s+)?truc tiep", RegexOptions.CultureInvariant)]
    private static partial Regex Service();
}
