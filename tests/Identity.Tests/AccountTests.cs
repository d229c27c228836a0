using System.Net;
using System.Net.Http.Json;
using System.Text;
using Emulation.Identity.Domain;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Identity.Tests;

public sealed class AccountTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private readonly HttpClient _admin = identity.As(Auth.CityUnit);

    [Fact]
    public async Task RegisterClient_Twice_Conflicts()
    {
        var body = new { clientId = "ward-twice", unitCode = "10532", role = "machine" };
        var first = await _admin.PostAsJsonAsync("/clients", body);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal("/clients/ward-twice", first.Headers.Location!.ToString());

        await (await _admin.PostAsJsonAsync("/clients", body)).ProblemAsync(409, "IDN-0006");
        await (await _admin.PostAsJsonAsync("/clients", body with { clientId = "WARD-TWICE" })).ProblemAsync(409, "IDN-0006");
    }

    [Fact]
    public async Task RegisterClient_SecretIsKeptAsHashOnly()
    {
        var answer = await _admin.PostAsJsonAsync("/clients", new { clientId = "ward-hash", unitCode = "10532", role = "machine" }).OkAsync();

        var stored = await identity.WithDb(db => db.Accounts.SingleAsync(a => a.UserName == "ward-hash"));
        Assert.DoesNotContain((string)answer["clientSecret"]!, stored.PasswordHash!, StringComparison.Ordinal);
        Assert.Equal(43, ((string)answer["clientSecret"]!).Length);
        var audit = await identity.WithDb(db => db.AuditEntries.SingleAsync(e => e.AggregateId == stored.Id.ToString()));
        Assert.Equal("created", audit.Action);
        Assert.DoesNotContain((string)answer["clientSecret"]!, audit.Changes!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"clientId":"x1a","unitCode":"10532","role":"admin"}""", 400, "IDN-0008", "/role")]
    [InlineData("""{"clientId":"x2a","unitCode":"10532","role":"nhà vua"}""", 400, "IDN-0008", "/role")]
    [InlineData("""{"clientId":"x3a","unitCode":"10532","role":"operator"}""", 409, "IDN-0010", "/unitCode")]
    [InlineData("""{"clientId":"x4a","unitCode":"10532","role":"machine","scopes":["scores:read","units:write"]}""", 400, "IDN-0009", "/scopes/1")]
    [InlineData("""{"clientId":"x5a","unitCode":"10532","role":"machine","scopes":[null]}""", 400, "IDN-0009", "/scopes/0")]
    [InlineData("""{"clientId":"x6a","unitCode":"1053","role":"machine"}""", 400, "EMU-0001", "/unitCode")]
    [InlineData("""{"clientId":"phường","unitCode":"10532","role":"machine"}""", 400, "EMU-0001", "/clientId")]
    [InlineData("""{"clientId":"system","unitCode":"10532","role":"machine"}""", 400, "EMU-0001", "/clientId")]
    [InlineData("""{"clientId":"0191d1c7-0000-7000-8000-000000000000","unitCode":"10532","role":"machine"}""", 400, "EMU-0001", "/clientId")]
    [InlineData("""{"clientId":"x7a","unitCode":"10532"}""", 400, "EMU-0002", "/role")]
    [InlineData("""{"clientId":"x8a","unitCode":10532,"role":"machine"}""", 400, "EMU-0002", "/unitCode")]
    [InlineData("""{"clientId":"x9a","unitCode":"10532","role":"machine","secret":"mine"}""", 400, "EMU-0002", "/secret")]
    [InlineData("""{"clientId":""", 400, "EMU-0002", null)]
    [InlineData("null", 400, null, null)]
    [InlineData("[]", 400, "EMU-0002", null)]
    public async Task RegisterClient_BadInput_IsToldWhereAndWhy(string body, int status, string? code, string? pointer)
    {
        var problem = await (await _admin.PostAsync("/clients", new StringContent(body, Encoding.UTF8, "application/json"))).ProblemAsync(status, code);

        if (pointer is not null)
            Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Giver_OutsideTheUnit_GivesNothing()
    {
        var ward = identity.As("10532");

        await (await ward.PostAsJsonAsync("/clients", new { clientId = "other-ward", unitCode = "10549", role = "machine" })).ProblemAsync(403, "IDN-0011");
        await (await ward.PostAsJsonAsync("/accounts", new { userName = "leo.thang", displayName = "Leo Thang", unitCode = "31", role = "city-officer" })).ProblemAsync(403, "IDN-0011");
        await _admin.PostAsJsonAsync("/clients", new { clientId = "chu-van-an", unitCode = "10549", role = "machine" }).OkAsync();
        await (await ward.PostAsync("/clients/chu-van-an/secret", null)).ProblemAsync(404);
        await (await ward.PostAsync("/clients/chu-van-an/close", null)).ProblemAsync(404);
        var list = await ward.GetAsync("/clients?limit=200").OkAsync();
        Assert.DoesNotContain(list["items"]!.AsArray(), c => (string?)c!["clientId"] == "chu-van-an");
    }

    [Fact]
    public async Task Accounts_WithoutTheScope_AreForbidden()
    {
        var officer = identity.As("31", Policies.UnitsRead);

        await (await officer.GetAsync("/accounts")).ProblemAsync(403, "EMU-0004");
        await (await officer.PostAsJsonAsync("/clients", new { clientId = "abc", unitCode = "31", role = "machine" })).ProblemAsync(403, "EMU-0004");
        await (await identity.CreateClient().GetAsync("/accounts")).ProblemAsync(401, "EMU-0003");
    }

    [Fact]
    public async Task Voters_OfTheUnitAndItsOffices_ForTheSectionAlone()
    {
        foreach (var (name, unit, role) in new[] { ("phieu.mot", "11413", "council-member"), ("phieu.hai", "11413-VHXH", "office-officer"), ("phieu.ba", "11413", "auditor"), ("phieu.bon", "11914", "council-member"), ("phieu.nam", "11413", "council-member") })
            await _admin.PostAsJsonAsync("/accounts", new { userName = name, displayName = name, unitCode = unit, role }).OkAsync();
        var closed = await identity.WithDb(db => db.Accounts.SingleAsync(a => a.UserName == "phieu.nam"));
        Assert.True((await _admin.PostAsync($"/accounts/{closed.Id}/close", null)).IsSuccessStatusCode);

        var voters = await identity.As("11413", Policies.CouncilManage).GetAsync("/accounts/voters").OkAsync();
        Assert.Equal(["phieu.hai", "phieu.mot"], voters["items"]!.AsArray().Select(v => (string?)v!["displayName"]));
        Assert.Empty((await identity.As("11413", Policies.CouncilManage).GetAsync("/accounts/voters?unitCode=11914").OkAsync())["items"]!.AsArray());
        Assert.Single((await identity.As("31", Policies.CouncilManage).GetAsync("/accounts/voters?unitCode=11914").OkAsync())["items"]!.AsArray());
        await (await identity.As("11413", Policies.CouncilRead).GetAsync("/accounts/voters")).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task CreateAccount_WithoutPassword_TellsOneOnceThatWorks()
    {
        var created = await _admin.PostAsJsonAsync("/accounts", new { userName = "moi.tao", displayName = "Trần Thị Thử", unitCode = "10532-VHXH", role = "office-officer" }).OkAsync();

        var token = await identity.PasswordTokenAsync("moi.tao", (string)created["initialPassword"]!).OkAsync();

        Assert.Equal(Roles.OfficeOfficer.Scopes.Order(), ((string)token["scope"]!).Split(' ').Order());
    }

    [Fact]
    public async Task CreateAccount_WeakPassword_IsRefused()
    {
        var body = new { userName = "yeu.qua", displayName = "Yếu", unitCode = "10532", role = "unit-officer", password = "aaaaaaaaaaaaaa" };

        await (await _admin.PostAsJsonAsync("/accounts", body)).ProblemAsync(400, "IDN-0012");
        await (await _admin.PostAsJsonAsync("/accounts", body with { password = "ngan" })).ProblemAsync(400, "EMU-0001");
    }

    [Fact]
    public async Task CreateAccount_NameTaken_Conflicts()
    {
        var body = new { userName = "trung.ten", displayName = "Một", unitCode = "10532", role = "unit-officer", password = "mot mat khau du dai" };
        await _admin.PostAsJsonAsync("/accounts", body).OkAsync();

        await (await _admin.PostAsJsonAsync("/accounts", body with { userName = "Trung.Ten" })).ProblemAsync(409, "IDN-0007");
    }

    [Fact]
    public async Task ChangePassword_RightCurrent_NewOneWorksOldOneDoesNot()
    {
        var created = await _admin.PostAsJsonAsync("/accounts", new { userName = "doi.mat.khau", displayName = "Đổi", unitCode = "10532", role = "unit-officer", password = "mat khau cu dai" }).OkAsync();
        var person = identity.As("10532", (string)created["id"]!, [Policies.UnitsRead]);

        await (await person.PostAsJsonAsync("/me/password", new { current = "khong dung dau", password = "mat khau moi dai" })).ProblemAsync(400, "IDN-0002");
        Assert.Equal(HttpStatusCode.NoContent, (await person.PostAsJsonAsync("/me/password", new { current = "mat khau cu dai", password = "mat khau moi dai" })).StatusCode);

        await (await identity.PasswordTokenAsync("doi.mat.khau", "mat khau cu dai")).ProblemAsync(400);
        await identity.PasswordTokenAsync("doi.mat.khau", "mat khau moi dai").OkAsync();
    }

    [Fact]
    public async Task CloseAccount_NoMoreTokens()
    {
        var created = await _admin.PostAsJsonAsync("/accounts", new { userName = "nghi.viec", displayName = "Nghỉ", unitCode = "10532", role = "unit-officer", password = "mot mat khau du dai" }).OkAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await _admin.PostAsync($"/accounts/{created["id"]}/close", null)).StatusCode);

        await (await identity.PasswordTokenAsync("nghi.viec", "mot mat khau du dai")).ProblemAsync(400, "IDN-0002");
    }

    [Fact]
    public async Task InstallationClient_CannotBeRotatedOrClosed()
    {
        await (await _admin.PostAsync("/clients/emulation-admin/secret", null)).ProblemAsync(409, "IDN-0013");
        await (await _admin.PostAsync("/clients/emulation-admin/close", null)).ProblemAsync(409, "IDN-0013");
    }

    [Fact]
    public async Task ListClients_PagesByKeySet()
    {
        for (var i = 0; i < 3; i++)
            await _admin.PostAsJsonAsync("/clients", new { clientId = $"page-{i}", unitCode = "11413", role = "machine" }).OkAsync();

        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await _admin.GetAsync($"/clients?unitCode=11413&limit=2{(after is null ? "" : $"&after={after}")}").OkAsync();
            seen.AddRange(page["items"]!.AsArray().Select(c => (string)c!["clientId"]!));
            if ((after = (string?)page["next"]) is null)
                break;
        }

        Assert.Equal(["page-0", "page-1", "page-2"], seen);
    }
}

public sealed class DevelopmentTests(DevelopmentFixture identity) : IClassFixture<DevelopmentFixture>
{
    [Theory]
    [InlineData("canbo.thanhpho", "city-officer", "31", "rankings:publish")]
    [InlineData("canbo.lethanhnghi", "unit-officer", "10532", "campaigns:write")]
    [InlineData("canbo.cathai", "unit-officer", "11914", "nominations:decide")]
    [InlineData("thanhvien1.lethanhnghi", "council-member", "10532", "council:vote")]
    [InlineData("quantri", "operator", "31", "accounts:write")]
    [InlineData("kiemtra", "auditor", "31", "audit:read")]
    public async Task DevAccount_InDevelopment_GetsTokenWithoutPassword(string userName, string role, string unit, string scope)
    {
        var token = await identity.TokenAsync(("grant_type", "urn:emulation:dev-account"), ("username", userName)).OkAsync();

        var me = await identity.MeAsync((string)token["access_token"]!);
        Assert.Equal(role, (string?)me["role"]);
        Assert.Equal(unit, (string?)me["unitCode"]);
        Assert.Contains(scope, me["scopes"]!.AsArray().Select(s => (string?)s));
        await (await identity.PasswordTokenAsync(userName, "")).ProblemAsync(400);
    }

    [Fact]
    public async Task DevAccounts_InDevelopment_AreListedToAnybody()
    {
        var accounts = await identity.CreateClient().GetAsync("/dev-accounts").OkAsync();

        Assert.Equal(11, accounts.AsArray().Count);
    }

    [Fact]
    public async Task DevAccountGrant_OrdinaryAccount_IsRefused()
    {
        await identity.As("31").PostAsJsonAsync("/accounts", new { userName = "nguoi.that", displayName = "Người thật", unitCode = "31", role = "city-officer", password = "mot mat khau du dai" }).OkAsync();

        await (await identity.TokenAsync(("grant_type", "urn:emulation:dev-account"), ("username", "nguoi.that"))).ProblemAsync(400, "IDN-0002");
    }
}
