using System.Net;
using System.Text.Json.Nodes;
using Emulation.Portal.Accounts;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Tests;

/// <summary>Accounts, connected systems, one's own password: what is secret is told once and stands nowhere else.</summary>
public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Person = "01900000-0000-7000-8000-0000000000a1", Closed = "01900000-0000-7000-8000-0000000000a2", Me = "01900000-0000-7000-8000-0000000000ee";
    private const string Secret = "S3cret-told-once-abcdefghijklmnopqrstuvwxyz", Password = "mat khau that dai 1";

    private const string Units = """
        {"items":[{"code":"10532","name":"Phường Lê Thanh Nghị","kind":"ward","parentCode":"31","active":true},
          {"code":"10532-VHXH","name":"Phòng Văn hóa - Xã hội phường Lê Thanh Nghị","kind":"office","parentCode":"10532","active":true},
          {"code":"11413","name":"Phường Hải An","kind":"ward","parentCode":"31","active":true},{"code":"11407","name":"Phường An Biên","kind":"ward","parentCode":"31","active":true},
          {"code":"10000","name":"Xã Cũ","kind":"commune","parentCode":"31","active":false}],"next":null}
        """;

    private const string List = $$"""
        {"items":[{"id":"{{Person}}","userName":"can.bo","displayName":"Bà <b>A</b>","unitCode":"10532","role":"unit-officer","scopes":["scores:write"],"active":true,"createdAt":"2026-11-21T02:00:00Z"},
          {"id":"{{Closed}}","userName":"da.nghi","displayName":"Ông B","unitCode":"10532","role":"auditor","scopes":[],"active":false,"createdAt":"2026-11-21T02:00:00Z"},
          {"id":"{{Me}}","userName":"quantri","displayName":"Quản trị","unitCode":"31","role":"operator","scopes":["operate"],"active":true,"createdAt":"2026-11-21T02:00:00Z"}],"next":"quantri"}
        """;

    private const string Clients = """
        {"items":[{"clientId":"emulation-admin","unitCode":"31","role":"admin","scopes":["operate"],"active":true,"createdAt":"2026-11-21T02:00:00Z"},
          {"clientId":"ward-10532","unitCode":"10532","role":"machine","scopes":["scores:write","scores:approve"],"active":true,"createdAt":"2026-11-21T02:00:00Z"}],"next":null}
        """;

    private PortalFixture _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFixture.StartAsync();
        _portal.Json("/api/units", Units);
        _portal.Json("GET /api/accounts", List);
        _portal.Json("GET /api/clients", Clients);
    }

    public async ValueTask DisposeAsync() => await _portal.DisposeAsync();

    private Task<HttpClient> Operator() => _portal.SignedInAsync("31", Policies.AccountsWrite, Policies.UnitsRead);

    private static Dictionary<string, string> NewAccount(string unit = "Phường Lê Thanh Nghị – 10532", string password = "") =>
        new() { ["displayName"] = "Bà C", ["userName"] = "ba.c", ["unitCode"] = unit, ["role"] = "unit-officer", ["password"] = password };

    private void NoContent(string path) => _portal.Answers[path] = context =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    };

    [Fact]
    public async Task Pages_AreForThoseWhoGiveAccess_ThePasswordIsForEveryone()
    {
        using var officer = await _portal.SignedInAsync("10532", Policies.ScoresRead, Policies.UnitsRead);
        foreach (var path in new[] { "/tai-khoan", "/tai-khoan/he-thong" })
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(path)).StatusCode);
        Assert.DoesNotContain("href=\"/tai-khoan\"", await officer.PageAsync("/mat-khau"), StringComparison.Ordinal);
        Assert.Contains("href=\"/mat-khau\"", await officer.PageAsync("/mat-khau"), StringComparison.Ordinal);
        using var admin = await Operator();
        Assert.Contains("href=\"/tai-khoan\"", await admin.PageAsync("/tai-khoan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NamesUnitsAndRoles_ClosesNeitherTheClosedNorOneself_AndEncodes()
    {
        using var browser = await Operator();
        var raw = await browser.GetStringAsync("/tai-khoan");
        Assert.DoesNotContain("<b>A</b>", raw, StringComparison.Ordinal);
        var page = await browser.PageAsync("/tai-khoan");
        foreach (var shown in new[] { "Phường Lê Thanh Nghị", "Cán bộ đơn vị", "tự chấm điểm", "Đã ngừng", "Tài khoản của bạn", "Ngừng tài khoản can.bo", "sau=quantri" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ngừng tài khoản da.nghi", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ngừng tài khoản quantri", page, StringComparison.Ordinal);
        // Offered by name; what was merged away is not.
        Assert.Contains("<option value=\"Phường Hải An – 11413\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Xã Cũ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilteredByAName_AsksForTheCode_AnUnknownNameIsSaid()
    {
        using var browser = await Operator();
        await browser.PageAsync("/tai-khoan?don-vi=" + Uri.EscapeDataString("hai an"));
        Assert.Contains(_portal.Seen, s => s.Line == "GET /api/accounts?unitCode=11413&limit=20");
        Assert.Contains("Không có đơn vị nào tên “Tiên Lãng”.", await browser.PageAsync("/tai-khoan?don-vi=" + Uri.EscapeDataString("Tiên Lãng")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithoutPassword_TellsItOnceInTheAnswerAndNowhereElse()
    {
        _portal.Json("POST /api/accounts", $$"""{"id":"{{Person}}","userName":"ba.c","displayName":"Bà C","unitCode":"10532","role":"unit-officer","scopes":[],"initialPassword":"{{Secret}}"}""");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan", "tao", NewAccount("le thanh nghi"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var page = await response.TextAsync();
        Assert.Contains(Secret, page, StringComparison.Ordinal);
        Assert.Contains("chỉ hiện một lần", page, StringComparison.Ordinal);
        // The form is empty again: sent anew it would only be refused.
        Assert.DoesNotContain("value=\"ba.c\"", page, StringComparison.Ordinal);
        var sent = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/accounts").Body)!;
        Assert.Equal(("10532", "unit-officer", "Bà C"), ((string?)sent["unitCode"], (string?)sent["role"], (string?)sent["displayName"]));
        Assert.Null(sent["password"]);
        Assert.Empty(Assert.Single(_portal.Sent, s => s.Line == "POST /api/accounts").Key);
        Assert.DoesNotContain(Secret, await browser.PageAsync("/tai-khoan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithPassword_LeadsOnWithoutIt()
    {
        _portal.Json("POST /api/accounts", $$"""{"id":"{{Person}}","userName":"ba.c","displayName":"Bà C","unitCode":"10532","role":"unit-officer","scopes":[],"initialPassword":null}""");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan", "tao", NewAccount(password: " " + Password));
        Assert.Equal("/tai-khoan?da=tao", response.Headers.Location!.ToString());
        // Sent as it was typed, the space before it too.
        Assert.Equal(" " + Password, (string?)JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/accounts").Body)!["password"]);
    }

    [Fact]
    public async Task Create_Refused_KeepsWhatWasTypedButNotThePassword()
    {
        _portal.Refuse("POST /api/accounts", 409, """{"status":409,"code":"IDN-0007","title":"Tên đăng nhập này đã có","errors":[{"pointer":"/userName","detail":"Chọn tên khác."}]}""");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan", "tao", NewAccount(password: Password));
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Tên đăng nhập: </strong>Chọn tên khác.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"ba.c\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"unit-officer\" checked", page);
        Assert.DoesNotContain(Password, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Cần chọn đơn vị.")]
    [InlineData("an", "“an” có thể là Phường Hải An – 11413; Phường An Biên – 11407. Hãy chọn một.")]
    public async Task Create_UnitNotClear_IsSaidBeforeAnythingIsSent(string typed, string said)
    {
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan", "tao", NewAccount(typed));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, await response.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(_portal.Sent, s => s.Line == "POST /api/accounts");
    }

    [Fact]
    public async Task Close_AsksTheServiceAndStaysInTheFilteredList()
    {
        NoContent($"POST /api/accounts/{Person}/close");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan?don-vi=10532", $"ngung-{Person}", []);
        Assert.Equal("/tai-khoan?da=ngung&don-vi=10532", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Close_GoneMeanwhile_IsSaidOnTheList()
    {
        _portal.Refuse($"POST /api/accounts/{Person}/close", 404, """{"status":404,"code":"EMU-0005","title":"Không tìm thấy"}""");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan", $"ngung-{Person}", []);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await response.TextAsync();
        Assert.Contains("Không tìm thấy", page, StringComparison.Ordinal);
        Assert.Contains("Tạo tài khoản", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systems_InstallationsOwn_IsOfferedNeitherANewSecretNorItsEnd()
    {
        using var browser = await Operator();
        var page = await browser.PageAsync("/tai-khoan/he-thong");
        Assert.Contains("Đổi mã của ward-10532", page, StringComparison.Ordinal);
        Assert.Contains("Ngừng ward-10532", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đổi mã của emulation-admin", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Ngừng emulation-admin", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dang-ky", "POST /api/clients", "Đã đăng ký hệ thống ward-11413")]
    [InlineData("doi-ward-10532", "POST /api/clients/ward-10532/secret", "Đã đổi mã bí mật của ward-11413")]
    public async Task Systems_NewSecret_IsToldOnceInTheAnswer(string form, string asked, string said)
    {
        _portal.Json(asked, $$"""{"clientId":"ward-11413","clientSecret":"{{Secret}}","unitCode":"11413","role":"machine","scopes":["scores:read"]}""");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan/he-thong", form, new() { ["clientId"] = "ward-11413", ["unitCode"] = "Hải An", ["role"] = "machine", ["scope"] = "scores:read" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        var page = await response.TextAsync();
        foreach (var shown in new[] { said, Secret, "chỉ hiện một lần" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Single(_portal.Sent, s => s.Line == asked);
        Assert.DoesNotContain(Secret, await browser.PageAsync("/tai-khoan/he-thong"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Systems_ScopeBeyondTheRole_IsNamedAndWhatWasChosenStays()
    {
        _portal.Refuse("POST /api/clients", 400, """{"status":400,"code":"IDN-0009","title":"Quyền không thuộc vai trò đã chọn","errors":[{"pointer":"/scopes/0","detail":"Quyền không thuộc vai trò đã chọn"}]}""");
        using var browser = await Operator();
        var response = await PortalFixture.SubmitAsync(browser, "/tai-khoan/he-thong", "dang-ky", new() { ["clientId"] = "ward-11413", ["unitCode"] = "11413", ["role"] = "machine", ["scope"] = "audit:read" });
        var page = await response.TextAsync();
        Assert.Contains("Bỏ chọn “xem nhật ký”.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"ward-11413\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"audit:read\" checked", page);
    }

    [Fact]
    public async Task Password_Changed_LeadsOnWithoutIt()
    {
        NoContent("POST /api/me/password");
        using var browser = await _portal.SignedInAsync("10532");
        var response = await PortalFixture.SubmitAsync(browser, "/mat-khau", "mat-khau", new() { ["current"] = "cu cu cu cu", ["password"] = Password, ["repeated"] = Password });
        Assert.Equal("/mat-khau?da=doi", response.Headers.Location!.ToString());
        var sent = JsonNode.Parse(Assert.Single(_portal.Sent, s => s.Line == "POST /api/me/password").Body)!;
        Assert.Equal(("cu cu cu cu", Password), ((string?)sent["current"], (string?)sent["password"]));
        Assert.Contains("Đã đổi mật khẩu", await browser.PageAsync("/mat-khau?da=doi"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Password, 1, "Tên đăng nhập hoặc mật khẩu không đúng")]
    [InlineData("khac", 0, "Hai lần nhập mật khẩu mới chưa giống nhau.")]
    public async Task Password_Refused_SaysWhyAndDrawsNoPassword(string repeated, int sent, string said)
    {
        _portal.Refuse("POST /api/me/password", 400, """{"status":400,"code":"IDN-0002","title":"Tên đăng nhập hoặc mật khẩu không đúng","errors":[{"pointer":"/current","detail":"Tên đăng nhập hoặc mật khẩu không đúng"}]}""");
        using var browser = await _portal.SignedInAsync("10532");
        var response = await PortalFixture.SubmitAsync(browser, "/mat-khau", "mat-khau", new() { ["current"] = "sai sai sai", ["password"] = Password, ["repeated"] = repeated });
        var page = await response.TextAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, page, StringComparison.Ordinal);
        Assert.DoesNotContain("sai sai sai", page, StringComparison.Ordinal);
        Assert.Equal(sent, _portal.Sent.Count(s => s.Line == "POST /api/me/password"));
    }

    [Fact]
    public void Words_EveryScopeHasOne() => Assert.Equal(Policies.All.Order(), RoleWords.Scopes.Select(s => s.Scope).Order());
}
