using System.Net;

namespace Emulation.Portal.Tests;

public sealed class SignInTests : IAsyncLifetime
{
    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await PortalFixture.StartAsync();

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/xep-hang/phuong/2026")]
    [InlineData("/cham-diem")]
    [InlineData("/cham-diem/phieu/01900000-0000-7000-8000-0000000000c1")]
    [InlineData("/cham-diem/tai-lieu/01900000-0000-7000-8000-0000000000d1")]
    [InlineData("/bo-chi-so")]
    [InlineData("/ho-so")]
    [InlineData("/ho-so/01900000-0000-7000-8000-000000000001")]
    public async Task Page_WithoutSession_LeadsToSignInAndBack(string path)
    {
        using var browser = _portal.Browser();
        var response = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith("/dang-nhap?tro-lai=" + Uri.EscapeDataString(path), response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Empty(_portal.Seen);
    }

    [Fact]
    public async Task SignIn_RightPassword_KeepsTheTokenOutOfSight()
    {
        using var browser = _portal.Browser();
        var response = await PortalFixture.SubmitAsync(browser, "/dang-nhap?tro-lai=%2Fho-so", new() { ["Input.UserName"] = "can.bo", ["Input.Password"] = "mat-khau" });
        Assert.Equal("/ho-so", response.Headers.Location!.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("emulation-portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("the-token", cookie, StringComparison.Ordinal);

        _portal.Json("/api/nominations", """{"items":[],"next":null}""");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ho-so")).StatusCode);
        Assert.Contains(("GET /api/nominations", "Bearer the-token"), _portal.Seen);
    }

    [Fact]
    public async Task SignIn_WrongPassword_SaysSoAndOpensNothing()
    {
        _portal.Refuse("/api/connect/token", 400);
        using var browser = _portal.Browser();
        var response = await PortalFixture.SubmitAsync(browser, "/dang-nhap", new() { ["Input.UserName"] = "can.bo", ["Input.Password"] = "sai" });
        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng", await response.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org")]
    public async Task SignIn_ReturnPathElsewhere_LeadsHome(string elsewhere)
    {
        using var browser = _portal.Browser();
        var response = await PortalFixture.SubmitAsync(browser, "/dang-nhap?tro-lai=" + Uri.EscapeDataString(elsewhere), new() { ["Input.UserName"] = "a", ["Input.Password"] = "b" });
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task SignIn_WithoutTheFormsOwnToken_IsRefused()
    {
        using var browser = _portal.Browser();
        var response = await browser.PostAsync("/dang-nhap", new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["Input.UserName"] = "a", ["Input.Password"] = "b" }));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_portal.Seen);
    }

    [Fact]
    public async Task SignIn_OutsideDevelopment_OffersNoAccountsAndTakesNone()
    {
        _portal.Json("/api/dev-accounts", """[{"userName":"thu","displayName":"Tài khoản thử","role":"city-officer","unitCode":"31"}]""");
        using var browser = _portal.Browser();
        Assert.DoesNotContain("Tài khoản thử", await browser.PageAsync("/dang-nhap"), StringComparison.Ordinal);
        await PortalFixture.SubmitAsync(browser, "/dang-nhap", new() { ["Input.DevAccount"] = "thu" });
        Assert.DoesNotContain(_portal.Seen, s => s.Line.Contains("dev-accounts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_InDevelopment_EntersByOneClick()
    {
        await using var portal = await PortalFixture.StartAsync("Development");
        portal.Json("/api/dev-accounts", """[{"userName":"thu","displayName":"Tài khoản thử","role":"city-officer","unitCode":"31"}]""");
        using var browser = portal.Browser();
        Assert.Contains("Tài khoản thử", await browser.PageAsync("/dang-nhap"), StringComparison.Ordinal);
        var response = await PortalFixture.SubmitAsync(browser, "/dang-nhap", new() { ["Input.DevAccount"] = "thu" });
        Assert.Equal("/", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Session_TokenNoLongerTaken_EndsAndLeadsToSignIn()
    {
        using var browser = await _portal.SignedInAsync();
        _portal.Refuse("/api/nominations", 401);
        var response = await browser.GetAsync("/ho-so?trang-thai=submitted");
        Assert.Equal("/dang-nhap?tro-lai=%2Fho-so%3Ftrang-thai%3Dsubmitted", response.Headers.Location!.ToString());
        _portal.Json("/api/nominations", """{"items":[],"next":null}""");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/ho-so")).StatusCode);
    }

    [Fact]
    public async Task SignOut_FromAnotherSite_DoesNothing()
    {
        using var browser = await _portal.SignedInAsync();
        _portal.Json("/api/nominations", """{"items":[],"next":null}""");
        await browser.PostAsync("/dang-xuat", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ho-so")).StatusCode);
    }
}
