using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.Scoring.Tests.Spreadsheets;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;
using static Emulation.Scoring.Features.IndexSets.IndexSetSheets;

namespace Emulation.Scoring.Tests.Api;

public class IndexSetWorkbookTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    public static TheoryData<string, string, string> Hostile => HostileBooks.All;

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Create_HostileFile_Is400AndSaysWhy(string kind, string code, string word)
    {
        var problem = await (await SendAsync(HostileBooks.Of(kind))).ProblemAsync(400, code);
        Assert.Contains(word, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commune", true)]
    [InlineData("department", false)]
    public async Task Create_FromTheExportOfAShippedSet_IsTheSameSet(string name, bool asForm)
    {
        var set = Samples.Read(name) with { Code = $"xlsx-{name}" };
        var created = await SendAsync(Write(set), asForm: asForm);
        Assert.Equal((HttpStatusCode.Created, "\"1\""), (created.StatusCode, created.Headers.ETag?.Tag));
        Assert.Equal($"/index-sets/{set.Code}", created.Headers.Location?.ToString());

        var workbook = await service.As("10001", Policies.ScoresRead).GetAsync($"/index-sets/{set.Code}/workbook");
        Assert.Equal((SpreadsheetWriter.ContentType, $"{set.Code}.xlsx", "attachment"),
            (workbook.Content.Headers.ContentType?.MediaType, workbook.Content.Headers.ContentDisposition?.FileName, workbook.Content.Headers.ContentDisposition?.DispositionType));
        Assert.Equal("\"1\"", workbook.Headers.ETag?.Tag);
        Assert.Equal(Write(set), await workbook.Content.ReadAsByteArrayAsync());
        var export = await service.City.GetAsync($"/index-sets/{set.Code}/export").OkAsync();
        Assert.Equal(JsonSerializer.Serialize(set, Json.Options), JsonSerializer.Serialize(export.Deserialize<CreateIndexSetRequest>(Json.Options), Json.Options));
    }

    [Fact]
    public async Task Create_SameKeyTwice_IsOneSetAndOtherContentIs422()
    {
        var first = Write(Samples.Commune with { Code = "xlsx-khoa" });
        var created = await SendAsync(first, "khoa-1");
        var again = await SendAsync(first, "khoa-1", asForm: true);
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Equal(await created.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        await (await SendAsync(Write(Samples.Commune with { Code = "xlsx-khoa-2" }), "khoa-1")).ProblemAsync(422, "EMU-0011");
        await (await service.City.GetAsync("/index-sets/xlsx-khoa-2")).ProblemAsync(404);
    }

    [Fact]
    public async Task Create_NumbersTypedAsText_AreUnderstood()
    {
        var book = Write(Samples.Commune with { Code = "xlsx-so" });
        book = EditedBook.Text(book, TreeSheet, "D4", "0,5");
        book = EditedBook.Text(book, TreeSheet, "D5", "1.5");
        book = EditedBook.Text(book, HeadSheet, "D8", "97,25");
        var created = await (await SendAsync(book)).JsonAsync();
        Assert.Equal(97.25m, (decimal)created["classes"]![0]!["from"]!);
        Assert.Equal([0.5m, 1.5m], created["areas"]![0]!["criteria"]![0]!["leaves"]!.AsArray().Select(l => (decimal)l!["max"]!));
    }

    // Every cell of the two sheets that an official may get wrong, and where it is told.
    public static TheoryData<string, string, string, string, string, string> Mistakes => new()
    {
        { TreeSheet, "A1", "Bậc", "SCO-0053", "/Bộ chỉ số!A1", "Không có cột “Bậc”" },
        { TreeSheet, "A2", "Mục", "SCO-0053", "/Bộ chỉ số!A2", "Không có lựa chọn" },
        { TreeSheet, "A2", "Tiêu chí", "SCO-0053", "/Bộ chỉ số!A2", "dưới một lĩnh vực" },
        { TreeSheet, "A3", "Tiêu chí thành phần", "SCO-0053", "/Bộ chỉ số!A3", "dưới một tiêu chí" },
        { TreeSheet, "B3", "", "SCO-0053", "/Bộ chỉ số!B3", "phải có nội dung" },
        { TreeSheet, "B3", "I 1", "EMU-0001", "/Bộ chỉ số!B3", "Mã gồm" },
        { TreeSheet, "B5", "I.1.1", "SCO-0001", "/Bộ chỉ số!B5", "đã dùng" },
        { TreeSheet, "D2", "", "SCO-0053", "/Bộ chỉ số!D2", "phải có nội dung" },
        { TreeSheet, "D3", "mười", "SCO-0053", "/Bộ chỉ số!D3", "không phải là số" },
        { TreeSheet, "D3", "1.234", "SCO-0053", "/Bộ chỉ số!D3", "1234 hoặc 1,234" },
        { TreeSheet, "D3", "3", "SCO-0001", "/Bộ chỉ số!D3", "Tổng điểm tối đa" },
        { TreeSheet, "D2", "11", "SCO-0001", "/Bộ chỉ số", "phải là 100" },
        { TreeSheet, "D4", "0", "SCO-0001", "/Bộ chỉ số!D4", "trên 0" },
        { TreeSheet, "E2", "F1", "SCO-0053", "/Bộ chỉ số!E2", "không dùng cột" },
        { TreeSheet, "E4", "F13", "SCO-0053", "/Bộ chỉ số!E4", "Không có kiểu chấm" },
        { TreeSheet, "E4", "F12", "SCO-0053", "/Bộ chỉ số!F4", "thiếu “thưởng”" },
        { TreeSheet, "E5", "F2", "SCO-0053", "/Bộ chỉ số!F5", "không có tham số" },
        { TreeSheet, "E3", "F2", "SCO-0001", "/Bộ chỉ số!E3", "không có công thức riêng" },
        { TreeSheet, "F5", "sàn 80%", "SCO-0053", "/Bộ chỉ số!F5", "cần “>=” hoặc “>”" },
        { TreeSheet, "F5", "sàn >= 120%", "SCO-0001", "/Bộ chỉ số!F5", "không quá 1" },
        { TreeSheet, "F4", "<= 15: 0,5; <= 0: 0,25", "SCO-0001", "/Bộ chỉ số!F4", "từ tốt nhất xuống" },
        { TreeSheet, "G5", "có thể", "SCO-0053", "/Bộ chỉ số!G5", "“Có” hoặc “Không”" },
        { TreeSheet, "G3", "Có", "SCO-0001", "/Bộ chỉ số!G3", "thành phần" },
        { TreeSheet, "H5", new string('x', 51), "EMU-0001", "/Bộ chỉ số!H5", "50 ký tự" },
        { TreeSheet, "K5", "ghi chú", "SCO-0053", "/Bộ chỉ số!K5", "ngoài các cột" },
        { HeadSheet, "A2", "Mã số", "SCO-0053", "/Thông tin chung!A2", "Không có mục này" },
        { HeadSheet, "A2", "Mã số", "SCO-0053", "/Thông tin chung", "Thiếu mục “Mã bộ chỉ số”" },
        { HeadSheet, "A3", "Cơ quan ban hành", "SCO-0053", "/Thông tin chung!A4", "một lần" },
        { HeadSheet, "B3", "x", "SCO-0053", "/Thông tin chung!B3", "cột “Nội dung”" },
        { HeadSheet, "C2", "a b", "EMU-0001", "/Thông tin chung!C2", "Mã gồm" },
        { HeadSheet, "C3", "", "EMU-0001", "/Thông tin chung!C3", "nội dung" },
        { HeadSheet, "C5", "hai", "SCO-0053", "/Thông tin chung!C5", "không phải là số" },
        { HeadSheet, "C5", "2000", "EMU-0001", "/Thông tin chung!C5", "1000" },
        { HeadSheet, "C6", "phường", "SCO-0001", "/Thông tin chung!C6", "Mã gồm" },
        { HeadSheet, "D9", "95", "SCO-0001", "/Thông tin chung!D9", "cao xuống thấp" },
        { HeadSheet, "C13", "Điểm", "SCO-0053", "/Thông tin chung!C13", "Không có lựa chọn" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Create_MistakeInACell_IsToldByThatCell(string sheet, string cell, string text, string code, string pointer, string word)
    {
        var problem = await (await SendAsync(EditedBook.Text(Write(Samples.Commune with { Code = "xlsx-loi" }), sheet, cell, text))).ProblemAsync(400, code);
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == pointer && ((string?)e["detail"])!.Contains(word, StringComparison.Ordinal));
        Assert.All(problem["errors"]!.AsArray(), e => Assert.Matches("^/(Bộ chỉ số|Thông tin chung)(![A-Z]+[0-9]+)?$", (string?)e!["pointer"]));
        await (await service.City.GetAsync("/index-sets/xlsx-loi")).ProblemAsync(404);
    }

    [Fact]
    public async Task Create_FormulaMergedCellsAndAMissingSheet_AreTold()
    {
        var book = Write(Samples.Commune with { Code = "xlsx-cong-thuc" });
        await FaultAsync(EditedBook.Formula(book, TreeSheet, "D2", "SUM(D3:D5)"), "/Bộ chỉ số!D2", "công thức");
        await FaultAsync(EditedBook.Merged(book, TreeSheet, "C3:C5"), "/Bộ chỉ số!C3", "C3:C5 đang gộp");
        await FaultAsync(EditedBook.WithoutSheet(book, HeadSheet), "/Thông tin chung", "Thiếu trang tính");
        await FaultAsync(EditedBook.WithoutSheet(book, TreeSheet), "/Bộ chỉ số", "Thiếu trang tính");
        await FaultAsync(EditedBook.Number(book, TreeSheet, "B3", "1.1"), "/Bộ chỉ số!B3", "Văn bản");
    }

    [Fact]
    public async Task Create_CodeTakenOrUnknownReplaced_IsToldByItsCell()
    {
        var set = Samples.Commune with { Code = "xlsx-trung" };
        await SendAsync(Write(set));
        var taken = await (await SendAsync(Write(set))).ProblemAsync(409, "SCO-0005");
        Assert.Equal("/Thông tin chung!C2", (string?)taken["errors"]![0]!["pointer"]);
        var unknown = await (await SendAsync(Write(set with { Code = "xlsx-moi", Replaces = "khong-co" }))).ProblemAsync(409, "SCO-0003");
        Assert.Equal("/Thông tin chung!C6", (string?)unknown["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Revise_FromItsWorkbook_MindsVersionCodeAndState()
    {
        var set = Samples.Commune with { Code = "xlsx-sua" };
        await SendAsync(Write(set));
        var book = Write(set with { Name = "Tên đã sửa" });
        await (await SendAsync(book, method: HttpMethod.Put, path: "/index-sets/xlsx-sua/workbook", ifMatch: "\"7\"")).ProblemAsync(412, "EMU-0008");
        await (await SendAsync(book, method: HttpMethod.Put, path: "/index-sets/khong-co/workbook")).ProblemAsync(400, "SCO-0053");
        var other = await (await SendAsync(Write(set with { Code = "bo-khac" }), method: HttpMethod.Put, path: "/index-sets/xlsx-sua/workbook")).ProblemAsync(400, "SCO-0053");
        Assert.Equal("/Thông tin chung!C2", (string?)other["errors"]![0]!["pointer"]);

        var revised = await SendAsync(book, method: HttpMethod.Put, path: "/index-sets/xlsx-sua/workbook", ifMatch: "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (revised.StatusCode, revised.Headers.ETag?.Tag));
        Assert.Equal("Tên đã sửa", (string?)(await revised.JsonAsync())["name"]);
        // Without a code the workbook is of the set it is sent to.
        var nameless = await SendAsync(EditedBook.Text(EditedBook.Text(book, HeadSheet, "A2", ""), HeadSheet, "C2", ""), method: HttpMethod.Put, path: "/index-sets/xlsx-sua/workbook");
        Assert.Equal(HttpStatusCode.OK, nameless.StatusCode);
        await service.City.PostAsync("/index-sets/xlsx-sua/activate", null).OkAsync();
        await (await SendAsync(book, method: HttpMethod.Put, path: "/index-sets/xlsx-sua/workbook")).ProblemAsync(409, "SCO-0002");
    }

    [Fact]
    public async Task Upload_OfAnotherKindOrSize_IsRefused()
    {
        var book = Write(Samples.Commune with { Code = "xlsx-kieu" });
        await (await service.City.PostAsync("/index-sets/workbook", new StringContent("{}", null, "application/json"))).ProblemAsync(415, "EMU-0010");
        await (await SendAsync(new byte[UploadedFile.MaxBytes + 1])).ProblemAsync(413, "EMU-0009");
        await (await SendAsync(new byte[UploadedFile.MaxBytes + 1], asForm: true)).ProblemAsync(413, "EMU-0009");
        await (await SendAsync([])).ProblemAsync(400, "EMU-0001");
        await (await service.City.PostAsync("/index-sets/workbook", new MultipartFormDataContent { { new StringContent("x"), "name" } })).ProblemAsync(400, "EMU-0001");
        await (await service.City.PostAsync("/index-sets/workbook", new MultipartFormDataContent())).ProblemAsync(400, "EMU-0001");
        await (await service.City.PostAsync("/index-sets/workbook", new MultipartFormDataContent { { new ByteArrayContent(book), "file", "a.xlsx" }, { new ByteArrayContent(book), "file2", "b.xlsx" } })).ProblemAsync(400, "EMU-0001");
        var broken = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\nPK"u8.ToArray());
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        await (await service.City.PostAsync("/index-sets/workbook", broken)).ProblemAsync(400, "EMU-0001");
        await (await service.City.GetAsync("/index-sets/xlsx-kieu")).ProblemAsync(404);
    }

    [Fact]
    public async Task Workbook_WithoutTheRight_IsRefused()
    {
        var book = Write(Samples.Commune with { Code = "xlsx-quyen" });
        await (await SendAsync(book, client: service.As("10001"))).ProblemAsync(403, "SCO-0014");
        await SendAsync(book).OkAsync();
        await (await SendAsync(book, client: service.As("10001"), method: HttpMethod.Put, path: "/index-sets/xlsx-quyen/workbook")).ProblemAsync(403, "SCO-0014");
        await (await SendAsync(book, client: service.As("31", Policies.ScoresRead))).ProblemAsync(403, "EMU-0004");
        await (await service.City.GetAsync("/index-sets/khong-co/workbook")).ProblemAsync(404);
        await (await service.City.GetAsync("/index-sets/khong-co/export")).ProblemAsync(404);
    }

    private async Task FaultAsync(byte[] book, string pointer, string word)
    {
        var problem = await (await SendAsync(book)).ProblemAsync(400, "SCO-0053");
        Assert.Contains(problem["errors"]!.AsArray(), e => (string?)e!["pointer"] == pointer && ((string?)e["detail"])!.Contains(word, StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> SendAsync(
        byte[] book, string? key = null, bool asForm = false, HttpMethod? method = null, string path = "/index-sets/workbook", string? ifMatch = null, HttpClient? client = null)
    {
        var file = new ByteArrayContent(book);
        file.Headers.ContentType = new MediaTypeHeaderValue(SpreadsheetWriter.ContentType);
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = asForm ? new MultipartFormDataContent { { file, "file", "bộ chỉ số.xlsx" } } : file };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return (client ?? service.City).SendAsync(request);
    }
}
