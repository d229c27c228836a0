using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Domain.Checks;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Tests;

public sealed class PlanCheckTests
{
    private const string Yearly = "/scheme/categories/0";
    private const string Flag = "/scheme/categories/1";
    private const string Individual = "/scheme/categories/2";

    [Fact]
    public void Plan_OfLtn2630_IsSoundAndWithoutWarning()
    {
        var found = Check(Plans.Of("LTN-26-30"));

        Assert.Null(found.Problem);
        Assert.Empty(found.Warnings);
    }

    [Theory]
    [InlineData("/code", "\"hai mươi\"", "/code")]
    [InlineData("/code", "\"\"", "/code")]
    [InlineData("/name", "\"  \"", "/name")]
    [InlineData("/toYear", "2025", "/toYear")]
    [InlineData("/toYear", "2036", "/toYear")]
    [InlineData("/fromYear", "-2147483648", "/fromYear")]
    [InlineData("/level", "\"city\"", "/level")]
    [InlineData("/linkedCodes", "[null]", "/linkedCodes/0")]
    [InlineData("/parent/number", "\"số 119\"", "/parent/number")]
    [InlineData("/legalBases/0/number", "\"2162 QĐ-UBND\"", "/legalBases/0/number")]
    [InlineData("/legalBases/0", "null", "/legalBases/0")]
    [InlineData("/purposes/0/clause", "\"\"", "/purposes/0/clause")]
    [InlineData("/contents/0/areas/1", "\"khac\"", "/contents/0/areas/1")]
    [InlineData("/criteria/0/value", "null", "/criteria/0/value")]
    [InlineData("/criteria/0/operator", "\"text\"", "/criteria/0/value")]
    [InlineData("/reports/0/before", """{"month":2,"day":30}""", "/reports/0/before/day")]
    [InlineData("/tasks/0/quarter", "5", "/tasks/0/quarter")]
    [InlineData("/tasks/0/documentType", "\"QĐ\"", "/tasks/0/documentType")]
    [InlineData("/recipients", "[\"\"]", "/recipients/0")]
    public void Plan_PartOutOfBounds_IsToldAtItsPlace(string put, string value, string pointer) => AssertError(put, value, pointer);

    [Theory]
    [InlineData($"{Flag}/key", "\"yearly-city-collective\"", $"{Flag}/key")]
    [InlineData($"{Yearly}/key", "\"Hằng năm\"", $"{Yearly}/key")]
    [InlineData(Yearly, "null", Yearly)]
    [InlineData($"{Yearly}/clause", "\" \"", $"{Yearly}/clause")]
    [InlineData($"{Yearly}/award/code", "\"Bằng khen\"", $"{Yearly}/award/code")]
    [InlineData($"{Yearly}/internalDeadline/date", "\"2027-02-15\"", $"{Yearly}/internalDeadline")]
    [InlineData($"{Yearly}/internalDeadline/everyYear", "null", $"{Yearly}/internalDeadline")]
    [InlineData($"{Yearly}/internalDeadline/everyYear/month", "13", $"{Yearly}/internalDeadline/everyYear/month")]
    [InlineData($"{Yearly}/internalDeadline/everyYear/day", "30", $"{Yearly}/internalDeadline/everyYear/day")]
    [InlineData($"{Yearly}/internalDeadline/everyYear/yearsAfter", "3", $"{Yearly}/internalDeadline/everyYear/yearsAfter")]
    [InlineData($"{Yearly}/internalDeadline/clause", "\"\"", $"{Yearly}/internalDeadline/clause")]
    [InlineData($"{Yearly}/council", """{"clause":"LTN-TD-26/V.1.b","quorum":1.5}""", $"{Yearly}/council/quorum")]
    [InlineData($"{Yearly}/council", """{"clause":"LTN-TD-26/V.1.b","threshold":0}""", $"{Yearly}/council/threshold")]
    [InlineData($"{Yearly}/council", """{"clause":""}""", $"{Yearly}/council/clause")]
    [InlineData($"{Flag}/council", """{"clause":"LTN-TD-26/V.1.b","quorum":0.66}""", $"{Flag}/council/quorum")]
    [InlineData($"{Flag}/council", """{"clause":"LTN-TD-26/V.1.b","threshold":0.79}""", $"{Flag}/council/threshold")]
    [InlineData($"{Flag}/council", """{"clause":"LTN-TD-26/V.1.b","of":"voting"}""", $"{Flag}/council/of")]
    [InlineData($"{Flag}/council", """{"clause":"LTN-TD-26/V.1.b","ballot":"open"}""", $"{Flag}/council/ballot")]
    [InlineData($"{Yearly}/quotas/0/atMost", "-1", $"{Yearly}/quotas/0/atMost")]
    [InlineData($"{Yearly}/quotas/0/atMost", "null", $"{Yearly}/quotas/0")]
    [InlineData($"{Yearly}/quotas/0/allottedByCity", "true", $"{Yearly}/quotas/0")]
    [InlineData($"{Yearly}/quotas/0/atMostWithFlagNominee", "2", $"{Yearly}/quotas/0/atMostWithFlagNominee")]
    [InlineData($"{Individual}/quotas/0/atMostWithFlagNominee", "0", $"{Individual}/quotas/0/atMostWithFlagNominee")]
    [InlineData($"{Yearly}/dossier/0/key", "\"Tờ trình\"", $"{Yearly}/dossier/0/key")]
    // A ward gives Giấy khen; what the city and the State give it only proposes (Luật Thi đua, khen thưởng Điều 8–9, 74–75; C-37).
    [InlineData("/scheme/categories/0/level", "\"ward\"", "/scheme/categories/0/level")]
    [InlineData("/scheme/categories/0/award/code", "\"huan-chuong-lao-dong\"", "/scheme/categories/0/level")]
    [InlineData("/scheme/categories/0/award/kind", "\"title\"", "/scheme/categories/0/award/kind")]
    [InlineData("/scheme/categories/0/award/flag", "true", "/scheme/categories/0/award/flag")]
    public void Category_Unsound_IsToldAtItsPlace(string put, string value, string pointer) => AssertError(put, value, pointer);

    [Theory]
    [InlineData($"{Yearly}/standard/reading", "\"literal\"", $"{Yearly}/standard/reading")]
    [InlineData($"{Yearly}/standard/canonical/conditions", "[]", $"{Yearly}/standard/canonical/conditions")]
    [InlineData($"{Yearly}/standard/canonical/conditions/0", "null", $"{Yearly}/standard/canonical/conditions/0")]
    [InlineData($"{Yearly}/standard/canonical/conditions/0/clause", "\"\"", $"{Yearly}/standard/canonical/conditions/0/clause")]
    [InlineData($"{Yearly}/standard/canonical/conditions/0/atLeast", "0", $"{Yearly}/standard/canonical/conditions/0/atLeast")]
    [InlineData($"{Yearly}/standard/canonical/conditions/1/tops", "[]", $"{Yearly}/standard/canonical/conditions/1/tops")]
    [InlineData($"{Yearly}/standard/canonical/conditions/1/tops/0/rank", "0", $"{Yearly}/standard/canonical/conditions/1/tops/0/rank")]
    [InlineData($"{Yearly}/standard/canonical/conditions/1/tops/0/block", "\"khối 8\"", $"{Yearly}/standard/canonical/conditions/1/tops/0/block")]
    [InlineData($"{Yearly}/standard/canonical/conditions/1/tops", """[{"block":"*","rank":5},{"block":"*","rank":6}]""", $"{Yearly}/standard/canonical/conditions/1/tops/1/block")]
    [InlineData($"{Flag}/standard/canonical/conditions/0/atLeast", "5", $"{Flag}/standard/canonical/conditions/0/atLeast")]
    [InlineData($"{Flag}/standard/canonical/conditions/0/toYear", "2025", $"{Flag}/standard/canonical/conditions/0/toYear")]
    [InlineData($"{Flag}/standard/canonical/conditions/1/conditions/0/statement", "\"hay lắm\"", $"{Flag}/standard/canonical/conditions/1/conditions/0/statement")]
    [InlineData($"{Flag}/standard/canonical/conditions/1/conditions/0/by", """["council","council"]""", $"{Flag}/standard/canonical/conditions/1/conditions/0/by/1")]
    [InlineData($"{Flag}/standard/literal/toYear", "null", $"{Flag}/standard/literal")]
    [InlineData($"{Flag}/standard/literal/clause", "\"\"", $"{Flag}/standard/literal/clause")]
    [InlineData($"{Individual}/standard/canonical/conditions/0/yearsAtLeast", "6", $"{Individual}/standard/canonical/conditions/0/yearsAtLeast")]
    [InlineData($"{Individual}/recipient", "\"collective\"", $"{Individual}/standard/canonical/conditions/1")]
    [InlineData($"{Individual}/standard/canonical/conditions/3/basis", "\"\"", $"{Individual}/standard/canonical/conditions/3/basis")]
    public void Standard_ThatCannotBeJudged_IsToldAtItsPlace(string put, string value, string pointer) => AssertError(put, value, pointer);

    [Theory]
    [InlineData($"{Flag}/cityDeadline/date", "\"2030-02-15\"", "C-03")]
    [InlineData($"{Flag}/standard/canonical/conditions/0/toYear", "2030", "C-04")]
    [InlineData($"{Flag}/standard/canonical/conditions/0/fromYear", "2025", "C-04")]
    [InlineData($"{Flag}/award/code", "\"bang-khen\"", "R-36")]
    [InlineData($"{Yearly}/internalDeadline/everyYear/day", "29", "C-01")]
    [InlineData($"{Yearly}/cadence", "\"unplanned\"", "C-28")]
    [InlineData("/legalBases/1/date", "null", "C-11")]
    [InlineData("/scheme", """{"categories":[]}""", "C-18")]
    public void Plan_OddButAllowed_IsWarnedOf(string put, string value, string rule)
    {
        var found = Check(Plans.Of("LTN-26-30", change: p => p.Put(put, value)));

        Assert.Null(found.Problem);
        Assert.Contains(found.Warnings, w => w.Rule == rule);
    }

    [Fact]
    public void LegalBasis_SameNumberDateAndIssuerWordedOtherwise_IsADuplicate()
    {
        // C-11: the key is number + date + issuer, not the wording.
        var found = Check(Plans.Of("LTN-26-30", change: p =>
        {
            var again = p["legalBases"]![0]!.DeepClone();
            again["abstract"] = "Cùng văn bản, trích yếu khác";
            p["legalBases"]!.AsArray().Add(again);
        }));

        Assert.Contains(found.Problem!.Errors, e => e.Pointer == "/legalBases/3");
    }

    [Theory]
    [InlineData("30/2020/NĐ-CP")]
    [InlineData("202/2025/QH15")]
    [InlineData("1669/NQ-UBTVQH15")]
    [InlineData("10/CT-TTg")]
    [InlineData("15-NQ/TU")]
    [InlineData("226-KL/TW")]
    [InlineData("12-HD/BTGTW")]
    public void LegalBasis_StateAndPartyNumbers_AreAccepted(string number) =>
        Assert.Null(Check(Plans.Of("LTN-26-30", change: p => p["legalBases"]![0]!["number"] = number)).Problem);

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Standard_Depth_EndsAtTwenty(int depth, bool accepted)
    {
        JsonNode tree = Leaf();
        for (var i = 1; i < depth; i++)
            tree = new JsonObject { ["kind"] = "allOf", ["clause"] = "X", ["text"] = "Tất cả.", ["conditions"] = new JsonArray(tree) };

        var found = Check(Plans.Of("DEEP", change: p => p["scheme"]!["categories"]![0]!["standard"]!["canonical"] = tree));

        Assert.Equal(accepted, found.Problem is null);
    }

    [Theory]
    [InlineData(499, true)]
    [InlineData(500, false)]
    public void Standard_Size_EndsAtFiveHundredConditions(int leaves, bool accepted)
    {
        var tree = new JsonObject { ["kind"] = "anyOf", ["clause"] = "X", ["text"] = "Một trong.", ["conditions"] = new JsonArray([.. Enumerable.Range(0, leaves).Select(_ => Leaf())]) };

        var found = Check(Plans.Of("WIDE", change: p => p["scheme"]!["categories"]![0]!["standard"]!["canonical"] = tree));

        Assert.Equal(accepted, found.Problem is null);
    }

    [Fact]
    public void Plan_ManyErrors_AreToldTogether()
    {
        var found = Check(Plans.Of("LTN-26-30", change: p =>
        {
            p.Put("/name", "\"\"");
            p.Put($"{Yearly}/clause", "\"\"");
            p.Put($"{Individual}/quotas/0/atMost", "-4");
        }));

        Assert.Equal(["/name", $"{Yearly}/clause", $"{Individual}/quotas/0/atMost"], found.Problem!.Errors.Select(e => e.Pointer));
        Assert.Equal("CAM-0023", found.Problem.Code);
    }

    private static JsonObject Leaf() => new() { ["kind"] = "attested", ["clause"] = "X", ["text"] = "Xác nhận.", ["statement"] = "ethics" };

    private static void AssertError(string put, string value, string pointer)
    {
        var found = Check(Plans.Of("LTN-26-30", change: p => p.Put(put, value)));

        Assert.NotNull(found.Problem);
        Assert.Contains(pointer, found.Problem.Errors.Select(e => e.Pointer));
        Assert.All(found.Problem.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Detail)));
    }

    private static Findings Check(JsonObject plan) => PlanCheck.Run(plan.Deserialize<DraftCampaignRequest>(Json.Options)!);
}
