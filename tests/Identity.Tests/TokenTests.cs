using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Identity.Tests;

public sealed class TokenTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private readonly HttpClient _admin = identity.As(Auth.CityUnit);

    [Fact]
    public async Task AdminClient_SecretOfTheInstallation_GetsEveryScope()
    {
        var answer = await identity.ClientTokenAsync("emulation-admin", IdentityFixture.AdminSecret).OkAsync();

        Assert.Equal("Bearer", (string?)answer["token_type"]);
        Assert.Equal(3600, (int)answer["expires_in"]!);
        Assert.Equal(Policies.All.Order(), ((string)answer["scope"]!).Split(' ').Order());
        var me = await identity.MeAsync((string)answer["access_token"]!);
        Assert.Equal("emulation-admin", (string?)me["id"]);
        Assert.Equal("31", (string?)me["unitCode"]);
        Assert.Equal("admin", (string?)me["role"]);
    }

    [Fact]
    public async Task RegisteredClient_OwnSecret_GetsUnitAndScopesOfRegistration()
    {
        var secret = await RegisterAsync("ward-10532", "10532", scopes: ["nominations:write", "nominations:read"]);

        var answer = await identity.ClientTokenAsync("ward-10532", secret).OkAsync();

        Assert.Equal("nominations:write nominations:read".Split(' ').Order(), ((string)answer["scope"]!).Split(' ').Order());
        var me = await identity.MeAsync((string)answer["access_token"]!);
        Assert.Equal("10532", (string?)me["unitCode"]);
        Assert.Equal("client", (string?)me["kind"]);
        Assert.Equal("ward-10532", (string?)me["id"]);
    }

    [Fact]
    public async Task RegisteredClient_BasicAuthentication_GetsToken()
    {
        var secret = await RegisterAsync("ward-basic", "10549");
        var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"ward-basic:{secret}")));

        var response = await identity.CreateClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("ward-wrong", "not the secret")]
    [InlineData("ward-unknown", "any secret")]
    [InlineData("phường", "any secret")]
    public async Task Client_WrongSecretOrName_SameAnswer(string id, string secret)
    {
        if (id == "ward-wrong")
            await RegisterAsync(id, "10549");

        var problem = await (await identity.ClientTokenAsync(id, secret)).ProblemAsync(401, "IDN-0001");

        Assert.Equal("invalid_client", (string?)problem["error"]);
        Assert.Equal((string?)problem["title"], (string?)problem["error_description"]);
    }

    [Fact]
    public async Task Client_ScopeBeyondItsOwn_IsRefused()
    {
        var secret = await RegisterAsync("ward-narrow", "10549", scopes: ["scores:read"]);

        var response = await identity.TokenAsync(("grant_type", "client_credentials"), ("client_id", "ward-narrow"), ("client_secret", secret), ("scope", "scores:read units:write"));

        Assert.Equal("invalid_scope", (string?)(await response.ProblemAsync(400, "IDN-0005"))["error"]);
    }

    [Fact]
    public async Task Client_ScopeWithinItsOwn_IsNarrowed()
    {
        var secret = await RegisterAsync("ward-asks-less", "10549");

        var answer = await identity.TokenAsync(("grant_type", "client_credentials"), ("client_id", "ward-asks-less"), ("client_secret", secret), ("scope", "scores:read")).OkAsync();

        Assert.Equal("scores:read", (string?)answer["scope"]);
    }

    [Fact]
    public async Task Rotation_OldSecret_StopsAtOnce()
    {
        var old = await RegisterAsync("ward-rotates", "10549");

        var rotated = await _admin.PostAsync("/clients/ward-rotates/secret", null).OkAsync();

        await (await identity.ClientTokenAsync("ward-rotates", old)).ProblemAsync(401, "IDN-0001");
        await identity.ClientTokenAsync("ward-rotates", (string)rotated["clientSecret"]!).OkAsync();
    }

    [Fact]
    public async Task ClosedClient_RightSecret_IsRefused()
    {
        var secret = await RegisterAsync("ward-closed", "10549");

        Assert.Equal(HttpStatusCode.NoContent, (await _admin.PostAsync("/clients/ward-closed/close", null)).StatusCode);

        await (await identity.ClientTokenAsync("ward-closed", secret)).ProblemAsync(401, "IDN-0001");
    }

    [Fact]
    public async Task Person_FiveWrongPasswords_LockedForFiveMinutesWithTheSameAnswer()
    {
        const string password = "mot mat khau du dai";
        await CreateAccountAsync("khoa.tam", password);
        var wrong = await (await identity.PasswordTokenAsync("khoa.tam", "sai mat khau roi")).ProblemAsync(400, "IDN-0002");
        for (var i = 0; i < 4; i++)
            await identity.PasswordTokenAsync("khoa.tam", "sai mat khau roi");

        var locked = await (await identity.PasswordTokenAsync("khoa.tam", password)).ProblemAsync(400, "IDN-0002");

        Assert.Equal((string?)wrong["title"], (string?)locked["title"]);
        Assert.Equal((string?)wrong["detail"], (string?)locked["detail"]);
        identity.Time.Now += TimeSpan.FromMinutes(5);
        await identity.PasswordTokenAsync("khoa.tam", password).OkAsync();
    }

    [Fact]
    public async Task Person_ManyWrongPasswordsAtOnce_NoMoreThanFiveAreTried()
    {
        await CreateAccountAsync("dong.thoi", "mot mat khau du dai");

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => identity.PasswordTokenAsync("dong.thoi", $"doan thu {i} lan")));

        await (await identity.PasswordTokenAsync("dong.thoi", "mot mat khau du dai")).ProblemAsync(400, "IDN-0002");
    }

    [Fact]
    public async Task Person_FourWrongThenRight_CountsFromZeroAgain()
    {
        const string password = "mot mat khau du dai";
        await CreateAccountAsync("dem.lai", password);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await (await identity.PasswordTokenAsync("dem.lai", "sai mat khau roi")).ProblemAsync(400);
            await identity.PasswordTokenAsync("dem.lai", password).OkAsync();
        }
    }

    [Fact]
    public async Task Person_TokenCarriesIdNotName()
    {
        await CreateAccountAsync("khong.lo.ten", "mot mat khau du dai");

        var token = await identity.PasswordTokenAsync("khong.lo.ten", "mot mat khau du dai").OkAsync();

        var me = await identity.MeAsync((string)token["access_token"]!);
        Assert.True(Guid.TryParse((string?)me["id"], out _));
        Assert.Equal("khong.lo.ten", (string?)me["userName"]);
    }

    [Fact]
    public async Task Token_AfterItsLife_IsRefused()
    {
        var answer = await identity.ClientTokenAsync("emulation-admin", IdentityFixture.AdminSecret).OkAsync();
        var client = identity.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)answer["access_token"]);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/me")).StatusCode);

        identity.Time.Now += TimeSpan.FromMinutes(60);

        await (await client.GetAsync("/me")).ProblemAsync(401, "EMU-0003");
    }

    [Fact]
    public async Task DevAccountGrant_OutsideDevelopment_DoesNotExist()
    {
        var problem = await (await identity.TokenAsync(("grant_type", "urn:emulation:dev-account"), ("username", "canbo.thanhpho"))).ProblemAsync(400, "IDN-0003");

        Assert.Equal("unsupported_grant_type", (string?)problem["error"]);
        await (await _admin.GetAsync("/dev-accounts")).ProblemAsync(404);
    }

    [Theory]
    [InlineData("")]
    [InlineData("grant_type=")]
    [InlineData("grant_type=client_credentials")]
    [InlineData("grant_type=password&username=a")]
    [InlineData("grant_type=client_credentials&client_id=%00&client_secret=%00")]
    [InlineData("grant_type=authorization_code&code=1")]
    public async Task TokenRequest_Malformed_IsToldWithCode(string form)
    {
        var response = await identity.CreateClient().PostAsync("/connect/token", new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"));

        Assert.InRange((int)response.StatusCode, 400, 401);
        await response.ProblemAsync((int)response.StatusCode);
    }

    [Fact]
    public async Task TokenRequest_AsJson_IsRefused() =>
        await (await identity.CreateClient().PostAsJsonAsync("/connect/token", new { grant_type = "password" })).ProblemAsync(415, "EMU-0010");

    [Fact]
    public async Task TokenRequest_OversizedPassword_IsRefused() =>
        await (await identity.PasswordTokenAsync("ai.do", new string('x', 5000))).ProblemAsync(400, "IDN-0004");

    private async Task<string> RegisterAsync(string id, string unit, string[]? scopes = null)
    {
        var answer = await _admin.PostAsJsonAsync("/clients", new { clientId = id, unitCode = unit, role = "machine", scopes }).OkAsync();
        return (string)answer["clientSecret"]!;
    }

    private async Task CreateAccountAsync(string userName, string password) =>
        await _admin.PostAsJsonAsync("/accounts", new { userName, displayName = "Người dùng thử", unitCode = "10532", role = "unit-officer", password }).OkAsync();
}
