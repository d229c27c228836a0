using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Checks;

/// <summary>Whether a plan makes sense in itself.</summary>
internal static partial class PlanCheck
{
    public const int MaxList = 300;
    public const int MaxText = 8000;
    private const int MaxYears = 10;
    private static readonly CodeAttribute Code = new();

    /// <summary>Areas of administrative reform (domain part 2).</summary>
    private static readonly string[] Areas = ["the-che", "tthc", "to-chuc-bo-may", "cong-vu", "tai-chinh-cong", "chinh-quyen-so"];

    /// <summary>All errors and warnings; years and codes first, since the scheme is checked against them.</summary>
    public static Findings Run(CampaignPlan plan)
    {
        var found = new Findings();
        Head(plan, found);
        LinkCheck.OfItself(plan, found);
        Reminders(plan, found);
        Bases(plan, found);
        Texts(plan, found);
        DutyCheck.Run(plan, found);
        CriteriaCheck.Run(plan, found);
        SchemeCheck.Run(plan, found);
        return found;
    }

    private static void Head(CampaignPlan plan, Findings found)
    {
        void IsCode(string pointer, string? code) => found.ErrorIf(code is not null && !Code.IsValid(code), pointer, Code.ErrorMessage!);
        IsCode("/code", plan.Code);
        found.ErrorIf(plan.Code.Length == 0, "/code", Code.ErrorMessage!);
        found.Text("/name", plan.Name, 500);
        found.TextIfAny("/shortName", plan.ShortName, 100);
        found.Within("/fromYear", plan.FromYear, 2000, 2100);
        found.Within("/toYear", plan.ToYear, 2000, 2100);
        found.ErrorIf(plan.ToYear < plan.FromYear, "/toYear", "Năm cuối phải từ năm đầu trở đi.");
        found.ErrorIf((long)plan.ToYear - plan.FromYear >= MaxYears, "/toYear", $"Giai đoạn dài không quá {MaxYears} năm.");
        found.ErrorIf((plan.Level == CampaignLevel.City) != (plan.UnitCode == Auth.CityUnit), "/level", "Cấp của phong trào không khớp với đơn vị phát động.");
        IsCode("/predecessorCode", plan.PredecessorCode);
        found.Each("/linkedCodes", plan.LinkedCodes, 20, IsCode);
        found.TextIfAny("/theme", plan.Theme, 1000);
        found.TextIfAny("/participants", plan.Participants, 4000);
        if (plan.Parent is { } parent)
        {
            DocumentNumber("/parent/number", parent.Number, found);
            found.Text("/parent/issuer", parent.Issuer, 300);
            found.Text("/parent/abstract", parent.Abstract, 2000);
        }
        if (plan.Signer is { } signer)
        {
            found.Text("/signer/authority", signer.Authority, 200);
            found.Text("/signer/position", signer.Position, 200);
            found.Text("/signer/name", signer.Name, 200);
        }
        if (plan.Number is { } number)
        {
            found.Within("/number/number", number.Number, 1, 999_999);
            found.Text("/number/symbol", number.Symbol, 40);
            found.ErrorIf(plan.Signer is null, "/number", "Chỉ ghi số và ngày khi đã có người ký (C-29).");
        }
    }

    private static void Reminders(CampaignPlan plan, Findings found)
    {
        if (plan.Reminders is not { } steps)
            return;
        void Days(string name, int[] days, int most)
        {
            found.ErrorIf(days.Length > 10, $"/reminders/{name}", "Không quá 10 mục.");
            for (var i = 0; i < Math.Min(days.Length, 10); i++)
                found.Within($"/reminders/{name}/{i}", days[i], 1, most);
            found.Unique($"/reminders/{name}", days, d => (int?)d, "Số ngày này đã nêu ở trên.");
        }
        Days("before", steps.Before, 365);
        Days("after", steps.After, 90);
        if (steps.EscalateAfter is { } escalate)
            found.Within("/reminders/escalateAfter", escalate, 1, 90);
    }

    private static void Bases(CampaignPlan plan, Findings found)
    {
        found.Each("/legalBases", plan.LegalBases, 100, (at, basis) =>
        {
            found.Text($"{at}/verb", basis.Verb, 40);
            found.Text($"{at}/type", basis.Type, 60);
            found.Text($"{at}/issuer", basis.Issuer, 300);
            found.Text($"{at}/abstract", basis.Abstract, 2000);
            found.TextIfAny($"{at}/clause", basis.Clause, 120);
            if (basis.Number is null)
            {
                if (!basis.Type.Contains("luật", StringComparison.OrdinalIgnoreCase) && basis.Type != "Hiến pháp")
                    found.Warn($"{at}/number", "C-11", "Chỉ luật được viện dẫn bằng tên; văn bản khác cần số, ký hiệu.");
                return;
            }
            DocumentNumber($"{at}/number", basis.Number, found);
            if (basis.Date is null)
                found.Warn($"{at}/date", "C-11", "Văn bản có số cần ngày ban hành.");
        });
        // The same number of the same day and issuer is the same document, however it is worded (C-11).
        found.Unique("/legalBases", plan.LegalBases, b => b.Number is null ? null : $"{b.Number}|{b.Date}|{Folding.Fold(b.Issuer)}", "Căn cứ này đã nêu ở trên (C-11).");
    }

    private static void Texts(CampaignPlan plan, Findings found)
    {
        void ClauseAndText(string at, string clause, string text)
        {
            found.Clause(at, clause);
            found.Text($"{at}/text", text, MaxText);
        }
        void List(string pointer, ClauseText[] items) => found.Each(pointer, items, MaxList, (at, i) => ClauseAndText(at, i.Clause, i.Text));
        List("/purposes", plan.Purposes);
        List("/requirements", plan.Requirements);
        List("/principles", plan.Principles);
        List("/feedback", plan.Feedback is { } f ? [f] : []);
        List("/funding", plan.Funding is { } m ? [m] : []);
        found.Each("/contents", plan.Contents, MaxList, (at, c) =>
        {
            ClauseAndText(at, c.Clause, c.Text);
            found.Each($"{at}/areas", c.Areas, Areas.Length, (area, key) => found.ErrorIf(!Areas.Contains(key), area, $"Lĩnh vực phải là một trong: {string.Join(", ", Areas)}."));
        });
        found.Each("/recipients", plan.Recipients, MaxList, (at, r) => found.Text(at, r, 500));
    }

    /// <summary>State form <c>2162/QĐ-UBND</c>, <c>30/2020/NĐ-CP</c>, or Party form <c>41-CT/TW</c>.</summary>
    private static void DocumentNumber(string pointer, string number, Findings found) =>
        found.ErrorIf(number.Length > 60 || !(StateNumber().IsMatch(number) || PartyNumber().IsMatch(number)),
            pointer, "Số, ký hiệu theo dạng 2162/QĐ-UBND, 30/2020/NĐ-CP hoặc, với văn bản của Đảng, 41-CT/TW.");

    [GeneratedRegex(@"^\d{1,6}[a-z]?(/\d{4})?/[\p{L}\d]+([-.&][\p{L}\d]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex StateNumber();

    [GeneratedRegex(@"^\d{1,6}[a-z]?-\p{L}+/[\p{L}\d]+([-.&][\p{L}\d]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex PartyNumber();
}
