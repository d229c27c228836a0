using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Tests.Service;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Documents.Tests.PlanImport;

public sealed class PlanImportApiTests(DocumentsFixture service) : IClassFixture<DocumentsFixture>
{
    private static int _unique;

    private static byte[] Plan() => Encoding.UTF8.GetBytes(OwnPlans.Commune.Replace("57/KH-UBND", $"{Interlocked.Increment(ref _unique)}/KH-UBND", StringComparison.Ordinal));

    private static ByteArrayContent File(byte[] bytes, string type = "text/plain")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    private Task<HttpResponseMessage> Send(string unit, byte[] bytes, string type = "text/plain") => service.As(unit).PostAsync("/plan-imports?name=ke-hoach.txt", File(bytes, type));

    private async Task<(string Unit, JsonNode Import)> ImportAsync()
    {
        await service.RegisterAsync("10606", "Xã Nam Sách", UnitKind.Commune);
        var unit = service.NewWard();
        return (unit, await Send(unit, Plan()).OkAsync());
    }

    private async Task<HttpResponseMessage> ReviewAsync(string unit, JsonNode import, int version, params object?[] fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/plan-imports/{import["id"]}/fields") { Content = JsonContent.Create(new { fields }, options: Json.Options) };
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        return await service.As(unit).SendAsync(request);
    }

    [Fact]
    public async Task Import_Plan_KeepsOriginalAndText_SameFileGivesSameImport()
    {
        await service.RegisterAsync("10606", "Xã Nam Sách", UnitKind.Commune);
        var (unit, bytes) = (service.NewWard(), Plan());
        var first = await Send(unit, bytes);
        Assert.Equal(System.Net.HttpStatusCode.Created, first.StatusCode);
        var import = await first.JsonAsync();
        Assert.Equal("ke-hoach.txt", (string?)import["fileName"]);
        Assert.Equal("10606", (string?)import["fields"]!.AsArray().Single(f => (string?)f!["key"] == "unitCode")!["value"]);
        Assert.Equal((Guid)import["id"]!, (Guid)(await Send(unit, bytes).OkAsync())["id"]!);
        Assert.Equal(bytes, await service.As(unit).GetByteArrayAsync($"/plan-imports/{import["id"]}/original"));
        Assert.Equal(Encoding.UTF8.GetString(bytes), await service.As(unit).GetStringAsync($"/plan-imports/{import["id"]}/text"));
        Assert.NotEqual((Guid)import["id"]!, (Guid)(await Send(service.NewWard(), bytes).OkAsync())["id"]!);
    }

    [Fact]
    public async Task Import_OtherUnitOrWithoutScope_IsRefused()
    {
        var (unit, import) = await ImportAsync();
        foreach (var path in (string[])["", "/text", "/original", "/campaign"])
            await (await service.As(service.NewWard()).GetAsync($"/plan-imports/{import["id"]}{path}")).ProblemAsync(404, "DOC-0060");
        await (await ReviewAsync(service.NewWard(), import, 1, new { key = "code", check = "confirmed" })).ProblemAsync(404, "DOC-0060");
        await (await service.As(unit, Policies.DocumentsRead).PostAsync("/plan-imports", File(Plan()))).ProblemAsync(403);
        Assert.DoesNotContain((await service.As(service.NewWard()).GetAsync("/plan-imports").OkAsync())["items"]!.AsArray(), i => (Guid)i!["id"]! == (Guid)import["id"]!);
    }

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "blank", Encoding.UTF8.GetBytes("  \n\n"), "DOC-0063" },
        { "bytes", [0x4D, 0x5A, 0x90, 0x00, 0x03, 0xFF, 0xFE, 0x00], "DOC-0061" },
        { "picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00], "DOC-0061" },
        { "five megabytes in one line", Encoding.UTF8.GetBytes(new string('a', 5 * 1024 * 1024)), "DOC-0064" },
        { "broken archive", [0x50, 0x4B, 0x03, 0x04, 0x00, 0x01], "DOC-0062" },
        { "macro", OwnPlans.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<d/>"), ("word/vbaProject.bin", "x")), "DOC-0062" },
        { "broken XML", OwnPlans.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<d")), "DOC-0062" },
        { "Word without a body", OwnPlans.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<d/>")), "DOC-0061" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task Import_WhatIsNoPlan_IsRefusedWithAReason(string what, byte[] bytes, string code)
    {
        var problem = await (await Send(service.NewWard(), bytes, "application/octet-stream")).ProblemAsync(400, code);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["title"]), what);
    }

    [Fact]
    public async Task Import_Nothing_Is400() => await (await Send(service.NewWard(), [])).ProblemAsync(400);

    [Fact]
    public async Task Import_BrokenPdf_SaysUnreadable()
    {
        var response = await Send(service.NewWard(), Encoding.ASCII.GetBytes("%PDF-1.4\nnothing"), "application/pdf");
        await response.ProblemAsync(400, "DOC-0066");
    }

    [Fact]
    public async Task Review_ConfirmCorrectRejectAdd_BuildsTheCampaignOfThem()
    {
        var (unit, import) = await ImportAsync();
        var before = await service.As(unit).GetAsync($"/plan-imports/{import["id"]}/campaign").OkAsync();
        Assert.False((bool)before["ready"]!);
        Assert.Contains(before["open"]!.AsArray(), o => (string?)o!["key"] == "code" && (bool)o["required"]!);
        var reviewed = await ReviewAsync(unit, import, 1,
            new { key = "code", check = "corrected", value = "NS-GAN-DAN" },
            new { key = "categories/yearly-ward-collective", check = "confirmed" },
            new { key = "categories/yearly-ward-individual", check = "rejected" },
            new { key = "deadlines/1", check = "confirmed" },
            new { key = "recipients/new-1", check = "corrected", value = "Sở Nội vụ" });
        Assert.Equal("\"2\"", reviewed.Headers.ETag!.Tag);
        var campaign = await service.As(unit).GetAsync($"/plan-imports/{import["id"]}/campaign").OkAsync();
        Assert.True((bool)campaign["ready"]!);
        var body = campaign["body"]!;
        Assert.Equal("NS-GAN-DAN", (string?)body["code"]);
        var category = Assert.Single(body["scheme"]!["categories"]!.AsArray())!;
        Assert.Equal("inclusive", (string?)category["internalDeadline"]!["boundary"]);
        Assert.Equal(2, (int)Assert.Single(category["quotas"]!.AsArray())!["atMost"]!);
        Assert.Equal("NS-GAN-DAN/III.4", (string?)category["internalDeadline"]!["clause"]);
        Assert.Contains(body["recipients"]!.AsArray(), r => (string?)r == "Sở Nội vụ");
        Assert.DoesNotContain(campaign["open"]!.AsArray(), o => (string?)o!["key"] == "categories/yearly-ward-individual");

        var again = await (await ReviewAsync(unit, import, 2, new { key = "code", check = "open" })).JsonAsync();
        Assert.Equal("NS-27", (string?)again["fields"]!.AsArray().Single(f => (string?)f!["key"] == "code")!["value"]);
        await (await ReviewAsync(unit, import, 2, new { key = "code", check = "confirmed" })).ProblemAsync(412, "EMU-0008");
    }

    [Fact]
    public async Task Review_WrongInput_IsToldByPointer()
    {
        var (unit, import) = await ImportAsync();
        async Task Fails(string code, string pointer, params object?[] fields)
        {
            var problem = await (await ReviewAsync(unit, import, 1, fields)).ProblemAsync(400, code);
            Assert.Contains(problem["errors"]!.AsArray(), e => ((string)e!["pointer"]!).StartsWith(pointer, StringComparison.Ordinal));
        }
        await Fails("DOC-0068", "/fields/0/key", new { key = "no-such", check = "confirmed" });
        await Fails("DOC-0069", "/fields/0/value", new { key = "fromYear", check = "corrected", value = "năm nay" });
        await Fails("DOC-0069", "/fields/0/value", new { key = "fromYear", check = "corrected" });
        await Fails("DOC-0069", "/fields/0/value", new { key = "bases/1", check = "corrected", value = new { verb = "Căn cứ", odd = 1 } });
        await Fails("DOC-0069", "/fields/1/key", new { key = "bases/9", check = "corrected", value = new { verb = "Căn cứ", type = "Luật", issuer = "Quốc hội", @abstract = "Thanh tra" } }, new { key = "bases/9", check = "confirmed" });
        await Fails("EMU-0001", "/fields", [null]);
        await Fails("EMU-0001", "/fields");
        await (await ReviewAsync(unit, import, 1, new { key = "unitCode", check = "corrected", value = "99999" })).ProblemAsync(404, "DOC-0006");
    }

    // What Campaigns would refuse when the draft is made is told at the field.
    [Fact]
    public async Task Review_YearsThatNoCampaignMayHave_AreToldAtTheFieldAndKeepNothing()
    {
        var (unit, import) = await ImportAsync();
        async Task Fails(string pointer, string told, params object[] fields)
        {
            var problem = await (await ReviewAsync(unit, import, 1, fields)).ProblemAsync(400, "DOC-0127");
            var error = Assert.Single(problem["errors"]!.AsArray())!;
            Assert.Equal(pointer, (string?)error["pointer"]);
            Assert.Contains(told, (string?)error["detail"], StringComparison.Ordinal);
        }
        object Year(string key, int year) => new { key, check = "corrected", value = year };
        object code = new { key = "code", check = "corrected", value = "NS-27" };
        await Fails("/fields/0/value", "từ 2000 đến 2100", Year("fromYear", 1900));
        await Fails("/fields/1/value", "từ 2000 đến 2100", code, Year("toYear", 20270));
        await Fails("/fields/0/value", "Năm cuối 2026 trước năm đầu 2027", Year("toYear", 2026));
        await Fails("/fields/1/value", "trước năm đầu 2028", code, Year("fromYear", 2028));
        await Fails("/fields/1/value", "dài 11 năm", Year("fromYear", 2027), Year("toYear", 2037));
        Assert.Equal(2027, (int)(await service.As(unit).GetAsync($"/plan-imports/{import["id"]}/campaign").OkAsync())["body"]!["toYear"]!);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await ReviewAsync(unit, import, 1, Year("fromYear", 2028), Year("toYear", 2037))).StatusCode);
    }

    [Fact]
    public async Task Import_PrintedPeriodThatEndsBeforeItBegins_IsLeftOpenWithTheReason()
    {
        await service.RegisterAsync("10606", "Xã Nam Sách", UnitKind.Commune);
        var unit = service.NewWard();
        var text = Encoding.UTF8.GetString(Plan()).Replace("“Chính quyền gần dân” năm 2027", "“Chính quyền gần dân” giai đoạn 2030 - 2026", StringComparison.Ordinal);
        var import = await Send(unit, Encoding.UTF8.GetBytes(text)).OkAsync();
        var problem = await (await ReviewAsync(unit, import, 1, new { key = "fromYear", check = "confirmed" }, new { key = "toYear", check = "confirmed" })).ProblemAsync(400, "DOC-0127");
        Assert.Equal("/fields/1/check", (string?)problem["errors"]![0]!["pointer"]);
        // Each year alone may be right; together they make no campaign.
        await (await ReviewAsync(unit, import, 1, new { key = "fromYear", check = "confirmed" }, new { key = "code", check = "confirmed" })).JsonAsync();
        var open = (await service.As(unit).GetAsync($"/plan-imports/{import["id"]}/campaign").OkAsync())["open"]!.AsArray().Single(o => (string?)o!["key"] == "toYear")!;
        Assert.Contains("trước năm đầu", (string?)open["reason"], StringComparison.Ordinal);
    }

    // C-36, LTN-26-30/X.1: the slip stays in the text; the search finds the right spelling.
    [Fact]
    public async Task List_SearchesWithSlipsSetRight()
    {
        var unit = service.NewWard();
        var text = OwnPlans.NoAwards + $"\nGiao cấp có thầm quyền tham muu, mã {Guid.NewGuid():N}.";
        var import = await Send(unit, Encoding.UTF8.GetBytes(text)).OkAsync();
        var found = await service.As(unit).GetAsync("/plan-imports?q=" + Uri.EscapeDataString("thẩm quyền tham mưu")).OkAsync();
        Assert.Equal((Guid)import["id"]!, (Guid)Assert.Single(found["items"]!.AsArray())!["id"]!);
        Assert.Empty((await service.As(unit).GetAsync("/plan-imports?q=zzz").OkAsync())["items"]!.AsArray());
        Assert.Contains("thầm quyền", await service.As(unit).GetStringAsync($"/plan-imports/{import["id"]}/text"));
    }
}
