using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Domain.Checks;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Tests;

/// <summary>A quota says how many in one way, and nothing that contradicts it.</summary>
public sealed class QuotaCheckTests
{
    private const string Collective = "/scheme/categories/0/quotas/0";
    private const string Individual = "/scheme/categories/2/quotas/0";

    [Theory]
    [InlineData(Collective, """{"scope":"proposingUnit","shareOfParticipants":10,"atLeast":1}""")]
    [InlineData(Collective, """{"scope":"subUnit","shareOfParticipants":2.5}""")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":2,"group":"hai-truong-hop"}""")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"perUnit":[{"unitCode":"10532","atMost":5}]}""")]
    [InlineData(Collective, """{"scope":"proposingUnit","allottedByCity":true}""")]
    [InlineData(Collective, """{"scope":"proposingUnit","outsideQuota":true,"reasons":[{"key":"city-index","text":"Nâng cao chỉ số."}]}""")]
    [InlineData(Collective, """{"scope":"city","atMost":10}""")]
    [InlineData(Collective, """{"scope":"cityBlock","atMost":1}""")]
    [InlineData(Individual, """{"scope":"proposingUnit","atMost":1,"atMostWithFlagNominee":2,"flagRaise":"onTop"}""")]
    [InlineData(Individual, """{"scope":"proposingUnit","atMost":3,"atMostWithFlagNominee":2,"flagRaise":"onTop"}""")]
    public void Quota_OfEachShape_IsAccepted(string at, string quota) => Assert.Null(Check(at, quota).Problem);

    [Theory]
    [InlineData(Collective, """{"scope":"proposingUnit"}""", Collective)]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"shareOfParticipants":10}""", Collective)]
    [InlineData(Collective, """{"scope":"proposingUnit","allottedByCity":true,"outsideQuota":true}""", Collective)]
    [InlineData(Collective, """{"scope":"proposingUnit","shareOfParticipants":0}""", $"{Collective}/shareOfParticipants")]
    [InlineData(Collective, """{"scope":"proposingUnit","shareOfParticipants":100.1}""", $"{Collective}/shareOfParticipants")]
    [InlineData(Collective, """{"scope":"city","shareOfParticipants":10}""", $"{Collective}/shareOfParticipants")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"atLeast":1}""", $"{Collective}/atLeast")]
    [InlineData(Collective, """{"scope":"proposingUnit","shareOfParticipants":10,"atLeast":-1}""", $"{Collective}/atLeast")]
    [InlineData(Collective, """{"scope":"cityBlock","allottedByCity":true}""", $"{Collective}/scope")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"reasons":[{"key":"a","text":"A."}]}""", $"{Collective}/reasons")]
    [InlineData(Collective, """{"scope":"proposingUnit","outsideQuota":true,"reasons":[{"key":"a","text":"A."},{"key":"a","text":"B."}]}""", $"{Collective}/reasons/1/key")]
    [InlineData(Collective, """{"scope":"proposingUnit","outsideQuota":true,"reasons":[null]}""", $"{Collective}/reasons/0")]
    [InlineData(Collective, """{"scope":"proposingUnit","outsideQuota":true,"reasons":[{"key":"Lý do","text":" "}]}""", $"{Collective}/reasons/0/text")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"perUnit":[null]}""", $"{Collective}/perUnit/0")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"perUnit":[{"unitCode":"10532","atMost":-1}]}""", $"{Collective}/perUnit/0/atMost")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"perUnit":[{"unitCode":"10532","atMost":1},{"unitCode":"10532","atMost":2}]}""", $"{Collective}/perUnit/1/unitCode")]
    [InlineData(Collective, """{"scope":"proposingUnit","allottedByCity":true,"perUnit":[{"unitCode":"10532","atMost":1}]}""", $"{Collective}/perUnit")]
    [InlineData(Collective, """{"scope":"city","atMost":1,"perUnit":[{"unitCode":"10532","atMost":1}]}""", $"{Collective}/perUnit")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"group":"Hai trường hợp"}""", $"{Collective}/group")]
    [InlineData(Collective, """{"scope":"proposingUnit","allottedByCity":true,"group":"nhom"}""", $"{Collective}/group")]
    [InlineData(Collective, """{"scope":"proposingUnit","atMost":1,"flagRaise":"onTop"}""", $"{Collective}/flagRaise")]
    [InlineData(Individual, """{"scope":"proposingUnit","atMost":3,"atMostWithFlagNominee":2}""", $"{Individual}/atMostWithFlagNominee")]
    [InlineData(Individual, """{"scope":"subUnit","atMost":1,"atMostWithFlagNominee":2}""", $"{Individual}/atMostWithFlagNominee")]
    public void Quota_Contradictory_IsToldAtItsPlace(string at, string quota, string pointer)
    {
        var found = Check(at, quota);
        Assert.Contains(pointer, found.Problem!.Errors.Select(e => e.Pointer));
    }

    [Fact]
    public void Quota_OutsideBesideAnother_IsContradictory() => Assert.Contains("/scheme/categories/0/quotas/1", Check(plan =>
        plan["scheme"]!["categories"]![0]!["quotas"]!.AsArray().Add(JsonNode.Parse("""{"clause":"X","scope":"subUnit","outsideQuota":true}"""))).Problem!.Errors.Select(e => e.Pointer));

    [Theory]
    [InlineData("""{"clause":"X","scope":"proposingUnit","atMost":2,"group":"nhom"}""", "yearly", true)]
    [InlineData("""{"clause":"X","scope":"proposingUnit","atMost":3,"group":"nhom"}""", "yearly", false)]
    [InlineData("""{"clause":"X","scope":"proposingUnit","atMost":2,"group":"nhom"}""", "period", false)]
    [InlineData("""{"clause":"X","scope":"proposingUnit","atMost":2,"group":"khac"}""", "period", true)]
    public void Group_CountedTogether_MustBeLimitedAlike(string second, string cadence, bool sound)
    {
        var found = Check(plan =>
        {
            plan.Put(Collective, """{"clause":"X","scope":"proposingUnit","atMost":2,"group":"nhom"}""");
            plan.Put("/scheme/categories/2/cadence", $"\"{cadence}\"");
            plan.Put(Individual, second);
        });
        Assert.Equal(sound, found.Problem is null);
        if (!sound)
            Assert.Equal([$"{Individual}/group"], found.Problem!.Errors.Select(e => e.Pointer));
    }

    private static Findings Check(string at, string quota)
    {
        var node = JsonNode.Parse(quota)!;
        node["clause"] = "X/III.2";
        return Check(plan => plan.Put(at, node.ToJsonString()));
    }

    private static Findings Check(Action<JsonObject> change) => PlanCheck.Run(Plans.Of("LTN-26-30", change: change).Deserialize<DraftCampaignRequest>(Json.Options)!);
}
